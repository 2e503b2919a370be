"""Runs every benchmark of this folder, or those named: python -m tests.benchmarks [start ...]"""

import runpy
import sys
from pathlib import Path


def main(names: list[str]) -> int:
    """Returns 0 if every benchmark reached its goal."""
    folder = Path(__file__).parent
    wanted = names or sorted(path.stem.removeprefix("bench_") for path in folder.glob("bench_*.py"))
    reached = [runpy.run_path(str(folder / f"bench_{name}.py"))["main"]() for name in wanted]
    return 0 if all(reached) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
