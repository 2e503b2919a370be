"""Several values of one kind as rows that can be added, removed and moved."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from directory_app.ui.icons import Icons
from directory_app.ui.theme import SPACE, Theme


class RowContent(QWidget):
    """What stands in a row: it holds one value and tells when it was edited."""

    edited = Signal()

    def value(self) -> object:
        """Returns the row's value."""
        raise NotImplementedError

    def stops(self) -> tuple[QWidget, ...]:
        """Returns where Tab stops in the row, in order."""
        raise NotImplementedError

    def start_typing(self) -> None:
        """Puts the cursor into the row's text."""
        raise NotImplementedError


class RowsField(QWidget):
    """Holds rows made by a function; empty rows are the reader's to drop."""

    edited = Signal()
    rearranged = Signal()
    """Rows came, went or moved, so that Tab has another way to go."""

    def __init__(
        self, noun: str, make: Callable[[object], RowContent], theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._noun, self._make, self._theme, self._icons = noun, make, theme, icons
        self._rows: list[_Row] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(2 * SPACE)
        self._add = QPushButton(f"Add {noun}")
        self._add.setProperty("quiet", True)
        self._add.setIcon(icons.icon("plus", theme.accent))
        self._add.clicked.connect(self._on_add_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(self._list)
        layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def fill(self, values: Sequence[object]) -> None:
        """Shows these values, a row each."""
        for row in list(self._rows):
            self._drop(row)
        for value in values:
            self._append(value)
        self.rearranged.emit()

    def values(self) -> tuple[object, ...]:
        """Returns the rows' values, in their order."""
        return tuple(row.content.value() for row in self._rows)

    def contents(self) -> tuple[RowContent, ...]:
        """Returns what stands in the rows."""
        return tuple(row.content for row in self._rows)

    def stops(self) -> tuple[QWidget, ...]:
        """Returns where Tab stops: row after row, and the button that adds one."""
        return (*(stop for row in self._rows for stop in row.stops()), self._add)

    def move_row(self, row: QWidget, step: int) -> None:
        """Moves a row up or down, as far as there is room."""
        if not isinstance(row, _Row) or row not in self._rows:
            return
        place = self._rows.index(row)
        target = max(0, min(len(self._rows) - 1, place + step))
        if target != place:
            self._rows.insert(target, self._rows.pop(place))
            self._list.removeWidget(row)
            self._list.insertWidget(target, row)
            self._tell_rearranged()

    def _append(self, value: object) -> "_Row":
        row = _Row(self._make(value), self._noun, self._theme, self._icons)
        row.content.edited.connect(self.edited)
        row.removed.connect(self._on_row_removed)
        row.moved.connect(self.move_row)
        self._rows.append(row)
        self._list.addWidget(row)
        return row

    def _drop(self, row: "_Row") -> None:
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _on_add_clicked(self) -> None:
        row = self._append(None)
        self._tell_rearranged()
        row.content.start_typing()

    def _on_row_removed(self, row: QWidget) -> None:
        if isinstance(row, _Row) and row in self._rows:
            self._drop(row)
            self._add.setFocus()
            self._tell_rearranged()

    def _tell_rearranged(self) -> None:
        self.rearranged.emit()
        self.edited.emit()


class _Row(QWidget):
    removed = Signal(object)
    moved = Signal(object, int)

    def __init__(self, content: RowContent, noun: str, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self.content = content
        self._grip = grip = _Grip(icons.icon("menu", theme.faint), self)
        grip.setToolTip("Drag to move; Alt+Up and Alt+Down move it too")
        grip.setAccessibleName(f"Move this {noun}")
        grip.dragged.connect(self._on_dragged)
        self._remove = remove = QToolButton()
        remove.setIcon(icons.icon("close", theme.muted))
        remove.setToolTip(f"Remove this {noun}")
        remove.setAccessibleName(f"Remove this {noun}")
        remove.clicked.connect(self._on_remove_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(grip, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(content, 1)
        layout.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        for child in content.findChildren(QWidget):
            child.installEventFilter(self)
        grip.installEventFilter(self)

    def stops(self) -> tuple[QWidget, ...]:
        return self._grip, *self.content.stops(), self._remove

    def _on_remove_clicked(self) -> None:
        self.removed.emit(self)

    def _on_dragged(self, offset: int) -> None:
        if abs(offset) > self.height() // 2:
            self.moved.emit(self, 1 if offset > 0 else -1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            key = getattr(event, "key", lambda: None)()
            alt = getattr(event, "modifiers", lambda: None)() == Qt.KeyboardModifier.AltModifier
            if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.moved.emit(self, 1 if key == Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)


class _Grip(QToolButton):
    """What one takes a row by; tells how far it is from the pointer while dragged."""

    dragged = Signal(int)

    def __init__(self, icon: object, parent: QWidget) -> None:
        super().__init__(parent)
        self.setIcon(icon)  # type: ignore[arg-type]
        self.setIconSize(QSize(3 * SPACE, 3 * SPACE))
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            middle = self.mapToGlobal(QPoint(0, self.height() // 2)).y()
            self.dragged.emit(int(event.globalPosition().y()) - middle)
