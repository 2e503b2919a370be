"""JSON that this program wrote is read back whole; what is wrong in a record costs that record only."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory_app.bundled import bundled
from directory_app.exchange import limits
from directory_app.exchange.json_export import encode_json, full_record, office_record, write_json
from directory_app.exchange.json_reader import read_json
from directory_app.exchange.limits import LimitError
from directory_app.exchange.seed import read_seed
from directory_app.model.change import FIELDS
from directory_app.model.office import Email, Office
from directory_app.model.record import UNIDENTIFIED, Record, Unreadable
from tests.builders import a_phone, a_position, an_office
from tests.strategies import offices

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec=None), max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def read(data: bytes) -> list[Record]:
    found = list(read_json(data))
    assert all(isinstance(one, Record) for one in found), found
    return [one for one in found if isinstance(one, Record)]


def reasons(document: Any) -> list[str]:
    return [one.reason for one in read_json(json.dumps(document).encode()) if isinstance(one, Unreadable)]


def test_every_published_office_is_read_back_whole() -> None:
    published = read_seed(bundled("db", "seed")).offices
    records = read(write_json(published))
    assert [record.office for record in records] == list(published)
    assert all(record.whole and record.fields == frozenset(FIELDS) for record in records)


@settings(max_examples=200, deadline=None)
@given(office=offices)
def test_any_office_is_read_back(office: Office) -> None:
    (record,) = read(write_json([office]))
    assert record.office == office


def test_a_record_says_where_it_stands() -> None:
    first, second = read(write_json([an_office("A"), an_office("B")]))
    assert first.place == "record 1, line 2"
    line = write_json([an_office("A")]).count(b"\n") + 1
    assert second.place == f"record 2, line {line - 1}"
    assert not first.findings


def test_what_show_prints_says_nothing_of_what_it_leaves_out() -> None:
    office = an_office(phones=(a_phone(),), emails=(Email("a@example.org"),), position=a_position())
    (record,) = read(encode_json(office_record(office)))
    assert record.office == office
    assert not record.whole
    assert frozenset(FIELDS) - record.fields == {
        "covers",
        "opening_hours",
        "verified_by",
        "verified_how",
        "local_address",
        "extras",
        "ignored",
        "distinct_from",
        "address.published",
    }


def test_what_list_prints_is_taken_for_the_fields_it_has() -> None:
    row = {
        "id": str(an_office().id),
        "name": "A",
        "kind": "centre",
        "region": "Europe",
        "city": "Bonn",
        "country": "DE",
    }
    (record,) = read(json.dumps([{**row, "matched_in": []}]).encode())
    assert record.fields == {"name", "kind", "region", "address.city", "address.country"}
    assert (record.office.address.city, record.office.address.country) == ("Bonn", "DE")


def test_a_record_without_an_id_is_of_no_known_office() -> None:
    (record,) = read(b'{"name": "A"}')
    assert record.office.id == UNIDENTIFIED


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("name", 5, "“name” is no text."),
        ("name", None, "“name” is no text."),
        ("kind", "palace", "“kind” cannot be “palace”."),
        ("phones", {}, "“phones” is no list."),
        ("phones", ["+49"], "“phones” is no record."),
        ("phones", [{"number": 5}], "“phones.number” is no text."),
        ("phones", [{"number": "+49", "kind": "telex"}], "“phones.kind” cannot be “telex”."),
        ("websites", [1], "“websites” is no text."),
        ("address", "Bonn", "“address” is no record."),
        ("address", {"lines": "a"}, "“address.lines” is no list."),
        ("position", {"latitude": "1", "longitude": 2}, "“position.latitude” is no number of degrees."),
        ("position", {"latitude": 1, "longitude": True}, "“position.longitude” is no number of degrees."),
        ("position", {"latitude": 10**400, "longitude": 2}, "“position.latitude” is no number of degrees."),
        ("position", {"latitude": 1}, "“position.longitude” is no number of degrees."),
        ("verified_on", "2026-02-30", "“verified_on” cannot be “2026-02-30”."),
        ("updated_at", "0001-01-01T00:00:00+10:00", "“updated_at” cannot be “0001-01-01T00:00:00+10:00”."),
        ("distinct_from", ["x"], "“distinct_from” cannot be “x”."),
        ("revision", -1, "“revision” is no count."),
        ("id", "x", "“id” cannot be “x”."),
    ],
)
def test_a_wrong_value_makes_its_record_unreadable_and_no_other(key: str, value: Any, says: str) -> None:
    wrong = {**full_record(an_office("A")), key: value}
    good = full_record(an_office("B"))
    found = list(read_json(json.dumps([wrong, good]).encode()))
    assert found[0] == Unreadable("record 1, line 1", says)
    assert isinstance(found[1], Record)
    assert found[1].office == an_office("B")


def test_numbers_that_json_does_not_know_are_no_degrees() -> None:
    assert reasons([{"position": {"latitude": float("nan"), "longitude": float("inf")}}])


@pytest.mark.parametrize("document", [[1], ["a"], [[]], [None], 5, "offices", {}, [{"colour": "red"}]])
def test_what_is_no_office_is_said_to_be_none(document: Any) -> None:
    assert len(reasons(document)) == 1


@pytest.mark.parametrize("data", [b"", b" \n ", b"[]", b"\xef\xbb\xbf[ ]\n"])
def test_a_file_without_records_has_none(data: bytes) -> None:
    assert list(read_json(data)) == []


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b'[{"name": "A"},\n{"name": ', "record 2, line 2"),
        (b'[{"name": "A"}', "record 2, line 1"),
        (b"BEGIN:VCARD", "record 1, line 1"),
        (b"[" * 100_000, "record 1, line 1"),
        (b'[{"name": "A"}]\n\nx', "line 3"),
    ],
)
def test_broken_json_is_named_by_its_place(data: bytes, place: str) -> None:
    *_, last = read_json(data)
    assert isinstance(last, Unreadable)
    assert last.place == place


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le"])
def test_any_unicode_is_read(encoding: str) -> None:
    (record,) = read('[{"name": "Łódź 서울"}]'.encode(encoding))
    assert record.office.name == "Łódź 서울"


def test_a_file_that_an_editor_saved_otherwise_is_read_by_its_likeliest_encoding() -> None:
    (record,) = read('[{"name": "Büro São Paulo", "notes": "für Köln"}]'.encode("windows-1252"))
    assert record.office.name == "Büro São Paulo"


def test_half_a_character_becomes_a_sign_that_something_is_missing() -> None:
    (record,) = read(b'[{"name": "a\\ud800b"}]')
    assert record.office.name == "a\ufffdb"


def test_too_large_a_file_and_too_many_records_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LimitError, match="50 MB"):
        read_json(b" " * (limits.FILE_BYTES + 1))
    monkeypatch.setattr(limits, "RECORDS", 2)
    with pytest.raises(LimitError, match="more than 2 records"):
        list(read_json(write_json([an_office("A"), an_office("B"), an_office("C")])))


def test_too_long_a_record_is_left_out_and_the_rest_goes_on() -> None:
    long = replace(an_office("A"), notes="x" * limits.CARD_BYTES)
    first, second = read_json(write_json([long, an_office("B")]))
    assert first == Unreadable("record 1, line 2", "The record is longer than 1 MB.")
    assert isinstance(second, Record)


@settings(max_examples=100, deadline=None)
@given(document=st.lists(st.dictionaries(st.sampled_from(sorted(full_record(an_office()))), PLAIN)))
def test_any_json_gives_records_or_reasons(document: Any) -> None:
    found = list(read_json(json.dumps(document).encode()))
    assert len(found) == len(document)


@settings(max_examples=100, deadline=None)
@given(start=st.integers(0, 2000), put=st.binary(max_size=4), cut=st.integers(0, 40))
def test_any_damage_is_survived(start: int, put: bytes, cut: int) -> None:
    data = write_json([an_office("A", phones=(a_phone(),), position=a_position()), an_office("B")])
    for one in read_json(data[:start] + put + data[start + cut :]):
        assert isinstance(one, Record | Unreadable)
