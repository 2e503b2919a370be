"""Has offices gathered into clusters: a few at once, so that nothing flickers, many in the background."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from directory_app.jobs.collecting import young_only
from directory_app.model.office import Summary
from directory_app.ui.background import Background
from directory_app.ui.map.marks.clusters import FEW
from directory_app.ui.map.marks.gathered import Gathered


class Gatherer(QObject):
    """Gathers whatever it was given last."""

    gathered = Signal(object)
    """A Gathered, always of the offices that were given last."""

    def __init__(self, parent: QObject) -> None:
        """Takes the map; what is under way ends before it is gone."""
        super().__init__(parent)
        self._background = Background(self)
        self._asked = 0
        self.is_busy = False
        parent.destroyed.connect(self._background.stop)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._background.stop)

    def gather(self, offices: Sequence[Summary]) -> None:
        """Has `gathered` emitted, for a few offices before this returns."""
        self._asked += 1
        if len(offices) <= FEW:
            self.is_busy = False
            self.gathered.emit(Gathered(offices))
        else:
            self.is_busy = True
            asked = self._asked
            self._background.run(
                partial(_gathered, tuple(offices)), partial(self._on_gathered, asked), partial(self._on_failed, asked)
            )

    def _on_gathered(self, asked: int, gathered: Gathered) -> None:
        if asked == self._asked:
            self.is_busy = False
            self.gathered.emit(gathered)

    def _on_failed(self, asked: int, error: Exception) -> None:
        """Has a bug reported; the map goes on with the offices that it had."""
        self.is_busy = self.is_busy and asked != self._asked
        raise error


def _gathered(offices: Sequence[Summary]) -> Gathered:
    with young_only():
        return Gathered(offices)
