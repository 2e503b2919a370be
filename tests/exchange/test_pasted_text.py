import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory_app.exchange.limits import FILE_BYTES, LINE_BYTES, LimitError
from directory_app.exchange.pasted.text import read_pasted
from directory_app.exchange.seed import read_seed
from directory_app.model.change import FIELDS, value_of
from directory_app.model.office import Kind, Office
from directory_app.model.phone import Phone, PhoneKind
from directory_app.model.record import UNIDENTIFIED, Record, Unreadable

_CORPUS = sorted((Path(__file__).parent / "pasted").glob("*.txt"))
_SEED = Path(__file__).parents[2] / "db" / "seed"
_FEWEST_RIGHT = 23

_FRAGMENTS = [
    *("Berlin Office", "European Secretariat", "Embassy of", "Office", "Büro", "Starco Center", "River Towns e.V."),
    *("Europe", "South Asia", "Germany", "Kenya", "Contact us", "Anna Weber", "Director", "Head of Office"),
    *("Torstr. 72a", "10119 Berlin", "St.", "PO Box 12", "12", "007", "of the", "and", "All rights reserved"),
    *("+49 30 901820", "T: +49 30 901820", "+33 1 42001234", "x 5", "a@b.de", "c (at) d.org", "www.x.org"),
    *("E:", "F:", "Tel.", "Fax:", "Phone:", "Address:", "Name:", "Country:", "Region:", "Notes:", "Company:"),
    *("Physical address:", "Contact person:", "Opening hours: 9-17", "☎", "✉", "(at)", "@", "+", "("),
    *("the quick brown fox jumps over the lazy dog and runs away", "République"),
]
_JOINTS = [" ", " ", "\n", "\n", "\n\n", "\t", " | ", ", ", " – ", ": ", "\n• ", "\n1. ", "\n2. ", "\n> ", "\n--\n", ""]
_MARKS = st.from_regex(r"[Qq]z[a-h]{6}7?", fullmatch=True)

fragments = st.sampled_from(_FRAGMENTS)
joints = st.sampled_from(_JOINTS)
any_texts = st.lists(fragments | st.text(max_size=20) | joints, max_size=30).map("".join)
marked_texts = st.lists(st.tuples(fragments | _MARKS, joints), min_size=1, max_size=20)


def _records(text: str, regions: tuple[str, ...] = ()) -> list[Record]:
    return [record for record in read_pasted(text, regions) if isinstance(record, Record)]


def _left(text: str) -> list[Unreadable]:
    return [record for record in read_pasted(text) if isinstance(record, Unreadable)]


def _only(text: str) -> Record:
    (record,) = _records(text)
    return record


def _phone(phone: Phone) -> str:
    extension = f" x{phone.extension}" if phone.extension else ""
    return f"{phone.kind.value} {phone.number}{extension}" + (f" ({phone.label})" if phone.label else "")


def _as_in_corpus(record: Record | Unreadable) -> dict[str, Any]:
    if isinstance(record, Unreadable):
        return {"place": record.place, "reason": record.reason}
    office = record.office
    said = {
        "place": record.place,
        "name": office.name,
        "region": office.region,
        "country": office.address.country,
        "published": office.address.published,
        "phones": [_phone(phone) for phone in office.phones],
        "emails": [email.address + (f" ({email.label})" if email.label else "") for email in office.emails],
        "websites": list(office.websites),
        "people": [f"{person.name}, {person.role}" for person in office.people],
        "notes": office.notes,
        "concluded": [finding.field for finding in record.findings],
    }
    return {key: value for key, value in said.items() if value}


@pytest.mark.parametrize("path", _CORPUS, ids=lambda path: path.stem)
def test_a_text_of_the_corpus_is_read_as_its_file_says(path: Path) -> None:
    expected = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))
    found = list(read_pasted(path.read_text(encoding="utf-8")))
    assert [_as_in_corpus(record) for record in found] == [*expected.get("office", []), *expected.get("left", [])]


def test_the_corpus_is_there() -> None:
    assert len(_CORPUS) >= 12


# The published offices


def _in_one_run(office: Office) -> str:
    """Returns an office as a footer has it: "Berlin Office Torstr. 1 … T: … F: … E: … www…"."""
    cells = dict.fromkeys((phone.kind is PhoneKind.FAX, phone.raw) for phone in office.phones)
    numbers = [f"{'F' if is_fax else 'T'}: {cell}" for is_fax, cell in cells]
    emails = [f"E: {email.address}" for email in office.emails]
    return " ".join([office.name, office.address.published, *numbers, *emails, *office.websites])


