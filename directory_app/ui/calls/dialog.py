"""The call helper: pick offices, see which hours suit all, take the next one along as a text."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from directory_app.errors import DirectoryError
from directory_app.model.calls import MONDAY_TO_FRIDAY, Party
from directory_app.model.calls_text import call_text
from directory_app.model.office import Summary
from directory_app.model.zones import zone_of
from directory_app.ui.background import Background
from directory_app.ui.calls.body import CallBody
from directory_app.ui.calls.chart_rows import ChartRow
from directory_app.ui.calls.office_field import OfficeField
from directory_app.ui.calls.plan import Answer, MyHours, Plan, Question, SpansOf, asked, plan_of
from directory_app.ui.calls.scale import DayScale
from directory_app.ui.dialogs.frame import DialogFrame
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, Theme

_SIZE = QSize(760, 720)
_USUAL_ROWS = 5
"""How many rows of the chart that size has room for."""
_TICK_MS = 10_000
_NOBODY = "Nobody to phone yet\n\nType a name or a town above, and see when you are both at work."
_TROUBLE = "The hours of these offices could not be read. Close this window and open it again."


class CallDialog(DialogFrame):
    """Shows when the person and all chosen offices can speak; nothing is written.

    `chosen` are offices of `offices`. `spans_of` is called in a thread of `background`; what it raises
    becomes a sentence. An unknown `my_zone` counts as UTC. `my_days` are the weekdays on which the person
    works, 0 is Monday; the hours are set in the dialog.
    """

    def __init__(
        self,
        offices: Sequence[Summary],
        chosen: Sequence[UUID],
        spans_of: SpansOf,
        clock: Callable[[], datetime],
        my_zone: str,
        theme: Theme,
        background: Background,
        parent: QWidget | None = None,
        *,
        my_days: frozenset[int] = MONDAY_TO_FRIDAY,
    ) -> None:
        super().__init__("When to call", parent, width=130 * SPACE)
        self._offices = {office.id: office for office in offices}
        self._chosen = [office_id for office_id in dict.fromkeys(chosen) if office_id in self._offices]
        self._spans_of, self._clock, self._background = spans_of, clock, background
        self._zone = zone_of(my_zone) or ZoneInfo("UTC")
        self._first_day = clock().astimezone(self._zone).date()
        self._question: Question | None = None
        self._answer: Answer | None = None
        self._plan: Plan | None = None
        self._is_sized = False
        self.field = OfficeField(offices, self._is_offered, theme)
        self.body = CallBody(MyHours(self._zone, days=my_days), clock(), theme)
        self._empty = PlainLabel(_NOBODY)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setStyleSheet(f"color: {theme.muted}")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.body)
        self.content.addWidget(self.field)
        self.content.addWidget(self._pages, 1)
        self._copied = PlainLabel()
        self._copied.setStyleSheet(f"color: {theme.accent}")
        self._buttons.insertWidget(0, self._copied, 100)
        self.add_button("Close").clicked.connect(self.reject)
        self._copy = self.add_button("Copy as text", primary=True)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._connect()
        self._ask()
        self.field.setFocus()

    # What is chosen, and what comes of it

    @property
    def chosen(self) -> tuple[UUID, ...]:
        """The offices in the call, in their order."""
        return tuple(self._chosen)

    @property
    def plan(self) -> Plan | None:
        """What is offered for what is chosen, once it is known."""
        return self._plan if self._is_answered() else None

    def add(self, office_id: UUID) -> None:
        """Takes an office into the call."""
        if office_id in self._offices and office_id not in self._chosen:
            self._chosen.append(office_id)
            self._ask()
            self.body.chart.choose(office_id)

    def remove(self, office_id: UUID) -> None:
        """Leaves an office out of the call again; its neighbour is chosen then."""
        if office_id in self._chosen:
            place = self._chosen.index(office_id)
            self._chosen.remove(office_id)
            self._ask()
            if self._chosen:
                self.body.chart.choose(self._chosen[min(place, len(self._chosen) - 1)])
            else:
                self.field.setFocus()

    def copy(self) -> str:
        """Puts the chosen time on the clipboard as a text in everybody's clock, says so and returns it."""
        slot, plan = self.body.slots.chosen(), self.plan
        if slot is None or plan is None:
            return ""
        text = call_text(slot, plan.me, plan.parties)
        QGuiApplication.clipboard().setText(text)
        self._copied.setText("Copied")
        return text

    def tell_time(self) -> None:
        """Reads the clock anew."""
        self.body.tell(self._clock())
        today = self._clock().astimezone(self._zone).date()
        if self._question is not None and self._first_day < today:  # it was midnight
            self._first_day = today
            self._ask()
        else:
            self._show()

    def _connect(self) -> None:
        body = self.body
        self.field.office_chosen.connect(self.add)
        body.chart.office_removed.connect(self.remove)
        body.day.day_chosen.connect(self._on_day_chosen)
        body.length.length_chosen.connect(self._show)
        body.hours.hours_chosen.connect(self._show)
        body.slots.slot_chosen.connect(self._on_slot_chosen)
        self._copy.clicked.connect(self.copy)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self).activated.connect(self.copy)
        self._timer.timeout.connect(self.tell_time)

    def _is_offered(self, office_id: UUID) -> bool:
        return office_id not in self._chosen

    def _is_answered(self) -> bool:
        return self._answer is not None and self._answer.question == self._question

    def _ask(self) -> None:
        """Asks when the chosen offices can be phoned; what was known before is shown until that is known."""
        self._question = Question(tuple(self._chosen), DayScale(self._first_day, self._zone))
        self._pages.setCurrentIndex(1 if self._chosen else 0)
        if self._chosen:
            failed = partial(self._on_failed, self._question)
            self._background.run(partial(asked, self._spans_of, self._question), self._on_answered, failed)
        self._show()

    def _on_answered(self, answer: Answer) -> None:
        if answer.question == self._question:  # nobody asked another one meanwhile, and the dialog is open
            self._answer = answer
            self._show()

    def _on_failed(self, question: Question, error: Exception) -> None:
        if question == self._question:
            self._answer = None
            self.body.show_plan(Plan(self._me()))
            self._show()
            self.body.say(str(error) if isinstance(error, DirectoryError) else _TROUBLE, is_bad=True)

    def _on_day_chosen(self, day: date) -> None:
        self._first_day = day
        self._ask()

    def _on_slot_chosen(self) -> None:
        self._copied.setText("")
        self._show_rows()

    def _show(self) -> None:
        """Shows what is known now."""
        if self._is_answered() and self._answer is not None:
            length, now = self.body.length.length, self._clock()
            self._plan = plan_of(self._answer, self.body.my_hours, length, now)
            self.body.show_plan(self._plan)
        self._show_rows()
        self._copied.setText("")
        self._copy.setEnabled(self.plan is not None and bool(self.plan.slots))

    def _show_rows(self) -> None:
        """Shows when everybody can be phoned on the day drawn, as far as that is known."""
        parties = self._parties_drawn()
        rows = [ChartRow(None, self._zone.key, self._me())]
        for office_id in self._chosen:
            office = self._offices[office_id]
            rows.append(ChartRow(office, office.timezone, parties.get(office_id)))
        self.body.show_rows(rows)

    def _me(self) -> Party:
        scale = self.body.rows.scale
        return self.body.my_hours.party(scale.start, scale.end)

    def _parties_drawn(self) -> dict[UUID, Party]:
        """Returns what is known of offices on the day drawn, of the question before too."""
        answer = self._answer
        if answer is None or not answer.question.covers(self.body.rows.scale.day):
            return {}
        return dict(zip(answer.question.offices, answer.parties, strict=True))

    def done(self, result: int) -> None:
        self._question = None
        super().done(result)

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        QDialog.showEvent(self, event)  # a window to work in has a size of its own, not that of its texts
        self._timer.start()
        if not self._is_sized:
            self._is_sized = True
            self.resize_within_room(_SIZE + QSize(0, self.body.chart.height_of_more(_USUAL_ROWS)))
            self.fit()
