import pytest

from directory_app.geo.gazetteer import Gazetteer
from directory_app.geo.locate import locate
from directory_app.geo.not_placed import reason_not_placed
from directory_app.model.office import Office
from directory_app.ui.places.unplaced import unplaced
from tests.builders import an_office


def reason(office: Office, gazetteer: Gazetteer) -> str:
    return reason_not_placed(office, locate(gazetteer, office.address))


@pytest.mark.parametrize(
    ("city", "country", "sentence"),
    [
        ("", "", "Its address names neither a town nor a country."),
        ("Bonn", "", "Its address names no country."),
        ("Bonn", "Utopia", "“Utopia” is no country that is known."),
        ("", "KE", "Its address names no town."),
        ("Atlantis", "DE", "No town called Atlantis is known in Germany."),
        ("  Atlantis\n", "PH", "No town called Atlantis is known in the Philippines."),
        ("Bonn", "DE", "Nobody has placed it yet, though Bonn is known."),
    ],
)
def test_the_reason_names_what_is_missing(city: str, country: str, sentence: str, gazetteer: Gazetteer) -> None:
    assert reason(an_office(city=city, country=country), gazetteer) == sentence


def test_several_towns_of_one_name_are_told_apart_by_their_states(gazetteer: Gazetteer) -> None:
    told = reason(an_office(city="Springfield", country="US"), gazetteer)
    assert told.startswith("Several places may be meant by Springfield: in Missouri, Massachusetts, ")
    assert told.endswith(" or 6 others.")


def test_towns_of_several_names_are_named(gazetteer: Gazetteer) -> None:
    told = reason(an_office(city="Halle", country="DE"), gazetteer)
    assert told.startswith("Several places may be meant by Halle: Halle (North Rhine-Westphalia), ")
    assert told.endswith(" or Halle (Saale) (Saxony-Anhalt).")


def test_what_only_resembles_the_name_is_said_to_be_uncertain(gazetteer: Gazetteer) -> None:
    told = reason(an_office(city="North Jakarta", country="ID"), gazetteer)
    assert told == "What is meant by North Jakarta is not certain: it may be Jakarta."


def test_without_a_gazetteer_there_is_still_a_reason() -> None:
    assert reason_not_placed(an_office(), ()) == "No town called Bonn is known in Germany."


def test_a_row_says_where_an_office_is_said_to_be_and_how_many_places_there_are_to_choose(gazetteer: Gazetteer) -> None:
    office = an_office(city="Springfield", country="US")
    row = unplaced(office, locate(gazetteer, office.address))
    assert (row.id, row.town, row.candidates) == (office.id, "Springfield · United States", 10)
