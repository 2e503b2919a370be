"""The line at the bottom: how many offices, what is doubtful, what just happened."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from directory_app.ui.plain_text import ElidedLabel, PlainLabel
from directory_app.ui.session import Shown
from directory_app.ui.theme import SPACE, Theme, scaled_font
from directory_app.ui.words import count_of

_NOTICE_MS = 6000

_ONLINE = {
    (False, False): "works offline · nothing is sent",
    (True, False): "addresses are looked up online when asked",
    (False, True): "the map comes from a server",
    (True, True): "map and addresses are looked up online",
}
"""What is said of looking up addresses, and of pictures of the map, as each is switched on or not."""


class StatusLine(QFrame):
    """Facts at the left, a notice for some seconds in the middle, at the right whether anything is sent."""

    findings_asked = Signal()
    not_on_map_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._counts = PlainLabel()
        self._counts.setWordWrap(False)
        self._missing, self._findings = QPushButton(), QPushButton()
        for button, asked in ((self._missing, self.not_on_map_asked), (self._findings, self.findings_asked)):
            button.setProperty("quiet", True)
            button.clicked.connect(asked)
            button.hide()
        self._notice = ElidedLabel()
        self._notice.setAccessibleName("Notice")
        self._offline = PlainLabel(_ONLINE[False, False])
        self._offline.setWordWrap(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4 * SPACE, 0, 4 * SPACE, 0)
        layout.setSpacing(4 * SPACE)
        layout.addWidget(self._counts)
        layout.addWidget(self._missing)
        layout.addWidget(self._findings)
        layout.addWidget(self._notice, 1)
        layout.addWidget(self._offline)
        for widget in (self._counts, self._missing, self._findings, self._notice, self._offline):
            widget.setFont(scaled_font(self.font(), 0.85))
        self.setFixedHeight(self._counts.sizeHint().height() + 3 * SPACE)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_NOTICE_MS)
        self._timer.timeout.connect(self._on_notice_old)

    def set_theme(self, theme: Theme) -> None:
        """Colours the line."""
        self.setStyleSheet(
            f"#status {{ background: {theme.sunken}; border-top: 1px solid {theme.line}; }}"
            f"QLabel {{ color: {theme.muted}; }} QPushButton {{ color: {theme.warning}; padding: 0 4px; }}"
        )
        self._notice.setStyleSheet(f"color: {theme.text}")

    def show_counts(self, shown: Shown, total: int, placed: int) -> None:
        """Says how many offices are shown, and how many are not on the map."""
        number = len(shown.offices)
        counts = f"{number:,} of {count_of(total, 'office')}" if shown.narrowed else count_of(total, "office")
        missing = total - placed
        self._counts.setText(counts if missing else f"{counts} · all on the map")
        self._missing.setText(f"{missing:,} not on the map")
        self._missing.setVisible(missing > 0)

    def show_searching(self) -> None:
        """Says in place of the counts that they are about to be others."""
        self._counts.setText("Searching…")

    @property
    def counts(self) -> str:
        """What is said of how many offices are shown."""
        return self._counts.text()

    def show_findings(self, number: int) -> None:
        """Says how much is doubtful; nothing where nothing is."""
        self._findings.setText(count_of(number, "finding"))
        self._findings.setVisible(number > 0)

    def show_online(self, *, addresses: bool, pictures: bool) -> None:
        """Says what may ever be sent: addresses that are to be looked up, and which pictures of the map are seen."""
        self._offline.setText(_ONLINE[addresses, pictures])

    @property
    def online(self) -> str:
        """What is said of what is ever sent."""
        return self._offline.text()

    def show_notice(self, text: str) -> None:
        """Says what just happened, for some seconds."""
        self._notice.setText(text)
        self._timer.start()

    def _on_notice_old(self) -> None:
        self._notice.setText("")

    @property
    def not_on_map(self) -> str:
        """What is said of offices that are not on the map, or nothing."""
        return "" if self._missing.isHidden() else self._missing.text()

    @property
    def findings(self) -> str:
        """What is said of findings, or nothing."""
        return "" if self._findings.isHidden() else self._findings.text()

    @property
    def notice(self) -> str:
        """The notice shown."""
        return self._notice.text()

    def compact(self, narrow: bool) -> None:
        """Leaves away what can be left away where the window is narrow."""
        self._offline.setVisible(not narrow)
