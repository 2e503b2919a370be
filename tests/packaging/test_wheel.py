"""The wheel: what is in it, and that it works where there is no checkout."""

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.packaging.program import check_program, run

ROOT = Path(__file__).parent.parent.parent
_PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
_OFFLINE = ["--no-deps", "--no-index"]

pytestmark = [pytest.mark.packaging, pytest.mark.timeout(300)]


def _build_wheel(source: Path, folder: Path) -> Path:
    command = [*_PIP, "wheel", *_OFFLINE, "--no-build-isolation", "--wheel-dir", str(folder), str(source)]
    subprocess.run(command, check=True, timeout=120)
    (wheel,) = folder.glob("*.whl")
    return wheel


def _names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build_wheel(ROOT, tmp_path_factory.mktemp("wheel"))


def test_the_only_importable_name_in_the_wheel_is_the_package(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in _names(wheel)}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"directory_app"}


def test_the_wheel_holds_every_file_of_the_package_and_of_its_data(wheel: Path) -> None:
    def files(folder: str) -> set[str]:
        found = (path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
        return {path.relative_to(ROOT).as_posix() for path in found}

    data = {f"directory_app/_bundled/{name}" for name in files("db") | files("resources")}
    held = {name for name in _names(wheel) if not name.split("/")[0].endswith(".dist-info")}
    assert held == files("directory_app") | data


def test_a_wheel_built_from_the_source_archive_is_the_same(wheel: Path, tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(tmp_path)], cwd=ROOT, check=True
    )
    (archive,) = tmp_path.glob("*.tar.gz")
    (tmp_path / "source").mkdir()
    subprocess.run(["tar", "-xzf", str(archive), "-C", str(tmp_path / "source")], check=True)
    (source,) = (tmp_path / "source").iterdir()
    assert _names(_build_wheel(source, tmp_path)) == _names(wheel)


def test_the_program_installed_from_the_wheel_works_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    venv.create(environment, symlinks=True)
    python = environment / "bin" / "python"
    subprocess.run([*_PIP, "--python", str(python), "install", *_OFFLINE, str(wheel)], check=True, timeout=120)

    site_packages = Path(
        run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], tmp_path).strip()
    )
    # Its libraries are those of the tests. A line of a .pth file adds the folder, but not the .pth files in it, so
    # that the checkout, which is installed there as editable, is not seen.
    (site_packages / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    where = run([python, "-c", "import directory_app; print(directory_app.__file__)"], tmp_path)
    assert Path(where.strip()).is_relative_to(environment)

    check_program(environment / "bin" / "office-directory", tmp_path / "elsewhere")
