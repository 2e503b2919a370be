"""Foreign cards are read with care, broken ones are named by their place, and no file stops the program."""

import socket
import tracemalloc
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory_app.exchange import limits
from directory_app.exchange.limits import CARD_BYTES, FILE_BYTES, KB, LINE_BYTES, LimitError
from directory_app.exchange.vcard.lines import LARGEST_PICTURE
from directory_app.exchange.vcard.reader import count_cards, read_vcards
from directory_app.exchange.vcard.writer import write_vcards
from directory_app.model.office import Office, Person
from directory_app.model.phone import PhoneKind
from directory_app.model.place import Precision
from directory_app.model.record import UNIDENTIFIED, Record, Unreadable
from tests.builders import an_office

CARDS = [path.read_bytes() for path in sorted((Path(__file__).parent / "cards").glob("*.vcf"))]


def card(*lines: str, version: str = "3.0") -> bytes:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]).encode()


def read(*lines: str, version: str = "3.0") -> Record:
    (record,) = read_vcards(card(*lines, version=version))
    assert isinstance(record, Record), record
    return record


def office(*lines: str, version: str = "3.0") -> Office:
    return read(*lines, version=version).office


def codes(record: Record | Unreadable) -> list[str]:
    assert isinstance(record, Record), record
    return [finding.code for finding in record.findings]


@pytest.mark.parametrize(
    ("lines", "name", "people"),
    [
        (("N:Lima;Ana", "FN:Ana Lima", "ORG:Bonn Office"), "Bonn Office", [Person("Ana Lima")]),
        (("N:Lima;Ana;;Dr.;", "FN:Lima, Ana", "ORG:Bonn Office"), "Bonn Office", [Person("Dr. Ana Lima")]),
        (("N:山田;太郎", "FN:山田 太郎", "ORG:東京事務所"), "東京事務所", [Person("山田 太郎")]),
        (("N:Lima;Ana", "FN:Bonn Office", "ORG:Bonn Office"), "Bonn Office", [Person("Ana Lima")]),
        (
            ("N:Lima;Ana", "FN:Bonn", "ORG:Bonn", "X-ABShowAs:COMPANY", "TITLE:Head"),
            "Bonn",
            [Person("Ana Lima", "Head")],
        ),
        (
            ("N:Lima;Ana", "ORG:Bonn;Press", "TITLE:Head", "ROLE:Climate"),
            "Bonn, Press",
            [Person("Ana Lima", "Head, Climate")],
        ),
        (("FN:Ana Lima", "ORG:Bonn Office"), "Bonn Office", [Person("Ana Lima")]),
        (("N:;;;;", "FN:Ana Lima", "ORG:Bonn Office", "TITLE:Head"), "Bonn Office", [Person("Ana Lima", "Head")]),
        (("N:;;;;", "FN:Bonn Office", "ORG:Network"), "Bonn Office", []),
        (("FN:Bonn Office", "ORG:Bonn Office;Press"), "Bonn Office", []),
        (("KIND:org", "FN:Bonn Office", "ORG:Network"), "Bonn Office", []),
        (("N:Bonn Office;;;;", "FN:Bonn Office", "ORG:Bonn Office"), "Bonn Office", []),
        (("N:;;;;", "ORG:Bonn Office"), "Bonn Office", []),
        (("N:Bonn Office",), "Bonn Office", []),
        (("N:Lima;Ana",), "Ana Lima", []),
        (("N:Lima;Ana", "TITLE:Head"), "Ana Lima", [Person("Ana Lima", "Head")]),
    ],
)
def test_a_card_is_of_an_office_or_of_somebody_in_one(lines: tuple[str, ...], name: str, people: list[Person]) -> None:
    read_office = office(*lines)
    assert read_office.name == name
    assert list(read_office.people) == people


def test_a_person_without_an_organisation_is_an_office_that_says_so() -> None:
    record = read("N:Lima;Ana", "FN:Ana Lima", "TITLE:Head")
    assert codes(record) == ["person_without_office"]
    assert codes(read("N:Bonn Office", "FN:Bonn Office")) == []


