"""What things are called in the window."""

from directory_app.model.office import Kind, Status
from directory_app.model.phone import PhoneKind
from directory_app.model.place import Precision

KIND_NAMES = {
    Kind.WORLD_SECRETARIAT: "World secretariat",
    Kind.REGIONAL_SECRETARIAT: "Regional secretariat",
    Kind.OFFICE: "Office",
    Kind.PROJECT_OFFICE: "Project office",
    Kind.CENTRE: "Centre",
    Kind.FOUNDATION: "Foundation",
}

STATUS_NAMES = {Status.ACTIVE: "Active", Status.CLOSED: "Closed"}

PHONE_NAMES = {
    PhoneKind.VOICE: "Phone",
    PhoneKind.FAX: "Fax",
    PhoneKind.MOBILE: "Mobile",
    PhoneKind.EMERGENCY: "Emergency",
}

PHONE_ICONS = {
    PhoneKind.VOICE: "phone",
    PhoneKind.FAX: "fax",
    PhoneKind.MOBILE: "mobile",
    PhoneKind.EMERGENCY: "emergency",
}

PRECISION_NAMES = {
    Precision.MANUAL: "Placed by hand",
    Precision.ROOFTOP: "Placed at the building",
    Precision.STREET: "Placed in the street",
    Precision.POSTCODE: "Placed by postal code",
    Precision.DISTRICT: "Placed by district; street not confirmed",
    Precision.TOWN: "Placed by town; street not confirmed",
    Precision.AREA: "Placed by area; town not found",
    Precision.COUNTRY: "Placed by country; town not found",
}

FIELD_NAMES = {
    "exists": "Entry",
    "name": "Name",
    "kind": "Kind",
    "region": "Region",
    "phones": "Numbers",
    "emails": "E-mail",
    "websites": "Web",
    "position": "Position",
    "timezone": "Time zone",
    "people": "People",
    "aliases": "Also known as",
    "notes": "Notes",
    "status": "Status",
    "verified_on": "Verified on",
    "verified_by": "Verified by",
    "verified_how": "Verified how",
    "local_address": "Address in local script",
    "extras": "Kept from imports",
    "ignored": "Ignored findings",
    "distinct_from": "Not a duplicate of",
    "address.lines": "Street",
    "address.postal_code": "Postal code",
    "address.city": "Town",
    "address.district": "District",
    "address.state": "State or province",
    "address.country": "Country",
    "address.published": "Address as published",
}


def count_of(number: int, thing: str) -> str:
    """Returns a number and its noun, such as "1 office" or "25 offices"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
