"""What an office lacks or leaves unsaid, as far as it tells by itself."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from directory_app.model.addresses.reading import read_address
from directory_app.model.change import Change
from directory_app.model.countries import country_in_sentence
from directory_app.model.findings import Finding, Level
from directory_app.model.office import Office, Status, Summary
from directory_app.model.phone import is_valid, number_country
from directory_app.model.verifying import is_stale

RECENTLY = timedelta(days=90)
"""How long after an edit a closed office is asked about."""

_SAY_NOTHING_OF_OPENING = frozenset(
    {"status", "notes", "verified_on", "verified_by", "verified_how", "extras", "ignored", "distinct_from"}
)


def office_findings(office: Office) -> tuple[Finding, ...]:
    """Returns what an office lacks; one that is closed may lack what it likes. Never raises."""
    return () if office.status is Status.CLOSED else tuple(_missing(office))


def verification_findings(office: Office | Summary, today: date) -> tuple[Finding, ...]:
    """Returns a note if nobody made sure within a year that the entry is right."""
    if not is_stale(office, today):
        return ()
    if office.verified_on is None:
        return _NEVER_VERIFIED
    about = office.verified_on.isoformat()
    message = f"This entry was last verified on {about}, more than a year ago."
    return (_note("verification_old", "verified_on", message, about=about),)


def edited_after_closing(changes: Sequence[Change]) -> datetime | None:
    """Returns when a closed office last had an edit that one makes to offices that are open, or None.

    `changes` are the office's own, newest first. What only closes it, verifies it or remarks on it does not count.
    """
    for change in changes:
        fields = {field.field for field in change.fields}
        if "status" in fields or "exists" in fields:
            return None
        if fields - _SAY_NOTHING_OF_OPENING:
            return change.stamp.at
    return None


def closed_findings(edited: datetime | None, today: date) -> tuple[Finding, ...]:
    """Returns the doubt about a closed office that was edited after its closing, if that was not long ago."""
    if edited is None or edited.date() < today - RECENTLY:
        return ()
    message = f"It is marked as closed and was edited on {edited.date().isoformat()}; it may be open again."
    return (Finding("closed_but_edited", "status", message, about=edited.date().isoformat()),)


def country_said(office: Office) -> str:
    """Returns the country that the address as published or the numbers name, as ISO code; "" if none or several."""
    address = office.address
    texts = (address.published, ", ".join((*address.lines, address.city, address.state)))
    named = {read_address(text).country for text in texts if text.strip()}
    called = {number_country(phone) for phone in office.phones if is_valid(phone)}
    said = (named | called) - {""}
    return said.pop() if len(said) == 1 else ""


def _missing(office: Office) -> Iterator[Finding]:
    if not any(phone.raw.strip() or phone.number for phone in office.phones) and not any(
        email.address.strip() for email in office.emails
    ):
        yield Finding("contact_missing", "phones", "It has neither a telephone number nor an e-mail address.")
    if not _has_address(office):
        yield Finding("address_missing", "address.lines", "It has no address.")
    if not office.address.country:
        yield from _country_findings(office)
    if not office.region:
        yield _note("region_missing", "region", "It belongs to no region.")


def _country_findings(office: Office) -> Iterator[Finding]:
    said = country_said(office)
    if said:
        message = f"Its country is missing; what is known of it says {country_in_sentence(said)}."
        yield Finding("country_missing", "address.country", message, said)
    elif _has_address(office):
        yield Finding("country_missing", "address.country", "Its address names no country.")


def _has_address(office: Office) -> bool:
    address, local = office.address, office.local_address
    parts = (*address.lines, address.postal_code, address.city, address.district, address.state, address.published)
    return any(part.strip() for part in parts) or local is not None


def _note(code: str, field: str, message: str, about: str = "") -> Finding:
    return Finding(code, field, message, about=about, level=Level.NOTE)


_NEVER_VERIFIED = (_note("verification_missing", "verified_on", "Nobody has verified this entry yet."),)
"""Said of most offices of a new directory, so that it is made once."""