def test_other_names_are_kept_as_aliases_of_an_office_and_as_extras_of_a_person() -> None:
    of_office = office("N:;;;;", "FN:Bonn Office", "ORG:Network;Bonn", "NICKNAME:HQ,The \\, One")
    assert of_office.aliases == ("Network, Bonn", "HQ", "The , One")
    of_person = office("N:Lima;Ana", "FN:Ana Lima", "ORG:Bonn Office", "NICKNAME:Anita")
    assert of_person.aliases == ()
    assert [extra.name for extra in of_person.extras] == ["NICKNAME"]


@pytest.mark.parametrize(
    ("uid", "read_as"),
    [
        ("urn:uuid:0B0F1B3E-5F0C-4C39-8D1B-0D6E7F1A9C55", UUID("0b0f1b3e-5f0c-4c39-8d1b-0d6e7f1a9c55")),
        ("0b0f1b3e-5f0c-4c39-8d1b-0d6e7f1a9c55", UUID("0b0f1b3e-5f0c-4c39-8d1b-0d6e7f1a9c55")),
        ("{0b0f1b3e5f0c4c398d1b0d6e7f1a9c55}", UUID("0b0f1b3e-5f0c-4c39-8d1b-0d6e7f1a9c55")),
        ("pas-id-5F1C2A0B00000001", UUID("f032c521-546b-58a3-915f-9a224eee06ac")),
        ("  ", UNIDENTIFIED),
    ],
)
def test_an_identifier_always_leads_to_the_same_office(uid: str, read_as: UUID) -> None:
    assert office("FN:A", f"UID:{uid}").id == read_as


def test_a_card_without_identifier_is_of_no_known_office() -> None:
    assert office("FN:A").id == UNIDENTIFIED


def test_only_a_whole_card_of_this_program_says_everything() -> None:
    data = write_vcards([an_office()], "3.0")
    assert [one.whole for one in read_vcards(data) if isinstance(one, Record)] == [True]
    (cut,) = read_vcards(data.replace(b"END:VCARD\r\n", b""))
    assert isinstance(cut, Record)
    assert (cut.whole, codes(cut)) == (False, ["card_unfinished"])


def test_a_card_speaks_only_of_the_fields_that_it_has() -> None:
    record = read("FN:A", "TEL:", "EMAIL:a@example.org", "ADR:;;;Bonn;;;Germany", "NOTE: ")
    assert record.fields == {"name", "emails", "address.city", "address.country"}


@pytest.mark.parametrize(
    ("line", "country", "number", "extension", "kind", "label"),
    [
        ("TEL;TYPE=work,voice:+49 228 97629900", "", "+4922897629900", "", PhoneKind.VOICE, ""),
        ("TEL:0228 97629900", "DE", "+4922897629900", "", PhoneKind.VOICE, ""),
        ("tel;type=Fax:+49 228 97629901", "", "+4922897629901", "", PhoneKind.FAX, ""),
        ("TEL;WORK;FAX:+49 228 97629901", "", "+4922897629901", "", PhoneKind.FAX, ""),
        ("TEL;TYPE=voice,fax:+49 228 97629901", "", "+4922897629901", "", PhoneKind.VOICE, ""),
        ("TEL;TYPE=cell:+1 510 844 0699", "", "+15108440699", "", PhoneKind.MOBILE, ""),
        ("TEL;VALUE=uri:tel:+52-55-5345-3000;ext=5622", "", "+525553453000", "5622", PhoneKind.VOICE, ""),
        ("TEL:tel:5345-3000;phone-context=+52-55", "", "+525553453000", "", PhoneKind.VOICE, ""),
        ("TEL:+52 55 5345 3000\\,5622", "", "+525553453000", "5622", PhoneKind.VOICE, ""),
        ("TEL:+52 55 5345 3000,,5622#", "", "+525553453000", "5622", PhoneKind.VOICE, ""),
        ("TEL:+1 510 844-0699;309", "", "+15108440699", "309", PhoneKind.VOICE, ""),
        ("TEL:+1 510 844-0699p309", "", "+15108440699", "309", PhoneKind.VOICE, ""),
        ("TEL;TYPE=home:+49 228 97629900", "", "+4922897629900", "", PhoneKind.VOICE, "Home"),
        ("TEL;TYPE=x-Front-Desk:+49 228 97629900", "", "+4922897629900", "", PhoneKind.VOICE, "Front-desk"),
        ("TEL:F: +49 228 97629901", "", "+4922897629901", "", PhoneKind.FAX, ""),
    ],
)
def test_a_number_is_read_as_people_and_programs_write_it(
    line: str, country: str, number: str, extension: str, kind: PhoneKind, label: str
) -> None:
    (phone,) = office("FN:A", line, *([f"ADR;CC={country}:;;x;;;;"] if country else [])).phones
    assert (phone.number, phone.extension, phone.kind, phone.label) == (number, extension, kind, label)
    assert phone.raw == line.partition(":")[2].replace("\\,", ",")


