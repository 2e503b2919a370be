"""What an office is after a file spoke of it, and what two records of one office are together."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from directory_app.model.address import PostalAddress
from directory_app.model.change import FieldChange, apply, value_of
from directory_app.model.matching.combining_address import combined_address, combined_local_address
from directory_app.model.matching.sameness import email_key, name_key, phone_key, squeezed, website_key
from directory_app.model.office import Email, Extra, Office, Person
from directory_app.model.phone import Phone, PhoneKind
from directory_app.model.place import Position, Precision, great_circle_km
from directory_app.model.record import Record

_Value = TypeVar("_Value")

_SAME_SPOT_KM = 0.02
"""What rounding to three decimals of a minute, as some programs write, may move a point by."""
_FINEST_FIRST = tuple(Precision)


def combined(stored: Office, record: Record) -> Office:
    """Returns the stored office with what the record says of it.

    What the record does not speak of stays, and so do the doubts that somebody settled. A whole record
    replaces every other field that it speaks of. A partial one replaces a value only by one that means
    something else, says nothing where it is empty, adds to aliases and people, replaces numbers by group
    (telephones, fax, emergency), and leaves a pin placed by hand where it is. Doing it twice is doing it once.
    """
    said = record.office
    if record.whole:
        changes = [
            FieldChange(field, None, _RULES[field](stored, said) if field in _SETTLED else value_of(said, field))
            for field in record.fields
        ]
        return apply(changes, stored, stored.id) or stored
    values: dict[str, object] = {
        field: _RULES[field](stored, said) if field in _RULES else value
        for field in record.fields
        if "." not in field and (value := getattr(said, field))
    }
    if any(field.startswith("address.") for field in record.fields):
        values["address"] = combined_address(stored.address, said.address, record.fields)
    return replace(stored, **values)  # type: ignore[arg-type]


def merged(keep: Office, gone: Office) -> Office:
    """Returns the one office that two are, unless a person chooses otherwise: nothing that either says is lost.

    Of a field that has one value the first one's stays where it has any; what may be several is put
    together, and notes stand one below the other.
    """
    verified = keep if keep.verified_on else gone
    return replace(
        keep,
        name=keep.name or gone.name,
        region=keep.region or gone.region,
        address=gone.address if keep.address == PostalAddress() else keep.address,
        local_address=keep.local_address or gone.local_address,
        phones=_united(keep.phones, gone.phones, phone_key),
        emails=_united(keep.emails, gone.emails, _email_key),
        websites=_united(keep.websites, gone.websites, website_key),
        position=keep.position or gone.position,
        timezone=keep.timezone or gone.timezone,
        opening_hours=keep.opening_hours or gone.opening_hours,
        covers=_united(keep.covers, gone.covers, _itself),
        people=_people(keep, gone),
        aliases=_aliases(keep, gone),
        notes=keep.notes if squeezed(gone.notes) in squeezed(keep.notes) else f"{keep.notes}\n\n{gone.notes}".strip(),
        verified_on=verified.verified_on,
        verified_by=verified.verified_by,
        verified_how=verified.verified_how,
        extras=_united(keep.extras, gone.extras, _itself),
        ignored=_united(keep.ignored, gone.ignored, _itself),
        distinct_from=_united(keep.distinct_from, gone.distinct_from, _itself),
    )


def without(keep: Office, gone: Office) -> Office:
    """Returns the office that stays of two, which the other one's name still finds."""
    known = {name_key(name) for name in (keep.name, *keep.aliases)}
    aliases = keep.aliases if not gone.name.strip() or name_key(gone.name) in known else (*keep.aliases, gone.name)
    return replace(
        keep, aliases=aliases, distinct_from=tuple(other for other in keep.distinct_from if other != gone.id)
    )


def _name(stored: Office, said: Office) -> str:
    if squeezed(stored.name) == squeezed(said.name):
        return stored.name
    # Found by another of its names it is not renamed; a file that has its identifier may do so.
    known_as = {name_key(alias) for alias in stored.aliases}
    return stored.name if said.id != stored.id and name_key(said.name) in known_as else said.name


def _notes(stored: Office, said: Office) -> str:
    return stored.notes if squeezed(said.notes) in squeezed(stored.notes) else said.notes


def _position(stored: Office, said: Office) -> Position | None:
    here, there = stored.position, said.position
    if here is None or there is None:
        return here or there
    if here.precision is Precision.MANUAL:
        return here
    is_finer = _FINEST_FIRST.index(there.precision) < _FINEST_FIRST.index(here.precision)
    return here if not is_finer and great_circle_km(here.point, there.point) <= _SAME_SPOT_KM else there


def _phones(stored: Office, said: Office) -> tuple[Phone, ...]:
    return _by_group(stored.phones, said.phones, lambda phone: _GROUPS.get(phone.kind, phone.kind), phone_key)


