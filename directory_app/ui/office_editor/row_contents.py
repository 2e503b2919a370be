"""What stands in the rows of the form: a cell of numbers, a text, or a text with a label."""

from typing import cast

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from directory_app.model.phone import Phone, PhoneKind, international
from directory_app.model.phones.cell import read_phones
from directory_app.model.phones.findings import phone_findings
from directory_app.ui.office_editor.choice import Choice
from directory_app.ui.office_editor.draft import NumberRow, kind_of
from directory_app.ui.office_editor.line import Line
from directory_app.ui.office_editor.rows_field import RowContent
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, Theme, scaled_font
from directory_app.ui.words import PHONE_NAMES


class NumberContent(RowContent):
    """A cell as typed; what is read out of it stands beneath, in grey, and what is doubtful in amber."""

    def __init__(self, row: NumberRow, country: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._country = country
        self._kind = Choice((name, kind) for kind, name in PHONE_NAMES.items())
        self._kind.setAccessibleName("Kind of number")
        self._kind.set_value(row.kind)
        self._text = Line(row.text)
        self._text.setCursorPosition(0)
        self._text.setAccessibleName("Number")
        self._text.setPlaceholderText("+49 228 9762 9900")
        self._reading = _caption(theme.muted)
        self._doubt = _caption(theme.warning)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(self._kind)
        line.addWidget(self._text, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(line)
        layout.addWidget(self._reading)
        layout.addWidget(self._doubt)
        self._text.textChanged.connect(self._on_edited)
        self._kind.currentIndexChanged.connect(self._on_edited)
        self._read()

    @property
    def reading(self) -> str:
        """What is read out of the text, as shown."""
        return self._reading.text()

    @property
    def doubt(self) -> str:
        """What is doubtful about it, as shown."""
        return self._doubt.text()

    def value(self) -> NumberRow:
        """Returns what is typed."""
        return NumberRow(self._text.text(), cast(PhoneKind, self._kind.value()))

    def stops(self) -> tuple[QWidget, ...]:
        """Returns the kind and the text."""
        return self._kind, self._text

    def start_typing(self) -> None:
        """Puts the cursor into the text."""
        self._text.setFocus()

    def show_text(self, text: str) -> None:
        """Holds another text, as if it had been typed."""
        self._text.setText(text)

    def set_country(self, country: str) -> None:
        """Reads numbers without a country code as of another country from now on."""
        if country != self._country:
            self._country = country
            self._read()

    def _on_edited(self) -> None:
        self._read()
        self.edited.emit()

    def _read(self) -> None:
        row = self.value()
        phones = read_phones(row.text, self._country, kind_of(row)) if row.text.strip() else ()
        readings = [_reading_of(phone) for phone in phones if phone.number]
        doubts = {finding.message: None for phone in phones for finding in phone_findings(phone, self._country)}
        self._reading.setText("\n".join(readings))
        self._reading.setVisible(bool(readings))
        self._doubt.setText("\n".join(doubts))
        self._doubt.setVisible(bool(doubts))


class TextContent(RowContent):
    """One text, or a text and what it is for."""

    def __init__(self, value: tuple[str, ...], names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: list[QLineEdit] = []
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        for place, name in enumerate(names):
            text = Line(value[place] if place < len(value) else "")
            text.setAccessibleName(name)
            text.setPlaceholderText(name)
            text.setCursorPosition(0)
            text.textChanged.connect(self.edited)
            layout.addWidget(text, 3 if place == 0 else 2)
            self._fields.append(text)

    def value(self) -> tuple[str, ...]:
        """Returns what is typed, a text for each name."""
        return tuple(field.text() for field in self._fields)

    def stops(self) -> tuple[QWidget, ...]:
        """Returns the texts."""
        return tuple(self._fields)

    def start_typing(self) -> None:
        """Puts the cursor into the first text."""
        self._fields[0].setFocus()


def _caption(colour: str) -> PlainLabel:
    label = PlainLabel()
    label.setFont(scaled_font(label.font(), 0.85))
    label.setStyleSheet(f"color: {colour}; padding-left: 4px")
    label.hide()
    return label


def _reading_of(phone: Phone) -> str:
    kind = "" if phone.kind is PhoneKind.VOICE else f" · {PHONE_NAMES[phone.kind]}"
    label = f" · {phone.label}" if phone.label else ""
    return f"{international(phone)}{kind}{label}"
