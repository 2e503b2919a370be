"""An office's card as plain text, for a letter or a chat."""

from directory_app.model.address import format_address
from directory_app.model.office import Office
from directory_app.model.phone import PhoneKind, international

_PHONES = {
    PhoneKind.VOICE: "Phone",
    PhoneKind.FAX: "Fax",
    PhoneKind.MOBILE: "Mobile",
    PhoneKind.EMERGENCY: "Emergency",
}


def card_text(office: Office) -> str:
    """Returns what one needs to reach an office, a line each, ended by a line end."""
    lines = [office.name, *format_address(office.address), ""]
    if office.local_address is not None:
        lines += [*format_address(office.local_address, country_line=False), ""]
    for phone in office.phones:
        label = f" ({phone.label})" if phone.label else ""
        lines.append(f"{_PHONES[phone.kind]}: {international(phone)}{label}")
    lines += [f"E-mail: {email.address}" for email in office.emails]
    lines += [f"Web: {site}" for site in office.websites]
    lines += [f"{person.name}, {person.role}" if person.role else person.name for person in office.people]
    if office.opening_hours:
        from directory_app.model.opening_hours.reading import read_hours
        from directory_app.model.opening_hours.words import hours_in_words

        hours = read_hours(office.opening_hours)
        lines.append(hours_in_words(hours) if hours is not None else f"Open: {office.opening_hours}")
    return "\n".join(lines).strip() + "\n"
