"""Everything that is doubtful about an office, in the order of its fields."""

from directory_app.model.address import address_findings
from directory_app.model.email import email_findings
from directory_app.model.findings import Finding
from directory_app.model.office import Office
from directory_app.model.phone_findings import phone_findings
from directory_app.model.place import Position
from directory_app.model.web import website_findings


def check_office(office: Office) -> tuple[Finding, ...]:
    """Returns what is doubtful about an office, each doubt once however often it is met. Never raises."""
    country = office.address.country
    found = [finding for phone in office.phones for finding in phone_findings(phone, country)]
    found += [finding for email in office.emails for finding in email_findings(email)]
    found += [finding for website in office.websites for finding in website_findings(website)]
    found += position_findings(office.position)
    found += address_findings(office.address)
    return tuple(dict.fromkeys(found))


def position_findings(position: Position | None) -> tuple[Finding, ...]:
    """Returns what is doubtful about a position; an office without one is in no doubt."""
    if position is None:
        return ()
    # Written so that a value that is no number is out of range too.
    if not (-90 <= position.latitude <= 90 and -180 <= position.longitude <= 180):
        message = f"{position.latitude}, {position.longitude} is no place on earth."
        return (Finding("position_out_of_range", "position", message),)
    if position.latitude == 0 and position.longitude == 0:
        message = "The position is 0, 0, a place in the sea that stands for a missing one."
        return (Finding("position_zero", "position", message),)
    return ()
