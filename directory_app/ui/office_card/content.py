"""What a card says of an office, as values: worked out here, painted elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from directory_app.geo.clock import difference_text, local_time, short_time
from directory_app.model.address import address_findings, format_address
from directory_app.model.email import email_findings
from directory_app.model.findings import Finding
from directory_app.model.office import Office
from directory_app.model.phone import Phone, PhoneKind, from_country, international, is_valid, tel_uri
from directory_app.model.phone_cell import read_phones
from directory_app.model.phone_findings import phone_findings
from directory_app.model.web import website_findings
from directory_app.ui.office_list.rows import WITHOUT_NAME
from directory_app.ui.words import KIND_NAMES, PHONE_ICONS, PHONE_NAMES, PRECISION_NAMES


@dataclass(frozen=True, slots=True)
class Line:
    """One thing one can read, copy or open.

    `copied` is what the copy button takes, `link` what the open button opens, each empty where there
    is no such button; `doubt` is the sentence of a finding, `mend` the button that settles it, and
    `mended` the office as it is then.
    """

    icon: str
    text: str
    caption: str = ""
    copied: str = ""
    link: str = ""
    link_icon: str = ""
    link_name: str = ""
    doubt: str = ""
    mend: str = ""
    mended: Office | None = None


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
    return Content(
        name=office.name or WITHOUT_NAME,
        kind=" · ".join(part for part in (KIND_NAMES[office.kind], office.region) if part),
        contacts=tuple(_contacts(office, my_country)),
        address=tuple(_address(office)),
        people=tuple(Line("person", person.name, person.role, copied=person.name) for person in office.people),
        more=tuple(_more(office)),
    )


def clock_line(office: Office, now: datetime) -> str:
    """Returns the office's time beside the reader's, or nothing where its zone is unknown."""
    time = local_time(office.timezone, now)
    return f"{short_time(time)} there, {difference_text(time)}" if time is not None else ""


def text_of(office: Office) -> str:
    """Returns the card as plain text, for a letter or a chat."""
    lines = [office.name, *format_address(office.address), ""]
    lines += [f"{PHONE_NAMES[phone.kind]}: {international(phone) or phone.raw}" for phone in office.phones]
    lines += [f"E-mail: {email.address}" for email in office.emails]
    lines += [f"Web: {site}" for site in office.websites]
    lines += [f"{person.name}, {person.role}" if person.role else person.name for person in office.people]
    return "\n".join(lines).strip() + "\n"


def _contacts(office: Office, my_country: str) -> Iterator[Line]:
    said: set[str] = set()
    for phone in office.phones:
        finding = next(iter(phone_findings(phone, office.address.country)), None)
        line = _phone(phone, my_country)
        if finding is not None and finding.message not in said:
            line = _with_doubt(line, office, phone, finding)
            said.add(finding.message)
        yield line
    for email in office.emails:
        doubts = email_findings(email)
        yield Line(
            "mail",
            email.address,
            email.label,
            copied=email.address,
            link="" if doubts else f"mailto:{email.address}",
            link_icon="mail",
            link_name=f"Write to {email.address}",
            doubt=doubts[0].message if doubts else "",
        )
    for site in office.websites:
        doubts = website_findings(site)
        url = site if "://" in site else f"https://{site}"
        shown = site.removeprefix("https://").removeprefix("http://").rstrip("/")
        yield Line(
            "web",
            shown,
            copied=site,
            link=url,
            link_icon="web",
            link_name=f"Open {shown}",
            doubt=doubts[0].message if doubts else "",
        )


def _with_doubt(line: Line, office: Office, phone: Phone, finding: Finding) -> Line:
    """Returns the line with a finding, and with what mends it in every number that is the same."""
    if not finding.suggestion:
        return replace(line, doubt=finding.message)
    number = read_phones(finding.suggestion)[0].number
    phones = tuple(replace(p, number=number) if p.number == phone.number else p for p in office.phones)
    mended = replace(office, phones=phones)
    return replace(line, doubt=finding.message, mend=f"Use {finding.suggestion}", mended=mended)


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


def _address(office: Office) -> Iterator[Line]:
    lines = format_address(office.address)
    if lines:
        caption = PRECISION_NAMES[office.position.precision] if office.position else "Not on the map"
        doubts = address_findings(office.address)
        yield Line(
            "pin",
            "\n".join(lines),
            caption,
            copied="\n".join(lines),
            doubt=" ".join(finding.message for finding in doubts),
        )


def _more(office: Office) -> Iterator[Line]:
    if office.aliases:
        yield Line("tag", ", ".join(office.aliases), "Also known as", copied=", ".join(office.aliases))
    if office.notes:
        yield Line("note", office.notes, copied=office.notes)
