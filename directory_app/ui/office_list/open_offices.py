"""Which of the offices in sight are open now: asked as they are painted, worked out in the background."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from directory_app.model.office import Summary
from directory_app.model.opening_hours.open_now import Hours, Open, open_now
from directory_app.ui.background import Background

_ASK_AFTER_MS = 50
"""So that one question is about all the rows that are painted together."""
_MOST_ASKED = 200
"""More rows than any screen shows; whoever was scrolled past is not asked."""
_MOST_KNOWN = 2_000
_NOT_KNOWN = Open()


@dataclass(frozen=True, slots=True)
class _Answer:
    hours: Hours
    minute: datetime
    open: Open


class OpenOffices(QObject):
    """Remembers for a minute whether an office is open; until the next answer, the last one stands."""

    learnt = Signal()
    """Something is known that was not before, or not of this minute."""

    def __init__(self, background: Background, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background, self._clock = background, clock
        self._answers: dict[UUID, _Answer] = {}
        self._wanted: dict[UUID, Hours] = {}
        self._is_asking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_ASK_AFTER_MS)
        self._timer.timeout.connect(self._ask)

    def of(self, office: Summary) -> Open:
        """Returns what is known of an office, at once; an office without hours is never asked."""
        if not office.opening_hours:
            return _NOT_KNOWN
        hours, answer = Hours.of(office), self._answers.get(office.id)
        if answer is None or answer.hours != hours:
            self._want(office.id, hours)
            return _NOT_KNOWN
        if answer.minute != _minute(self._clock()):
            self._want(office.id, hours)
        return answer.open

    def _want(self, office_id: UUID, hours: Hours) -> None:
        self._wanted.pop(office_id, None)
        self._wanted[office_id] = hours
        if len(self._wanted) > _MOST_ASKED:
            del self._wanted[next(iter(self._wanted))]
        if not self._is_asking and not self._timer.isActive():
            self._timer.start()

    def _ask(self) -> None:
        wanted, self._wanted = self._wanted, {}
        self._is_asking = True
        work = partial(_answers, wanted, self._clock())
        self._background.run(work, self._on_answers, self._on_trouble)

    def _on_answers(self, answers: dict[UUID, _Answer]) -> None:
        self._is_asking = False
        if len(self._answers) > _MOST_KNOWN:
            self._answers.clear()
        self._answers.update(answers)
        self.learnt.emit()

    def _on_trouble(self, error: Exception) -> None:
        raise error  # and nobody is asked any more: it would be the same again


def _answers(wanted: dict[UUID, Hours], now: datetime) -> dict[UUID, _Answer]:
    return {office: _Answer(hours, _minute(now), open_now(hours, now)) for office, hours in wanted.items()}


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