def _emails(stored: Office, said: Office) -> tuple[Email, ...]:
    taken = _taken(stored.emails, said.emails, _email_key)
    labels = _only_ones(said.emails, _email_key)
    alone = _only_ones(taken, _email_key)
    return tuple(
        replace(email, label=labels[key].label)
        if (key := _email_key(email)) in alone and key in labels and labels[key].label
        else email
        for email in taken
    )


def _people(stored: Office, said: Office) -> tuple[Person, ...]:
    """Adds whom only the file knows; where each side knows one of a name, the role is the one that the file says."""
    known, told = _only_ones(stored.people, _person_key), _only_ones(said.people, _person_key)
    there = {_person_key(person) for person in stored.people}
    pairs = {(_person_key(person), name_key(person.role)) for person in stored.people}
    promoted = {
        key: person
        for key, person in told.items()
        if key in known and person.role and (key, name_key(person.role)) not in pairs
    }
    people = [
        replace(person, role=promoted[key].role) if (key := _person_key(person)) in promoted else person
        for person in stored.people
    ]
    for person in said.people:
        key, role = _person_key(person), name_key(person.role)
        if key not in promoted and (key, role) not in pairs and (role or key not in there):
            people.append(person)
            pairs.add((key, role))
    return tuple(people)


def _aliases(stored: Office, said: Office) -> tuple[str, ...]:
    return _united(stored.aliases, said.aliases, name_key)


def _extras(stored: Office, said: Office) -> tuple[Extra, ...]:
    return _by_group(stored.extras, said.extras, lambda extra: (extra.name, extra.parameters, extra.source), _itself)


def _taken(stored: Sequence[_Value], said: Sequence[_Value], key: Callable[[_Value], Hashable]) -> tuple[_Value, ...]:
    """Returns what is said, each value as it is stored if it means the same; all as stored if nothing else is said."""
    known = {key(value): value for value in reversed(stored)}
    wanted = {key(value): value for value in reversed(said)}
    if known.keys() == wanted.keys():
        return tuple(stored)
    return tuple(known.get(value_key, wanted[value_key]) for value_key in dict.fromkeys(map(key, said)))


def _united(stored: Sequence[_Value], said: Iterable[_Value], key: Callable[[_Value], Hashable]) -> tuple[_Value, ...]:
    known = {key(value) for value in stored}
    new = {key(value): value for value in said if key(value) not in known}
    return (*stored, *new.values())


def _by_group(
    stored: Sequence[_Value],
    said: Sequence[_Value],
    group: Callable[[_Value], Hashable],
    key: Callable[[_Value], Hashable],
) -> tuple[_Value, ...]:
    """Returns the stored values, those of the groups that something is said of replaced where their first one stood."""
    mine, theirs = _groups(stored, group), _groups(said, group)
    taken = {name: _taken(mine.get(name, ()), values, key) for name, values in theirs.items()}
    changed = {name: values for name, values in taken.items() if values != tuple(mine.get(name, ()))}
    result: list[_Value] = []
    for value in stored:
        name = group(value)
        if name not in theirs or taken[name] == tuple(mine[name]):
            result.append(value)
        else:
            result.extend(changed.pop(name, ()))
    return (*result, *(value for values in changed.values() for value in values))


def _groups(values: Iterable[_Value], group: Callable[[_Value], Hashable]) -> dict[Hashable, list[_Value]]:
    found: dict[Hashable, list[_Value]] = {}
    for value in values:
        found.setdefault(group(value), []).append(value)
    return found


def _only_ones(values: Iterable[_Value], key: Callable[[_Value], Hashable]) -> dict[Hashable, _Value]:
    """Returns by key the values that are the only one with their key."""
    return {name: found[0] for name, found in _groups(values, key).items() if len(found) == 1}


def _itself(value: Hashable) -> Hashable:
    return value


def _email_key(email: Email) -> str:
    return email_key(email.address)


def _person_key(person: Person) -> str:
    return name_key(person.name)


_GROUPS = {PhoneKind.MOBILE: PhoneKind.VOICE}
"""Which kinds are replaced together; the others stand for themselves."""

_SETTLED = frozenset({"ignored", "distinct_from"})

_RULES: dict[str, Callable[[Office, Office], object]] = {
    "name": _name,
    "phones": _phones,
    "emails": _emails,
    "websites": lambda stored, said: _taken(stored.websites, said.websites, website_key),
    "position": _position,
    "people": _people,
    "aliases": _aliases,
    "notes": _notes,
    "local_address": lambda stored, said: combined_local_address(stored.local_address, said.local_address),
    "extras": _extras,
    "ignored": lambda stored, said: _united(stored.ignored, said.ignored, _itself),
    "distinct_from": lambda stored, said: _united(stored.distinct_from, said.distinct_from, _itself),
}
"""How a field of a partial record meets the stored one; any other is replaced."""
