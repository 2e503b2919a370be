"""What settles a finding without a person having to type: the one place that knows what a machine can propose."""

from collections.abc import Callable
from dataclasses import replace

from directory_app.model.countries import country_name
from directory_app.model.findings import Finding
from directory_app.model.office import Office
from directory_app.model.phone import Phone
from directory_app.model.phones.cell import read_phones
from directory_app.model.phones.rereading import identity, reread
from directory_app.model.typed import read_position

Mend = Callable[[Office, Finding], Office]

PLACED = frozenset({"not_on_map", "position_far_from_town"})
"""The findings that are settled by putting the office where the gazetteer finds its town."""
VERIFIED = frozenset({"verification_missing", "verification_old"})
"""The findings that are settled by somebody's word that the entry is right."""


def proposal(office: Office, finding: Finding) -> str:
    """Returns what the button says that settles a finding, such as "Use +63 2 8426 0851", or "" if there is none."""
    if finding.code in VERIFIED:
        return "Verified today"
    if not finding.suggestion or finding.field not in _MENDS:
        return ""
    if finding.code in PLACED:
        return "Place on the map" if office.position is None else f"Place in {office.address.city}"
    if finding.code == "phone_splittable":
        return f"Split into {len(finding.suggestion.split(';'))} numbers"
    if finding.code == "position_swapped":
        return "Swap the coordinates"
    if finding.field == "address.country":
        return f"Set the country to {country_name(finding.suggestion)}"
    return f"Use {finding.suggestion}"


def mended(office: Office, finding: Finding) -> Office:
    """Returns the office with the suggestion of a finding taken; without one, the office as it is.

    What was published stays as the raw text of a number. Findings that need a gazetteer or a
    calendar are not for here.
    """
    if not finding.suggestion or finding.field not in _MENDS:
        return office
    return _MENDS[finding.field](office, finding)


def _phones(office: Office, finding: Finding) -> Office:
    if finding.code == "phone_splittable":
        return _split(office, finding)
    read = next(iter(read_phones(finding.suggestion)), Phone(""))
    phones = tuple(_with_number(p, read) if identity(p) == finding.about else p for p in office.phones)
    return replace(office, phones=phones) if read.number else office


def _with_number(phone: Phone, read: Phone) -> Phone:
    """Returns the phone with the number that was read; a phone without a number has no extension of its own yet."""
    extension = phone.extension if phone.number else read.extension
    return replace(phone, number=read.number, extension=extension)


def _split(office: Office, finding: Finding) -> Office:
    """Returns the office with a phone's cell read anew, at its place among the numbers."""
    phones: list[Phone] = []
    for phone in office.phones:
        phones += reread(phone, office) if identity(phone) == finding.about else (phone,)
    return replace(office, phones=tuple(dict.fromkeys(phones)))


def _emails(office: Office, finding: Finding) -> Office:
    emails = (
        replace(email, address=finding.suggestion) if finding.about in (email.address, email.address.strip()) else email
        for email in office.emails
    )
    return replace(office, emails=tuple(emails))


def _websites(office: Office, finding: Finding) -> Office:
    sites = (finding.suggestion if finding.about in (site, site.strip()) else site for site in office.websites)
    return replace(office, websites=tuple(sites))


def _country(office: Office, finding: Finding) -> Office:
    return replace(office, address=replace(office.address, country=finding.suggestion))


def _postal_code(office: Office, finding: Finding) -> Office:
    return replace(office, address=replace(office.address, postal_code=finding.suggestion))


def _position(office: Office, finding: Finding) -> Office:
    place = read_position(finding.suggestion)
    if place is None or office.position is None:
        return office
    moved = replace(office.position, latitude=place.latitude, longitude=place.longitude)
    return replace(office, position=moved)


_MENDS: dict[str, Mend] = {
    "phones": _phones,
    "emails": _emails,
    "websites": _websites,
    "address.country": _country,
    "address.postal_code": _postal_code,
    "position": _position,
}
