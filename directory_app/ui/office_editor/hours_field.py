"""Opening hours in the form: their text, what it says in words, and a small editor for hours as most offices have."""

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from directory_app.model.opening_hours.hours import DAY, EVERY_DAY, HOUR, Times
from directory_app.model.opening_hours.reading import hours_findings, read_hours
from directory_app.model.opening_hours.simple_week import SimpleWeek, hours_of, simple_week
from directory_app.model.opening_hours.words import hours_in_words
from directory_app.model.opening_hours.writing import clock_text, write_hours
from directory_app.ui.office_editor.choice import Choice
from directory_app.ui.office_editor.line import Line
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, Theme, scaled_font

_NOT_GIVEN, _CUSTOM = "not given", "custom"
_AROUND_THE_CLOCK: frozenset[int] = frozenset()
_DAYS: tuple[tuple[str, object], ...] = (
    ("Not given", _NOT_GIVEN),
    ("Monday to Friday", frozenset(range(5))),
    ("Monday to Thursday", frozenset(range(4))),
    ("Monday to Saturday", frozenset(range(6))),
    ("Sunday to Thursday", frozenset({6, 0, 1, 2, 3})),
    ("Saturday to Thursday", EVERY_DAY - {4}),
    ("Every day", EVERY_DAY),
    ("Around the clock", _AROUND_THE_CLOCK),
)
_HOLIDAYS = (("Closed on holidays", True), ("Holidays not given", False))
_ROOM_FOR_ARROW = 10 * SPACE
_STEP = HOUR // 2
_PAUSES = tuple(
    Times(start, start + length)
    for start in range(11 * HOUR + _STEP, 14 * HOUR, _STEP)
    for length in (_STEP, HOUR, HOUR + _STEP, 2 * HOUR)
)
_USUAL_LENGTH = 8 * HOUR
_USUAL = SimpleWeek(frozenset(range(5)), Times(9 * HOUR, 9 * HOUR + _USUAL_LENGTH))


