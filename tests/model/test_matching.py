"""Whether a record is one of the offices that are there, and why."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from hypothesis import given

from directory_app.bundled import bundled
from directory_app.exchange.seed import read_seed
from directory_app.model.import_plan import Resemblance
from directory_app.model.matching.evidence import CERTAIN, POSSIBLE
from directory_app.model.matching.likeness import traits_of
from directory_app.model.matching.matching import Match, Matcher
from directory_app.model.office import Email, Office
from tests.builders import a_phone, a_position, an_office
from tests.strategies import offices

PUBLISHED = read_seed(bundled("db", "seed")).offices
BERLIN = an_office(
    "Berlin Office", city="Berlin", phones=(a_phone("+4930111111"),), emails=(Email("berlin@example.org"),)
)
LYON = an_office("Lyon Office", city="Lyon", country="FR", phones=(a_phone("+33411111111"),))
THERE = (BERLIN, LYON, *(an_office(f"{city} Office", city=city) for city in ("Bonn", "Hamburg", "Freiburg")))


def match(record: Office, there: Iterable[Office] = THERE, others: Iterable[UUID] = ()) -> Match:
    known = [traits_of(office) for office in there]
    matcher = Matcher()
    matcher.hear(known)
    for traits in known:
        matcher.add(traits)
    asked = traits_of(record)
    matcher.hear([asked])
    return matcher.match(asked, frozenset(others))


def a_record(name: str = "", city: str = "", country: str = "", **values: object) -> Office:
    return replace(an_office(name, city=city, country=country, **values), id=uuid4())


def only(found: Match) -> Resemblance:
    assert found.same is None
    (resemblance,) = found.resembles
    return resemblance


def test_an_identifier_is_an_office_whatever_else_is_said() -> None:
    assert match(replace(LYON, id=BERLIN.id)).same == BERLIN.id


@pytest.mark.parametrize(
    "record",
    [
        a_record("BERLIN  office", country="DE"),
        a_record("Berlin Office", "Berlin"),
        a_record("Berlin Office", country="DE", phones=(a_phone("+4930999999"),)),
        a_record("Berlin Office", phones=(a_phone("+4930111111"),)),
        a_record("Berlin Office", emails=(Email("BERLIN@example.org"),)),
        a_record("Berlin Office", "Potsdam", "DE", phones=(a_phone("+4930111111"),)),
        a_record("Berlin Office"),
        a_record("Office Berlin", "Berlin", "DE", emails=(Email("berlin@example.org"),)),
    ],
    ids=[
        "name and country",
        "name and town",
        "a new number",
        "name and number",
        "name and e-mail",
        "one that moved with its number",
        "a telling name that nobody else has",
        "the words of the name, the town and its own e-mail",
    ],
)
def test_an_office_is_known_for_certain_by(record: Office) -> None:
    assert match(record).same == BERLIN.id


@pytest.mark.parametrize(
    ("record", "reasons"),
    [
        (a_record("Berlin Office", "Potsdam", "DE"), ("same name", "another town")),
        (a_record("Berlin Office", "Bern", "CH"), ("same name", "another country")),
        (a_record("Embassy", phones=(a_phone("+4930111111"),)), ("same number +49 30 111111",)),
        (a_record("Embassy", "Berlin", "DE", emails=(Email("berlin@example.org"),)), ("same e-mail", "same town")),
        (a_record("Berlin Project Office", "Berlin", "DE"), ("similar name", "same town")),
        (a_record("Berlyn Office", "Berlin", "DE"), ("similar name", "same town")),
        (a_record("Office Berlin", country="DE"), ("similar name",)),
    ],
)
def test_what_has_something_in_common_is_shown_with_the_reasons(record: Office, reasons: tuple[str, ...]) -> None:
    found = only(match(record))
    assert (found.office, found.name, found.reasons) == (BERLIN.id, "Berlin Office", reasons)
    assert POSSIBLE <= found.score < CERTAIN


@pytest.mark.parametrize(
    "record",
    [
        a_record("Toulouse Office", "Toulouse", "FR"),
        a_record("Toulouse Office", "Lyon", "FR", phones=(a_phone("+33422222222"),)),
        a_record("Berlin Project Office", "Berlin", "DE", phones=LYON.phones, emails=(Email("b@example.org"),)),
        a_record("Embassy", "Berlin", "DE"),
        a_record("Embassy", phones=(a_phone("+4930111111", extension="7"),)),
        a_record(),
    ],
    ids=["another town", "only the town", "other contacts", "only a town", "another extension", "nothing"],
)  # fmt: skip
def test_an_office_is_new_if_it_has_only_this_in_common(record: Office) -> None:
    assert match(record) == Match()


def test_a_number_and_an_address_that_are_not_its_name_never_make_it_certain() -> None:
    found = only(match(replace(BERLIN, id=uuid4(), name="Embassy")))
    assert found.score < CERTAIN
    assert found.reasons == ("same number +49 30 111111", "same e-mail", "same town")


def test_an_extension_belongs_to_the_number() -> None:
    desk = replace(BERLIN, phones=(a_phone("+4930111111", extension="12"),))
    found = only(match(a_record("Embassy", phones=desk.phones), [desk]))
    assert found.reasons == ("same number +49 30 111111 ext. 12",)


def test_what_many_offices_share_says_little() -> None:
    central = (Email("central@example.org"),)
    there = [an_office(f"{city} Office", city=city, emails=central) for city in ("Bonn", "Hamburg", "Freiburg")]
    assert match(a_record("Embassy", "Bonn", "DE", emails=central), there) == Match()
    found = match(a_record("Embassy", "Bonn", "DE", emails=central), there[:1])
    assert only(found).reasons == ("same e-mail", "same town")


def test_a_name_that_several_offices_have_needs_more_to_be_one_of_them() -> None:
    there = [an_office("Project Office", city=city, id=uuid4()) for city in ("Bonn", "Hamburg")]
    found = match(a_record("Project Office", country="DE"), there)
    assert found.same is None
    assert {resemblance.office for resemblance in found.resembles} == {office.id for office in there}
    assert match(a_record("Project Office", "Hamburg", "DE"), there).same == there[1].id


def test_an_office_is_found_among_very_many_of_its_name() -> None:
    codes = [first + second for first in "ABCDEFGHIJ" for second in "ABCDEFGHIJ"]
    there = [an_office("Country Office", city="", country=code, id=uuid4()) for code in codes]
    assert match(a_record("Country Office", country="CC"), there).same == there[codes.index("CC")].id
    assert match(a_record("Country Office", country="ZZ"), there) == Match()
    towns = [an_office("Country Office", city=f"Town {code}", id=uuid4()) for code in codes]
    assert match(a_record("Country Office", "Town CC", "DE"), towns).same == towns[codes.index("CC")].id
    assert len(match(a_record("Country Office", country="DE"), towns).resembles) == 5


def test_a_name_of_common_words_alone_says_nothing() -> None:
    there = [an_office("Project Office", city="Bonn")]
    assert match(a_record("Project Office", "Hamburg", "DE"), there) == Match()
    assert match(a_record("Project Office", "Paris", "FR"), there) == Match()


def test_the_organisations_own_name_says_little() -> None:
    def names(common: int) -> list[float]:
        there = [an_office("Tashkent Office"), *(an_office(f"GreenNet {n}") for n in range(common))]
        found = match(a_record("GreenNet Tashkent", country="DE"), there)
        return [r.score for r in found.resembles if r.office == there[0].id]

    assert names(20) and names(20) > names(0)


def test_an_office_is_found_by_its_other_names() -> None:
    there = [replace(BERLIN, aliases=("Hauptstadtbüro",))]
    assert match(a_record("HAUPTSTADTBURO", country="DE"), there).same == BERLIN.id


def test_a_distance_is_told_where_both_are_on_the_map() -> None:
    there = [replace(BERLIN, position=a_position(52.52, 13.405))]
    record = a_record("Embassy", phones=BERLIN.phones, position=a_position(52.5205, 13.436))
    assert only(match(record, there)).reasons == ("same number +49 30 111111", "2.1 km away")
    far = replace(record, position=a_position(48.85, 2.35), name="Berlin Office")
    assert "878 km away" in match(replace(far, phones=()), there).resembles[0].reasons


def test_what_a_person_said_is_another_office_is_never_asked_about_again() -> None:
    twin = replace(BERLIN, id=uuid4())
    assert match(twin).same == BERLIN.id
    assert match(replace(twin, distinct_from=(BERLIN.id,))) == Match()
    assert match(twin, [replace(BERLIN, distinct_from=(twin.id,))]) == Match()
    assert match(twin, others=[BERLIN.id]) == Match()


def test_the_likeliest_office_is_shown_first() -> None:
    there = [BERLIN, replace(BERLIN, id=uuid4(), emails=())]
    found = match(replace(BERLIN, id=uuid4(), name="Embassy"), there)
    assert [resemblance.office for resemblance in found.resembles] == [office.id for office in there]
    assert found.resembles[0].score > found.resembles[1].score


def test_every_published_office_is_known_again_without_its_identifier() -> None:
    for office in PUBLISHED:
        assert match(replace(office, id=uuid4()), PUBLISHED).same == office.id


def test_no_published_office_is_taken_for_another() -> None:
    for office in PUBLISHED:
        others = [other for other in PUBLISHED if other is not office]
        assert match(replace(office, id=uuid4()), others) == Match()


@given(offices, offices)
def test_any_two_offices_can_be_compared(one: Office, other: Office) -> None:
    found = match(replace(one, id=UUID(int=1)), [other])
    assert found.same in (None, other.id)
    assert all(0 <= resemblance.score <= 1 and resemblance.reasons for resemblance in found.resembles)


@given(offices)
def test_an_office_without_its_identifier_is_itself_or_asked_about(office: Office) -> None:
    found = match(replace(office, id=UUID(int=1), distinct_from=()), [replace(office, distinct_from=())])
    has_something = any(traits_of(office).name) or any(traits_of(office).numbers) or any(traits_of(office).emails)
    assert bool(found.same or found.resembles) or not has_something
