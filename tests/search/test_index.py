"""Typing finds the right office first and says why."""

from collections.abc import Sequence
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory_app.bundled import bundled
from directory_app.exchange.seed import read_seed
from directory_app.model.address import PostalAddress
from directory_app.model.office import Email, Extra, ExtraSource, Kind, Office, Person
from directory_app.search.document import document_of
from directory_app.search.index import REASONS, Hit, Index
from tests.builders import a_phone, an_office

SEED = read_seed(bundled("db", "seed"))


def index_of(*offices: Office) -> Index:
    return Index([document_of(office) for office in offices])


def names(hits: Sequence[Hit], offices: Sequence[Office]) -> list[str]:
    by_id = {office.id: office.name for office in offices}
    return [by_id[hit.id] for hit in hits]


def found(text: str, *offices: Office) -> list[str]:
    return names(index_of(*offices).search(text), offices)


@pytest.fixture(scope="module")
def published() -> Index:
    return index_of(*SEED.offices)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("sao paulo", "South American Secretariat"),
        ("서울", "East Asia Secretariat"),
        ("0228 976", "World Secretariat"),
        ("0049228", "World Secretariat"),
        ("011 49 228", "World Secretariat"),
        ("+49 (0)228 97 62 99-00", "World Secretariat"),
        ("jacobi", "South American Secretariat"),
        ("brussels", "Brussels Office"),
        ("bruxelles", "Brussels Office"),
        ("bruessel", "Brussels Office"),
        ("kintex goyang", "Korea Office"),
        ("GOYANG kintex", "Korea Office"),
        ("bonn", "World Secretariat"),
        ("DE", "World Secretariat"),
        ("DEU", "World Secretariat"),
        ("Korea", "Korea Office"),
        ("高雄", "Kaohsiung Capacity Center"),
        ("दिल्ली", "South Asia Secretariat"),
        ("5623", "Mexico, Central American and Caribbean Secretariat"),
        ("40034005", "Southern Center"),
        ("iclei-europe.org", "European Secretariat"),
        ("53113", "World Secretariat"),
        ("frieburg", "European Secretariat"),
        ("Central America & the Caribbean", "Mexico, Central American and Caribbean Secretariat"),
        ("e", "East Asia Secretariat"),
        ("x5622", "Mexico, Central American and Caribbean Secretariat"),
        ("ext. 5622", "Mexico, Central American and Caribbean Secretariat"),
        ("tel:+52-55-5345-3000;ext=5622", "Mexico, Central American and Caribbean Secretariat"),
        ("tel +49 228", "World Secretariat"),
        ("fax +49 228 97629901", "World Secretariat"),
        ("tel:+49-228-976299-00", "World Secretariat"),
        ("mailto:iclei.ws@iclei.org", "World Secretariat"),
        ("https://www.icleicanada.org/", "Canada Office"),
        ("https://www.iclei-europe.org/", "European Secretariat"),
        ("M5V3A8", "Canada Office"),
        ("m5v 3a8", "Canada Office"),
        ("01223000", "South American Secretariat"),
    ],
)
def test_the_right_published_office_comes_first(published: Index, text: str, first: str) -> None:
    assert names(published.search(text), SEED.offices)[0] == first


def test_every_published_office_is_found_by_its_name_first(published: Index) -> None:
    for office in SEED.offices:
        assert published.search(office.name)[0].id == office.id


def test_every_published_office_is_found_by_each_of_its_numbers(published: Index) -> None:
    for office in SEED.offices:
        for phone in office.phones:
            for typed in (phone.number, phone.number.replace("+", "00"), phone.number[-6:]):
                assert office.id in {hit.id for hit in published.search(typed)}


def test_a_country_code_finds_its_offices_before_words_that_begin_like_it(published: Index) -> None:
    hits = published.search("de")
    assert [hit.matched_in[0] for hit in hits[:4]] == ["country"] * 3 + ["alias"]


@pytest.mark.parametrize("text", ["köln", "koeln", "koln", "KÖLN", "ko\u0308ln"])
def test_an_umlaut_is_found_however_it_is_typed(text: str) -> None:
    assert found(text, an_office("A"), an_office("B", city="Köln")) == ["B"]


def test_a_name_comes_before_an_alias_before_a_town_before_others() -> None:
    offices = [
        an_office("Four", notes="Malta"),
        an_office("Three", city="Malta"),
        an_office("Two", aliases=("The Malta",)),
        an_office("Office Malta"),
    ]
    assert found("malta", *offices) == ["Office Malta", "Two", "Three", "Four"]


