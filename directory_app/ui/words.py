"""What things are called in the window."""

from datetime import date

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
    "opening_hours": "Opening hours",
    "covers": "Also serves",
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

FINDING_TITLES = {
    "address_missing": "No address",
    "closed_but_edited": "Closed, and edited since",
    "contact_missing": "No number and no e-mail",
    "country_missing": "Country missing",
    "country_unknown": "Country unknown",
    "email_malformed": "E-mail not written as one",
    "email_other_domain": "E-mail of another domain",
    "email_public_host": "E-mail at a public host",
    "email_shared": "E-mail of several offices",
    "email_without_at": "E-mail without @",
    "not_on_map": "Not on the map",
    "phone_not_in_plan": "Number not in the numbering plan",
    "phone_old_plan": "Number of an old plan",
    "phone_other_country": "Number of another country",
    "phone_shared": "Number of several offices",
    "phone_splittable": "Several numbers in one cell",
    "phone_unreadable": "Number not readable",
    "position_at_sea": "Position at sea",
    "position_far_from_town": "Position far from its town",
    "position_other_country": "Position in another country",
    "position_out_of_range": "Position out of range",
    "position_swapped": "Latitude and longitude swapped",
    "position_zero": "Position at 0, 0",
    "timezone_unknown": "Unknown time zone",
    "opening_hours_unread": "Opening hours not understood",
    "postal_code_unusual": "Postal code unusual for its country",
    "region_missing": "No region",
    "secretariat_missing": "Region without a secretariat",
    "verification_missing": "Never verified",
    "verification_old": "Verified more than a year ago",
    "website_malformed": "Web address not written as one",
}
"""What findings with one code are called together."""


def count_of(number: int, thing: str) -> str:
    """Returns a number and its noun, such as "1 office" or "25 offices"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def finding_title(code: str) -> str:
    """Returns what findings with a code are called together, such as "Not in the numbering plan"."""
    return FINDING_TITLES.get(code, code.replace("_", " ").capitalize())


def day_text(day: date) -> str:
    """Returns a day as people write it, such as "22 November 2026"."""
    return f"{day.day} {day:%B %Y}"
