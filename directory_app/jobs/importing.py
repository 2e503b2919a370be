"""An import before anything is written: each record compared with the directory, and with those before it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from math import isfinite
from typing import TypeVar
from uuid import UUID

from directory_app.geo.gazetteer import Gazetteer
from directory_app.geo.timezones import zone_at
from directory_app.jobs.collecting import young_only
from directory_app.jobs.placing import Placer
from directory_app.model.change import diff
from directory_app.model.import_plan import Fate, ImportPlan, PlannedRecord, Resemblance
from directory_app.model.matching.combining import combined
from directory_app.model.matching.identity import content_id, texts_of
from directory_app.model.matching.likeness import Traits, traits_of
from directory_app.model.matching.matching import Match, Matcher
from directory_app.model.office import Office, Region, Summary, region_named
from directory_app.model.place import Point, Position
from directory_app.model.progress import Progress, untold
from directory_app.model.record import UNIDENTIFIED, Record, Unreadable

_AT_ONCE = 500
"""How many records are compared between two words about the progress."""

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Stock:
    """The directory as an import needs it.

    `read` gives offices by their ids; `spot` tells position and time zone of one, given as it will be and
    as it is stored, `zone` the time zone of a point.
    """

    ids: Sequence[UUID]
    regions: Sequence[Region]
    read: Callable[[Sequence[UUID]], Sequence[Office]]
    spot: Callable[[Office, Office | None], tuple[Position | None, str]]
    zone: Callable[[Point], str]


def stock_of(
    summaries: Iterable[Summary],
    regions: Sequence[Region],
    read: Callable[[Sequence[UUID]], Sequence[Office]],
    gazetteer: Gazetteer,
) -> Stock:
    """Returns a directory as an import needs it; offices are placed by the gazetteer."""
    return Stock([row.id for row in summaries], regions, read, Placer(gazetteer).spot, zone_at)


def plan_import(
    records: Iterable[Record | Unreadable], stock: Stock, total: int = 0, progress: Progress = untold
) -> ImportPlan:
    """Returns what an import would do, record by record; nothing is written.

    Offices are read a part at a time, and a record that changes nothing holds none, so that memory is
    bounded by what is new. Whoever is told of the progress may stop the job by raising.
    """
    planner = _Planner(stock)
    with young_only():
        for ids in _parts(stock.ids):
            progress(0, total)
            planner.know(stock.read(ids))
        for part in _parts(records):
            planner.take(part)
            progress(len(planner.planned), max(total, len(planner.planned)))
    return ImportPlan(tuple(planner.planned))


def chosen(plan: ImportPlan, *, update: bool, create_duplicates: bool) -> list[Office]:
    """Returns what is to be saved where no person chooses: the new offices and, if asked for, the others.

    A possible duplicate that is created is remembered to be another office than those that it resembles.
    """
    offices = []
    for record in plan.records:
        if record.office is None:
            continue
        if record.fate is Fate.NEW or (record.fate is Fate.CHANGED and update):
            offices.append(record.office)
        elif record.fate is Fate.DUPLICATE and create_duplicates:
            offices.append(distinct(record.office, record.resembles))
    return offices


def distinct(office: Office, resembles: Iterable[Resemblance]) -> Office:
    """Returns the office with the word that it is none of those that it resembles."""
    others = dict.fromkeys((*office.distinct_from, *(resemblance.office for resemblance in resembles)))
    return replace(office, distinct_from=tuple(others))


@dataclass(frozen=True, slots=True)
class _Incoming:
    """A record as it is compared; its traits have its own identifier, or one made of its content.

    `region` is named as in the directory.
    """

    record: Record
    traits: Traits
    region: str
    has_own_id: bool

    def record_as_ours(self) -> Record:
        """Returns the record with the identifier and the region."""
        record = self.record
        office = replace(record.office, id=self.traits.id, region=self.region)
        return Record(record.place, office, record.fields, record.whole, record.findings)


class _Planner:
    """Knows the offices that are there and the records that came before."""

    def __init__(self, stock: Stock) -> None:
        self.planned: list[PlannedRecord] = []
        self._stock = stock
        self._regions = _Regions(stock.regions)
        self._matcher = Matcher()
        self._first_about: dict[UUID, PlannedRecord] = {}
        """The first record of each office that the file speaks of, stored or new."""
        self._made_ids: set[UUID] = set()
        self._own_ids: set[UUID] = set()
        """The identifiers that the file itself gives."""
        self._meant: dict[UUID | None, UUID] = {}
        """Which offices the file's identifiers stand for, where they are others than the directory's."""

    def know(self, offices: Iterable[Office]) -> None:
        """Takes offices that are stored."""
        many = [traits_of(office) for office in offices]
        self._matcher.hear(many)
        for traits in many:
            self._matcher.add(traits)

    def take(self, part: Iterable[Record | Unreadable]) -> None:
        """Plans the next records."""
        received = [self._received(record) for record in part]
        self._matcher.hear(item.traits for item in received if isinstance(item, _Incoming))
        matched = [(item, self._matched(item) if isinstance(item, _Incoming) else Match()) for item in received]
        stored = {office.id: office for office in self._stock.read([match.same for _, match in matched if match.same])}
        for item, match in matched:
            if isinstance(item, Unreadable):
                planned = PlannedRecord(item.place, Fate.UNREADABLE, reason=item.reason)
            else:
                planned = self._planned(item, match, stored)
            self.planned.append(planned)

    def _received(self, record: Record | Unreadable) -> _Incoming | Unreadable:
        if isinstance(record, Unreadable):
            return record
        office = record.office
        if trouble := _trouble(office):
            return Unreadable(record.place, trouble)
        has_own_id = office.id != UNIDENTIFIED
        if has_own_id:
            self._own_ids.add(office.id)
        traits = traits_of(office, None if has_own_id else self._made_id(office))
        return _Incoming(record, traits, self._regions.name_of(office.region), has_own_id)

    def _made_id(self, office: Office) -> UUID:
        occurrence = 1
        while (made := content_id(office, occurrence)) in self._made_ids:
            occurrence += 1
        self._made_ids.add(made)
        return made

    def _matched(self, item: _Incoming) -> Match:
        """Returns what a record matches, and takes it among the offices that are there if it is none of them.

        Two offices to which one file gives two identifiers are two, and two of one identifier are one.
        """
        own_id = item.traits.id if item.has_own_id else None
        if own_id in self._meant:
            return Match(self._meant[own_id])
        match = self._matcher.match(item.traits, self._own_ids if own_id else ())
        if match.same is None:
            self._matcher.add(item.traits)
        elif own_id and match.same != own_id:
            self._meant[own_id] = match.same
        return match

    def _planned(self, item: _Incoming, match: Match, stored: Mapping[UUID, Office]) -> PlannedRecord:
        if match.same is None:
            return self._as_new(item, Fate.DUPLICATE if match.resembles else Fate.NEW, match.resembles)
        first, there = self._first_about.get(match.same), stored.get(match.same)
        if first is not None:
            return self._again(item, match.same, first, there)
        # Who was removed since the directory was looked through is new.
        return self._as_new(item, Fate.NEW) if there is None else self._as_stored(item, there)

    def _as_new(self, item: _Incoming, fate: Fate, resembles: tuple[Resemblance, ...] = ()) -> PlannedRecord:
        record, office_id = item.record, item.traits.id
        position, timezone = self._spot(record, record.office, None)
        if office_id in self._first_about or office_id in self._meant:
            office_id = self._made_id(record.office)
        office = replace(
            record.office,
            id=office_id,
            region=item.region,
            position=position,
            timezone=timezone,
            revision=0,
            updated_at=None,
        )
        planned = PlannedRecord(
            record.place, fate, office, findings=record.findings, resembles=resembles, name=office.name
        )
        self._first_about[office_id] = planned
        return planned

    def _as_stored(self, item: _Incoming, there: Office) -> PlannedRecord:
        record = item.record
        wanted = combined(there, item.record_as_ours())
        if wanted == there:
            planned = PlannedRecord(record.place, Fate.UNCHANGED, findings=record.findings, name=there.name)
        else:
            position, timezone = self._spot(record, wanted, there)
            office = replace(wanted, position=position, timezone=timezone)
            planned = PlannedRecord(
                record.place, Fate.CHANGED, office, diff(there, office), record.findings, name=office.name
            )
        self._first_about[there.id] = planned
        return planned

    def _spot(self, record: Record, office: Office, there: Office | None) -> tuple[Position | None, str]:
        """Returns where an office is, unless the file says it; what it says of the time zone stays, too."""
        said, says = record.office, record.fields
        says_zone = "timezone" in says and (record.whole or bool(said.timezone))
        if "position" in says and (record.whole or said.position is not None):
            position, timezone = office.position, office.timezone
            if position is not None and (there is None or there.position != position):
                timezone = self._stock.zone(position.point) or timezone
        else:
            position, timezone = self._stock.spot(office, there)
        return position, office.timezone if says_zone else timezone

    def _again(self, item: _Incoming, same: UUID, first: PlannedRecord, there: Office | None) -> PlannedRecord:
        """Plans a record of an office that another record has spoken of.

        It is no news where it says the same of a stored office; else only a person knows who is right.
        """
        record, earlier = item.record, first.office or there
        if there is not None and earlier is not None and combined(earlier, item.record_as_ours()) == earlier:
            return PlannedRecord(record.place, Fate.UNCHANGED, findings=record.findings, name=earlier.name)
        resemblance = self._matcher.explained(item.traits, same)
        resemblance = replace(resemblance, reasons=(*resemblance.reasons, f"{first.place} of the same file"))
        return self._as_new(item, Fate.DUPLICATE, (resemblance,))


class _Regions:
    """The directory's own names of regions; a new one is written as it is first met."""

    def __init__(self, regions: Iterable[Region]) -> None:
        self._regions = list(regions)
        self._names: dict[str, str] = {"": ""}

    def name_of(self, text: str) -> str:
        """Returns the name of the region that a text means, which may be a new one."""
        if text not in self._names:
            self._names[text] = self._found(text)
        return self._names[text]

    def _found(self, text: str) -> str:
        region = region_named(text, self._regions)
        if region is None:
            region = Region(text.strip())
            self._regions.append(region)
        return region.name


def _trouble(office: Office) -> str:
    """Returns in a sentence what keeps an office from being stored, or nothing."""
    place = office.position
    if place is not None and not (isfinite(place.latitude) and isfinite(place.longitude)):
        return "Its position is no number."
    try:
        "".join(texts_of(office)).encode()
    except UnicodeEncodeError as error:
        return (
            f"A text of it holds half a character ({error.object[error.start : error.end]!a}), which cannot be stored."
        )
    return ""


def _parts(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    rest = iter(items)
    while part := list(islice(rest, _AT_ONCE)):
        yield part
