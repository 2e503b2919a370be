"""How long the gazetteer takes to open and to answer, against a bare SQLite file, and the memory it takes (Linux)."""

import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from directory_app.bundled import bundled
from directory_app.geo.candidate import PlaceQuery
from directory_app.geo.gazetteer import Gazetteer
from directory_app.geo.locate import locate_text
from tests.geo.places import PLACES

OPEN_MS, ANSWER_MS, MEMORY_MB = 50, 5, 30
HARD = ("san", "San José", "Victoria", "a", "new", "zzqqxx", "South Jakarta City", "santa maria de")


def main() -> bool:
    """Prints times, ratios and memory; returns whether the goals are reached."""
    path = bundled("resources", "gazetteer", "gazetteer.sqlite")
    with tempfile.TemporaryDirectory(prefix="bench-gazetteer-") as folder:
        bare = Path(folder) / "bare.sqlite"
        _bare(bare)
        bare_ms = min(_ms(_bare, bare) for _ in range(50))
    opening = max(_ms(_open, path) for _ in range(50))
    with Gazetteer(path) as gazetteer:
        structured = [_usual(gazetteer.find, place[0]) for place in PLACES]
        hard = [_usual(gazetteer.find, PlaceQuery(text, country=country)) for text in HARD for country in ("", "US")]
        texts = [_usual(locate_text, gazetteer, place[1]) for place in PLACES]
        nearest = [_usual(gazetteer.nearest, *place[2]) for place in PLACES]
    memory = _memory_mb()
    print(f"gazetteer: {path.stat().st_size / 1e6:.1f} MB, {memory:.1f} MB of memory after all of this")
    _report("open", [opening], bare_ms)
    for name, times in {"find": structured, "hard": hard, "text": texts, "nearest": nearest}.items():
        _report(name, times, bare_ms)
    answers = structured + hard
    return opening < OPEN_MS and statistics.quantiles(answers, n=20)[-1] < ANSWER_MS and memory < MEMORY_MB


def _report(name: str, times: list[float], bare_ms: float) -> None:
    middle = statistics.median(times)
    print(f"{name:>9}: median {middle:.2f} ms, worst {max(times):.2f} ms, {middle / bare_ms:.1f} times a bare file")


def _bare(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT)")
    connection.execute("SELECT value FROM meta").fetchall()
    connection.close()


def _open(path: Path) -> None:
    Gazetteer(path).close()


def _ms(function: Callable[..., object], *values: object) -> float:
    start = time.perf_counter()
    function(*values)
    return (time.perf_counter() - start) * 1000


def _usual(function: Callable[..., object], *values: object) -> float:
    """Returns the median of five calls, so that another program's burst is not taken for ours."""
    return statistics.median(_ms(function, *values) for _ in range(5))


def _memory_mb() -> float:
    """Returns by how much a process of its own grows from before opening to after every question."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_gazetteer", "--memory"]
    ran = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    return float(ran.stdout)


def _print_growth() -> None:
    before = _resident()
    with Gazetteer(bundled("resources", "gazetteer", "gazetteer.sqlite")) as gazetteer:
        for query, text, place, _ in PLACES:
            gazetteer.find(query)
            locate_text(gazetteer, text)
            gazetteer.nearest(*place)
        print((_resident() - before) / 1e6)


def _resident() -> int:
    """Returns the bytes that this process holds in memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    if sys.argv[1:] == ["--memory"]:
        _print_growth()
    else:
        sys.exit(0 if main() else 1)
