"""Cards as real programs write them are read for what they say, and survive being written and read again.

Each file in `cards/` is in the style of one program, byte by byte; the table beside it is what must come out of it.
"""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from directory_app.exchange.vcard.property import Version
from directory_app.exchange.vcard.reader import count_cards, read_vcards
from directory_app.exchange.vcard.writer import write_vcards
from directory_app.model.record import Record
from tests.exchange.reading import cards
from tests.exchange.told import told

CARDS = sorted((Path(__file__).parent / "cards").glob("*.vcf"))
every_program = pytest.mark.parametrize("path", CARDS, ids=[path.stem for path in CARDS])


@every_program
def test_a_file_says_what_is_written_down_beside_it(path: Path) -> None:
    expected = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))["cards"]
    assert [told(record) for record in read_vcards(path.read_bytes())] == expected


@every_program
@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_what_was_read_is_written_and_read_again_without_loss(path: Path, version: Version) -> None:
    offices = [
        replace(one.office, updated_at=None) for one in read_vcards(path.read_bytes()) if isinstance(one, Record)
    ]
    data = write_vcards(offices, version)
    assert len(cards(data)) == len(offices)
    again = list(read_vcards(data))
    assert [one.office for one in again if isinstance(one, Record)] == offices
    assert all(isinstance(one, Record) and one.whole and not one.findings for one in again)


def test_cards_are_counted_before_they_are_read() -> None:
    counts = {path.stem: count_cards(path.read_bytes()) for path in CARDS}
    assert counts["broken"] == 6
    assert counts["utf_16"] == 1
    assert counts["old_mac"] == 2
    assert count_cards(b"") == 0
