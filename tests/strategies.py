"""Arbitrary values for property tests: offices with any text in every field."""

from typing import TypeVar
from uuid import UUID

from hypothesis import strategies as st

from directory_app.model.address import PostalAddress
from directory_app.model.office import Email, Extra, ExtraSource, Ignored, Kind, Office, Person, Status
from directory_app.model.phone import Phone, PhoneKind
from directory_app.model.place import Position, Precision

OFFICE_ID = UUID("0b0f1b3e-5f0c-4c39-8d1b-0d6e7f1a9c55")
"""The id of every office made here, so that any two are states of one office."""

_Value = TypeVar("_Value")


def _several(values: st.SearchStrategy[_Value]) -> st.SearchStrategy[tuple[_Value, ...]]:
    return st.lists(values, max_size=2).map(tuple)


texts = st.text(max_size=8)
phones = st.builds(Phone, texts, texts, texts, st.sampled_from(PhoneKind), texts)
emails = st.builds(Email, texts, texts)
people = st.builds(Person, texts, texts)
positions = st.builds(
    Position, st.floats(-90, 90), st.floats(-180, 180), st.sampled_from(Precision), source=texts, confirmed_by=texts
)
addresses = st.builds(
    PostalAddress,
    lines=_several(texts),
    postal_code=texts,
    city=texts,
    district=texts,
    state=texts,
    country=st.sampled_from(["", "DE", "JP", "KR", "US", "SG", "ZZ"]) | texts,
    published=texts,
)
offices = st.builds(
    Office,
    st.just(OFFICE_ID),
    name=texts,
    kind=st.sampled_from(Kind),
    region=texts,
    address=addresses,
    phones=_several(phones),
    emails=_several(emails),
    websites=_several(texts),
    position=st.none() | positions,
    timezone=texts,
    opening_hours=texts,
    covers=_several(texts),
    people=_several(people),
    aliases=_several(texts),
    notes=texts,
    status=st.sampled_from(Status),
    verified_on=st.none() | st.dates(),
    verified_by=texts,
    verified_how=texts,
    local_address=st.none() | addresses,
    extras=_several(st.builds(Extra, texts, texts, texts, st.sampled_from(ExtraSource))),
    ignored=_several(st.builds(Ignored, texts, texts, texts, texts)),
    distinct_from=_several(st.uuids()),
)
states = st.none() | offices
"""An office at some moment, or None while there is none."""
