"""Doubts that only show when offices are looked at together."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from directory_app.model.email import email_findings
from directory_app.model.findings import Finding, Level
from directory_app.model.mail_domains import domain_of, is_public, is_under, organisation_domains
from directory_app.model.matching.sameness import email_key, website_key
from directory_app.model.office import Kind, Office, Status, Summary
from directory_app.model.phone import Phone, international

_SECRETARIATS = frozenset({Kind.WORLD_SECRETARIAT, Kind.REGIONAL_SECRETARIAT})
_NAMED_AT_MOST = 3
_Found = tuple[UUID, Finding]


@dataclass(frozen=True, slots=True)
class Contacts:
    """What tells offices apart: numbers in E.164, e-mail addresses and the hosts of websites, both in lower case."""

    numbers: tuple[str, ...]
    emails: tuple[str, ...]
    hosts: tuple[str, ...] = ()


def contacts_of(office: Office) -> Contacts:
    """Returns an office's numbers, e-mail addresses and hosts, each once; addresses that are none are left out."""
    numbers = dict.fromkeys(phone.number for phone in office.phones if phone.number)
    emails = dict.fromkeys(email_key(email.address) for email in office.emails if not email_findings(email))
    hosts = dict.fromkeys(website_key(website).partition("/")[0].partition(":")[0] for website in office.websites)
    emails.pop("", None)
    return Contacts(tuple(numbers), tuple(emails), tuple(host for host in hosts if host))


def directory_findings(rows: Sequence[Summary], contacts: Mapping[UUID, Contacts]) -> dict[UUID, list[Finding]]:
    """Returns the findings by office: shared numbers and e-mails, other domains, regions without a secretariat.

    Offices that are closed are left out of it.
    """
    found: defaultdict[UUID, list[Finding]] = defaultdict(list)
    rows = [row for row in rows if row.status is not Status.CLOSED]
    names = {row.id: row.name for row in rows}
    for office, finding in (
        *_shared(names, {row.id: contacts[row.id].numbers for row in rows}, _number_shared),
        *_shared(names, {row.id: contacts[row.id].emails for row in rows}, _email_shared),
        *_other_domains({row.id: contacts[row.id] for row in rows}),
        *_without_secretariat(rows),
    ):
        found[office].append(finding)
    return dict(found)


def _shared(
    names: Mapping[UUID, str], values: Mapping[UUID, tuple[str, ...]], finding: Callable[[str, str], Finding]
) -> Iterator[_Found]:
    holders: defaultdict[str, list[UUID]] = defaultdict(list)
    for office, held in values.items():
        for value in held:
            holders[value].append(office)
    for value, offices in holders.items():
        for office in offices if len(offices) > 1 else ():
            # Of many that share it only the first few are looked at, or it would take for ever.
            others = [names[other] for other in offices[: _NAMED_AT_MOST + 1] if other != office]
            yield office, finding(value, _listed(others[:_NAMED_AT_MOST], len(offices) - 1))


def _number_shared(number: str, others: str) -> Finding:
    message = f"{international(Phone(number, number))} is also the number of {others}."
    return Finding("phone_shared", "phones", message, about=number, level=Level.NOTE)


def _email_shared(address: str, others: str) -> Finding:
    message = f"{address} is also the e-mail address of {others}."
    return Finding("email_shared", "emails", message, about=address, level=Level.NOTE)


def _listed(names: Sequence[str], count: int) -> str:
    """Returns the names, and how many more there are of the count."""
    shown = [name or "an office without a name" for name in names]
    if count > len(shown):
        return f"{', '.join(shown)} and {count - len(shown):,} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def _other_domains(contacts: Mapping[UUID, Contacts]) -> Iterator[_Found]:
    """Yields e-mail addresses that are neither at the organisation's domains nor at the office's own website's."""
    own = organisation_domains([domain_of(email) for email in each.emails] for each in contacts.values())
    for office, each in contacts.items():
        for email in each.emails:
            domain = domain_of(email)
            if is_public(domain):
                message = f"{email} is an address at {domain}, where anybody can have one."
                yield office, Finding("email_public_host", "emails", message, about=email, level=Level.NOTE)
            elif own and not any(is_under(domain, known) for known in (*own, *each.hosts)):
                message = f"{email} is not at {' or '.join(own)}, as the addresses of most offices are."
                yield office, Finding("email_other_domain", "emails", message, about=email, level=Level.NOTE)


def _without_secretariat(rows: Sequence[Summary]) -> Iterator[_Found]:
    """Yields, at a region's first office, that the region has no secretariat."""
    members: defaultdict[str, list[Summary]] = defaultdict(list)
    for row in rows:
        if row.region:
            members[row.region].append(row)
    for region, offices in members.items():
        if not any(row.kind in _SECRETARIATS for row in offices):
            message = f"No secretariat is known for {region}."
            yield offices[0].id, Finding("secretariat_missing", "region", message, about=region, level=Level.NOTE)
