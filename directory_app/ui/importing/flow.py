"""The way of an import: a file opened, a plan made, offices written; one thing at a time, off the window's thread."""

from collections.abc import Callable, Sequence
from enum import Enum
from functools import partial

from PySide6.QtCore import QObject, Signal

from directory_app.errors import DirectoryError
from directory_app.exchange.sources import SourceFormat
from directory_app.exchange.tables.column_memory import ColumnMemory
from directory_app.exchange.tables.table import Layout
from directory_app.model.change import Changed
from directory_app.model.office import Office
from directory_app.model.progress import Progress
from directory_app.ui.background import Background
from directory_app.ui.importing.reading import Correction, Origin, Reading, name_of_origin, opened, plan_of
from directory_app.ui.job import Job
from directory_app.ui.session import DirectorySession
from directory_app.ui.words import count_of


class Phase(Enum):
    """What is being done."""

    RESTING = "resting"
    READING = "reading"
    WRITING = "writing"


class ImportFlow(QObject):
    """Does what the import window asks for. A newer wish takes the place of one that is still being read."""

    begun = Signal(str)
    """Something begins: what, as a short sentence."""
    progressed = Signal(object, object, object)
    """How far it is, as a Job says it."""
    opened = Signal(object)
    """A file or text was opened, a `Reading`; its plan follows."""
    planned = Signal(object)
    """What importing it would do, an `ImportPlan`."""
    written = Signal(object)
    """It was written, a `Changed`."""
    failed = Signal(object)
    """It could not be read: a DirectoryError."""
    not_written = Signal(object)
    """It could not be written, or was stopped: a DirectoryError. Nothing of it is left."""
    stopped = Signal()
    """Reading was stopped."""

    def __init__(
        self, session: DirectorySession, background: Background, memory: ColumnMemory, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._background, self._memory = session, background, memory
        self._job: Job | None = None
        self._phase = Phase.RESTING
        self._reading: Reading | None = None

    @property
    def reading(self) -> Reading | None:
        """What was opened last."""
        return self._reading

    @property
    def phase(self) -> Phase:
        """What is being done now."""
        return self._phase

    def open(self, origin: Origin) -> None:
        """Opens files or a pasted text and plans their import."""
        self._reading = None
        self._open(origin, None)

    def open_again(self, layout: Layout | None) -> None:
        """Reads what is open as a table, in the layout given or the one that it seems to have."""
        if self._reading is not None:
            is_workbook = self._reading.source.format is SourceFormat.XLSX
            form = SourceFormat.XLSX if is_workbook else SourceFormat.CSV
            self._open(self._reading.origin, Correction(form, layout))

    def plan(self, columns: Sequence[str]) -> None:
        """Plans the import of what is open, its columns meaning these fields."""
        if self._reading is not None:
            work = partial(plan_of, self._reading, tuple(columns), self._session.directory)
            self._start(work, self._on_planned, "Reading and comparing …")

    def write(self, offices: Sequence[Office], columns: Sequence[str]) -> None:
        """Writes offices as one step, and remembers what the columns of their table meant."""
        work = partial(self._write, offices, tuple(columns))
        self._start(work, self._on_written, f"Writing {count_of(len(offices), 'office')} …", Phase.WRITING)

    def stop(self) -> None:
        """Stops what is being done: reading at once, writing as soon as nothing of it is left."""
        if self._job is None:
            return
        if self._phase is Phase.WRITING:
            self._job.stop()
            self.begun.emit("Stopping …")
        else:
            self._job.abandon()
            self._rest()
            self.stopped.emit()

    def close(self) -> None:
        """Stops everything and tells nothing any more."""
        if self._job is not None:
            self._job.abandon()
            self._rest()

    def _open(self, origin: Origin, correction: Correction | None) -> None:
        work = partial(opened, origin, correction, self._memory)
        self._start(work, self._on_opened, f"Reading {name_of_origin(origin)} …")

    def _start(
        self,
        function: Callable[[Progress], object],
        on_done: Callable[[object], None],
        deed: str,
        phase: Phase = Phase.READING,
    ) -> None:
        if self._phase is Phase.WRITING:
            return  # what is being written comes to its end first
        if self._job is not None:
            self._job.abandon()
        self._phase = phase
        self._job = Job(function, self._background)
        self._job.progressed.connect(self.progressed)
        self._job.done.connect(on_done)
        self._job.failed.connect(self._on_failed)
        self.begun.emit(deed)
        self._job.start()

    def _write(self, offices: Sequence[Office], columns: tuple[str, ...], progress: Progress) -> Changed:
        """Writes, and remembers the columns once that is done; in another thread."""
        changed = self._session.write_import(offices, progress)
        table = self._reading.source.table if self._reading is not None else None
        if table is not None and table.layout.has_header:
            self._memory.remember(table.header, columns)
        return changed

    def _rest(self) -> None:
        self._job = None
        self._phase = Phase.RESTING

    def _on_opened(self, reading: object) -> None:
        assert isinstance(reading, Reading)
        self._rest()
        self._reading = reading
        self.opened.emit(reading)
        self.plan(reading.columns)

    def _on_planned(self, plan: object) -> None:
        self._rest()
        self.planned.emit(plan)

    def _on_written(self, changed: object) -> None:
        self._rest()
        self.written.emit(changed)

    def _on_failed(self, error: DirectoryError) -> None:
        was_writing = self._phase is Phase.WRITING
        self._rest()
        (self.not_written if was_writing else self.failed).emit(error)
