from directory_app.ui.places.survey import Surveyor
from tests.builders import an_office

BONN = (50.7374, 7.0982)


def test_a_point_in_its_town_is_in_no_doubt(surveyor: Surveyor) -> None:
    around = surveyor.survey(an_office(), BONN)
    assert around.where == "In Bonn, Germany"
    assert not around.doubts
    assert around.swapped is None


def test_the_largest_town_nearby_says_where_a_point_is(surveyor: Surveyor) -> None:
    assert surveyor.survey(an_office(), (50.7192, 7.1222)).where == "2.5 km from Bonn, Germany"


def test_the_town_of_the_office_says_it_better_than_a_larger_one_beside_it(surveyor: Surveyor) -> None:
    new_delhi = (28.62137, 77.2148)
    assert surveyor.survey(an_office(city="new delhi", country="IN"), new_delhi).where == "In New Delhi, India"
    assert surveyor.survey(an_office(city="Gurgaon", country="IN"), new_delhi).where == "3.8 km from Delhi, India"


def test_swapped_numbers_are_noticed_with_the_town_that_they_would_mean(surveyor: Surveyor) -> None:
    around = surveyor.survey(an_office(), BONN[::-1])
    assert around.where.startswith("In the sea, ")
    assert around.swapped == BONN
    assert "swapped it is in Germany" in around.doubts[0]
    assert around.doubts[1].startswith("That would be ")
    assert around.doubts[1].endswith(" from Bonn.")


def test_nought_and_nought_is_doubtful(surveyor: Surveyor) -> None:
    around = surveyor.survey(an_office(), (0.0, 0.0))
    assert len(around.doubts) == 1
    assert "0, 0" in around.doubts[0]


def test_a_point_at_sea_in_another_country_or_far_from_the_town_is_doubtful(surveyor: Surveyor) -> None:
    assert "at sea" in surveyor.survey(an_office(), (30.0, -40.0)).doubts[0]
    assert "in France" in surveyor.survey(an_office(), (48.85, 2.35)).doubts[0]
    assert "km from Bonn" in surveyor.survey(an_office(), (52.52, 13.4)).doubts[0]


def test_an_office_without_an_address_can_be_anywhere_on_land(surveyor: Surveyor) -> None:
    assert not surveyor.survey(an_office(city="", country=""), (48.85, 2.35)).doubts
    assert surveyor.survey(an_office(city="", country=""), (30.0, -40.0)).doubts


def test_a_town_on_an_island_that_is_not_drawn_says_whose_it_is(surveyor: Surveyor) -> None:
    assert "Tuvalu" in surveyor.survey(an_office(city="Funafuti", country="TV"), (-8.5243, 179.1942)).where


def test_the_poles_are_somewhere(surveyor: Surveyor) -> None:
    assert surveyor.survey(an_office(), (90.0, 0.0)).where
    assert surveyor.survey(an_office(), (-90.0, 180.0)).where
