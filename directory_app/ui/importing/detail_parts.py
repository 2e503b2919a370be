"""What the detail of a record is made of: values, changes to tick, two offices beside each other, doubts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from directory_app.model.change import FieldChange
from directory_app.model.findings import Finding
from directory_app.ui.importing.merging import MergeField
from directory_app.ui.importing.values import Line, Mark, changed_lines, in_lines
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, Theme, scaled_font
from directory_app.ui.ticks import TICK_SIZE, TickBox
from directory_app.ui.words import FIELD_NAMES

EMPTY = "(empty)"


def caption(text: str, theme: Theme) -> PlainLabel:
    """Returns a small grey line."""
    label = PlainLabel(text)
    label.setFont(scaled_font(label.font(), 0.85))
    label.setStyleSheet(f"color: {theme.muted}")
    return label


class Said(QWidget):
    """Names of fields, and under each what an office says."""

    def __init__(self, said: Sequence[tuple[str, str]], theme: Theme) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for name, value in said:
            layout.addWidget(caption(name, theme))
            layout.addWidget(PlainLabel(value, selectable=True))
            layout.addSpacing(2 * SPACE)


class ChangeView(QWidget):
    """One changed field: its name, what is gone struck out, what is new; with a box where it can be left."""

    taken = Signal(str, bool)
    """The field is taken, or not any more."""

    def __init__(self, change: FieldChange, theme: Theme, *, is_taken: bool = True, can_be_left: bool = False) -> None:
        super().__init__()
        self._change, self._theme = change, theme
        self._labels: list[tuple[Line, PlainLabel]] = []
        name = FIELD_NAMES.get(change.field, change.field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 2 * SPACE)
        layout.setSpacing(SPACE // 2)
        self.box = TickBox(name, theme, self)
        self.box.setChecked(is_taken)
        self.box.toggled.connect(self._on_toggled)
        if can_be_left:
            layout.addWidget(self.box, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self.box.hide()
            layout.addWidget(caption(name, theme))
        values = QVBoxLayout()
        values.setContentsMargins(TICK_SIZE + 2 * SPACE if can_be_left else 0, 0, 0, 0)
        values.setSpacing(0)
        for line in changed_lines(change):
            label = PlainLabel(line.text, selectable=True)
            self._labels.append((line, label))
            values.addWidget(label)
        if change.new in ("", (), None):
            self._labels.append((Line(EMPTY, Mark.ADDED), PlainLabel(EMPTY)))
            values.addWidget(self._labels[-1][1])
        layout.addLayout(values)
        self._dress(is_taken)

    @property
    def field(self) -> str:
        """The field, named as in a change."""
        return self._change.field

    def set_taken(self, taken: bool) -> None:
        """Ticks the box or not, as if it had been clicked."""
        self.box.setChecked(taken)

    def _on_toggled(self, is_taken: bool) -> None:
        self._dress(is_taken)
        self.taken.emit(self._change.field, is_taken)

    def _dress(self, is_taken: bool) -> None:
        theme = self._theme
        for line, label in self._labels:
            is_out = line.mark is (Mark.GONE if is_taken else Mark.ADDED)
            font = label.font()
            font.setStrikeOut(is_out)
            label.setFont(font)
            colour = theme.faint if is_out else theme.muted if line.mark is Mark.KEPT else theme.text
            label.setStyleSheet(f"color: {colour}")
            label.setAccessibleName(f"{'out: ' if is_out else ''}{line.text}")


class Beside(QWidget):
    """What a file says of an office, field by field, and at its left what the directory says."""

    def __init__(self, fields: Sequence[MergeField], theme: Theme) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4 * SPACE)
        grid.setVerticalSpacing(0)
        for column, title in enumerate(("In the directory", "To be imported")):
            grid.setColumnStretch(column, 1)
            heading = PlainLabel(title)
            heading.setFont(scaled_font(heading.font(), 1, bold=True))
            grid.addWidget(heading, 0, column)
        for place, field in enumerate(field for field in fields if field.is_said):
            row = 3 * place + 1
            grid.setRowMinimumHeight(row, 2 * SPACE)
            grid.addWidget(caption(FIELD_NAMES.get(field.field, field.field), theme), row + 1, 0, 1, 2)
            for column, value in enumerate((field.left, field.right)):
                label = PlainLabel(in_lines(field.field, value) or "–", selectable=True)
                label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                label.setStyleSheet(f"color: {theme.text if field.differs else theme.muted}")
                grid.addWidget(label, row + 2, column)


class Doubts(QFrame):
    """Sentences about what is doubtful, on amber."""

    def __init__(self, findings: Sequence[Finding], theme: Theme) -> None:
        super().__init__()
        self.setObjectName("doubts")
        self.setStyleSheet(f"#doubts {{ background: {theme.warning_surface}; border-radius: 6px; }}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE)
        for finding in findings:
            proposal = f" Proposed: {finding.suggestion}" if finding.suggestion else ""
            label = PlainLabel(finding.message + proposal, selectable=True)
            label.setStyleSheet(f"color: {theme.warning}")
            layout.addWidget(label)
