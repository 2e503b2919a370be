"""The parts of the dialog for coordinates: how they were understood, and what is doubtful."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from directory_app.model.coordinates import written_decimal, written_dms
from directory_app.model.place import Point
from directory_app.model.points.answer import Offer, ReadPoint
from directory_app.ui.plain_text import PlainLabel, without_mnemonic
from directory_app.ui.theme import SPACE, Theme, scaled_font


class Understood(QFrame):
    """A point in decimal degrees and in minutes and seconds, where that is, and from which notation it was read."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("understood")
        self.setStyleSheet(f"#understood {{ background: {theme.sunken}; border-radius: 6px; }}")
        self._where = PlainLabel()
        self._where.setFont(scaled_font(self.font(), 1, bold=True))
        self._written = PlainLabel(selectable=True)
        self._notation = PlainLabel()
        self._notation.setFont(scaled_font(self.font(), 0.85))
        self._notation.setStyleSheet(f"color: {theme.muted}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE)
        for label in (self._where, self._written, self._notation):
            layout.addWidget(label)

    def tell(self, answer: ReadPoint, around: str) -> None:
        """Tells a point, and what is around it as far as that is known."""
        self._written.setText(f"{written_decimal(answer.point)} · {written_dms(answer.point)}")
        self._notation.setText(f"Read as {answer.notation}")
        self.tell_around(around)

    def tell_around(self, text: str) -> None:
        """Tells what is around the point."""
        self._where.setText(text)

    def texts(self) -> list[str]:
        """Returns what is told, if anything is."""
        labels = (self._where, self._written, self._notation)
        return [] if self.isHidden() else [label.text() for label in labels]


class DoubtBox(QFrame):
    """Sentences on an amber ground, and buttons that take what is offered instead; hidden where there are none."""

    offer_taken = Signal(object)
    """The point that was offered."""

    def __init__(self, after: QWidget, theme: Theme, parent: QWidget | None = None) -> None:
        """Takes the widget from which Tab goes on to what is offered."""
        super().__init__(parent)
        self._after = after
        self.setObjectName("doubt")
        self.setStyleSheet(f"#doubt {{ background: {theme.warning_surface}; border-radius: 6px; }}")
        self._text = PlainLabel()
        self._text.setStyleSheet(f"color: {theme.warning if theme.dark else theme.text}")
        self._row = QHBoxLayout()
        self._row.setSpacing(2 * SPACE)
        self._offers: dict[QObject, Point] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(self._text, 1)
        layout.addLayout(self._row)
        self.hide()

    def tell(self, sentences: Sequence[str], offers: Sequence[Offer]) -> None:
        """Tells these doubts and offers instead of those before."""
        for button in self.buttons():
            button.hide()
            button.deleteLater()
        self._offers.clear()
        last = self._after
        for offer in offers:
            button = QPushButton(without_mnemonic(offer.words))
            button.setAutoDefault(False)
            button.clicked.connect(self._on_clicked)
            self._row.addWidget(button)
            QWidget.setTabOrder(last, button)
            last = button
            self._offers[button] = offer.point
        self._text.setText(" ".join(sentences))
        self.setVisible(bool(sentences))

    def buttons(self) -> list[QPushButton]:
        """Returns the buttons, in the order of the offers."""
        return [button for button in self._offers if isinstance(button, QPushButton)]

    def texts(self) -> list[str]:
        """Returns the sentences, if there are any."""
        return [] if self.isHidden() else [self._text.text()]

    def _on_clicked(self) -> None:
        sender = self.sender()
        if sender in self._offers:
            self.offer_taken.emit(self._offers[sender])
