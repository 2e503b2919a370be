"""Formats are named on the command line and say what they could not carry."""

import json

import pytest

from directory_app.errors import BadInputError
from directory_app.exchange.formats import FORMATS, export
from tests.builders import an_office


def test_the_formats_have_the_documented_names() -> None:
    assert [known.name for known in FORMATS] == ["vcard3", "vcard4", "json"]


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


def test_an_unknown_format_is_answered_with_those_there_are() -> None:
    with pytest.raises(BadInputError, match="vcard3, vcard4, json"):
        export([], "vcard2")
