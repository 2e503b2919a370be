"""What can be set in the call helper: the day, how long, and the person's own hours."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from directory_app.ui.calls.plan import day_name_of
from directory_app.ui.office_editor.choice import Choice
from directory_app.ui.theme import SPACE

OFFERED_DAYS = 60
LENGTHS = {"30 min": timedelta(minutes=30), "1 h": timedelta(hours=1), "2 h": timedelta(hours=2)}


class DayChooser(QWidget):
    """A day from today on: chosen from a list or with the arrows beside it."""

    day_chosen = Signal(object)
    """Another day, a `date`."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._days = Choice(())
        self._days.setAccessibleName("Day")
        self._earlier = _arrow(Qt.ArrowType.LeftArrow, "Day before")
        self._later = _arrow(Qt.ArrowType.RightArrow, "Day after")
        row = _row_of(self)
        for widget in (
            self._days,
            self._earlier,
            self._later,
        ):  # aligned, or the arrows keep the row as low as they are
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.begin(today)
        self._earlier.clicked.connect(self._on_earlier)
        self._later.clicked.connect(self._on_later)
        self._days.currentIndexChanged.connect(self._on_changed)

    @property
    def day(self) -> date:
        """The day chosen."""
        day = self._days.value()
        assert isinstance(day, date)
        return day

    def begin(self, today: date) -> None:
        """Offers the days from another today on; the day chosen stays, where it is not over."""
        before = self._days.value()
        if today == self._today and before is not None:
            return  # the list may be open
        self._today = today
        self._offer(before if isinstance(before, date) and before > today else today)

    def show_day(self, day: date) -> None:
        """Shows a day that was chosen elsewhere, which is offered from then on."""
        if day != self.day:
            self._offer(max(day, self._today))

    def choose(self, day: date) -> None:
        """Chooses a day, or the nearest one that is offered."""
        self._days.setCurrentIndex(max(0, min(self._days.count() - 1, (day - self._today).days)))

    def _offer(self, chosen: date) -> None:
        count = max(OFFERED_DAYS, (chosen - self._today).days + 1)
        days = [self._today + timedelta(days=number) for number in range(count)]
        self._days.blockSignals(True)
        self._days.offer((day_name_of(day, self._today), day) for day in days)
        self._days.setCurrentIndex(days.index(chosen))
        self._days.blockSignals(False)
        self._tell_ends()

    def _tell_ends(self) -> None:
        self._earlier.setEnabled(self._days.currentIndex() > 0)
        self._later.setEnabled(self._days.currentIndex() < self._days.count() - 1)

    def _on_earlier(self) -> None:
        self.choose(self.day - timedelta(days=1))

    def _on_later(self) -> None:
        self.choose(self.day + timedelta(days=1))

    def _on_changed(self) -> None:
        self._tell_ends()
        self.day_chosen.emit(self.day)


class LengthChips(QWidget):
    """How long the call is to be."""

    length_chosen = Signal()
    """Another length."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._chips: dict[QPushButton, timedelta] = {}
        row = _row_of(self)
        for name, length in LENGTHS.items():
            chip = QPushButton(name)
            chip.setCheckable(True)
            chip.setProperty("chip", True)
            chip.setAutoDefault(False)
            chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            chip.setAccessibleName(f"Call of {name}")
            self._group.addButton(chip)
            self._chips[chip] = length
            row.addWidget(chip)
        self._group.buttonToggled.connect(self._on_toggled)
        self.choose(LENGTHS["1 h"])

    @property
    def length(self) -> timedelta:
        """How long."""
        return next(length for chip, length in self._chips.items() if chip.isChecked())

    def choose(self, length: timedelta) -> None:
        """Chooses one of `LENGTHS`."""
        next(chip for chip, offered in self._chips.items() if offered == length).setChecked(True)

    def _on_toggled(self, chip: QPushButton, checked: bool) -> None:
        chip.setProperty("active", checked)
        # Tab comes to the one that holds, arrows choose among them
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if checked else Qt.FocusPolicy.ClickFocus)
        chip.style().unpolish(chip)
        chip.style().polish(chip)
        if checked:
            self.length_chosen.emit()


class HoursChooser(QWidget):
    """From when to when the person phones, in full hours."""

    hours_chosen = Signal()
    """Other hours."""

    def __init__(self, opens: int, closes: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opens = Choice((f"{hour:02}:00", hour) for hour in range(24))
        self._closes = Choice((f"{hour:02}:00", hour) for hour in range(1, 25))
        self.choose(opens, closes)
        row = _row_of(self)
        for text, choice in (("I phone from", self._opens), ("to", self._closes)):
            label = QLabel(text)
            label.setBuddy(choice)
            row.addWidget(label)
            row.addWidget(choice)
            choice.currentIndexChanged.connect(self.hours_chosen)
        self._opens.setAccessibleName("I phone from")
        self._closes.setAccessibleName("I phone to")

    @property
    def hours(self) -> tuple[int, int]:
        """The first hour, 0 to 23, and the last, 1 to 24; one that is not later is of the next day."""
        return self._opens.currentIndex(), self._closes.currentIndex() + 1

    def choose(self, opens: int, closes: int) -> None:
        """Chooses hours."""
        self._opens.set_value(opens)
        self._closes.set_value(closes)


def _row_of(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE + SPACE // 2)
    return row


def _arrow(direction: Qt.ArrowType, name: str) -> QToolButton:
    button = QToolButton()
    button.setArrowType(direction)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setFixedSize(7 * SPACE, 7 * SPACE)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
