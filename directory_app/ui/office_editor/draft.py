"""What is typed in the form, as plain texts, and the office that it means."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from directory_app.model.address import PostalAddress, format_address
from directory_app.model.checks import check_office
from directory_app.model.countries import country_code, country_name, read_countries
from directory_app.model.findings import Finding
from directory_app.model.office import Email, Kind, Office, Person, Region, Status, region_named
from directory_app.model.phone import Phone, PhoneKind
from directory_app.model.phones.cell import read_phones
from directory_app.model.place import Position
from directory_app.model.typed import read_date, read_position


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A cell of numbers as typed, and what it is said to be."""

    text: str = ""
    kind: PhoneKind = PhoneKind.VOICE


@dataclass(frozen=True, slots=True)
class Draft:
    """Every field of the form; a pair is a text and its label or role, `country` a name or a code as typed."""

    name: str = ""
    kind: Kind = Kind.OFFICE
    region: str = ""
    numbers: tuple[NumberRow, ...] = ()
    emails: tuple[tuple[str, str], ...] = ()
    websites: tuple[str, ...] = ()
    street: str = ""
    postal_code: str = ""
    city: str = ""
    district: str = ""
    state: str = ""
    country: str = ""
    coordinates: str = ""
    timezone: str = ""
    opening_hours: str = ""
    local_address: str = ""
    people: tuple[tuple[str, str], ...] = ()
    aliases: tuple[str, ...] = ()
    covers: str = ""
    notes: str = ""
    status: Status = Status.ACTIVE
    verified_on: str = ""
    verified_by: str = ""
    verified_how: str = ""


def draft_of(office: Office) -> Draft:
    """Returns the form's content for an office."""
    cells = groupby(office.phones, key=lambda phone: (phone.raw, phone.kind))
    place, address = office.position, office.address
    return Draft(
        name=office.name,
        kind=office.kind,
        region=office.region,
        numbers=tuple(NumberRow(raw, kind) for (raw, kind), _ in cells),
        emails=tuple((email.address, email.label) for email in office.emails),
        websites=office.websites,
        street="\n".join(address.lines),
        postal_code=address.postal_code,
        city=address.city,
        district=address.district,
        state=address.state,
        country=_country_shown(address.country),
        coordinates=f"{place.latitude:.5f}, {place.longitude:.5f}" if place else "",
        timezone=office.timezone,
        opening_hours=office.opening_hours,
        local_address=_shown_locally(office.local_address),
        people=tuple((person.name, person.role) for person in office.people),
        aliases=office.aliases,
        covers=_covers_shown(office.covers),
        notes=office.notes,
        status=office.status,
        verified_on=office.verified_on.isoformat() if office.verified_on else "",
        verified_by=office.verified_by,
        verified_how=office.verified_how,
    )


def office_of(draft: Draft, base: Office, author: str = "") -> Office:
    """Returns the office that the form means, as a new state of the base.

    A row of numbers that was not touched keeps what was read out of it; a country, coordinates or a
    date that cannot be read leave the base's own.
    """
    return replace(
        base,
        name=draft.name.strip(),
        kind=draft.kind,
        region=draft.region.strip(),
        phones=tuple(_phones(draft, base)),
        emails=tuple(Email(text.strip(), label.strip()) for text, label in draft.emails if text.strip()),
        websites=_texts(draft.websites),
        address=_address(draft, base.address),
        position=_position(draft, base, author),
        timezone=draft.timezone.strip(),
        opening_hours=draft.opening_hours.strip(),
        local_address=_local_address(draft, base),
        people=tuple(Person(text.strip(), role.strip()) for text, role in draft.people if text.strip()),
        aliases=_texts(draft.aliases),
        covers=_covers(draft, base),
        notes=draft.notes.strip(),
        status=draft.status,
        verified_on=(read_date(draft.verified_on) or base.verified_on) if draft.verified_on.strip() else None,
        verified_by=draft.verified_by.strip(),
        verified_how=draft.verified_how.strip(),
    )


def without_empty_rows(draft: Draft) -> Draft:
    """Returns the draft without the rows into which nothing was typed; they mean nothing."""
    return replace(
        draft,
        numbers=tuple(row for row in draft.numbers if row.text.strip()),
        emails=tuple(pair for pair in draft.emails if "".join(pair).strip()),
        websites=tuple(text for text in draft.websites if text.strip()),
        people=tuple(pair for pair in draft.people if "".join(pair).strip()),
        aliases=tuple(text for text in draft.aliases if text.strip()),
    )


