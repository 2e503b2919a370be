import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.change import EXISTS, FIELDS, value_of
from directory_app.model.office import Office
from directory_app.model.plain import from_plain, to_plain
from tests.strategies import offices


@given(offices, st.sampled_from(FIELDS))
def test_a_value_comes_back_from_json_as_it_went(office: Office, field: str) -> None:
    value = value_of(office, field)
    back = from_plain(field, json.loads(json.dumps(to_plain(field, value))))
    assert back == value
    assert type(back) is type(value)


@pytest.mark.parametrize("exists", [True, False])
def test_whether_an_office_exists_comes_back_too(exists: bool) -> None:
    assert from_plain(EXISTS, json.loads(json.dumps(to_plain(EXISTS, exists)))) is exists


@pytest.mark.parametrize("field", ["id", "revision", "address", "address.planet", ""])
def test_a_field_that_no_change_can_name_is_refused(field: str) -> None:
    with pytest.raises(KeyError):
        to_plain(field, "value")
    with pytest.raises(KeyError):
        from_plain(field, "value")


@pytest.mark.parametrize(
    ("field", "plain"),
    [
        ("kind", "castle"),
        ("status", "asleep"),
        ("verified_on", "yesterday"),
        ("phones", [{"raw": "1", "kind": "drum"}]),
        ("emails", [{"adress": "typo"}]),
        ("position", {"latitude": 1.0}),
    ],
)
def test_what_was_never_written_is_refused(field: str, plain: object) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        from_plain(field, plain)


@given(offices, st.sampled_from(FIELDS))
def test_nothing_but_plain_values_is_given_out(office: Office, field: str) -> None:
    assert _types(to_plain(field, value_of(office, field))) <= {type(None), bool, int, float, str}


def _types(plain: object) -> set[type]:
    """Returns the exact types of the values in lists and dicts, however deep."""
    if isinstance(plain, dict):
        return _types([*plain, *plain.values()])
    if isinstance(plain, list):
        return {found for value in plain for found in _types(value)}
    return {type(plain)}
