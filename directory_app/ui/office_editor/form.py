"""The controls of the form, section by section in the card's order, and the draft that they hold."""

from collections.abc import Sequence
from typing import Any, cast
from zoneinfo import available_timezones

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from directory_app.model.countries import country_code, country_list, country_name
from directory_app.model.findings import Finding
from directory_app.ui.icons import Icons
from directory_app.ui.office_editor.choice import Choice, TypedChoice
from directory_app.ui.office_editor.draft import Draft, NumberRow
from directory_app.ui.office_editor.field import Field
from directory_app.ui.office_editor.row_contents import NumberContent, TextContent
from directory_app.ui.office_editor.rows_field import RowsField
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, Theme, heading_font
from directory_app.ui.words import KIND_NAMES, STATUS_NAMES

_PAIRS = frozenset({"emails", "people"})
_TEXT_ROWS = frozenset({"websites", "aliases"})
_DOUBTED = {
    "address.postal_code": "postal_code",
    "address.country": "country",
    "position": "coordinates",
}
"""The control that shows the findings of a field, where the two have other names."""


class OfficeForm(QWidget):
    """Every field of an office; it knows nothing of saving."""

    edited = Signal()

    def __init__(self, theme: Theme, icons: Icons, regions: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self._controls: dict[str, QWidget] = {}
        self._fields: dict[str, Field] = {}
        self._country = ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(3 * SPACE)
        self._build_identity(regions)
        self._build_contacts()
        self._build_address()
        self._build_rest()
        self._layout.addStretch(1)

    def fill(self, draft: Draft) -> None:
        """Shows a draft, without telling that anything was edited."""
        self.blockSignals(True)
        self._country = draft.country
        for name, control in self._controls.items():
            _put(control, name, getattr(draft, name))
        self.blockSignals(False)

    def draft(self) -> Draft:
        """Returns what the form holds."""
        values = {name: _take(control, name) for name, control in self._controls.items()}
        values["country"] = self._country
        return Draft(**cast("dict[str, Any]", values))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Shows each finding at its field."""
        said: dict[str, list[str]] = {}
        for finding in findings:
            said.setdefault(_DOUBTED.get(finding.field, finding.field), []).append(finding.message)
        if self._typed_country() and not country_code(self._typed_country()):
            said.setdefault("country", []).append("No country has this name; choose one from the list.")
        for name, field in self._fields.items():
            field.show_doubt("\n".join(said.get(name, [])))

    def control(self, name: str) -> QWidget:
        """Returns the control of a draft's field."""
        return self._controls[name]

    def field(self, name: str) -> Field:
        """Returns the control of a draft's field with its name and its findings."""
        return self._fields[name]

    def _build_identity(self, regions: Sequence[str]) -> None:
        self._line("name", "Name")
        kinds = Choice((name, kind) for kind, name in KIND_NAMES.items())
        kinds.currentIndexChanged.connect(self.edited)
        region = TypedChoice(regions)
        region.editTextChanged.connect(self.edited)
        self._side_by_side(self._add("kind", "Kind", kinds), self._add("region", "Region", region))

    def _build_contacts(self) -> None:
        self._section("Numbers and links")
        self._rows("numbers", "Numbers", "number", self._number_row)
        self._rows("emails", "E-mail", "e-mail", _email_row)
        self._rows("websites", "Web", "web address", _website_row)

    def _build_address(self) -> None:
        self._section("Address")
        street = QPlainTextEdit()
        street.setTabChangesFocus(True)
        street.setFixedHeight(street.fontMetrics().lineSpacing() * 3 + 5 * SPACE)
        street.textChanged.connect(self.edited)
        self._layout.addWidget(self._add("street", "Street, building, floor", street))
        self._side_by_side(self._text("postal_code", "Postal code"), self._text("city", "Town"), stretch=(1, 2))
        self._side_by_side(self._text("district", "District"), self._text("state", "State or province"))
        country = TypedChoice(name for _, name in country_list())
        country.editTextChanged.connect(self._on_country_edited)
        zone = TypedChoice(sorted(available_timezones()))
        zone.editTextChanged.connect(self.edited)
        self._side_by_side(self._add("country", "Country", country), self._add("timezone", "Time zone", zone))
        self._line("coordinates", "Coordinates", "50.73743, 7.09821")

    def _build_rest(self) -> None:
        self._section("People")
        self._rows("people", "", "person", _person_row)
        self._section("More")
        self._rows("aliases", "Also known as", "other name", _alias_row)
        notes = QPlainTextEdit()
        notes.setTabChangesFocus(True)
        notes.setFixedHeight(notes.fontMetrics().lineSpacing() * 4 + 5 * SPACE)
        notes.textChanged.connect(self.edited)
        self._layout.addWidget(self._add("notes", "Notes", notes))
        status = Choice((name, value) for value, name in STATUS_NAMES.items())
        status.currentIndexChanged.connect(self.edited)
        self._side_by_side(self._add("status", "Status", status), self._verified_field())

    def _verified_field(self) -> Field:
        date = self._text_control("2026-01-31")
        self._controls["verified_on"] = date
        today = QPushButton("Today")
        today.clicked.connect(self._on_today_clicked)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(date, 1)
        row.addWidget(today)
        date.setAccessibleName("Verified on")
        field = Field("Verified on", both, self._theme)
        self._fields["verified_on"] = field
        return field

    def _section(self, title: str) -> None:
        heading = PlainLabel(title)
        heading.setFont(heading_font(self.font()))
        heading.setStyleSheet(f"color: {self._theme.faint}")
        self._layout.addSpacing(SPACE)
        self._layout.addWidget(heading)

    def _side_by_side(self, left: QWidget, right: QWidget, stretch: tuple[int, int] = (1, 1)) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(left, stretch[0], Qt.AlignmentFlag.AlignTop)
        row.addWidget(right, stretch[1], Qt.AlignmentFlag.AlignTop)
        self._layout.addLayout(row)

    def _line(self, name: str, title: str, example: str = "") -> None:
        self._layout.addWidget(self._text(name, title, example))

    def _text(self, name: str, title: str, example: str = "") -> Field:
        return self._add(name, title, self._text_control(example))

    def _text_control(self, example: str = "") -> QLineEdit:
        text = QLineEdit()
        text.setPlaceholderText(example)
        text.textChanged.connect(self.edited)
        return text

    def _rows(self, name: str, title: str, noun: str, make: Any) -> None:
        rows = RowsField(noun, make, self._theme, self._icons)
        rows.edited.connect(self.edited)
        self._layout.addWidget(self._add(name, title, rows))

    def _add(self, name: str, title: str, control: QWidget) -> Field:
        self._controls[name] = control
        self._fields[name] = Field(title, control, self._theme)
        return self._fields[name]

    def _number_row(self, value: object) -> QWidget:
        row = value if isinstance(value, NumberRow) else NumberRow()
        return NumberContent(row, self._country, self._theme)

    def _typed_country(self) -> str:
        return cast(TypedChoice, self._controls["country"]).currentText().strip()

    def _on_country_edited(self) -> None:
        typed = self._typed_country()
        code = country_code(typed)
        if code or not typed:
            self._country = code
            for content in cast(RowsField, self._controls["numbers"]).contents():
                cast(NumberContent, content).set_country(code)
        self.edited.emit()

    def _on_today_clicked(self) -> None:
        today = QDate.currentDate()
        cast(QLineEdit, self._controls["verified_on"]).setText(f"{today.year():04}-{today.month():02}-{today.day():02}")


def _email_row(value: object) -> QWidget:
    return TextContent(cast("tuple[str, ...]", value or ()), ("E-mail", "What it is for"))


def _website_row(value: object) -> QWidget:
    return TextContent((cast(str, value),) if value else (), ("Web address",))


def _person_row(value: object) -> QWidget:
    return TextContent(cast("tuple[str, ...]", value or ()), ("Name", "Role"))


def _alias_row(value: object) -> QWidget:
    return TextContent((cast(str, value),) if value else (), ("Another name or town",))


def _put(control: QWidget, name: str, value: Any) -> None:
    if isinstance(control, Choice):
        control.set_value(value)
    elif isinstance(control, TypedChoice):
        control.setEditText(country_name(value) if name == "country" else value)
    elif isinstance(control, RowsField):
        control.fill(value)
    elif isinstance(control, QPlainTextEdit):
        control.setPlainText(value)
    elif isinstance(control, QLineEdit):
        control.setText(value)


def _take(control: QWidget, name: str) -> object:
    if isinstance(control, Choice):
        return control.value()
    if isinstance(control, TypedChoice):
        return control.currentText()
    if isinstance(control, RowsField):
        values = control.values()
        return tuple(cast("tuple[str, ...]", value)[0] for value in values) if name in _TEXT_ROWS else values
    if isinstance(control, QPlainTextEdit):
        return control.toPlainText()
    return cast(QLineEdit, control).text()