def _is_read_right(record: Record, office: Office) -> bool:
    read = record.office
    return (
        read.name == office.name
        and read.address.country == office.address.country
        and read.address.published == office.address.published
        and {(phone.number, phone.extension) for phone in read.phones}
        == {(phone.number, phone.extension) for phone in office.phones}
        and {email.address for email in read.emails} == {email.address for email in office.emails}
        and read.websites == office.websites
    )


def _those_read_right(text: str, offices: Iterable[Office]) -> list[Office]:
    records = {record.office.name: record for record in _records(text)}
    return [office for office in offices if office.name in records and _is_read_right(records[office.name], office)]


def test_the_published_offices_run_together_under_their_regions_come_apart() -> None:
    seed = read_seed(_SEED)
    texts: list[str] = []
    for region in seed.regions:
        texts += [] if region.name == "World" else [region.name]
        texts += [_in_one_run(office) for office in seed.offices if office.region == region.name]
    right = _those_read_right(" ".join(texts), seed.offices)
    assert len(right) >= _FEWEST_RIGHT
    regions = {record.office.name: record.office.region for record in _records(" ".join(texts))}
    assert all(regions[office.name] == office.region for office in right if office.region != "World")


@pytest.mark.parametrize("joint", [" ", "\n", "\n\n", "\n• "])
def test_the_published_offices_without_headings_come_apart_however_they_are_joined(joint: str) -> None:
    offices = read_seed(_SEED).offices
    assert len(_those_read_right(joint.join(map(_in_one_run, offices)), offices)) >= _FEWEST_RIGHT


# What is said and what is concluded


def test_a_record_is_partial_and_speaks_of_what_the_text_says() -> None:
    record = _only("Berlin Office\nTorstr. 72a\n10119 Berlin\nGermany\nT: +49 30 901820")
    assert not record.whole
    assert record.office.id == UNIDENTIFIED
    assert {"name", "phones", "address.published", "address.country"} <= record.fields
    assert not {"emails", "region", "kind", "notes"} & record.fields
    assert record.findings == ()


def test_every_field_that_a_record_speaks_of_has_a_value_and_is_one_of_a_change() -> None:
    for path in _CORPUS:
        for record in _records(path.read_text(encoding="utf-8")):
            assert record.fields <= set(FIELDS)
            assert all(value_of(record.office, field) for field in record.fields)


def test_a_country_known_by_its_number_is_proposed_and_not_said() -> None:
    record = _only("Québec Office 2 rue des Jardins Québec, QC G1R 4S9 T: +1 418 / 641-6010")
    assert record.office.address.country == "CA"
    assert "address.country" not in record.fields
    assert [(finding.field, finding.about) for finding in record.findings] == [("address.country", "CA")]
    assert "+1 418-641-6010" in record.findings[0].message


def test_a_country_code_that_several_countries_share_tells_none_without_its_area() -> None:
    assert _only("Somewhere Office\nT: +1 555 123 4567").office.address.country == ""


def test_a_missing_name_is_made_as_its_neighbours_under_their_headings_are_named() -> None:
    records = _records(
        "Europe European Secretariat Torstr. 1 10119 Berlin Germany T: +49 30 901820 "
        "Africa Physical address: 14 Loop Street Durban South Africa T: +27 31 301 0381 "
        "Asia Asian Secretariat 40 Jongno, Seoul, South Korea T: +82 2 555 0496"
    )
    assert [record.office.name for record in records] == [
        "European Secretariat",
        "Africa Secretariat",
        "Asian Secretariat",
    ]
    assert "name" not in records[1].fields
    assert [finding.code for finding in records[1].findings] == ["name_concluded"]


def test_numbers_alone_are_an_entry_without_a_name() -> None:
    record = _only("+49 30 901820")
    assert record.place == "entry 1"
    assert record.office.name == ""
    assert [finding.code for finding in record.findings] == ["name_missing", "country_concluded"]


def test_a_region_of_the_directory_is_a_heading_as_it_writes_it() -> None:
    text = (
        "GREAT PLAINS\nOmaha Office\n12 Main Street, Omaha, USA\n\nTundra\nInuvik Office\n5 Lake Road, Inuvik, Canada"
    )
    assert [record.office.region for record in _records(text, ("Great Plains", "Tundra"))] == ["Great Plains", "Tundra"]


