"""Which office serves which country."""

from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.countries import country_list
from directory_app.model.country_borders import neighbours
from directory_app.model.coverage import Coverage
from directory_app.model.office import Kind, Status, Summary

COUNTRIES = [code for code, _ in country_list()]

WORDS = ("N", "nep", "in", "no", "is", "and", "can", "united", "guin", "saint", "Bonn", "Bonn Nepal", "+977 1")
ODD_TEXTS = ("", "  ", "\0", "\ud800", "🇳🇵?", "n" * 5000, "nepal\nindia", "%", "____", "(((")


def an_entry(
    country: str, *covers: str, kind: Kind = Kind.OFFICE, status: Status = Status.ACTIVE, id_: UUID | None = None
) -> Summary:
    return Summary(id_ or uuid4(), "", kind, "", "", country, None, None, "", status, covers=covers)


def test_an_office_in_the_country_is_in_charge_before_those_that_list_it() -> None:
    india, nepal, china = an_entry("IN", "NP", "BT"), an_entry("NP"), an_entry("CN", "NP")
    coverage = Coverage([china, india, nepal])
    assert coverage.in_charge("NP") == (nepal.id, china.id, india.id)
    assert coverage.in_charge("BT") == (india.id,)
    assert coverage.in_charge("FR") == ()


def test_a_countrys_own_office_is_asked_before_a_secretariat_that_happens_to_be_there() -> None:
    world, europe = an_entry("DE", kind=Kind.WORLD_SECRETARIAT), an_entry("DE", kind=Kind.REGIONAL_SECRETARIAT)
    berlin, centre = an_entry("DE"), an_entry("DE", kind=Kind.CENTRE)
    assert Coverage([centre, world, europe, berlin]).in_charge("DE") == (berlin.id, europe.id, world.id, centre.id)


def test_a_closed_office_serves_nobody() -> None:
    closed, active = an_entry("NP", "BT", status=Status.CLOSED), an_entry("IN", "NP")
    coverage = Coverage([closed, active])
    assert coverage.in_charge("NP") == (active.id,)
    assert coverage.in_charge("BT") == ()


def test_an_offices_countries_are_its_own_and_those_it_lists_once_each() -> None:
    office = an_entry("in", "NP", " bt ", "NP", "IN", "", "XX", "\0", "Nepal", "NPL")
    coverage = Coverage([office])
    assert coverage.countries() == ("BT", "IN", "NP")
    assert {coverage.in_charge(country) for country in coverage.countries()} == {(office.id,)}


def test_an_office_without_a_country_serves_those_it_lists() -> None:
    office = an_entry("", "FJ")
    assert Coverage([office]).in_charge("FJ") == (office.id,)
    assert Coverage([office]).in_charge("") == ()


def test_nobody_serves_anything_in_an_empty_directory() -> None:
    coverage = Coverage([])
    assert (coverage.countries(), coverage.in_charge("DE"), coverage.colouring(5)) == ((), (), {})


def test_the_countries_of_one_office_have_one_colour_and_others_another() -> None:
    offices = [an_entry("IN", "NP", "BT"), an_entry("CN"), an_entry("FR", "BE", "LU"), an_entry("ZA", "NA")]
    colours = Coverage(offices).colouring(4)
    assert colours["IN"] == colours["NP"] == colours["BT"]
    assert colours["FR"] == colours["BE"] == colours["LU"]
    assert len({colours[country] for country in ("IN", "CN", "FR", "ZA")}) == 4


def test_bordering_areas_are_told_apart_though_there_are_many_more_offices_than_colours() -> None:
    colours = Coverage([an_entry(country) for country in COUNTRIES]).colouring(8)
    assert set(colours) == set(COUNTRIES)
    assert set(colours.values()) == set(range(8))
    alike = [(a, b) for a, others in neighbours().items() for b in others if colours[a] == colours[b]]
    assert alike == []


def test_six_colours_keep_all_neighbours_apart_where_each_country_has_its_own_office() -> None:
    colours = Coverage([an_entry(country) for country in COUNTRIES]).colouring(6)
    alike = [(a, b) for a, others in neighbours().items() for b in others if colours[a] == colours[b]]
    assert alike == []


def test_large_areas_far_apart_have_colours_of_their_own_before_small_ones_do() -> None:
    large = [an_entry("ZA", "NA", "BW"), an_entry("FR", "ES", "PT"), an_entry("AU", "NZ", "FJ")]
    small = [an_entry(country) for country in ("JP", "IS", "MG", "CU", "LK", "PH")]
    colours = Coverage([*small, *large]).colouring(4)
    assert len({colours[country] for country in ("ZA", "FR", "AU")}) == 3


def test_a_country_served_by_several_has_the_colour_of_the_first_in_charge() -> None:
    nepal, india = an_entry("NP"), an_entry("IN", "NP")
    colours = Coverage([india, nepal]).colouring(5)
    assert colours["NP"] != colours["IN"]


@given(
    st.lists(
        st.tuples(st.sampled_from(COUNTRIES), st.lists(st.sampled_from(COUNTRIES), max_size=5), st.sampled_from(Kind)),
        max_size=12,
    ),
    st.integers(0, 9),
)
def test_who_serves_a_country_and_what_an_office_serves_agree(
    entries: list[tuple[str, list[str], Kind]], groups: int
) -> None:
    rows = [an_entry(country, *covers, kind=kind) for country, covers, kind in entries]
    coverage = Coverage(rows)
    colours = coverage.colouring(groups)
    served = {(row.id, country) for row in rows for country in (row.country, *row.covers)}
    assert served == {(office, country) for country in coverage.countries() for office in coverage.in_charge(country)}
    assert set(colours) == set(coverage.countries())
    assert all(0 <= group < max(groups, 1) for group in colours.values())
    owners = {(coverage.in_charge(country)[0], group) for country, group in colours.items()}
    assert len(owners) == len({owner for owner, _ in owners}), "one office has one colour"
    assert len({group for _, group in owners}) == min(len(owners), max(groups, 1))


def test_borders_are_those_of_both_sides() -> None:
    assert neighbours()["NP"] == {"CN", "IN"}
    assert all(a in neighbours()[b] for a, others in neighbours().items() for b in others)
    assert set(neighbours()) <= set(COUNTRIES)
