"""What stands over the map while a pin is moved: what to do, and the two ways out."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QWidget

from directory_app.ui.map.colours import LIGHT, MapColours
from directory_app.ui.map.corners.panel import paint_panel

MOVE_HINT = "Drag the pin to where the office is. Enter takes it, Escape leaves it."

_EDGE = 12
_BESIDE = 58
"""What the column of buttons needs at the right."""


class MoveBanner(QFrame):
    """One sentence and two buttons; whoever owns it connects them."""

    def __init__(self, parent: QWidget) -> None:
        """Makes the banner, hidden."""
        super().__init__(parent)
        self._theme = LIGHT
        self._hint = QLabel(MOVE_HINT)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self.take = QPushButton("Take this place")
        self.take.setProperty("primary", True)
        self.leave = QPushButton("Leave it")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(12, 8, 8, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self._hint, 1)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(8)
        self._row.addLayout(self._buttons)
        for button in (self.take, self.leave):
            button.setAutoDefault(True)  # so that Enter presses the one that has the keyboard
            self._buttons.addWidget(button)
        self.setAccessibleName(MOVE_HINT)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.set_theme(LIGHT)
        self.hide()

    def set_theme(self, theme: MapColours) -> None:
        """Takes over the colours of the map."""
        self._theme = theme
        palette = self._hint.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.text))
        self._hint.setPalette(palette)
        self.update()

    def place(self, width: int) -> None:
        """Takes its place at the top of a map of this width, on one line if there is room for it; no button is cut."""
        for widget in (self._hint, self.take, self.leave):
            widget.ensurePolished()  # the style sheet decides how large they are
        room = max(width - _EDGE - _BESIDE, 0)
        margins = self._row.contentsMargins()
        text = self._hint.fontMetrics().horizontalAdvance(MOVE_HINT) + 2
        buttons = self.take.sizeHint().width() + self._buttons.spacing() + self.leave.sizeHint().width()
        is_row = margins.left() + buttons + margins.right() <= room
        self._buttons.setDirection(QBoxLayout.Direction.LeftToRight if is_row else QBoxLayout.Direction.TopToBottom)
        across = margins.left() + text + self._row.spacing() + buttons + margins.right()
        is_wide = across <= room
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        taken = min(across, room)
        self.resize(taken, self._row.heightForWidth(taken))
        self.move(max(min((width - taken) // 2, width - taken - _BESIDE), _EDGE), _EDGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_panel(painter, self, self._theme)
        painter.end()
