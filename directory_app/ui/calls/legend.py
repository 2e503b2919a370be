"""What the fillings of the day chart mean."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from directory_app.ui.calls.fillings import Filling, paint_filling
from directory_app.ui.flow_layout import FlowLayout
from directory_app.ui.theme import SPACE, Theme, scaled_font

_SWATCH = 4 * SPACE

_MEANINGS = {
    Filling.HOURS: "can be phoned",
    Filling.SHARED: "suits everybody",
    Filling.ASSUMED: "hours assumed",
    Filling.NIGHT: "night there",
}


class Legend(QWidget):
    """Names the fillings; those that no row has are left out."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=4 * SPACE)
        self._keys = {filling: _Key(filling, text, theme) for filling, text in _MEANINGS.items()}
        for key in self._keys.values():
            flow.addWidget(key)

    @property
    def shown(self) -> frozenset[Filling]:
        """The fillings named."""
        return frozenset(filling for filling, key in self._keys.items() if not key.isHidden())

    def show_only(self, fillings: frozenset[Filling]) -> None:
        """Names these fillings."""
        for filling, key in self._keys.items():
            key.setVisible(filling in fillings)


class _Key(QWidget):
    def __init__(self, filling: Filling, text: str, theme: Theme) -> None:
        super().__init__()
        self._filling, self._text, self._theme = filling, text, theme
        self.setFont(scaled_font(self.font(), 0.85))
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(_SWATCH + 2 * SPACE + metrics.horizontalAdvance(self._text), metrics.height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        swatch = QRectF(0, (self.height() - 2.5 * SPACE) / 2, _SWATCH, 2.5 * SPACE)
        paint_filling(painter, swatch, self._filling, self._theme)
        painter.setPen(self._theme.muted)
        text = self.rect().adjusted(_SWATCH + 2 * SPACE, 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._text)
