"""Everything that is doubtful about the values of an office, in the order of its fields.

What an office lacks is told by `office_checks`, what only all offices together tell by `directory_checks`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from directory_app.model.address import address_findings
from directory_app.model.email import email_findings
from directory_app.model.findings import Finding
from directory_app.model.ignoring import without_ignored
from directory_app.model.office import Office
from directory_app.model.phone import Phone, international
from directory_app.model.phones.findings import phone_findings
from directory_app.model.phones.rereading import identity, reread
from directory_app.model.place import Position
from directory_app.model.web import website_findings
from directory_app.model.zones import zone_findings

_MISREAD = frozenset({"phone_unreadable", "phone_not_in_plan"})


def check_office(office: Office, *, with_ignored: bool = False) -> tuple[Finding, ...]:
    """Returns what is doubtful about an office's values, each doubt once however often it is met. Never raises.

    A finding's `about` is the value as the office has it, for a number in E.164. Findings that somebody lets
    stand are left out unless asked for.
    """
    found = tuple(dict.fromkeys(_value_findings(office)))
    return found if with_ignored else without_ignored(office, found)


def position_findings(position: Position | None) -> tuple[Finding, ...]:
    """Returns what is doubtful about a position; an office without one is in no doubt."""
    if position is None:
        return ()
    about = f"{position.latitude}, {position.longitude}"
    # Written so that a value that is no number is out of range too.
    if not (-90 <= position.latitude <= 90 and -180 <= position.longitude <= 180):
        return (Finding("position_out_of_range", "position", f"{about} is no place on earth.", about=about),)
    if position.latitude == 0 and position.longitude == 0:
        message = "The position is 0, 0, a place in the sea that stands for a missing one."
        return (Finding("position_zero", "position", message, about=about),)
    return ()


def _value_findings(office: Office) -> Iterator[Finding]:
    for phone in office.phones:
        if found := phone_findings(phone, office.address.country):
            yield from _about(identity(phone), _with_rereading(found, phone, office))
    for email in office.emails:
        yield from _about(email.address, email_findings(email))
    for website in office.websites:
        yield from _about(website, website_findings(website))
    yield from position_findings(office.position)
    yield from zone_findings(office.timezone)
    if office.opening_hours:
        from directory_app.model.opening_hours.reading import hours_findings  # few offices have any yet

        yield from hours_findings(office.opening_hours)
    address = office.address
    for finding in address_findings(address):
        yield from _about(address.country if finding.field == "address.country" else address.postal_code, [finding])


def _about(value: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    return (finding if finding.about else replace(finding, about=value) for finding in findings)


def _with_rereading(found: tuple[Finding, ...], phone: Phone, office: Office) -> tuple[Finding, ...]:
    """Returns the doubts about a number; where its cell is read otherwise today, that is the proposal."""
    if not any(finding.code in _MISREAD for finding in found):
        return found
    numbers = reread(phone, office)
    shown = "; ".join(international(number) for number in numbers)
    if len(numbers) > 1:
        message = f"“{phone.raw}” holds {len(numbers)} numbers: {shown}."
        return (Finding("phone_splittable", "phones", message, shown),)
    return tuple(replace(finding, suggestion=shown) if finding.code in _MISREAD else finding for finding in found)
