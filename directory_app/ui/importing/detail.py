"""The chosen record whole: what it says, what it changes, what it may be, and the choices about it."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from directory_app.model.import_plan import Fate, ImportPlan, PlannedRecord, Resemblance
from directory_app.model.office import Office
from directory_app.ui.flow_layout import FlowLayout
from directory_app.ui.importing.choices import Choices, Decision
from directory_app.ui.importing.detail_parts import Beside, ChangeView, Doubts, Said, caption
from directory_app.ui.importing.merging import merge_fields
from directory_app.ui.importing.sentences import BADGES, name_of
from directory_app.ui.importing.values import said_of
from directory_app.ui.office_editor.choice import Choice
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, Theme, scaled_font

_MOST_RESEMBLANCES = 10
_DECISIONS = (
    (Decision.SAME, "It is the same office …"),
    (Decision.OTHER, "Not a duplicate"),
    (Decision.SKIP, "Skip"),
)
_CONSEQUENCES = {
    None: "It is left out until you decide.",
    Decision.OTHER: "It will be added as an office of its own, and you will not be asked again.",
    Decision.SKIP: "It will be left out.",
}


class DetailPane(QScrollArea):
    """Shows one record of the choices; what is chosen in it goes into them."""

    chosen = Signal()
    """Something was chosen here."""
    merge_asked = Signal(int, object)
    """The record at this row is the office with this id; somebody has to say what the two are together."""

    def __init__(self, office_of: Callable[[UUID], Office | None], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office_of, self._theme = office_of, theme
        self._choices = Choices(ImportPlan(()))
        self._row = -1
        self._looked_at: dict[int, int] = {}
        self._first: QWidget | None = None
        self._decisions: dict[QPushButton, Decision] = {}
        self._changes: list[ChangeView] = []
        self.setAccessibleName("The chosen record")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(60 * SPACE)

    def show_record(self, choices: Choices, row: int | None) -> None:
        """Shows a record, or nothing."""
        if choices is not self._choices:
            self._looked_at = {}
        is_same = choices is self._choices and row == self._row
        height = self.verticalScrollBar().value() if is_same else 0
        has_focus = self._has_keyboard()
        self._choices, self._row = choices, -1 if row is None else row
        self._first, self._decisions, self._changes = None, {}, []
        before = self.takeWidget()
        if before is not None:  # not at once: one of its buttons may have asked for this
            before.hide()
            before.deleteLater()
        page = QWidget()
        self._layout = QVBoxLayout(page)
        self._layout.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        self._layout.setSpacing(SPACE)
        if row is not None:
            self._fill(choices, choices.plan.records[row])
        self._layout.addStretch(1)
        self.setWidget(page)
        self.verticalScrollBar().setValue(height)
        if has_focus:
            self.focus_first()

    def focus_first(self) -> None:
        """Gives the keyboard to the first thing that can be chosen here."""
        (self._first or self).setFocus()

    def decide(self, decision: Decision) -> None:
        """Decides about the possible duplicate shown, as its button does."""
        record = self._record()
        if record is None or record.fate is not Fate.DUPLICATE:
            return
        other = self._other(record)
        if decision is Decision.SAME and other is not None:
            self.merge_asked.emit(self._row, other.office)
        elif decision is Decision.OTHER:
            self._choices.keep_apart(self._row)
        elif decision is Decision.SKIP:
            self._choices.skip(self._row)
        self._tell()

    def changes(self) -> list[ChangeView]:
        """Returns the views of the changes that can be ticked."""
        return self._changes

    def texts(self) -> list[str]:
        """Returns everything that is said, from top to bottom."""
        page = self.widget()
        return [label.text() for label in page.findChildren(PlainLabel)] if page is not None else []

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _record(self) -> PlannedRecord | None:
        return self._choices.plan.records[self._row] if self._row >= 0 else None

    def _tell(self) -> None:
        """Shows what was decided, here and elsewhere."""
        self.show_record(self._choices, self._row)
        self.chosen.emit()

    def _fill(self, choices: Choices, record: PlannedRecord) -> None:
        title = PlainLabel(name_of(record), selectable=True)
        title.setFont(scaled_font(self.font(), 1.25, bold=True))
        self._layout.addWidget(title)
        fate = BADGES[record.fate]
        self._layout.addWidget(
            caption(fate if title.text() == record.place else f"{fate} · {record.place}", self._theme)
        )
        self._layout.addSpacing(2 * SPACE)
        if record.findings:
            self._layout.addWidget(Doubts(record.findings, self._theme))
            self._layout.addSpacing(2 * SPACE)
        fill = {
            Fate.NEW: self._fill_new,
            Fate.CHANGED: self._fill_changed,
            Fate.UNCHANGED: self._fill_unchanged,
            Fate.DUPLICATE: self._fill_duplicate,
            Fate.UNREADABLE: self._fill_unreadable,
        }[record.fate]
        fill(choices, record)

    def _fill_new(self, choices: Choices, record: PlannedRecord) -> None:
        if record.office is not None:
            self._layout.addWidget(Said(said_of(record.office), self._theme))

    def _fill_unchanged(self, choices: Choices, record: PlannedRecord) -> None:
        self._say("Everything that the file says of this office is in the directory already.")
        self._fill_new(choices, record)

    def _fill_unreadable(self, choices: Choices, record: PlannedRecord) -> None:
        reason = PlainLabel(record.reason, selectable=True)
        reason.setStyleSheet(f"color: {self._theme.error}")
        self._layout.addWidget(reason)
        self._layout.addSpacing(2 * SPACE)
        self._layout.addWidget(caption("It is skipped; the rest of the file is read.", self._theme))

    def _fill_changed(self, choices: Choices, record: PlannedRecord) -> None:
        for change in record.changes:
            is_taken = choices.takes_field(self._row, change.field)
            view = ChangeView(change, self._theme, is_taken=is_taken, can_be_left=True)
            view.taken.connect(self._on_taken)
            self._layout.addWidget(view)
            self._changes.append(view)
        if self._changes:
            self._first = self._changes[0].box

    def _fill_duplicate(self, choices: Choices, record: PlannedRecord) -> None:
        other = self._other(record)
        decision = choices.decision(self._row)
        self._add_resemblance(record, other)
        self._add_decisions(decision)
        if decision is Decision.SAME:
            self._fill_merged(choices)
            return
        self._layout.addWidget(caption(_CONSEQUENCES[decision], self._theme))
        self._layout.addSpacing(3 * SPACE)
        office = self._office_of(other.office) if other is not None else None
        if office is not None and record.office is not None:
            self._layout.addWidget(Beside(merge_fields(office, record.office), self._theme))
        else:
            self._fill_new(choices, record)

    def _add_resemblance(self, record: PlannedRecord, other: Resemblance | None) -> None:
        if other is None:
            self._say("It resembles another office.")
            return
        reasons = ", ".join(other.reasons)
        if len(record.resembles) == 1:
            self._say(f"It may be {other.name}{': ' if reasons else ''}{reasons}.")
            return
        self._layout.addWidget(PlainLabel("It may be one of these offices:"))
        which = Choice((each.name, each) for each in record.resembles[:_MOST_RESEMBLANCES])
        which.set_value(other)
        which.setAccessibleName("The office it may be")
        which.currentIndexChanged.connect(self._on_other_looked_at)
        self._layout.addWidget(which)
        self._layout.addWidget(caption(reasons, self._theme))
        self._first = which

    def _add_decisions(self, decision: Decision | None) -> None:
        bar = QWidget()
        flow = FlowLayout(bar)
        for value, text in _DECISIONS:
            button = QPushButton(text)
            button.setCheckable(True)
            button.setChecked(value is decision)
            button.setProperty("chip", True)
            button.setProperty("active", value is decision)
            button.setAutoDefault(False)
            button.clicked.connect(self._on_decided)
            flow.addWidget(button)
            self._decisions[button] = value
            if value is decision or self._first is None:
                self._first = button
        self._layout.addSpacing(SPACE)
        self._layout.addWidget(bar)
        self._layout.addSpacing(SPACE)

    def _fill_merged(self, choices: Choices) -> None:
        merged_into, changes = choices.merged_into(self._row), choices.merge_changes(self._row)
        name = merged_into.name if merged_into is not None else ""
        said = f"Of {name}, this will change:" if changes else f"Nothing of {name} will change."
        self._layout.addWidget(caption(said, self._theme))
        self._layout.addSpacing(2 * SPACE)
        for change in changes:
            self._layout.addWidget(ChangeView(change, self._theme))

    def _say(self, text: str) -> None:
        self._layout.addWidget(PlainLabel(text, selectable=True))
        self._layout.addSpacing(2 * SPACE)

    def _other(self, record: PlannedRecord) -> Resemblance | None:
        """Returns the office that a duplicate is compared with: merged with, else looked at, else the likeliest."""
        merged_into = self._choices.merged_into(self._row)
        for resemblance in record.resembles:
            if merged_into is not None and resemblance.office == merged_into.id:
                return resemblance
        return record.resembles[self._looked_at.get(self._row, 0)] if record.resembles else None

    def _on_other_looked_at(self, place: int) -> None:
        record = self._record()
        if record is None:
            return
        self._looked_at[self._row] = place
        if self._choices.decision(self._row) is Decision.SAME:
            self.merge_asked.emit(self._row, record.resembles[place].office)
        self._tell()

    def _on_taken(self, field: str, is_taken: bool) -> None:
        self._choices.take_field(self._row, field, is_taken)
        self.chosen.emit()

    def _on_decided(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.decide(self._decisions[sender])
