"""What a person chose for the columns of a file is there for the next file with the same header."""

import json
import logging
from pathlib import Path

import pytest

from directory_app.exchange.tables.column_memory import ColumnMemory

HEADER = ("Büro", "Telefon", "Foo")
COLUMNS = ("name", "fax", "-")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "columns.json"


def test_a_choice_is_remembered_for_the_next_file_with_the_same_header(path: Path) -> None:
    ColumnMemory(path).remember(HEADER, COLUMNS)
    assert ColumnMemory(path).recall(HEADER) == COLUMNS
    assert ColumnMemory(path).recall(("BÜRO:", " telefon", "foo")) == COLUMNS


def test_another_header_is_another_choice(path: Path) -> None:
    memory = ColumnMemory(path)
    memory.remember(HEADER, COLUMNS)
    assert memory.recall(("Telefon", "Büro", "Foo")) is None
    assert memory.recall(HEADER[:2]) is None


def test_the_last_choice_counts(path: Path) -> None:
    memory = ColumnMemory(path)
    memory.remember(HEADER, COLUMNS)
    memory.remember(HEADER, ("name", "phones", ""))
    assert memory.recall(HEADER) == ("name", "phones", "")
    assert len(json.loads(path.read_bytes())) == 1


def test_names_that_the_program_gave_itself_are_no_header(path: Path) -> None:
    memory = ColumnMemory(path)
    memory.remember(("Column 1", "Column 2"), ("name", "notes"))
    assert memory.recall(("Column 1", "Column 2")) is None
    assert not path.exists()


def test_of_too_many_headers_the_oldest_are_forgotten(path: Path) -> None:
    memory = ColumnMemory(path)
    for number in range(201):
        memory.remember((f"Header {number}x",), ("name",))
        if number == 199:
            memory.remember(("Header 0x",), ("notes",))
    assert memory.recall(("Header 0x",)) == ("notes",)
    assert memory.recall(("Header 1x",)) is None
    assert memory.recall(("Header 2x",)) == ("name",)
    assert len(json.loads(path.read_bytes())) == 200


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"header": []}',
        b'[1, null, [], {"header": 1, "columns": 2}]',
        b'[{"header": ["buro", "telefon", "foo"], "columns": ["name", "fax"]}]',
        b'[{"header": ["buro", "telefon", "foo"], "columns": ["name", "fax", "colour"]}]',
        b'[{"header": ["buro", "telefon", 3], "columns": ["name", ["fax"], {}]}]',
    ],
)
def test_a_damaged_file_is_as_good_as_none(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    memory = ColumnMemory(path)
    assert memory.recall(HEADER) is None
    memory.remember(HEADER, COLUMNS)
    assert memory.recall(HEADER) == COLUMNS


def test_a_place_that_cannot_be_written_is_said_in_the_log_only(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("no folder")
    memory = ColumnMemory(tmp_path / "file" / "columns.json")
    with caplog.at_level(logging.WARNING):
        memory.remember(HEADER, COLUMNS)
    assert "not remembered" in caplog.text
    assert memory.recall(HEADER) is None


def test_half_a_character_in_a_header_is_remembered_like_any_other(path: Path) -> None:
    memory = ColumnMemory(path)
    memory.remember(("\ud800", "Name"), ("", "name"))
    assert memory.recall(("\ud800", "Name")) == ("", "name")
