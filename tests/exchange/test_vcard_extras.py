"""What an office keeps from files is written again, and nothing in it can break a card."""

from dataclasses import replace

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from directory_app.exchange.vcard.property import Version
from directory_app.exchange.vcard.reader import read_vcards
from directory_app.exchange.vcard.text import clean
from directory_app.exchange.vcard.writer import write_vcards
from directory_app.model.office import Extra, ExtraSource, Office
from directory_app.model.record import Record
from tests.builders import a_phone, an_office
from tests.exchange.reading import Read, cards

VERSIONS: tuple[Version, ...] = ("3.0", "4.0")
both = pytest.mark.parametrize("version", VERSIONS)

TELLING_NAMES = """
    BEGIN END VERSION PRODID UID REV FN N ORG KIND AGENT X-ABShowAs X-ABLabel X-ABADR X-OFFICE-KIND X-OFFICE-EXTRA
    X-OFFICE-COLUMN X-OFFICE-ANYTHING TEL EMAIL URL ADR LABEL GEO TZ CATEGORIES NICKNAME NOTE RELATED TITLE ROLE
    PHOTO LOGO SOUND KEY BDAY X-SKYPE x-lower fn Begin extra1.X-A item1.TEL
"""
NAMES = st.sampled_from(TELLING_NAMES.split())
SOME_TEXT = st.text(st.characters(codec=None), max_size=20)
VALUES = SOME_TEXT | st.sampled_from(
    ["", "a\r\nEND:VCARD", "\\", "a\\;b,c;d\\n", "data:image/png;base64,AAAA", "AAAA", "vcard", "=41", "BEGIN:VCARD\\n"]
)
PARAMETERS = (
    SOME_TEXT
    | st.sampled_from(
        [
            "",
            ";TYPE=work",
            ";TYPE=work,home",
            ";ENCODING=b",
            ";ENCODING=b;TYPE=PNG",
            ";ENCODING=QUOTED-PRINTABLE",
            ";X=^n",
        ]
    )
    | st.sampled_from(
        [";CHARSET=utf-16", ";VALUE=uri", ';X="a:b"', ';X="', ":", ";X-ABLabel=Desk", ";X=a\r\nEND:VCARD", ";HOME"]
    )
)
EXTRAS = st.builds(Extra, NAMES | SOME_TEXT, VALUES, PARAMETERS, st.sampled_from(ExtraSource))


def written(extra: Extra, version: Version) -> list[Read]:
    """Returns what the extra became in the lines of a card."""
    plain = {line.value for line in cards(write_vcards([an_office()], version))[0]}
    (card,) = cards(write_vcards([an_office(extras=(extra,))], version))
    return [line for line in card if line.value not in plain]


def read_back(office: Office, version: Version) -> Office:
    (record,) = read_vcards(write_vcards([office], version))
    assert isinstance(record, Record)
    return record.office


@both
@pytest.mark.parametrize(
    ("extra", "group", "parameters"),
    [
        (Extra("X-SKYPE", "iclei.bonn"), "", ()),
        (Extra("BDAY", "1990-09-08", ";VALUE=date"), "", (("VALUE", "date"),)),
        (Extra("IMPP", "xmpp:a@example.org", ";TYPE=work;PREF=1"), "", (("TYPE", "work"), ("PREF", "1"))),
        (Extra("CATEGORIES", "myContacts,friends"), "extra1", ()),
        (Extra("PHOTO", "http://example.org/a.jpg", ";VALUE=uri"), "", (("VALUE", "uri"),)),
    ],
)
def test_a_property_is_written_as_it_was(
    version: Version, extra: Extra, group: str, parameters: tuple[tuple[str, str], ...]
) -> None:
    assert written(extra, version) == [Read(group, extra.name, parameters, extra.value)]
    assert read_back(an_office(extras=(extra,)), version).extras == (extra,)


@both
def test_a_label_stands_beside_what_it_names(version: Version) -> None:
    property_, label = written(Extra("X-SOCIALPROFILE", "https://social.example/a", ";X-ABLabel=Mastodon"), version)
    assert (property_.group, label.group) == ("extra1", "extra1")
    assert (label.name, label.value) == ("X-ABLabel", "Mastodon")


