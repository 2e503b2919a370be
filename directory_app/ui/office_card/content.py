"""What a card says of an office, as values: worked out here, painted elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from directory_app.geo.clock import difference_text, local_time, short_time
from directory_app.model.address import format_address
from directory_app.model.checks import check_office
from directory_app.model.countries import country_shown
from directory_app.model.email import email_findings
from directory_app.model.findings import Finding
from directory_app.model.mending import proposal
from directory_app.model.office import WITHOUT_NAME, Email, ExtraSource, Office
from directory_app.model.phone import Phone, PhoneKind, from_country, international, is_valid, tel_uri
from directory_app.model.zones import zone_findings
from directory_app.ui.words import KIND_NAMES, PHONE_ICONS, PHONE_NAMES, PRECISION_NAMES


@dataclass(frozen=True, slots=True)
class Line:
    """One thing one can read, copy or open.

    `copied` is what the copy button takes, `link` what the open button opens, each empty where there
    is no such button; `finding` is what is doubtful about it, `mend` the button that settles that.
    """

    icon: str
    text: str
    caption: str = ""
    copied: str = ""
    link: str = ""
    link_icon: str = ""
    link_name: str = ""
    finding: Finding | None = None
    mend: str = ""

    @property
    def doubt(self) -> str:
        """The sentence of the finding."""
        return self.finding.message if self.finding is not None else ""


@dataclass(frozen=True, slots=True)
class Content:
    """A card from top to bottom; what is unknown is not there."""

    name: str
    kind: str
    contacts: tuple[Line, ...]
    address: tuple[Line, ...]
    people: tuple[Line, ...]
    more: tuple[Line, ...]


def content_of(office: Office, my_country: str) -> Content:
    """Returns what the card says; numbers are also shown as dialled from the reader's country."""
    doubts = _Doubts(office)
    return Content(
        name=office.name or WITHOUT_NAME,
        kind=" · ".join(part for part in (KIND_NAMES[office.kind], office.region) if part),
        contacts=tuple(_contacts(office, my_country, doubts)),
        address=tuple(_address(office, doubts)),
        people=tuple(Line("person", person.name, person.role, copied=person.name) for person in office.people),
        more=tuple(_more(office, doubts)),
    )


def clock_line(office: Office, now: datetime) -> str:
    """Returns the office's time beside the reader's, or nothing where its zone is unknown."""
    time = local_time(office.timezone, now)
    return f"{short_time(time)} there, {difference_text(time)}" if time is not None else ""


class _Doubts:
    """What is doubtful about an office's values, each told once however many lines it is about."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._untold = list(check_office(office))

    def told(self, line: Line, field: str, *values: str) -> Line:
        """Returns the line with the doubt about a value, and what settles it; one doubt a line."""
        for finding in self._untold if line.finding is None else ():
            if finding.field == field and finding.about in values:
                self._untold.remove(finding)
                return replace(line, finding=finding, mend=proposal(self._office, finding))
        return line

    def told_of_place(self, line: Line) -> Line:
        """Returns the line with the doubt about the position, whatever that is."""
        return self.told(line, "position", *(finding.about for finding in self._untold))


def _contacts(office: Office, my_country: str, doubts: _Doubts) -> Iterator[Line]:
    for phone in office.phones:
        yield doubts.told(_phone(phone, my_country), "phones", phone.number, phone.raw)
    for email in office.emails:
        yield doubts.told(_email(email), "emails", email.address)
    for site in office.websites:
        yield doubts.told(_website(site), "websites", site)


def _email(email: Email) -> Line:
    line = Line("mail", email.address, email.label, copied=email.address)
    if email_findings(email):
        return line
    return replace(line, link=f"mailto:{email.address}", link_icon="mail", link_name=f"Write to {email.address}")


def _website(site: str) -> Line:
    url = site if "://" in site else f"https://{site}"
    shown = site.removeprefix("https://").removeprefix("http://").rstrip("/")
    return Line("web", shown, copied=site, link=url, link_icon="web", link_name=f"Open {shown}")


def _phone(phone: Phone, my_country: str) -> Line:
    number = international(phone)
    if not number:
        return Line(PHONE_ICONS[phone.kind], phone.raw, "Could not be read as a number", copied=phone.raw)
    local = from_country(phone, my_country) if my_country and is_valid(phone) else ""
    caption = [phone.label or PHONE_NAMES[phone.kind]]
    if local and local.replace(" ", "") != number.replace(" ", ""):
        caption.append(f"from here {local}")
    return Line(
        PHONE_ICONS[phone.kind],
        number,
        " · ".join(caption),
        copied=number,
        link="" if phone.kind is PhoneKind.FAX else tel_uri(phone),
        link_icon="phone",
        link_name=f"Call {number}",
    )


def _address(office: Office, doubts: _Doubts) -> Iterator[Line]:
    address = office.address
    lines = format_address(address)
    if lines:
        caption = PRECISION_NAMES[office.position.precision] if office.position else "Not on the map"
        line = Line("pin", "\n".join(lines), caption, copied="\n".join(lines))
        line = doubts.told(line, "address.postal_code", address.postal_code)
        yield doubts.told_of_place(doubts.told(line, "address.country", address.country))
    elif office.position is not None:
        place = f"{office.position.latitude:.5f}, {office.position.longitude:.5f}"
        yield doubts.told_of_place(Line("pin", place, PRECISION_NAMES[office.position.precision], copied=place))
    if office.local_address is not None:
        local = "\n".join(format_address(office.local_address, country_line=False))
        yield Line("pin", local, "In the local script", copied=local)


def _more(office: Office, doubts: _Doubts) -> Iterator[Line]:
    if zone_findings(office.timezone):  # or nothing would say why there is no time
        line = Line("clock", office.timezone, "Time zone", copied=office.timezone)
        yield doubts.told(line, "timezone", office.timezone)
    if office.opening_hours:
        from directory_app.model.opening_hours.reading import read_hours
        from directory_app.model.opening_hours.words import hours_in_words

        hours = read_hours(office.opening_hours)
        shown = hours_in_words(hours) if hours is not None else office.opening_hours
        line = Line("clock", shown, "Opening hours", copied=office.opening_hours)
        yield doubts.told(line, "opening_hours", office.opening_hours)
    if office.covers:
        served = ", ".join(map(country_shown, office.covers))
        yield Line("globe", served, "Also serves", copied=served)
    if office.aliases:
        yield Line("tag", ", ".join(office.aliases), "Also known as", copied=", ".join(office.aliases))
    if office.notes:
        yield Line("note", office.notes, copied=office.notes)
    for extra in office.extras:
        if extra.source is ExtraSource.COLUMN:
            yield Line("note", extra.value, extra.name, copied=extra.value)
