"""Formats are named on the command line and say what they could not carry."""

import json
from io import BytesIO
from itertools import count
from zipfile import ZipFile

import pytest

from directory_app.errors import BadInputError
from directory_app.exchange.formats import FORMATS, export
from directory_app.model.address import PostalAddress
from directory_app.model.office import Email, Person
from directory_app.model.phone import Phone
from tests.builders import a_phone, a_position, an_office


def test_the_formats_have_the_documented_names() -> None:
    assert [known.name for known in FORMATS] == ["vcard3", "vcard4", "json", "xlsx", "csv"]


@pytest.mark.parametrize(("name", "version"), [("vcard3", b"VERSION:3.0"), ("vcard4", b"VERSION:4.0")])
def test_a_vcard_format_writes_its_version(name: str, version: bytes) -> None:
    made = export([an_office("A"), an_office("B")], name)
    assert made.data.count(version + b"\r\n") == 2
    assert made.notes == ()


def test_json_carries_what_a_vcard_cannot() -> None:
    office = an_office("A", notes="a\0b")
    assert json.loads(export([office], "json").data)[0]["notes"] == "a\0b"
    assert export([office], "json").notes == ()
    assert len(export([office], "vcard3").notes) == 1


@pytest.mark.parametrize("name", [known.name for known in FORMATS])
def test_every_text_of_an_office_is_in_every_format(name: str) -> None:
    texts = (f"T{number:02}T" for number in count())
    office = an_office(
        next(texts),
        region=next(texts),
        address=PostalAddress((next(texts),), *(next(texts) for _ in range(6))),
        phones=(Phone(next(texts), label=next(texts)), a_phone(raw=next(texts), label=next(texts))),
        emails=(Email(next(texts), next(texts)),),
        websites=(next(texts),),
        position=a_position(source=next(texts), confirmed_by=next(texts)),
        timezone=next(texts),
        people=(Person(next(texts), next(texts)),),
        aliases=(next(texts),),
        notes=next(texts),
    )
    data = _unpacked(export([office], name).data).replace(b"\r\n ", b"").decode()
    given = int(next(texts).strip("T"))
    assert [number for number in range(given) if f"T{number:02}T" not in data] == []


def _unpacked(data: bytes) -> bytes:
    if not data.startswith(b"PK"):
        return data
    with ZipFile(BytesIO(data)) as archive:
        return b"".join(map(archive.read, archive.namelist()))


def test_an_unknown_format_is_answered_with_those_there_are() -> None:
    with pytest.raises(BadInputError, match="vcard3, vcard4, json"):
        export([], "vcard2")
