"""What stands in the card's place where no office is chosen: what to do, and what the signs mean."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.signs import sign_pixmap
from directory_app.ui.theme import SPACE, Theme, scaled_font
from directory_app.ui.words import KIND_NAMES


class NothingChosen(QWidget):
    """A hint and a legend."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setStyleSheet(f"QLabel {{ color: {theme.muted}; }}")
        hint = PlainLabel(
            "Choose an office in the list or on the map.\n\nType a name, a town, a person or a number to find it."
        )
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6 * SPACE)
        layout.addWidget(hint)
        layout.addLayout(self._legend(theme))

    def _legend(self, theme: Theme) -> QGridLayout:
        legend = QGridLayout()
        legend.setHorizontalSpacing(2 * SPACE)
        legend.setVerticalSpacing(SPACE)
        legend.setColumnStretch(0, 1)
        legend.setColumnStretch(3, 1)
        for row, (kind, name) in enumerate(KIND_NAMES.items()):
            sign = QLabel()
            sign.setPixmap(sign_pixmap(kind, 14, theme.dark, self.devicePixelRatioF()))
            text = PlainLabel(name)
            text.setWordWrap(False)
            text.setFont(scaled_font(self.font(), 0.85))
            legend.addWidget(sign, row, 1)
            legend.addWidget(text, row, 2)
        return legend
