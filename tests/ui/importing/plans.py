"""Small plans for tests: what an import of some offices would do."""

from dataclasses import replace
from typing import Any

from directory_app.model.change import diff
from directory_app.model.import_plan import Fate, ImportPlan, PlannedRecord, Resemblance
from directory_app.model.office import Office
from tests.builders import a_phone, an_office

BERLIN = an_office("Berlin Office", city="Berlin", phones=(a_phone("+493031989"),), notes="by the river", revision=3)
ROME = an_office("Rome Office", city="Rome", country="IT")
OSLO = an_office("Oslo Office", city="Oslo", country="NO")
BUREAU = an_office("Hauptstadtbüro", city="Berlin", phones=(a_phone("+493031989"), a_phone("+493031990")))


def new(office: Office, place: str = "row 2", **values: Any) -> PlannedRecord:
    return replace(PlannedRecord(place, Fate.NEW, office, name=office.name), **values)


def changed(before: Office, place: str = "row 3", **values: Any) -> PlannedRecord:
    after = replace(before, **values)
    return PlannedRecord(place, Fate.CHANGED, after, diff(before, after), name=after.name)


def duplicate(office: Office, *others: Office, place: str = "row 4") -> PlannedRecord:
    resembles = tuple(Resemblance(other.id, other.name, 0.8, ("same number",)) for other in others)
    return PlannedRecord(place, Fate.DUPLICATE, office, resembles=resembles, name=office.name)


def unreadable(place: str = "row 5", reason: str = "The row has no name.") -> PlannedRecord:
    return PlannedRecord(place, Fate.UNREADABLE, reason=reason)


def unchanged(name: str = "Paris Office", place: str = "row 6") -> PlannedRecord:
    return PlannedRecord(place, Fate.UNCHANGED, name=name)


def a_plan(*records: PlannedRecord) -> ImportPlan:
    return ImportPlan(records)
