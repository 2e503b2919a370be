"""Values as a person types them into one field."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.errors import BadInputError
from directory_app.model.office import Person
from directory_app.model.place import Precision
from directory_app.model.typed import point_of_place, read_date, read_people, read_position, read_texts

_names = st.text("abcä 例.", min_size=1, max_size=8).map(str.strip).filter(bool)


@pytest.mark.parametrize("text", ["50.73743, 7.09821", " 50.73743,7.09821 ", "50.73743;7.09821", "+50.73743 7.09821"])
def test_coordinates_are_a_pin_placed_by_hand(text: str) -> None:
    position = read_position(text, "Ada")
    assert position is not None
    assert (position.latitude, position.longitude) == (50.73743, 7.09821)
    assert (position.precision, position.confirmed_by) == (Precision.MANUAL, "Ada")


@pytest.mark.parametrize("text", ["", "Bonn", "50.7", "91, 0", "0, 181", "nan, nan"])
def test_other_texts_are_no_coordinates(text: str) -> None:
    assert read_position(text) is None


@pytest.mark.parametrize(
    "text", ["50.7, 7.1", "50°42′N 7°06′E", "geo:50.7,7.1", "https://www.openstreetmap.org/#map=9/50.7/7.1"]
)
def test_a_place_may_be_called_by_its_coordinates(text: str) -> None:
    assert point_of_place(text) == pytest.approx((50.7, 7.1))


@pytest.mark.parametrize(
    "text", ["", "Bonn", "Bonn, Germany", "50.7", "+49 228 976 299 00", "Straße des 17. Juni, Berlin"]
)
def test_a_place_may_be_called_by_any_other_name(text: str) -> None:
    assert point_of_place(text) is None


@pytest.mark.parametrize("text", ["91, 200", "95,10", "91 200", "91°, 200°", "https://maps.app.goo.gl/abc", "1, 2, 3"])
def test_what_can_only_be_coordinates_and_is_none_says_what_to_do(text: str) -> None:
    with pytest.raises(BadInputError, match=r"\.$"):
        point_of_place(text)


def test_a_date_is_read_as_iso_8601_has_it() -> None:
    assert read_date(" 2026-01-31 ") == date(2026, 1, 31)
    assert read_date("31.1.2026") is None


@given(st.lists(_names, max_size=4))
def test_texts_between_semicolons_or_new_lines_are_read_as_they_are(texts: list[str]) -> None:
    assert read_texts("; ".join(texts)) == read_texts("\n".join(texts)) == tuple(texts)


@given(st.lists(st.builds(Person, _names, _names | st.just("")), max_size=4))
def test_people_are_read_with_their_roles(people: list[Person]) -> None:
    text = "; ".join(f"{person.name}, {person.role}" if person.role else person.name for person in people)
    assert read_people(text) == tuple(people)
