"""All offices that are not on the map looked up, one after the other: how far it is, and what is left and why."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from directory_app.errors import DirectoryError
from directory_app.jobs.geocoding import Controls, Geocoded
from directory_app.model.progress import Progress
from directory_app.ui.background import Background
from directory_app.ui.dialogs.frame import DialogFrame
from directory_app.ui.how_far import ProgressBar, how_far, time_left
from directory_app.ui.job import Job
from directory_app.ui.places.not_on_map import UnplacedDelegate, UnplacedModel
from directory_app.ui.places.row_list import RowList
from directory_app.ui.places.unplaced import Unplaced
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, Theme
from directory_app.ui.words import count_of

Work = Callable[[Controls, Progress], Geocoded]


class BatchDialog(DialogFrame):
    """Begins when it is shown; closing it stops the work and keeps what was placed."""

    finished_work = Signal(object)
    """What became of the offices, a `Geocoded`."""

    def __init__(
        self, count: int, work: Work, who: str, background: Background, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Takes how many offices wait, what looks them up, and who is asked, in a sentence."""
        super().__init__("Place all on the map", parent, width=120 * SPACE)
        self._controls = Controls()
        self._far = PlainLabel(f"{count_of(count, 'office')} to look up. {who}")
        self._bar = ProgressBar(theme)
        self._bar.setRange(0, max(count, 1))
        self._model = UnplacedModel(self)
        self._left = RowList("Offices that are left, and why", self._model, UnplacedDelegate(theme, self))
        self._left.setMinimumHeight(60 * SPACE)
        self._left.hide()
        self._reason = PlainLabel(selectable=True)
        self._left.row_chosen.connect(self._on_row_chosen)
        self.content.addWidget(self._far)
        self.content.addWidget(self._bar)
        self.content.addWidget(self._left, 1)
        self.content.addWidget(self._reason)
        self._pause = self.add_button("Pause")
        self._stop = self.add_button("Stop", primary=True)
        self._pause.clicked.connect(self._on_pause)
        self._stop.clicked.connect(self.reject)
        self._job: Job | None = Job(partial(work, self._controls), background, "What was placed before stays.")
        self._job.progressed.connect(self._on_progress)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        background.stopping.connect(self._controls.stop)
        self._job.start()

    def texts(self) -> list[str]:
        """Returns how far it is, and who is left."""
        model = self._model
        rows = [model.row_at(model.index(row)) for row in range(model.rowCount())]
        return [self._far.text(), *(f"{model.text_of(row)}: {row.reason}" for row in rows)]

    def _on_progress(self, done: int, total: int, seconds: float) -> None:
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        parts = (how_far(done, total), "paused" if self._controls.is_paused else time_left(done, total, seconds))
        self._far.setText(" · ".join(part for part in parts if part))

    def _on_pause(self) -> None:
        if self._controls.is_paused:
            self._controls.resume()
        else:
            self._controls.pause()
        self._pause.setText("Go on" if self._controls.is_paused else "Pause")

    def _on_done(self, result: Geocoded) -> None:
        self._job = None
        self._bar.setValue(self._bar.maximum())
        placed, left = count_of(len(result.placed), "office"), len(result.left)
        rest = f"{count_of(left, 'office')} {'is' if left == 1 else 'are'} left" if left else "none is left"
        self._far.setText(f"{placed} placed, {rest}.")
        self._model.show_rows([Unplaced(left.office, left.name, "", left.reason) for left in result.left])
        self._left.setVisible(bool(result.left))
        if result.left:
            self._left.choose(0)
        self._end()
        self.finished_work.emit(result)

    def _on_row_chosen(self, row: int) -> None:
        self._reason.setText(self._model.row_at(self._model.index(row)).reason)

    def _on_failed(self, error: DirectoryError) -> None:
        self._job = None
        self._far.setText(str(error))
        self._end()
        self.finished_work.emit(Geocoded((), ()))

    def _end(self) -> None:
        self._pause.hide()
        self._stop.setText("Close")
        self._stop.setEnabled(True)

    def done(self, result: int) -> None:
        if self._job is not None:  # the work ends by itself, and what it placed is told then
            self._controls.stop()
            self._pause.setEnabled(False)
            self._stop.setEnabled(False)
            self._far.setText("Stopping …")
            return
        super().done(result)