@pytest.mark.parametrize(
    ("label", "kind", "shown"),
    [
        ("_$!<Work>!$_", PhoneKind.VOICE, ""),
        ("_$!<Main>!$_", PhoneKind.VOICE, "Main"),
        ("_$!<Mobile>!$_", PhoneKind.MOBILE, ""),
        ("_$!<WorkFAX>!$_", PhoneKind.FAX, ""),
        ("_$!<HomeFAX>!$_", PhoneKind.FAX, "Home"),
        ("Réception", PhoneKind.VOICE, "Réception"),
        ("Notfall", PhoneKind.EMERGENCY, ""),
        ("WhatsApp", PhoneKind.MOBILE, "WhatsApp"),
    ],
)
def test_a_label_says_what_the_number_beside_it_is(label: str, kind: PhoneKind, shown: str) -> None:
    (phone,) = office("FN:A", "item1.TEL:+49 228 97629900", f"ITEM1.X-ABLabel:{label}").phones
    assert (phone.kind, phone.label) == (kind, shown)


def test_what_is_no_number_keeps_its_text() -> None:
    (phone,) = office("FN:A", "TEL:ask the porter\\; twice").phones
    assert (phone.number, phone.raw) == ("", "ask the porter; twice")


def test_a_text_too_long_for_numbers_stays_as_it_is() -> None:
    record = read("FN:A", "TEL:" + "+49 228 97629900; " * 40)
    assert record.office.phones == ()
    assert [extra.name for extra in record.office.extras] == ["TEL"]
    assert codes(record) == ["number_unreadable"]


def test_preferred_numbers_come_first() -> None:
    phones = office(
        "FN:A", "TEL;PREF=2:+49 30 1", "TEL:+49 30 3", "TEL;TYPE=pref:+49 30 2", "TEL;PREF=x:+49 30 4"
    ).phones
    assert [phone.raw for phone in phones] == ["+49 30 2", "+49 30 1", "+49 30 3", "+49 30 4"]


@pytest.mark.parametrize(
    ("country", "code"),
    [("Côte d’Ivoire", "CI"), ("de", "DE"), ("United Kingdom", "GB"), ("Atlantis", "Atlantis"), ("", "")],
)
def test_a_country_is_known_by_its_name(country: str, code: str) -> None:
    assert office("FN:A", f"ADR:;;Street 1;Town;;;{country}").address.country == code


def test_the_code_beside_an_address_is_its_country_where_it_names_none() -> None:
    assert office("FN:A", "a.ADR:;;Street 1;Town;;;", "a.X-ABADR:ch").address.country == "CH"
    assert office("FN:A", "a.ADR:;;Street 1;Town;;;Mexico", "a.X-ABADR:us").address.country == "MX"


def test_the_address_of_the_office_is_the_one_at_work_and_the_others_stay() -> None:
    read_office = office("FN:A", "ADR;TYPE=home:;;Home 1;;;;", "ADR;TYPE=work:42;Room 1;Work 1\\nBack;;;;")
    assert read_office.address.lines == ("PO Box 42", "Room 1", "Work 1", "Back")
    assert [(extra.name, extra.parameters) for extra in read_office.extras] == [("ADR", ";TYPE=home")]