def test_a_country_or_region_typed_whole_comes_before_words_elsewhere_but_not_before_names() -> None:
    offices = [an_office("Two", aliases=("House of Malta",)), an_office("One", country="MT"), an_office("Malta Office")]
    assert found("malta", *offices) == ["Malta Office", "One", "Two"]


def test_a_word_comes_before_a_beginning_before_a_middle() -> None:
    offices = [an_office("Superman Office"), an_office("Mandalay Office"), an_office("Isle of Man Office")]
    assert found("man", *offices) == ["Isle of Man Office", "Mandalay Office", "Superman Office"]


def test_every_word_must_match_somewhere() -> None:
    office = an_office("Rio Office", city="Rio", people=(Person("Ana Lima", "Director"),))
    assert found("lima rio", office) == ["Rio Office"]
    assert found("lima oslo", office) == []


def test_typing_mistakes_count_only_where_nothing_else_matches() -> None:
    offices = [an_office("Bern Office", city="Bern"), an_office("Born Office", city="Born")]
    assert found("bern", *offices) == ["Bern Office"]
    assert found("brn", *offices) == []
    assert found("bren", *offices) == ["Bern Office"]
    assert found("barn", *offices) == ["Bern Office", "Born Office"]


def test_a_long_word_may_have_two_mistakes() -> None:
    assert found("johanesborg", an_office("X", city="Johannesburg")) == ["X"]
    assert found("johanesbrog", an_office("X", city="Johannesborough")) == []


def test_numbers_are_never_guessed_at() -> None:
    assert found("53114", an_office("X", address=PostalAddress(postal_code="53113"))) == []


def test_digits_may_be_a_house_number_and_a_postal_code() -> None:
    office = an_office("X", address=PostalAddress(lines=("Lange Straße 7",), postal_code="53113"))
    assert found("7 53113", office, an_office("Y")) == ["X"]
    assert index_of(office).search("7 53113")[0].reason == "address: Lange Straße 7"


def test_a_postal_code_is_found_with_its_blank_and_without() -> None:
    offices = [an_office(code, address=PostalAddress(postal_code=code)) for code in ("M5V 3A8", "H2Y1C6", "105-0003")]
    for typed in ("M5V 3A8", "m5v3a8", "M5V3", "H2Y1C6", "h2y 1c6", "105-0003", "1050003"):
        assert len(found(typed, *offices)) == 1


def test_a_number_without_trunk_zeros_is_found() -> None:
    office = an_office("X", phones=(a_phone("+390612345678"),))
    assert found("06 1234", office) == ["X"]
    assert found("+39 06", office) == ["X"]


def test_the_reason_names_what_matched_elsewhere() -> None:
    office = an_office("Mumbai Office", city="Mumbai", country="IN", aliases=("Bombay",), phones=(a_phone(),))
    index = index_of(office)
    assert index.search("bombay") == [Hit(office.id, ("alias",), "alias: Bombay")]
    assert index.search("0228") == [Hit(office.id, ("phone",), "phone: +49 228 97629900")]
    assert index.search("mumbai india") == [Hit(office.id, ("name", "country"), "")]
    assert index.search("bombay 0228")[0].reason == "alias: Bombay · phone: +49 228 97629900"


def test_people_roles_mail_web_and_kind_are_searched() -> None:
    office = an_office(
        "X",
        kind=Kind.REGIONAL_SECRETARIAT,
        people=(Person("Ana Lima", "Treasurer"),),
        emails=(Email("post@example.org", "General inquiries"),),
        websites=("www.example.org",),
    )
    fields = {text: index_of(office).search(text)[0].matched_in for text in ("lima", "treasurer", "post@", "www.")}
    assert fields == {"lima": ("person",), "treasurer": ("role",), "post@": ("email",), "www.": ("web",)}
    assert found("regional secretariat", office) == ["X"]
    assert found("inquiries", office) == ["X"]


def test_other_names_of_the_region_are_searched() -> None:
    office = an_office("X")
    assert Index([document_of(office, ["Europa"])]).search("europa") == [Hit(office.id, ("region",), "region: Europa")]


def test_nothing_typed_matches_everything_in_order(published: Index) -> None:
    assert names(published.search("  "), SEED.offices) == [office.name for office in SEED.offices]
    assert len(published.search("", limit=3)) == 3


def test_a_search_can_be_narrowed_to_some_offices(published: Index) -> None:
    europe = {office.id for office in SEED.offices if office.region == "Europe"}
    assert {hit.id for hit in published.search("office", among=europe)} <= europe
    assert [hit.id for hit in published.search("", among=europe)] == [o.id for o in SEED.offices if o.id in europe]
    assert published.search("bonn", among=[]) == []
    assert published.search("bonn", among=[UUID(int=0)]) == []


