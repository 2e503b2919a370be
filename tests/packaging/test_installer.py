"""The one-folder program: that it works from another folder, with an empty environment."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.program import check_program

ROOT = Path(__file__).parent.parent.parent
_MEGABYTES = 260

pytestmark = [pytest.mark.packaging, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program's folder, carried away from where it was built."""
    built = tmp_path_factory.mktemp("built")
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"),
            *("--distpath", str(built / "dist"), "--workpath", str(built / "work"), str(ROOT / "installer.spec")),
        ],
        check=True,
        cwd=built,
        timeout=500,
    )
    return (built / "dist" / "office-directory").rename(tmp_path_factory.mktemp("carried") / "office-directory")


def test_the_one_folder_program_works_from_another_folder(folder: Path, tmp_path: Path) -> None:
    check_program(folder / "office-directory", tmp_path / "elsewhere")


def test_the_one_folder_program_carries_nothing_that_only_other_programs_need(folder: Path) -> None:
    names = {path.name.casefold() for path in folder.rglob("*")}
    assert not [name for name in names if any(word in name for word in ("qml", "quick", "virtualkeyboard", "tkinter"))]
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    assert size < _MEGABYTES * 1_000_000
