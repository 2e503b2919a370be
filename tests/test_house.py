"""The house's small rules that no tool knows; each failure says what to do instead."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

ROOT = Path(__file__).parent.parent
LONGEST_FILE = 400
LONGEST_FUNCTION = 60

_FOLDERS = ("directory_app", "db", "resources", "tests", ".ci", "docs")
_TEXTS = {"", ".cfg", ".css", ".csv", ".ini", ".json", ".mako", ".md", ".py", ".sh", ".spec", ".toml", ".txt"}
_MADE_BY_TOOLS = {"__pycache__", "_bundled"}
_LARGEST_TEXT = 1_000_000

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def _files(suffix: str, *folders: str) -> tuple[Path, ...]:
    found = [path for folder in folders for path in (ROOT / folder).rglob(f"*{suffix}")]
    return tuple(sorted(path for path in found if path.is_file() and not _MADE_BY_TOOLS & set(path.parts)))


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def _at(path: Path, line: int) -> str:
    return f"{path.relative_to(ROOT)}:{line}"


def _functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def _no(offences: Iterable[str], hint: str) -> None:
    listed = list(offences)
    assert not listed, hint + "\n" + "\n".join(listed)


def _calls(path: Path, matches: Callable[[ast.Call], bool]) -> Iterator[str]:
    calls = (node for node in ast.walk(_tree(path)) if isinstance(node, ast.Call))
    return (_at(path, call.lineno) for call in calls if matches(call))


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    _no(
        (
            f"{path.relative_to(ROOT)} has {lines} lines"
            for path in _files(".py", "directory_app", "db", "resources", "tests")
            if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
        ),
        f"A file of more than {LONGEST_FILE} lines holds two ideas: name them and part them.",
    )


def test_no_function_is_longer_than_a_screen() -> None:
    _no(
        (
            f"{_at(path, function.lineno)} {function.name} has {lines} lines"
            for path in _files(".py", "directory_app", "db", "resources", "tests")
            for function in _functions(_tree(path))
            if (lines := (function.end_lineno or 0) - function.lineno + 1) > LONGEST_FUNCTION
        ),
        f"A function of more than {LONGEST_FUNCTION} lines does two things: part them.",
    )


def test_no_lambda_is_connected_to_a_signal() -> None:
    def connects_a_lambda(call: ast.Call) -> bool:
        return (
            isinstance(call.func, ast.Attribute)
            and call.func.attr == "connect"
            and any(isinstance(argument, ast.Lambda) for argument in call.args)
        )

    _no(
        (place for path in _files(".py", "directory_app", "tests") for place in _calls(path, connects_a_lambda)),
        "A lambda keeps what it captures alive and runs in the sender's thread: connect a bound method.",
    )


@cache
def _names_of_qt() -> frozenset[str]:
    things = [getattr(module, name) for module in (QtCore, QtGui, QtWidgets) for name in dir(module)]
    return frozenset(name for thing in things if isinstance(thing, type) for name in dir(thing))


_CAMEL_CASE = re.compile(r"_*[a-z0-9]+[A-Z]")
_OVERRIDES_OF_PYTHON = {"handleError"}


def test_only_overrides_of_qt_are_in_camel_case() -> None:
    allowed = _names_of_qt() | _OVERRIDES_OF_PYTHON
    _no(
        (
            f"{_at(path, function.lineno)} {function.name}"
            for path in _files(".py", "directory_app", "db", "resources", "tests")
            for function in _functions(_tree(path))
            if _CAMEL_CASE.match(function.name) and function.name not in allowed
        ),
        "Own names are in snake_case.",
    )


def test_overrides_of_qt_stand_last_in_their_class() -> None:
    _no(
        (
            f"{_at(path, late.lineno)} {node.name}.{late.name}"
            for path in _files(".py", "directory_app")
            for node in ast.walk(_tree(path))
            if isinstance(node, ast.ClassDef)
            for late in _own_functions_after_overrides(node)
        ),
        "Whoever reads a class meets what it does first and what Qt asks of it last: move these up.",
    )


def _own_functions_after_overrides(node: ast.ClassDef) -> list[Function]:
    functions = [item for item in node.body if isinstance(item, Function)]
    first = next((i for i, item in enumerate(functions) if _is_camel_case_override(item)), len(functions))
    return [item for item in functions[first:] if item.name not in _names_of_qt()]


def _is_camel_case_override(function: Function) -> bool:
    return bool(_CAMEL_CASE.match(function.name)) and function.name in _names_of_qt()


def test_what_the_window_offers_says_what_it_does() -> None:
    _no(
        (
            f"{_at(path, function.lineno)} {node.name}.{function.name}"
            for path in _files(".py", "directory_app/ui")
            for node in ast.walk(_tree(path))
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
            for function in node.body
            if isinstance(function, Function)
            and not function.name.startswith("_")
            and function.name not in _names_of_qt()
            and ast.get_docstring(function) is None
        ),
        "Public methods have one true sentence; only what overrides Qt is known already.",
    )


_OF_ONE_MACHINE = re.compile(
    # put together so that this file is not its own first offender
    r"(?<![\w.:/])/(?:" + "|".join(("work", "root", "tmp", "opt", "home", "Users")) + r")/\w"
    r"|(?:" + "|".join(("pypi", "pythonhosted", "npmjs")) + r")\.(?:org|com)"
)


def test_nothing_names_a_folder_of_one_machine_or_a_registry() -> None:
    texts = [*_files("", *_FOLDERS), *(path for path in ROOT.iterdir() if path.is_file())]
    _no(
        (
            f"{_at(path, number)} {found.group()}"
            for path in texts
            if path.suffix in _TEXTS and path.stat().st_size < _LARGEST_TEXT
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
            if (found := _OF_ONE_MACHINE.search(line))
        ),
        "The project knows no machine: use tmp_path, paths.py or bundled.py, and let the tools know their registries.",
    )


def test_migrations_import_nothing_of_the_program() -> None:
    _no(
        (
            f"{_at(path, node.lineno)}"
            for path in _files(".py", "db")
            for node in ast.walk(_tree(path))
            if isinstance(node, ast.Import | ast.ImportFrom) and "directory_app" in ast.unparse(node)
        ),
        "A migration must mean the same for ever; write out what it needs.",
    )


def test_every_folder_of_resources_says_where_it_is_from_and_under_which_licence() -> None:
    folders = [path for path in (ROOT / "resources").iterdir() if path.is_dir() and path.name not in _MADE_BY_TOOLS]
    assert folders
    _no(
        (str(folder.relative_to(ROOT)) for folder in folders if not _says_its_licence(folder / "README.md")),
        "Each folder of resources has a README.md with a line on its source and one on its licence.",
    )


def _says_its_licence(readme: Path) -> bool:
    text = readme.read_text(encoding="utf-8").casefold() if readme.is_file() else ""
    return "source" in text and ("licence" in text or "license" in text or "public domain" in text)


_WAITS = {"time.sleep", "sleep", "qtbot.wait", "QTest.qWait", "QThread.sleep", "QThread.msleep"}
# another program is only seen by looking; a screen's frames follow each other by the clock
_MAY_POLL = {"tests/end_to_end/desktop.py", "tests/benchmarks/bench_map.py"}


def test_no_test_waits_for_the_clock() -> None:
    _no(
        (
            place
            for path in _files(".py", "tests")
            if path.relative_to(ROOT).as_posix() not in _MAY_POLL
            for place in _calls(path, lambda call: ast.unparse(call.func) in _WAITS)
        ),
        "Wait for what happens (waitSignal, waitUntil), with a bound, never for a time.",
    )


@pytest.mark.parametrize("word", ["skip", "skipif", "xfail", "importorskip"])
def test_no_test_is_left_out(word: str) -> None:
    _no(
        (
            _at(path, node.lineno)
            for path in _files(".py", "tests")
            for node in ast.walk(_tree(path))
            if isinstance(node, ast.Attribute) and node.attr == word and "pytest" in ast.unparse(node)
        ),
        "What a test needs is installed by its set-up; what cannot be tested here is no test.",
    )