class HoursField(QWidget):
    """Holds opening hours as text; the small editor beneath writes into it what can be chosen there.

    What the small editor cannot show is "Custom" there. Choosing something else keeps such a text for as long as the
    field shows the same office: choosing "Custom" brings it back, and so does Ctrl+Z.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        """A text of one's own that gave way to what was chosen."""
        self._shown: SimpleWeek | None = None
        """What the small editor shows, unless that is "Custom" or nothing."""
        self._last = _USUAL
        """The last of those with times, for whoever chooses days again."""
        self._line = Line()
        self._line.setAccessibleName("Opening hours")
        self._line.setPlaceholderText("Mo-Fr 09:00-17:00; PH off")
        self._reading, self._doubt = PlainLabel(), PlainLabel()
        self._days, self._from, self._to = _a_choice("Days"), _a_choice("Opens"), _a_choice("Closes")
        self._pause, self._holidays = _a_choice("Pause"), _a_choice("Public holidays")
        self._between = PlainLabel("to")
        self._holidays.offer(_HOLIDAYS)
        self._holidays.setToolTip(
            "Where hours say nothing about public holidays, the office is taken to be closed then."
        )
        self._last_row = _a_row((self._pause, 1), (self._holidays, 1))
        self._lay_out()
        self.setFocusProxy(self._line)
        self._line.textChanged.connect(self._on_text_changed)
        self._days.activated.connect(self._on_days_chosen)
        for choice in (self._from, self._to, self._pause, self._holidays):
            choice.activated.connect(self._on_times_chosen)
        self.set_theme(theme)
        self._show_text()

    @property
    def reading(self) -> str:
        """What the hours say in words, as shown."""
        return self._reading.text()

    @property
    def doubt(self) -> str:
        """What is not understood about them, as shown."""
        return self._doubt.text()

    def text(self) -> str:
        """Returns the hours as typed."""
        return self._line.text()

    def set_text(self, text: str) -> None:
        """Shows the hours of an office, without telling that anything changed."""
        self._kept, self._last = "", _USUAL
        with QSignalBlocker(self._line):
            self._line.setText(text)
        self._line.setCursorPosition(0)
        self._show_text()

    def set_theme(self, theme: Theme) -> None:
        """Wears a theme's colours."""
        self._reading.setStyleSheet(f"color: {theme.muted}; padding-left: 4px")
        self._doubt.setStyleSheet(f"color: {theme.warning}; padding-left: 4px")
        self._between.setStyleSheet(f"color: {theme.muted}")

    def stops(self) -> tuple[QWidget, ...]:
        """Returns where Tab stops: the text and the drop-downs of the small editor."""
        return self._line, self._days, self._from, self._to, self._pause, self._holidays

    def _lay_out(self) -> None:
        small = scaled_font(self.font(), 0.85)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._line)
        for label in (self._reading, self._doubt):
            label.setFont(small)
            layout.addWidget(label)
        self._between.setWordWrap(False)
        layout.addWidget(self._days)
        layout.addLayout(_a_row((self._from, 1), (self._between, 0), (self._to, 1)))
        layout.addLayout(self._last_row)

    def _on_text_changed(self) -> None:
        self._show_text()
        self.changed.emit()

    def _on_days_chosen(self) -> None:
        chosen, text = self._days.value(), self.text()
        is_custom = self._shown is None and bool(text.strip())
        if chosen == _CUSTOM:
            self._type(text if is_custom else self._kept)
            return
        if is_custom:
            self._kept = text
        if chosen == _NOT_GIVEN:
            self._type("")
            return
        is_closed = (self._shown or self._last).is_closed_on_holidays
        week = replace(self._last, weekdays=cast("frozenset[int]", chosen), is_closed_on_holidays=is_closed)
        self._type(write_hours(hours_of(week)))

    def _on_times_chosen(self) -> None:
        if self._shown is None:
            return
        week = replace(self._shown, is_closed_on_holidays=bool(self._holidays.value()))
        if week.weekdays:
            times = Times(cast(int, self._from.value()), cast(int, self._to.value()))
            week = _fitting(replace(week, times=times, pause=cast("Times | None", self._pause.value())))
        self._type(write_hours(hours_of(week)))

    def _type(self, text: str) -> None:
        """Puts a text into the line as if it were typed, so that Ctrl+Z there takes it back."""
        self._line.selectAll()
        self._line.insert(text)
        self._line.setCursorPosition(0)
        self._show_text()

    def _show_text(self) -> None:
        text = self.text()
        hours = read_hours(text)
        doubts = "\n".join(finding.message for finding in hours_findings(text))
        for label, said in ((self._reading, hours_in_words(hours) if hours else ""), (self._doubt, doubts)):
            label.setText(said)
            label.setVisible(bool(said))
        self._line.setAccessibleDescription(doubts or self.reading)
        week = simple_week(hours) if hours else None
        self._shown = week if week and any(week.weekdays == days for _, days in _DAYS) else None
        is_custom = bool(text.strip()) and self._shown is None
        self._days.offer((*_DAYS, ("Custom", _CUSTOM)) if is_custom or self._kept else _DAYS)
        self._days.set_value(self._shown.weekdays if self._shown else _CUSTOM if is_custom else _NOT_GIVEN)
        self._show_week()

    def _show_week(self) -> None:
        week = self._shown
        has_times = week is not None and bool(week.weekdays)
        for part in (self._from, self._between, self._to, self._pause):
            part.setVisible(has_times)
        self._holidays.setVisible(week is not None)
        if week is None:
            return
        self._holidays.set_value(week.is_closed_on_holidays)
        if not has_times:
            return
        self._last = week
        times = week.times
        self._from.offer(_clocks({*range(0, DAY, _STEP), times.start}))
        self._from.set_value(times.start)
        self._to.offer(_clocks({*range(times.start - times.start % _STEP + _STEP, DAY + 1, _STEP), times.end}))
        self._to.set_value(times.end)
        fitting = {pause for pause in _PAUSES if times.start < pause.start and pause.end < times.end}
        pauses = sorted(fitting | ({week.pause} if week.pause else set()))
        self._pause.offer((("No pause", None), *((_pause_text(pause), pause) for pause in pauses)))
        self._pause.set_value(week.pause)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        texts = (_pause_text(_USUAL.times), *(name for name, _ in _HOLIDAYS))
        widest = max(map(self.fontMetrics().horizontalAdvance, texts)) + _ROOM_FOR_ARROW
        direction = QBoxLayout.Direction.LeftToRight if 2 * widest < self.width() else QBoxLayout.Direction.TopToBottom
        self._last_row.setDirection(direction)


def _fitting(week: SimpleWeek) -> SimpleWeek:
    """Returns a week that ends after it begins, without a pause that is not in between."""
    times, pause = week.times, week.pause
    if times.end <= times.start:
        times = Times(times.start, min(times.start + _USUAL_LENGTH, DAY))
    is_within = pause is not None and times.start < pause.start and pause.end < times.end
    return replace(week, times=times, pause=pause if is_within else None)


def _clocks(minutes: Iterable[int]) -> list[tuple[str, object]]:
    return [(clock_text(moment), moment) for moment in sorted(minutes)]


def _pause_text(times: Times) -> str:
    return f"Pause {clock_text(times.start)}–{clock_text(times.end)}"


def _a_choice(name: str) -> Choice:
    choice = Choice(())
    choice.setAccessibleName(name)
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(5)
    return choice


def _a_row(*parts: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE)
    for part, stretch in parts:
        row.addWidget(part, stretch)
    return row
