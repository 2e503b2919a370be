"""What the command line prints as JSON; the keys are documented and kept."""

from collections.abc import Sequence

from directory_app.exchange.json_export import utc_text
from directory_app.geo.candidate import Candidate
from directory_app.geo.near import Near
from directory_app.model.change import Change
from directory_app.model.findings import Finding
from directory_app.model.office import Office, Summary
from directory_app.model.phone import Phone, is_valid
from directory_app.model.phones.findings import phone_findings
from directory_app.model.place import great_circle_km
from directory_app.model.plain import Plain, to_plain


def summary_record(row: Summary, matched_in: Sequence[str] = ()) -> Plain:
    """Returns an office as `list` and `search` print it."""
    return {
        "id": str(row.id),
        "name": row.name,
        "kind": row.kind.value,
        "region": row.region,
        "city": row.city,
        "country": row.country,
        "matched_in": list(matched_in),
    }


def finding_record(office: Summary, finding: Finding) -> Plain:
    """Returns a finding as `check` prints it."""
    return {
        "id": str(office.id),
        "office": office.name,
        "code": finding.code,
        "field": finding.field,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "about": finding.about,
        "level": finding.level.value,
    }


def change_record(change: Change) -> Plain:
    """Returns a change as `history`, `undo` and `edit` print it."""
    return {
        "id": str(change.id),
        "at": utc_text(change.stamp.at),
        "by": change.stamp.by,
        "office": str(change.office),
        "fields": {
            field.field: [to_plain(field.field, field.old), to_plain(field.field, field.new)] for field in change.fields
        },
    }


def candidate_record(candidate: Candidate, office: Office | None) -> Plain:
    """Returns a place as `geocode` prints it; `distance_km` is from where the office is now, if it is anywhere."""
    place, known = candidate.position, office.position if office else None
    return {
        "latitude": place.latitude,
        "longitude": place.longitude,
        "precision": place.precision.value,
        "source": place.source,
        "label": candidate.label,
        "distance_km": round(great_circle_km(known.point, place.point), 1) if known else None,
        "office": office.name if office else None,
    }


def near_record(near: Near) -> Plain:
    """Returns an office at a distance as `nearest` prints it."""
    return {
        "id": str(near.office.id),
        "name": near.office.name,
        "distance_km": round(near.distance_km, 1),
        "bearing": round(near.bearing, 1),
    }


def phone_record(phone: Phone, country: str) -> Plain:
    """Returns a number as `phones` prints it."""
    return {
        "kind": phone.kind.value,
        "number": phone.number,
        "extension": phone.extension,
        "raw": phone.raw,
        "valid": is_valid(phone),
        "findings": [
            {"code": finding.code, "message": finding.message, "suggestion": finding.suggestion}
            for finding in phone_findings(phone, country)
        ],
    }
