"""Values as a person types them into one field."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.office import Person
from directory_app.model.place import Precision
from directory_app.model.typed import read_date, read_people, read_position, read_texts

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
