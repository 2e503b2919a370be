"""Whatever a server sends is a list of places on the earth or one known error."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from directory_app.geo.online.answers import candidates_of
from directory_app.geo.online.places import read_places
from directory_app.geo.online.problems import OddAnswerError
from directory_app.geo.online.transport import retry_after
from directory_app.model.address import PostalAddress
from tests.geo.online.shapes import HOUSE, STREET

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=4,
)
_CHANGED = st.dictionaries(st.sampled_from([*STREET, "category"]), _VALUES, max_size=4)
_DETAILS = st.dictionaries(st.sampled_from(list(STREET["address"])), _VALUES, max_size=3)


@given(_CHANGED, _DETAILS)
def test_a_place_with_anything_in_it_is_read_or_refused(changed: dict[str, Any], details: dict[str, Any]) -> None:
    row = {**STREET, "address": {**STREET["address"], **details}, **changed}
    try:
        places = read_places(json.dumps([row]).encode(), "example.org")
    except OddAnswerError as error:
        assert str(error).startswith("example.org answered with")
        return
    for candidate in candidates_of(places, PostalAddress(city="Bonn", country="DE"), lambda point: ""):
        assert abs(candidate.position.latitude) <= 90
        assert abs(candidate.position.longitude) <= 180
        assert candidate.country == "DE"
        assert (candidate.label + candidate.name).encode().decode().isprintable() or not candidate.label.isascii()


@given(st.binary(max_size=60) | _VALUES.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        assert read_places(content, "example.org") == []
    except OddAnswerError as error:
        assert str(error).startswith("example.org answered with")


@given(st.text(max_size=30))
def test_any_delay_is_read_or_not(header: str) -> None:
    seconds = retry_after(header, 1_780_000_000)
    assert seconds is None or seconds >= 0


def test_only_what_is_needed_of_a_place_is_kept() -> None:
    (place,) = read_places(json.dumps([HOUSE]).encode(), "example.org")
    assert set(place) == {
        *("lat", "lon", "display_name", "place_rank", "class", "type", "addresstype", "name", "address")
    }