def country_of(typed: str, own: str) -> str:
    """Returns the code of the country typed; where that is none, the office's own stays as it is."""
    if not typed.strip():
        return ""
    code = country_code(typed)
    return own if not code or code == country_code(own) else code


def findings_of(draft: Draft, base: Office, regions: Iterable[Region]) -> tuple[Finding, ...]:
    """Returns what is doubtful in the form, besides numbers, which say so in their rows.

    `regions` are those that the directory has.
    """
    from directory_app.model.coordinates import read_coordinates  # the window need not wait for it
    from directory_app.model.points.answer import Trouble

    office = office_of(draft, base)
    found = [finding for finding in check_office(office) if finding.field != "phones"]
    if not draft.name.strip():
        found.append(Finding("name_missing", "name", "An office without a name is hard to find."))
    if draft.region.strip() and region_named(draft.region, regions) is None:
        message = f"There is no region “{draft.region.strip()}” yet; saving adds it."
        found.append(Finding("region_new", "region", message))
    own = _country_shown(base.address.country)
    if draft.country.strip() not in ("", own) and not country_code(draft.country):
        message = "No country has this name, so the country stays as it was; choose one from the list."
        found.append(Finding("country_unreadable", "address.country", message))
    answer = read_coordinates(draft.coordinates) if draft.coordinates.strip() else None
    if isinstance(answer, Trouble):
        message = f"{answer.sentence} Until then the position stays as it was."
        found.append(Finding("position_unreadable", "position", message))
    unknown = read_countries(draft.covers)[1] if draft.covers != _covers_shown(base.covers) else ()
    for name in unknown:
        message = f"No country is called “{name}”, so it would be left out. Write several as: Nepal; Bhutan."
        found.append(Finding("covers_unreadable", "covers", message))
    if draft.verified_on.strip() and read_date(draft.verified_on) is None:
        message = "This is no date such as 2026-01-31; the date stays as it was."
        found.append(Finding("date_unreadable", "verified_on", message))
    return tuple(found)


def _phones(draft: Draft, base: Office) -> Iterator[Phone]:
    known: dict[NumberRow, list[Phone]] = {}
    country = country_of(draft.country, base.address.country)
    if country == base.address.country:
        for phone in base.phones:
            known.setdefault(NumberRow(phone.raw, phone.kind), []).append(phone)
    for row in draft.numbers:
        if row in known:
            yield from known[row]
        elif row.text.strip():
            yield from read_phones(row.text, country, kind_of(row))


def kind_of(row: NumberRow) -> PhoneKind | None:
    """Returns the kind that a person chose; plain "phone" leaves it to the text's own label."""
    return None if row.kind is PhoneKind.VOICE else row.kind


def _address(draft: Draft, base: PostalAddress) -> PostalAddress:
    return PostalAddress(
        lines=_texts(tuple(draft.street.splitlines())),
        postal_code=draft.postal_code.strip(),
        city=draft.city.strip(),
        district=draft.district.strip(),
        state=draft.state.strip(),
        country=country_of(draft.country, base.country),
        published=base.published,
    )


def _shown_locally(address: PostalAddress | None) -> str:
    return "\n".join(format_address(address, country_line=False)) if address else ""


def _local_address(draft: Draft, base: Office) -> PostalAddress | None:
    if draft.local_address == _shown_locally(base.local_address):
        return base.local_address
    lines = _texts(tuple(draft.local_address.splitlines()))
    return PostalAddress(lines, country=country_of(draft.country, base.address.country)) if lines else None


def _country_shown(code: str) -> str:
    return country_name(code) or code.strip()


def _covers_shown(codes: tuple[str, ...]) -> str:
    return "; ".join(map(_country_shown, codes))


def _covers(draft: Draft, base: Office) -> tuple[str, ...]:
    return base.covers if draft.covers == _covers_shown(base.covers) else read_countries(draft.covers)[0]


def _position(draft: Draft, base: Office, author: str) -> Position | None:
    if draft.coordinates == draft_of(base).coordinates:
        return base.position
    if not draft.coordinates.strip():
        return None
    return read_position(draft.coordinates, author) or base.position


def _texts(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text.strip() for text in texts if text.strip())