def test_an_address_that_is_only_laid_out_is_read_from_its_lines() -> None:
    address = office(
        "FN:A", "LABEL;WORK;ENCODING=QUOTED-PRINTABLE:Rathausplatz 1=0D=0A90403 N=C3=BCrnberg=0D=0AGermany"
    ).address
    assert address.published == "Rathausplatz 1\n90403 Nürnberg\nGermany"
    assert (address.postal_code, address.country) == ("90403", "DE")


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("GEO:50.7374;7.0982", (50.7374, 7.0982, Precision.STREET)),
        ("GEO:geo:50.7,-7.0982", (50.7, -7.0982, Precision.TOWN)),
        ("GEO:GEO:50.7374,7.0982;u=35", (50.7374, 7.0982, Precision.STREET)),
        ("GEO:37.24,-17.87", (37.24, -17.87, Precision.TOWN)),
    ],
)
def test_a_position_is_as_precise_as_its_decimals(line: str, place: tuple[float, float, Precision]) -> None:
    position = office("FN:A", line).position
    assert position is not None
    assert (position.latitude, position.longitude, position.precision) == place


@pytest.mark.parametrize("line", ["GEO:north of Bonn", "GEO:1e3;2", "TZ:-05:00", "TZ:EST", "TZ:;"])
def test_what_is_no_position_and_no_zone_stays_as_it_is(line: str) -> None:
    read_office = office("FN:A", line)
    assert (read_office.position, read_office.timezone) == (None, "")
    assert [f"{extra.name}:{extra.value}" for extra in read_office.extras] == ([line] if line != "TZ:;" else [])


def test_a_label_without_a_place_is_told() -> None:
    record = read(
        "FN:A",
        "a.URL:https://example.org",
        "a.X-ABLabel:Shop",
        "b.URL:http://a.example",
        "b.X-ABLabel:_$!<HomePage>!$_",
    )
    assert [(finding.code, finding.about) for finding in record.findings] == [("label_left_out", "Shop")]


def test_nothing_that_a_card_refers_to_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a card reached for the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    lines = [
        f"{name};VALUE=uri:http://example.org/a" for name in ("PHOTO", "LOGO", "SOUND", "KEY", "SOURCE", "URL", "AGENT")
    ]
    assert len(office("FN:A", *lines).extras) == 6


def test_a_small_picture_is_kept_and_a_large_one_told() -> None:
    picture = "A" * (LARGEST_PICTURE - 100)
    assert [extra.value for extra in office("FN:A", f"PHOTO;ENCODING=b;TYPE=JPEG:{picture}").extras] == [picture]
    for line in (f"PHOTO;ENCODING=BASE64:{picture * 2}", f"PHOTO:data:image/jpeg;base64,{picture * 100}"):
        record = read("FN:A", line)
        assert record.office.extras == ()
        assert codes(record) == ["picture_left_out"]


def test_too_long_a_line_or_card_is_named_and_the_rest_goes_on() -> None:
    data = (
        card("FN:A", "TEL:+49 30 1", "NOTE:" + "x" * LINE_BYTES)
        + card("FN:B", *(f"X-{number}:{'y' * 100 * KB}" for number in range(11)))
        + card("FN:C")
    )
    line, long, good = read_vcards(data)
    assert line == Unreadable("card 1, line 5", "The line is longer than 256 KB.")
    assert long == Unreadable("card 2, line 7", "The card is longer than 1 MB.")
    assert isinstance(good, Record)
    assert good.place == "card 3, line 22"


