"""Entries of a pasted text read as offices."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from directory_app.exchange.pasted.entry import Entry
from directory_app.exchange.pasted.phrases import Regions, last_country, only_country, words_of
from directory_app.exchange.pasted.vocabulary import kind_of
from directory_app.model.address import PostalAddress
from directory_app.model.addresses.reading import read_address
from directory_app.model.countries import country_code, country_in_sentence
from directory_app.model.email import read_email_cell
from directory_app.model.findings import Finding
from directory_app.model.office import Email, Office
from directory_app.model.phone import Phone, international, number_country
from directory_app.model.phones.cell import read_phones
from directory_app.model.record import UNIDENTIFIED, Record
from directory_app.model.web import read_website_cell

_FEWEST_NAMED_ALIKE = 2
_FIELDS = ("phones", "emails", "websites", "people", "notes", "region")
_ADDRESS_FIELDS = ("lines", "postal_code", "city", "district", "state", "published")
# Domains of countries that everybody uses.
_ANYBODYS_DOMAINS = "ag ai am cc co fm gg io la ly me nu pw sh so st to tv ws"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the entries of a text tell about one that says less.

    `word` is what offices directly under a heading are called ("Secretariat"), `country` the one
    country that any entry names; both are empty where the entries differ.
    """

    word: str = ""
    country: str = ""


def surroundings_of(entries: Sequence[Entry]) -> Surroundings:
    """Returns what entries have in common."""
    names = [entry.name for entry in entries if entry.heading and entry.has_office_word]
    words = Counter(name.split()[-1] for name in names)
    word, count = words.most_common(1)[0] if words else ("", 0)
    is_usual = count >= _FEWEST_NAMED_ALIKE and count * 2 > len(names)
    countries = {country for entry in entries if (country := _country(entry)[0])}
    return Surroundings(word if is_usual else "", countries.pop() if len(countries) == 1 else "")


def read_entry(entry: Entry, place: str, regions: Regions, around: Surroundings) -> Record:
    """Returns what an entry says of its office, with a finding for each thing that was only concluded.

    What was concluded is in the office, and not among the fields that the text speaks of.
    """
    country, source = _country(entry)
    if not country and around.country:
        country, source = around.country, "the other entries"
    text = "\n".join(entry.address)
    address = read_address(text, country) if text else PostalAddress(country=country)
    office = Office(
        UNIDENTIFIED,
        region=regions.named(entry.own_region or entry.region),
        address=address,
        phones=tuple(dict.fromkeys(_phones(entry, address.country))),
        emails=_emails(entry),
        websites=_websites(entry),
        people=tuple(dict.fromkeys(entry.people)),
        notes="\n".join(entry.notes),
    )
    name = entry.name or _name_from_around(entry, office, around.word)
    office = replace(office, name=name, kind=kind_of(name))
    fields = {field for field in _FIELDS if getattr(office, field)}
    fields |= {f"address.{field}" for field in _ADDRESS_FIELDS if getattr(address, field)}
    fields |= {"name"} if entry.is_sure else set()
    fields |= {"address.country"} if address.country and not source else set()
    return Record(place, office, frozenset(fields), findings=tuple(_findings(entry, office, source)))


def _findings(entry: Entry, office: Office, source: str) -> Iterator[Finding]:
    if not office.name:
        yield Finding("name_missing", "name", "The text gives this office no name.")
    elif not entry.is_sure:
        message = f"The text does not say clearly what this office is called; “{office.name}” was concluded."
        yield Finding("name_concluded", "name", message, about=office.name)
    country = office.address.country
    if source and country:
        message = f"The text names no country; {country_in_sentence(country)} was concluded from {source}."
        yield Finding("country_concluded", "address.country", message, about=country)


def _name_from_around(entry: Entry, office: Office, word: str) -> str:
    """Returns a name for an office that the text gives none: from the heading, its town, its people or its domain."""
    if entry.heading:
        return entry.heading if only_country(entry.heading) else f"{entry.heading} {word}".strip()
    people = (person.name for person in office.people)
    return next((name for name in (office.address.city, *people, *_hosts(entry)) if name), "")


def _country(entry: Entry) -> tuple[str, str]:
    """Returns the country of an entry, and in words what it was concluded from where the text does not say it."""
    said = last_country(words_of("\n".join(entry.address))) or only_country(entry.country)
    if said:
        return said, ""
    for phone in _phones(entry, ""):
        if country := number_country(phone):
            return country, international(phone)
    for host in _hosts(entry):
        domain = host.rpartition(".")[2].casefold()
        if len(domain) == 2 and domain not in _ANYBODYS_DOMAINS.split() and (country := country_code(domain)):
            return country, host
    return "", ""


def _hosts(entry: Entry) -> Iterator[str]:
    for email in _emails(entry):
        yield email.address.rpartition("@")[2]
    for site in _websites(entry):
        yield (site.partition("//")[2] or site).partition("/")[0]


def _phones(entry: Entry, country: str) -> Iterator[Phone]:
    for cell, kind in entry.phones:
        yield from read_phones(cell, country, kind)


def _emails(entry: Entry) -> tuple[Email, ...]:
    return tuple(dict.fromkeys(email for text in entry.emails for email in read_email_cell(text)))


def _websites(entry: Entry) -> tuple[str, ...]:
    return tuple(dict.fromkeys(site for text in entry.sites for site in read_website_cell(text)))
