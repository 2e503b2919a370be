"""What a reader made of a file, as plain values that a person can write down and compare."""

from typing import Any

from directory_app.model.change import FIELDS, value_of
from directory_app.model.plain import to_plain
from directory_app.model.record import UNIDENTIFIED, Record, Unreadable


def told(record: Record | Unreadable) -> dict[str, Any]:
    """Returns everything that a record says; what it does not speak of is left out."""
    if isinstance(record, Unreadable):
        return {"place": record.place, "unreadable": record.reason}
    office = record.office
    said: dict[str, Any] = {"place": record.place}
    if office.id != UNIDENTIFIED:
        said["id"] = str(office.id)
    said |= {
        field: _short(field, to_plain(field, value_of(office, field))) for field in FIELDS if field in record.fields
    }
    if office.updated_at is not None:
        said["updated_at"] = office.updated_at.isoformat()
    if record.whole:
        said["whole"] = True
    if record.findings:
        said["findings"] = [finding.code for finding in record.findings]
    return said


def _short(field: str, plain: Any) -> Any:
    """Returns values of several parts as the list of these."""
    if field in ("phones", "emails", "people"):
        return [list(one.values()) for one in plain]
    if field == "extras":
        return [[one["name"] + one["parameters"], one["value"]] for one in plain]
    if field == "position":
        return [plain["latitude"], plain["longitude"], plain["precision"]]
    return plain