def test_a_folded_line_is_too_long_as_a_whole() -> None:
    folds = "\r\n ".join(["x" * 70] * (LINE_BYTES // 70 + 1))
    (found,) = read_vcards(card("FN:A", f"NOTE:{folds}"))
    assert isinstance(found, Unreadable)
    assert found.place == "card 1, line 4"
    assert len(folds) < CARD_BYTES


def test_too_large_a_file_and_too_many_cards_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LimitError, match="50 MB"):
        read_vcards(b"x" * (FILE_BYTES + 1))
    monkeypatch.setattr(limits, "RECORDS", 2)
    with pytest.raises(LimitError, match="more than 2 records"):
        list(read_vcards(card("FN:A") * 3))
    assert len(list(read_vcards(card("FN:A") * 2))) == 2


def test_many_cards_cost_no_more_memory_than_one() -> None:
    data = card("N:Lima;Ana", "FN:Ana Lima", "ORG:A", "EMAIL:a@example.org", "NOTE:" + "x" * 500) * 2_000
    list(read_vcards(data[:5_000]))
    tracemalloc.start()
    try:
        assert sum(1 for _ in read_vcards(data)) == 2_000
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 300 * KB


@pytest.mark.parametrize("data", [b"", b"\r\n \r\n", b"\xef\xbb\xbf"])
def test_an_empty_file_has_no_cards(data: bytes) -> None:
    assert [one for one in read_vcards(data) if isinstance(one, Record)] == []
    assert count_cards(data) == 0


def test_a_file_that_holds_no_cards_is_told_by_its_first_line() -> None:
    assert list(read_vcards(b"name,city\r\nBonn,Bonn\r\n")) == [
        Unreadable("line 1", "This stands outside of any card: “name,city”.")
    ]


def test_every_card_of_joined_files_is_read_marks_and_all() -> None:
    assert [type(one) for one in read_vcards((b"\xef\xbb\xbf" + card("FN:A")) * 3)] == [Record] * 3


@pytest.mark.parametrize("charset", ["utf-16", "zlib", "punycode", "no such", "a\0b", "x" * 300])
def test_a_charset_that_is_none_is_not_believed(charset: str) -> None:
    assert office(f"FN;CHARSET={charset};ENCODING=QUOTED-PRINTABLE:B=C3=BCro", version="2.1").name == "Büro"


@pytest.mark.parametrize(
    "line",
    [
        "NOTE;QUOTED-PRINTABLE:" + "=\r\n" * 50_000,
        "NOTE:x\r\n" + "no property\r\n" * 15_000,
        "A;" + '"' * 100_000,
        "TEL;TYPE=" + "a," * 50_000 + ":1",
        "\r\n".join(["a.X-A:1"] * 15_000 + ["a.X-ABLabel:x"] * 15_000),
        "AGENT:\r\nBEGIN:VCARD\r\n" * 20_000,
        "GEO:" + " " * 100_000,
        "NOTE;QUOTED-PRINTABLE:" + " " * 100_000 + "\r\n x",
    ],
    ids=["soft breaks", "strays", "quotes", "types", "groups", "agents", "blanks", "trailing blanks"],
)
@pytest.mark.timeout(20)
def test_no_card_takes_more_time_than_its_length(line: str) -> None:
    assert list(read_vcards(card("FN:A", line)))


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_any_damage_is_survived(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from(CARDS)))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content)))
        content[at : at + data.draw(st.integers(0, 30))] = data.draw(
            st.binary(max_size=6)
            | st.sampled_from([b"\r\n", b"\n ", b"BEGIN:VCARD\r\n", b"END:VCARD\r\n", b";", b'"', b"=\r\n"])
        )
    found = list(read_vcards(bytes(content)))
    offices = [one.office for one in found if isinstance(one, Record)]
    for version in ("3.0", "4.0"):
        again = list(read_vcards(write_vcards(offices, "3.0" if version == "3.0" else "4.0")))
        assert len(again) == len(offices)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["TEL", "EMAIL", "URL", "ADR", "N", "ORG", "FN", "LABEL", "GEO", "TZ", "UID", "REV", "NOTE", "RELATED"]
        ),
        max_size=8,
    ).flatmap(lambda names: st.tuples(*(st.tuples(st.just(name), st.text(max_size=30)) for name in names)))
)
def test_any_value_in_any_property_is_survived(lines: tuple[tuple[str, str], ...]) -> None:
    data = "".join(f"{name}:{value}\r\n" for name, value in (("BEGIN", "VCARD"), *lines, ("END", "VCARD"))).encode()
    for one in read_vcards(data):
        assert isinstance(one, Record | Unreadable)
