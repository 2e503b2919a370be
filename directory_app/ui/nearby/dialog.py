"""The offices nearest to an office, a town, coordinates or a point of the map."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QWidget

from directory_app.errors import DirectoryError
from directory_app.model.progress import Progress
from directory_app.ui.background import Background
from directory_app.ui.dialogs.frame import DialogFrame
from directory_app.ui.job import Job
from directory_app.ui.nearby.asking import Answer, Asking, Start
from directory_app.ui.nearby.near_list import NearDelegate, NearList, NearModel
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, Theme
from directory_app.ui.words import count_of

_COUNTS = (5, 10, 25, 50)
_TICK_MS = 10_000
_LONGEST_SHOWN = 40
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}


class NearbyDialog(DialogFrame):
    """Lists offices by their distance; Enter chooses one, or the place that is meant where there are several."""

    office_chosen = Signal(object)
    """The id of the office that is to be shown, a UUID; the dialog is over."""

    def __init__(
        self,
        asking: Asking,
        background: Background,
        theme: Theme,
        clock: Callable[[], datetime],
        *,
        miles: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Nearest offices", parent, width=130 * SPACE)
        self._asking, self._background = asking, background
        self._answer = Answer()
        self._question: Job | None = None
        """What waits for an answer; an earlier question is abandoned, so that it answers no more."""
        self._field = _PlaceField()
        self._count = QComboBox()
        self._from = PlainLabel()
        self._others = QPushButton("Another place of this name")
        self._list = NearList(NearModel(clock, miles, self), NearDelegate(theme, clock, miles, self))
        self._nothing = PlainLabel()
        self._stack = _Stack()
        self._timer = QTimer(self)
        self._lay_out(theme)
        self.add_button("Close").clicked.connect(self.reject)
        self._choose = self.add_button("Show office", primary=True)
        self._connect()
        self._show(Answer())
        self._field.setFocus()

    def measure_from(self, start: Start) -> None:
        """Shows what is nearest to a place that is not typed: an office, or a point of the map."""
        self._ask(partial(self._asking.around, start, self._wanted()))

    def type_place(self, text: str) -> None:
        """Asks for a place as if its name or coordinates had been typed."""
        self._field.setText(text)

    def texts(self) -> list[str]:
        """Returns what the rows say to a screen reader, from top to bottom."""
        model = self._list.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.data(model.index(row, 0), role)) for row in range(model.rowCount())]

    def said(self) -> str:
        """Returns the sentence over the list, or in its place."""
        return self._from.text() if self._stack.currentWidget() is self._list else self._nothing.text()

    def _lay_out(self, theme: Theme) -> None:
        for number in _COUNTS:
            self._count.addItem(count_of(number, "office"), number)
        self._count.setCurrentIndex(1)
        self._count.setAccessibleName("How many")
        line = QHBoxLayout()
        line.setSpacing(2 * SPACE)
        line.addWidget(self._field, 1)
        line.addWidget(self._count)
        self._others.setProperty("quiet", True)
        self._others.setAutoDefault(False)
        self._from.setStyleSheet(f"color: {theme.muted}")
        self._from.setMinimumHeight(self._others.sizeHint().height())
        below = QHBoxLayout()
        below.addWidget(self._from, 1)
        below.addWidget(self._others)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setStyleSheet(f"color: {theme.muted}")
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._nothing)
        self.content.addLayout(line)
        self.content.addLayout(below)
        self.content.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._field.textChanged.connect(self._on_typed)
        self._field.moved.connect(self._list.move_choice)
        self._count.currentIndexChanged.connect(self._on_count_changed)
        self._others.clicked.connect(self._on_others_clicked)
        self._list.doubleClicked.connect(self._on_chosen)
        self._choose.clicked.connect(self._on_chosen)
        self._timer.timeout.connect(self._list.viewport().update)
        self._timer.setInterval(_TICK_MS)
        self.finished.connect(self._on_finished)

    def _wanted(self) -> int:
        number: int = self._count.currentData()
        return number

    def _ask(self, question: Callable[[], Answer]) -> None:
        self._forget_question()
        self._question = Job(partial(_answered, question), self._background, "So it is not known what is near.")
        self._question.done.connect(self._on_answered)
        self._question.failed.connect(self._on_failed)
        self._question.start()

    def _forget_question(self) -> None:
        if self._question is not None:
            self._question.abandon()
        self._question = None

    def _show(self, answer: Answer) -> None:
        self._answer = answer
        start = answer.start
        rows = answer.offices if start is not None else answer.places
        self._list.show_rows(rows, "Offices" if start is not None else "Places")
        self._from.setText(_over_list(answer))
        self._nothing.setText(self._why_nothing())
        self._others.setVisible(start is not None and len(answer.places) > 1)
        self._choose.setText("Show office" if start is not None or not rows else "Measure from here")
        self._choose.setEnabled(bool(rows))
        self._stack.setCurrentWidget(self._list if rows else self._nothing)

    def _why_nothing(self) -> str:
        typed = self._field.text().strip()
        if self._answer.start is not None:
            return "No office is on the map yet."
        if not typed:
            return "Type a town, or coordinates, to see the offices nearest to it."
        short = typed if len(typed) <= _LONGEST_SHOWN else f"{typed[:_LONGEST_SHOWN]}…"
        return f"No place called “{short}” is known.\n\nTry it with its country, a larger town near it, or coordinates."

    def _on_typed(self, text: str) -> None:
        self._ask(partial(self._asking.answer, text, self._wanted()))

    def _on_count_changed(self) -> None:
        start = self._answer.start
        if start is not None:
            self._ask(partial(self._asking.around, start, self._wanted(), self._answer.places))
        elif self._field.text().strip():
            self._on_typed(self._field.text())

    def _on_others_clicked(self) -> None:
        self._forget_question()
        self._show(Answer(places=self._answer.places))
        self._field.setFocus()

    def _on_chosen(self) -> None:
        chosen = (
            None if self._question is not None else self._list.chosen()
        )  # what is listed answers an earlier question
        if isinstance(chosen, Start):
            self._ask(partial(self._asking.around, chosen, self._wanted(), self._answer.places))
        elif chosen is not None:
            self.office_chosen.emit(chosen.office.id)
            self.accept()

    def _on_answered(self, answer: Answer) -> None:
        self._question = None
        self._show(answer)

    def _on_failed(self, error: DirectoryError) -> None:
        self._question = None
        self._show(Answer())
        self._nothing.setText(str(error))

    def _on_finished(self) -> None:
        self._forget_question()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)


class _Stack(QStackedWidget):
    """The list, or a sentence in its place, which has as much room as the list would."""

    def hasHeightForWidth(self) -> bool:
        return False  # that of the sentence would be taken for that of both

    def sizeHint(self) -> QSize:
        return QSize(80 * SPACE, 100 * SPACE)


class _PlaceField(QLineEdit):
    """Where a place is typed; the keys that move in the list move there."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Town, coordinates or a link to a map")
        self.setAccessibleName("Place to measure from")
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)


def _answered(question: Callable[[], Answer], _: Progress) -> Answer:
    return question()


def _over_list(answer: Answer) -> str:
    if answer.start is None:
        return "Which of these is meant?" if answer.places else ""
    detail = answer.start.detail if answer.start.detail.startswith("measured") else ""
    return f"From {answer.start.name}{', ' if detail else ''}{detail}"
