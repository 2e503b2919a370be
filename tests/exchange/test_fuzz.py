"""Files that went wrong on their way, fed to every reader: what comes out is records, reasons, or one sentence.

`make test` tries some; `make fuzz` tries a hundred thousand.
"""

import os
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory_app.bundled import bundled
from directory_app.errors import DirectoryError
from directory_app.exchange.formats import export
from directory_app.exchange.seed import read_seed
from directory_app.exchange.sources import SourceFormat, source_of
from directory_app.model.record import Record, Unreadable

FILES = int(os.environ.get("OFFICE_DIRECTORY_FUZZ", "1500"))
"""How many files are tried, all formats together."""

HERE = Path(__file__).parent
OFFICES = read_seed(bundled("db", "seed")).offices[::5]

Edit = Callable[[bytes], bytes]

_TOKENS = [
    *(b"\r\n", b"\n", b"\r", b"\0", b"\t", b" ", b";", b",", b":", b"=", b'"', b"'", b"\\", b"\\n", b"|", b"(", b")"),
    *(b"\xef\xbb\xbf", b"\xff\xfe", b"\xff", b"\x80", b"\xe2\x80\xa8", b"\xed\xa0\xbd", b"\xc2\xa0", b"\xe2\x80\x8f"),
    *(b"BEGIN:VCARD\r\n", b"END:VCARD\r\n", b"VERSION:2.1\r\n", b"CHARSET=UTF-7:", b"ENCODING=QUOTED-PRINTABLE:=\r\n="),
    *(b"TEL;TYPE=", b"+49 30 ", b"to 99999999", b"/1/2/3", b"ext. ", b"@", b"(at)", b"www.", b"=1+1", b"[", b"{", b"}"),
    *(b"]", b"null", b"1e999", b"-", b"99999999999999999999", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"<row/>"),
]


def _seeds() -> dict[SourceFormat, list[bytes]]:
    return {
        SourceFormat.VCARD: [card.read_bytes() for card in sorted((HERE / "cards").glob("*.vcf"))],
        SourceFormat.CSV: [export(OFFICES, "csv").data, b"Name;Telefon;Ort\r\nB\xfcro;030 1234567;K\xf6ln\r\n"],
        SourceFormat.XLSX: [export(OFFICES[:2], "xlsx").data],
        SourceFormat.JSON: [export(OFFICES, "json").data],
        SourceFormat.TEXT: [text.read_bytes() for text in sorted((HERE / "pasted").glob("*.txt"))],
    }


SEEDS = _seeds()

_places = st.floats(0, 1, exclude_max=True)
_pieces = st.sampled_from(_TOKENS) | st.binary(max_size=8)


def _at(data: bytes, place: float) -> int:
    return int(place * (len(data) + 1))


def _put(place: float, piece: bytes, times: int) -> Edit:
    return lambda data: data[: _at(data, place)] + piece * times + data[_at(data, place) :]


def _overwrite(place: float, piece: bytes) -> Edit:
    return lambda data: data[: _at(data, place)] + piece + data[_at(data, place) + len(piece) :]


def _cut(place: float, length: int) -> Edit:
    return lambda data: data[: _at(data, place)] + data[_at(data, place) + length :]


def _repeat(place: float, length: int, times: int) -> Edit:
    def repeat(data: bytes) -> bytes:
        start = _at(data, place)
        return data[:start] + data[start : start + length] * times + data[start + length :]

    return repeat


def _end(place: float) -> Edit:
    return lambda data: data[: _at(data, place)]


edits: st.SearchStrategy[Edit] = st.one_of(
    st.builds(_put, _places, _pieces, st.sampled_from([1, 1, 1, 3, 300])),
    st.builds(_overwrite, _places, _pieces),
    st.builds(_cut, _places, st.integers(1, 200)),
    st.builds(_repeat, _places, st.integers(1, 120), st.sampled_from([0, 2, 40])),
    st.builds(_end, _places),
)


@pytest.mark.timeout(6 * 60 * 60)
@pytest.mark.parametrize("format_", SourceFormat)
@settings(
    max_examples=FILES // len(SourceFormat),
    deadline=timedelta(seconds=10),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_no_file_however_broken_is_an_error_of_the_program(format_: SourceFormat, data: st.DataObject) -> None:
    content = _mutated(data, format_)
    for chosen in (format_, None):
        try:
            records = list(source_of(content, "file", chosen).read())
        except DirectoryError as error:
            assert str(error).endswith(".")
        else:
            assert all(isinstance(record, Record | Unreadable) for record in records)


def _mutated(data: st.DataObject, format_: SourceFormat) -> bytes:
    content = data.draw(st.sampled_from(SEEDS[format_]))
    wanted = data.draw(st.lists(edits, min_size=1, max_size=5))
    if format_ is SourceFormat.XLSX and data.draw(st.booleans()):
        return _with_a_changed_part(content, data.draw(st.integers(0, 20)), wanted)
    return _changed(content, wanted)


def _changed(content: bytes, wanted: list[Edit]) -> bytes:
    for edit in wanted:
        content = edit(content)
    return content


def _with_a_changed_part(workbook: bytes, number: int, wanted: list[Edit]) -> bytes:
    """Returns a workbook of which one part is broken, in an archive that is whole."""
    changed = BytesIO()
    with ZipFile(BytesIO(workbook)) as before, ZipFile(changed, "w", ZIP_DEFLATED) as after:
        names = before.namelist()
        for name in names:
            part = before.read(name)
            after.writestr(name, _changed(part, wanted) if name == names[number % len(names)] else part)
    return changed.getvalue()
