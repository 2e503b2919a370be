"""The hall: everything a user can do with a directory, for the window and the command line alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Self
from uuid import UUID, uuid4

from directory_app.errors import BadInputError, NotFoundError
from directory_app.jobs.collecting import young_only
from directory_app.model.change import Change, Changed, Origin, Stamp
from directory_app.model.findings import Finding
from directory_app.model.import_plan import ImportPlan
from directory_app.model.list_order import in_list_order
from directory_app.model.office import Office, Region, Status, Summary, region_named
from directory_app.model.place import Position
from directory_app.model.progress import Progress, untold
from directory_app.model.record import Record, Unreadable
from directory_app.model.scope import Scope
from directory_app.model.undo import UndoStack, taken_back, undo_stack

if TYPE_CHECKING:  # these wings are imported when first needed, so that the window need not wait for them
    from directory_app.geo.near import Near
    from directory_app.geo.places import Places
    from directory_app.jobs.checking import Checks, Found, LetStand
    from directory_app.jobs.finding import Finder
    from directory_app.model.calls import Party
    from directory_app.search.index import Hit
    from directory_app.store.first_look import FirstLook
    from directory_app.store.store import Store

SEED_AUTHOR = "published listing"


class Directory:
    """The offices of one database: looked up, searched, changed, undone, checked and placed."""

    def __init__(
        self,
        path: Path,
        open_store: Callable[[], Store],
        clock: Callable[[], datetime],
        places: Places,
        base_map: Path,
        look: FirstLook | None = None,
    ) -> None:
        self.path = path
        self._open_store = open_store
        self._opening = Lock()
        self._opened: Store | None = None
        self._clock = clock
        self.places = places
        self._base_map_path = base_map
        self._checks: Checks | None = None
        self._finder: Finder | None = None
        self._rows: list[Summary] | None = None
        self._regions: list[Region] | None = None
        self._seen = 0
        if look is not None:
            self._seen = look.last_sequence
            self._regions = list(look.regions)
            self._rows = in_list_order(look.summaries, look.regions)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the database file and the gazetteer."""
        if self._opened is not None:
            self._opened.close()
        self.places.close()

    def refresh(self) -> bool:
        """Forgets what was read if another program has written since; returns whether it has."""
        last = self._store.last_sequence()
        if last == self._seen:
            return False
        self._forget_what_was_read(last)
        return True

    @property
    def today(self) -> date:
        """The day on the reader's own calendar."""
        return self._clock().astimezone().date()

    @property
    def _store(self) -> Store:
        with self._opening:
            if self._opened is None:
                self._opened = self._open_store()
            return self._opened

    # Reading

    def summaries(self, scope: Scope | None = None) -> list[Summary]:
        """Returns the offices in list order: by region, the secretariat first, then by name."""
        rows, seen = self._rows, self._seen
        if rows is None:
            rows = in_list_order(self._store.summaries(), self.regions())
            if seen == self._seen:  # else something was saved in another thread since it was read
                self._rows = rows
        return [row for row in rows if scope is None or scope.holds(row)]

    def regions(self) -> list[Region]:
        """Returns the regions in list order."""
        regions, seen = self._regions, self._seen
        if regions is None:
            regions = self._store.regions()
            if seen == self._seen:
                self._regions = regions
        return list(regions)

    def office(self, office_id: UUID) -> Office:
        """Returns a whole office; raises NotFoundError if it is gone."""
        office = self._store.office(office_id)
        if office is None:
            was_here = bool(self._store.changes(office=office_id, limit=1))
            raise NotFoundError(
                "This office was removed from the directory. Its history still tells everything."
                if was_here
                else "There is no office with this id. List them all with: list"
            )
        return office

    def offices(self, ids: Iterable[UUID] | None = None) -> list[Office]:
        """Returns whole offices, in the order of the ids or, without ids, in list order."""
        wanted = [row.id for row in self.summaries()] if ids is None else list(ids)
        found = {office.id: office for office in self._store.offices(wanted if ids is not None else None)}
        return [found[office_id] for office_id in wanted if office_id in found]

    def find(self, text: str) -> Office:
        """Returns the office with this id or name, or the only one that a search for the text finds.

        Raises NotFoundError where there is none, BadInputError where there are several.
        """
        try:
            return self.office(UUID(text))
        except ValueError:
            pass
        rows = self.summaries()
        named = [row.id for row in rows if row.name.casefold() == text.strip().casefold()]
        ids = named or [hit.id for hit in self.search(text)] if text.strip() else []
        if not ids:
            raise NotFoundError(f"No office matches “{text}”. Try fewer words, or list them all with: list")
        if len(ids) > 1:
            names = [row.name for row in rows if row.id in set(ids[:5])]
            raise BadInputError(f"Several offices match “{text}”: {', '.join(names)}. Give one name whole, or an id.")
        return self.office(ids[0])

    def search(self, text: str, scope: Scope | None = None, limit: int | None = None) -> list[Hit]:
        """Returns the offices that match, best first; an empty text matches all of the scope, in list order."""
        rows = self.summaries(scope)
        ids = [row.id for row in rows]
        if not text.strip():
            from directory_app.search.index import Hit

            return [Hit(office_id) for office_id in ids[:limit]]
        return self._current_finder().search(text, None if scope is None else frozenset(ids), limit)

    @property
    def is_search_ready(self) -> bool:
        """Whether a search answers at once; with a hundred thousand offices the first one takes ten seconds else."""
        finder = self._finder
        return finder is not None and finder.is_ready

    def make_search_ready(self, progress: Progress = untold) -> None:
        """Does in any thread what the next search would have to; `progress` may stop the job by raising."""
        self._current_finder().make_ready(progress)

    def _current_finder(self) -> Finder:
        finder = self._finder
        if finder is None:
            from directory_app.jobs.finding import Finder

            store = self._store
            finder = self._finder = Finder(lambda: [row.id for row in self.summaries()], store.offices, self.regions)
        return finder

    def history(
        self, office_id: UUID | None = None, limit: int | None = None, step: UUID | None = None
    ) -> list[Change]:
        """Returns what happened to one office, in one step, or at all, newest first."""
        return self._store.changes(office=office_id, step=step, limit=limit)

    # Changing

    def save(self, office: Office, author: str) -> Changed:
        """Saves an office as one undoable step; a new or moved one is placed by the gazetteer.

        A region written in another way than the directory's own is that region; any other is added.

        Raises StaleOfficeError if it was saved by somebody else since it was read.
        """
        region = region_named(office.region, self.regions())
        if region is not None:
            office = replace(office, region=region.name)
        return self._write([self._placed(office)], Origin.EDIT, author)

    def remove(self, office: Office, author: str) -> Changed:
        """Takes an office out of the directory as one undoable step; its history stays."""
        return self._write([], Origin.EDIT, author, remove=[office])

    def import_offices(self, offices: Sequence[Office], author: str, progress: Progress = untold) -> Changed:
        """Saves what was chosen of an import as one undoable step, whole or not at all.

        Raises StaleOfficeError if one of them was saved since it was planned; `progress` may stop it by raising.
        """
        with young_only():
            return self._write(offices, Origin.IMPORT, author, progress=progress)

    def merge_offices(self, keep: Office, gone: Office, author: str) -> Changed:
        """Saves an office and removes another that it is as one undoable step; the other's name still finds it."""
        from directory_app.model.matching.combining import without

        return self._write([self._placed(without(keep, gone))], Origin.EDIT, author, remove=[gone])

    def undo(self, author: str) -> Changed:
        """Takes the last step back; raises NotFoundError if there is none."""
        done = self.undo_stack().done
        if not done:
            raise NotFoundError("There is nothing to undo.")
        return self._revert(done[-1], Origin.UNDO, author)

    def redo(self, author: str) -> Changed:
        """Does the last undone step again; raises NotFoundError if there is none."""
        undone = self.undo_stack().undone
        if not undone:
            raise NotFoundError("There is nothing to redo.")
        return self._revert(undone[-1], Origin.REDO, author)

    def undo_stack(self) -> UndoStack:
        """Returns which steps can be undone and redone now."""
        return undo_stack(self._store.steps())

    def _revert(self, step: UUID, origin: Origin, author: str) -> Changed:
        changes = self._store.changes(step=step)
        current = self._store.offices(change.office for change in changes)
        keep, remove = taken_back(changes, current)
        return self._write(keep, origin, author, remove=remove, reverts=step)

    def _write(
        self,
        offices: Sequence[Office],
        origin: Origin,
        author: str,
        *,
        remove: Sequence[Office] = (),
        reverts: UUID | None = None,
        progress: Progress = untold,
        step: UUID | None = None,
    ) -> Changed:
        stamp = Stamp(step or uuid4(), self._clock(), author, origin, reverts)
        changed = self._store.write(offices, stamp, remove=remove, progress=progress)
        finder, checks, expected = self._finder, self._checks, self._seen + len(changed.ids)
        self._forget_what_was_read(self._store.last_sequence())
        if self._seen != expected:  # another program wrote, too
            return changed
        if finder is not None:
            finder.forget(changed.ids)
            self._finder = finder
        if checks is not None:
            checks.forget(changed.ids)
            self._checks = checks
        return changed

    def _forget_what_was_read(self, last_sequence: int) -> None:
        self._rows = self._regions = self._finder = self._checks = None
        self._seen = last_sequence

    def load_seed_if_new(self, folder: Path) -> None:
        """Fills a database that never held an office with the published ones; leaves any other alone."""
        if not self._store.is_new():
            return
        from directory_app.exchange.seed import read_seed

        seed = read_seed(folder)
        stamp = Stamp(uuid4(), self._clock(), SEED_AUTHOR, Origin.SEED)
        self._store.write(
            [self.places.placed(office, None) for office in seed.offices], stamp, regions=seed.regions, only_if_new=True
        )
        self.refresh()

    # Importing, exporting, checking and places

    def plan_import(
        self, records: Iterable[Record | Unreadable], total: int = 0, progress: Progress = untold
    ) -> ImportPlan:
        """Returns what an import would do, record by record; nothing is written.

        `total` is how many records there are, 0 if that is not known; `progress` may stop the job by raising.
        """
        from directory_app.jobs.importing import plan_import, stock_of

        stock = stock_of(self.summaries(), self.regions(), self._store.offices, self.places.gazetteer)
        return plan_import(records, stock, total, progress)

    def export(self, offices: Sequence[Office], format_name: str, path: Path) -> tuple[str, ...]:
        """Writes offices to a file, whole or not at all, and returns what could not be carried.

        Raises BadInputError for an unknown format, a file that cannot be written, and the database's own files.
        """
        from directory_app.exchange.formats import export

        exported = export(offices, format_name)
        self.write_file(path, exported.data)
        return exported.notes

    def write_file(self, path: Path, data: bytes) -> None:
        """Writes a file for the user, whole or not at all.

        Raises BadInputError for a file that cannot be written, and the database's own files.
        """
        from directory_app.exchange.atomic import write_atomically

        own = (self.path.with_name(self.path.name + end).resolve() for end in ("", "-wal", "-shm", "-journal"))
        if path.resolve() in own:
            raise BadInputError(f"{path} is the directory itself. Nothing was written. Choose another file.")
        write_atomically(path, data)

    def check(
        self,
        ids: Iterable[UUID] | None = None,
        *,
        with_ignored: bool = False,
        alone: bool = False,
        progress: Progress = untold,
    ) -> list[Found]:
        """Returns the findings of some or all offices, in list order, as `Checks.findings` does."""
        among = None if ids is None else frozenset(ids)
        return self._all_checks().findings(self.summaries(), self.today, among, with_ignored, alone, progress)

    def position_findings(self, office: Office) -> tuple[Finding, ...]:
        """Returns what is doubtful about where an office would be, saved or not."""
        return self._all_checks().position_findings(office)

    def let_stand(self) -> list[LetStand]:
        """Returns the findings that somebody lets stand, in list order, each with the reason."""
        return self._all_checks().let_stand(self.summaries(), self.today)

    def _all_checks(self) -> Checks:
        checks = self._checks
        if checks is None:
            from directory_app.jobs.checking import new_checks

            checks = self._checks = new_checks(
                self._store.offices, self.history, self._base_map_path, self.places.gazetteer
            )
        return checks

    def mend(self, office: Office, finding: Finding, author: str) -> Changed:
        """Does what `model.mending.proposal` says of a finding, as one undoable step."""
        from directory_app.jobs.mending import settled

        changed = settled(office, finding, self.today, author, self.places.locate)
        return self._write([self._placed(changed)], Origin.EDIT, author)

    def place_anew(self, office: Office, author: str) -> Changed:
        """Puts an office where the gazetteer finds its town, whoever placed it before, as one undoable step.

        Raises NotFoundError, and leaves it where it is, if no one town is found.
        """
        return self._write([self.places.placed_anew(office)], Origin.GEOCODE, author)

    def place_at(self, office: Office, position: Position, author: str, step: UUID | None = None) -> Changed:
        """Puts an office where a machine found it; those placed under one `step` are one for undo."""
        return self._write([self._placed(replace(office, position=position))], Origin.GEOCODE, author, step=step)

    def parties(self, ids: Iterable[UUID], start: datetime, end: datetime) -> list[Party]:
        """Returns when offices can be phoned between two moments, in the order of the ids; one that is gone never."""
        from directory_app.model.parties import parties_of

        wanted = list(ids)
        found = {office.id: office for office in self.offices(wanted)}
        return parties_of(
            [found.get(office_id, Office(office_id, status=Status.CLOSED)) for office_id in wanted], start, end
        )

    def nearest(self, position: Position, count: int, leave_out: UUID | None = None) -> list[Near]:
        """Returns the offices nearest to a position, nearest first; those not on the map and one are left out."""
        from directory_app.geo.near import nearest_offices

        return nearest_offices(position, self.summaries(), count, self.offices, leave_out)

    def _placed(self, office: Office) -> Office:
        return self.places.placed(office, self._store.office(office.id))
