"""What the call helper shows of a call with somebody: what can be set, the day drawn, the times in words."""

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from directory_app.ui.calls.chart import DayChart
from directory_app.ui.calls.chart_rows import ChartRow, ChartRows
from directory_app.ui.calls.controls import DayChooser, HoursChooser, LengthChips
from directory_app.ui.calls.fillings import Filling
from directory_app.ui.calls.legend import Legend
from directory_app.ui.calls.plan import MyHours, Plan, line_of, title_of
from directory_app.ui.calls.scale import DayScale
from directory_app.ui.calls.slot_list import SlotList, SlotRow
from directory_app.ui.flow_layout import FlowLayout
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, Theme, scaled_font


class CallBody(QWidget):
    """Puts the controls over the chart and the times under it."""

    def __init__(self, usual: MyHours, now: datetime, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._usual, self._zone, self._theme = usual, usual.zone, theme
        self._is_day_chosen = False
        today = self._today(now)
        self._plan = Plan(usual.party(now, now))
        self.rows = ChartRows(DayScale(today, self._zone), now, self)
        self.day = DayChooser(today)
        self.length = LengthChips()
        self.hours = HoursChooser(usual.opens, usual.closes)
        self.chart = DayChart(self.rows, theme)
        self.legend = Legend(theme)
        self.sentence = PlainLabel()
        self.note = _caption(theme.warning, selectable=True)
        self.slots = SlotList(theme)
        self.night = _caption(theme.muted)
        self.night.hide()
        self.day.day_chosen.connect(self._on_day_chosen)
        self.slots.slot_chosen.connect(self._on_slot_chosen)
        controls = QWidget()
        flow = FlowLayout(controls, gap=3 * SPACE)
        for widget in (self.day, self.length, self.hours):
            flow.addWidget(widget)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(controls)
        layout.addWidget(self.night)
        layout.addWidget(self.chart, 1000)  # all that is left, up to its whole rows; what is more is for the times
        layout.addWidget(self.legend)
        layout.addWidget(self.sentence)
        layout.addWidget(self.note)
        layout.addWidget(self.slots, 1)

    @property
    def my_hours(self) -> MyHours:
        """When the person phones."""
        opens, closes = self.hours.hours
        return replace(self._usual, opens=opens, closes=closes)

    def tell(self, now: datetime) -> None:
        """Shows what the time is."""
        self.rows.tell(now)
        self.day.begin(self._today(now))
        self._draw_day()

    def show_rows(self, rows: list[ChartRow]) -> None:
        """Draws the person and the offices."""
        self.rows.show(rows)
        drawn = {Filling.HOURS, Filling.NIGHT}
        if any(row.party is not None and row.party.is_assumed for row in rows):
            drawn.add(Filling.ASSUMED)
        if self.rows.bands:
            drawn.add(Filling.SHARED)
        self.legend.show_only(frozenset(drawn))

    def show_plan(self, plan: Plan) -> None:
        """Shows when the call can be, and the day of the time chosen unless the person chose another one."""
        self._plan = plan
        today = self._today(self.rows.now)
        self.slots.show_slots(
            [SlotRow(slot, title_of(slot, self._zone, today), line_of(slot, plan)) for slot in plan.slots]
        )
        self.say(plan.sentence, is_bad=not plan.suits_all)
        self.note.setText(plan.note)
        self.note.setVisible(bool(plan.note))
        night = self.my_hours.sentence
        self.night.setText(night)
        self.night.setVisible(bool(night))
        if not self._is_day_chosen:
            self._show_day_of_slot()
        self._draw_day()

    def say(self, sentence: str, *, is_bad: bool) -> None:
        """Says a sentence over the times."""
        self.sentence.setText(sentence)
        self.sentence.setStyleSheet(f"color: {self._theme.warning if is_bad else self._theme.muted}")

    def _show_day_of_slot(self) -> None:
        chosen = self.slots.chosen()
        if chosen is not None:
            self.day.show_day(chosen.start.astimezone(self._zone).date())

    def _draw_day(self) -> None:
        """Draws the day that is set, what suits everybody on it, and the time chosen."""
        chosen = self.slots.chosen()
        self.rows.scale = scale = DayScale(self.day.day, self._zone)
        self.rows.suits_all = self._plan.suits_all
        self.rows.chosen = (chosen.start, chosen.end) if chosen is not None else None
        bands = ((band.start, band.end) for band in self._plan.bands)
        self.rows.bands = tuple(band for band in bands if scale.piece(band) is not None)
        self.rows.repaint()

    def _on_day_chosen(self) -> None:
        self._is_day_chosen = True
        self._draw_day()

    def _on_slot_chosen(self) -> None:
        self._is_day_chosen = False
        self._show_day_of_slot()
        self._draw_day()

    def _keep_apart(self) -> None:
        """Keeps room for what wraps at this width: layouts know the least height of a page for one line only."""
        layout = self._column
        items = [item for place in range(layout.count()) if (item := layout.itemAt(place)) and not item.isEmpty()]
        heights = [
            item.heightForWidth(self.width()) if item.hasHeightForWidth() else item.minimumSize().height()
            for item in items
        ]
        least = sum(heights) + layout.spacing() * (len(items) - 1)
        self.setMinimumHeight(least)
        self.chart.setMaximumHeight(self.chart.height_within(self.height() - least + self.chart.minimumHeight()))

    def _today(self, now: datetime) -> date:
        return now.astimezone(self._zone).date()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._keep_apart()
        return super().event(event)


def _caption(colour: str, *, selectable: bool = False) -> PlainLabel:
    label = PlainLabel(selectable=selectable)
    label.setFont(scaled_font(label.font(), 0.85))
    label.setStyleSheet(f"color: {colour}")
    return label