def test_a_region_within_a_name_stays_there() -> None:
    record = _only("West Africa Regional Office\nLimuru Road 12\nAccra, Ghana")
    assert (record.office.name, record.office.region) == ("West Africa Regional Office", "")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("World Secretariat", Kind.WORLD_SECRETARIAT),
        ("Secretariado para América del Sur", Kind.REGIONAL_SECRETARIAT),
        ("Projektbüro Leipzig", Kind.PROJECT_OFFICE),
        ("Capacity Centre", Kind.CENTRE),
        ("Fundação Rios", Kind.FOUNDATION),
        ("Berlin Office", Kind.OFFICE),
    ],
)
def test_the_kind_comes_from_the_name(name: str, kind: Kind) -> None:
    assert _only(f"{name}\nTorstr. 72a\n10119 Berlin, Germany").office.kind is kind


# What belongs to nobody, and limits


def test_an_empty_text_holds_nothing() -> None:
    assert list(read_pasted("")) == list(read_pasted(" \n\t\n--\n \x00 ")) == []


def test_words_of_nobody_are_told_at_the_end_with_their_lines() -> None:
    *_, last = read_pasted("Our team\n\nBerlin Office\n10119 Berlin, Germany\nT: +49 30 901820\n\nFollow us")
    assert last == Unreadable("lines 1, 7", "No office was found for these words: “Our team”; “Follow us”.")


def test_very_many_words_of_nobody_are_told_in_part() -> None:
    (last,) = _left("plain words here\n\n" * 2000)
    assert len(last.reason) < 2500
    assert last.place.endswith("and more")


def test_a_text_larger_than_a_file_may_be_is_refused_in_a_sentence() -> None:
    with pytest.raises(LimitError, match=r"The text has 50\.0 MB; at most 50 MB"):
        read_pasted(" " * (FILE_BYTES + 1))


def test_a_line_that_is_too_long_is_named_and_the_rest_is_read() -> None:
    first, second = read_pasted("x" * (LINE_BYTES + 1) + "\nBerlin Office\n10119 Berlin\nGermany")
    assert first == Unreadable(
        "line 1", "The line has 256 KB; at most 256 KB are read at once. Break it between two offices."
    )
    assert isinstance(second, Record)
    assert second.place == "entry 1, line 2"


def test_a_long_text_is_read_in_parts_under_the_headings_that_go_on() -> None:
    text = "Europe\n\n" + "Bern Office\n3000 Bern, Switzerland\nT: +41 31 555 12 12\n\n" * 9000
    records = read_pasted(text)
    assert {next(records).place, next(records).place} == {"entry 1, line 3", "entry 2, line 7"}
    assert all(isinstance(record, Record) and record.office.region == "Europe" for record in records)


@pytest.mark.parametrize(
    "piece",
    [
        *("a", " ", "1", "+", "+1 ", "@", "a@", "(at)", "x(at)y.org ", "a at b.org ", "a.b.", "(", "(a ", ",", "1, "),
        *("Office ", "A Office ", "Büro", "Europe ", "Africa and ", "Germany ", "Office of ", "of the ", "Mexico, "),
        *("T: ", "+49 30 901820 ", "+49 30 901820 ext 5 and ", "+49 30 901820 (a b) ", "☎", "Address: ", "a: "),
        *("Contact us ", "http://", "\t", "a\tb\n", " | ", "\n", "x\n", "> ", ">\n", "• a\n", "Phone:\n", "1/", "(1"),
        *("\0", "\ud800", "\u202eשלום ", "\u0301", "Quick Brown ", "Berlin Office 1 Street, Germany "),
    ],
)
def test_a_long_run_of_anything_is_read_in_a_moment(piece: str) -> None:
    assert sum(1 for _ in read_pasted(piece * (60_000 // len(piece)))) >= 0


@given(any_texts)
@settings(max_examples=150)
def test_any_text_gives_records_and_reasons(text: str) -> None:
    for record in read_pasted(text):
        assert record.place
        assert isinstance(record, Record) or record.reason


@given(marked_texts)
@settings(max_examples=300)
def test_no_word_of_a_text_is_lost(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + joint for piece, joint in pieces)
    said = " ".join(str(record.office) if isinstance(record, Record) else record.reason for record in read_pasted(text))
    for piece, _ in pieces:
        if piece.lower().startswith("qz"):
            assert piece in said