def test_a_changed_office_is_found_by_what_it_is_now() -> None:
    offices = [an_office("A", city="Oslo"), an_office("B", city="Oslo")]
    index = index_of(*offices)
    index.replace([document_of(an_office("A", city="Turku")), document_of(an_office("C", city="Oslo"))])
    everyone = [*offices, an_office("C")]
    assert names(index.search("oslo"), everyone) == ["B", "C"]
    assert names(index.search("turku"), everyone) == ["A"]
    assert names(index.search(""), everyone) == ["A", "B", "C"]


def test_a_removed_office_is_found_no_more_and_can_come_back() -> None:
    offices = [an_office("A"), an_office("B")]
    index = index_of(*offices)
    index.remove([offices[0].id, UUID(int=0)])
    assert names(index.search("bonn"), offices) == ["B"]
    index.replace([document_of(offices[0])])
    assert names(index.search("bonn"), offices) == ["B", "A"]


def test_many_changes_leave_an_index_like_a_new_one() -> None:
    offices = [an_office(f"Office {number}", city="Oslo") for number in range(600)]
    index = index_of(*offices)
    index.remove([office.id for office in offices[:300]])
    index.replace([document_of(an_office(office.name, city="Turku")) for office in offices[300:]])
    assert len(index.search("turku")) == 300
    assert index.search("oslo") == []


def test_the_limit_gives_the_beginning_of_the_whole_list() -> None:
    offices = [an_office(f"Office {number}", city=city) for number in range(150) for city in ("Oslo",)]
    index = index_of(*offices)
    for text in ("office", "o", "oslo", "os off", "1"):
        assert [hit.id for hit in index.search(text, limit=7)] == [hit.id for hit in index.search(text)[:7]]


def test_only_the_first_hits_get_a_reason() -> None:
    hits = index_of(*(an_office(f"Office {n}", aliases=("Bombay",)) for n in range(REASONS + 1))).search("bombay")
    assert [bool(hit.reason) for hit in hits] == [True] * REASONS + [False]


@settings(max_examples=200)
@given(st.text(st.characters(codec=None), max_size=30))
def test_no_text_makes_a_search_fail(text: str) -> None:
    for hit in index_of(*SEED.offices[:4], an_office(text or "x", notes=text, phones=(a_phone(text),))).search(text):
        assert isinstance(hit, Hit)


@given(st.sampled_from(SEED.offices), st.data())
def test_any_beginning_of_any_words_of_an_office_finds_it(office: Office, data: st.DataObject) -> None:
    known = [office.name, *office.aliases, office.address.city, *(person.name for person in office.people)]
    words = [word for text in known for word in text.split() if word[0].isalpha()]
    typed = data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=3))
    text = " ".join(word[: data.draw(st.integers(2, 12))] for word in typed)
    hits = _PUBLISHED.search(text)
    assert office.id in {hit.id for hit in hits}
    assert _PUBLISHED.search(text, limit=3) == hits[:3]


@given(st.text("abcdeikorsu 0149-", min_size=1, max_size=4), st.integers(1, 5))
def test_a_limit_never_changes_what_comes_first(text: str, limit: int) -> None:
    assert _PUBLISHED.search(text, limit=limit) == _PUBLISHED.search(text)[:limit]


_PUBLISHED = index_of(*SEED.offices)


def test_the_address_in_the_local_script_and_columns_kept_from_an_import_are_found() -> None:
    office = an_office(
        local_address=PostalAddress(("西新橋1-14-2",), city="東京都", country="JP"),
        extras=(Extra("Budget holder", "Grace Hopper", source=ExtraSource.COLUMN), Extra("X-FOO", "unseen")),
    )
    index = Index([document_of(office)])
    assert [hit.id for hit in index.search("西新橋")] == [office.id]
    assert [hit.id for hit in index.search("hopper")] == [office.id]
    assert index.search("unseen") == []


def test_a_country_without_an_office_finds_the_office_that_serves_it() -> None:
    delhi = an_office("South Asia Secretariat", city="New Delhi", country="IN", covers=("NP", "BT"))
    index = index_of(an_office("Bonn Office", country="DE"), delhi)
    for typed in ("Nepal", "nep", "Népal", "NP"):
        (hit,) = index.search(typed)
        assert (hit.id, hit.matched_in) == (delhi.id, ("serves",))
    assert index.search("Nepal")[0].reason == "serves: Nepal"