@both
def test_a_column_keeps_its_header(version: Version) -> None:
    extra = Extra('Opening hours; "summer"', "Mo, Di\n9-17", source=ExtraSource.COLUMN)
    (line,) = written(extra, version)
    assert (line.name, line.parameters) == ("X-OFFICE-COLUMN", (("X-HEADER", extra.name),))
    assert read_back(an_office(extras=(extra,)), version).extras == (extra,)


def test_a_picture_is_written_as_each_version_has_it() -> None:
    icon = Extra("LOGO", "iVBORw0KGgo=", ";ENCODING=b;TYPE=PNG")
    assert written(icon, "3.0") == [Read("", "LOGO", (("ENCODING", "b"), ("TYPE", "PNG")), icon.value)]
    assert written(icon, "4.0") == [Read("", "LOGO", (), "data:image/png;base64,iVBORw0KGgo=")]
    for version in VERSIONS:
        assert read_back(an_office(extras=(icon,)), version).extras == (icon,)


@both
@pytest.mark.parametrize(
    "extra",
    [
        Extra("END", "VCARD"),
        Extra("begin", "VCARD"),
        Extra("VERSION", "2.1"),
        Extra("UID", "other"),
        Extra("FN", "Other name"),
        Extra("X-OFFICE-KIND", "centre"),
        Extra("AGENT", ""),
        Extra("X-A:\r\nEND", "VCARD"),
        Extra("X-A", "b\r\nEND:VCARD\r\nBEGIN:VCARD"),
        Extra("X-A", "b", ":c\r\nEND:VCARD\r\n"),
        Extra("X-A", "b", ";CHARSET=utf-16"),
        Extra("X-A", "b", ";ENCODING=QUOTED-PRINTABLE"),
        Extra("X-A", "Zm9=v", ";ENCODING=b"),
        Extra("TEL", "Zm9v", ";ENCODING=b"),
        Extra("", "b"),
    ],
    ids=repr,
)
def test_what_could_break_a_card_is_wrapped(version: Version, extra: Extra) -> None:
    (line,) = written(extra, version)
    assert line.name == "X-OFFICE-EXTRA"
    assert line.group == ""
    office = an_office(extras=(extra,))
    assert read_back(office, version).extras == (
        Extra(clean(extra.name), clean(extra.value), clean(extra.parameters), extra.source),
    )


@both
def test_what_only_reads_like_an_encoding_is_none(version: Version) -> None:
    extras = (
        Extra("X-A", "soft break=", ";ENCODING=QUOTED-PRINTABLE;X=1"),
        Extra("X-B", "=" * 200, ';LABEL=";QUOTED-PRINTABLE;"'),
        Extra("X-C", "x" * 10_000, ";ENCODING=b;X=1"),
        Extra("X-D", "y=", source=ExtraSource.COLUMN),
    )
    office = an_office(extras=extras, notes="ENCODING=QUOTED-PRINTABLE:" + "=41" * 80)
    assert read_back(office, version) == office


@both
@settings(max_examples=300, deadline=None)
@given(extras=st.lists(EXTRAS, max_size=4))
def test_no_extra_changes_anything_else_of_its_office(version: Version, extras: list[Extra]) -> None:
    bare = an_office("A", phones=(a_phone(label="Desk"),), notes="note", aliases=("B",))
    office = replace(bare, extras=tuple(extras))
    data = write_vcards([office, bare], version)
    assert len(cards(data)) == 2
    first, second = read_vcards(data)
    assert isinstance(first, Record)
    assert isinstance(second, Record)
    assert replace(first.office, extras=()) == second.office == bare
    assert [one.value for one in first.office.extras] == [clean(extra.value) for extra in extras]
    assert [one.name for one in first.office.extras] == [clean(extra.name) for extra in extras]
    assert [one.parameters for one in first.office.extras] == [clean(extra.parameters) for extra in extras]


@both
@settings(max_examples=100, deadline=None)
@given(extras=st.lists(EXTRAS, max_size=3))
def test_vobject_reads_a_card_with_any_extras(version: Version, extras: list[Extra]) -> None:
    (card,) = vobject.readComponents(write_vcards([an_office("A", extras=tuple(extras))], version).decode())
    assert card.fn.value == "A"
    assert card.version.value == version
    assert card.uid.value == an_office("A").id.urn
