"""The controls of the form, section by section in the card's order, and the draft that they hold."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, cast
from zoneinfo import available_timezones

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from directory_app.model.countries import country_code, country_list, country_name
from directory_app.model.findings import Finding
from directory_app.ui.icons import Icons
from directory_app.ui.office_editor.choice import Choice, TypedChoice
from directory_app.ui.office_editor.draft import Draft, NumberRow, country_of
from directory_app.ui.office_editor.field import Field
from directory_app.ui.office_editor.hours_field import HoursField
from directory_app.ui.office_editor.line import Line
from directory_app.ui.office_editor.pair import Pair
from directory_app.ui.office_editor.row_contents import NumberContent, TextContent
from directory_app.ui.office_editor.rows_field import RowContent, RowsField
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
_LONGEST_CODE = 3


class OfficeForm(QWidget):
    """Every field of an office; it knows nothing of saving.

    `country` is the office's own, which stays as long as no other one is typed.
    """

    edited = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, regions: Sequence[str], country: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self._controls: dict[str, QWidget] = {}
        self._fields: dict[str, Field] = {}
        self._pairs: list[Pair] = []
        self._own_country = self._country = country
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
        self._country = country_of(draft.country, self._own_country)
        for name, control in self._controls.items():
            _put(control, getattr(draft, name))
        for pair in self._pairs:
            pair.settle()
        self.blockSignals(False)

    def draft(self) -> Draft:
        """Returns what the form holds."""
        values = {name: _take(control, name) for name, control in self._controls.items()}
        return Draft(**cast("dict[str, Any]", values))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Shows each finding at its field; opening hours say their own."""
        said: dict[str, list[str]] = {}
        for finding in findings:
            said.setdefault(_DOUBTED.get(finding.field, finding.field), []).append(finding.message)
        for name, field in self._fields.items():
            if name != "opening_hours":
                field.show_doubt("\n".join(said.get(name, [])))

    @property
    def unfinished(self) -> bool:
        """Whether what is being typed as the country may become a code or a name, such as the "Ge" of Germany."""
        is_typed = self.window().focusWidget() is self._country_choice
        return is_typed and 0 < len(self._country_choice.text()) <= _LONGEST_CODE

    def stops(self) -> tuple[QWidget, ...]:
        """Returns where Tab stops, in the order of the form."""
        stops: list[QWidget] = []
        for name, control in self._controls.items():
            stops += control.stops() if isinstance(control, RowsField | HoursField) else (control,)
            if name == "verified_on":
                stops.append(self._today)
        return tuple(stops)

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
        self._text_area("street", "Street, building, floor", lines=3)
        self._side_by_side(self._text("postal_code", "Postal code"), self._text("city", "Town"), stretch=(1, 2))
        self._side_by_side(self._text("district", "District"), self._text("state", "State or province"))
        self._country_choice = country = TypedChoice(country_name(code) for code, _ in country_list())
        country.editTextChanged.connect(self._on_country_edited)
        country.finished.connect(self._on_country_finished)
        zone = TypedChoice(sorted(available_timezones()))
        zone.editTextChanged.connect(self.edited)
        self._side_by_side(self._add("country", "Country", country), self._add("timezone", "Time zone", zone))
        hours = HoursField(self._theme)
        hours.changed.connect(self.edited)
        self._layout.addWidget(self._add("opening_hours", "Opening hours", hours))
        self._line("coordinates", "Coordinates", "50.73743, 7.09821")
        self._text_area("local_address", "Address in the local script", lines=2)

    def _build_rest(self) -> None:
        self._section("People")
        self._rows("people", "", "person", _person_row)
        self._section("More")
        self._rows("aliases", "Also known as", "other name", _alias_row)
        self._line("covers", "Also serves", "Nepal; Bhutan")
        self._text_area("notes", "Notes", lines=4)
        status = Choice((name, value) for value, name in STATUS_NAMES.items())
        status.currentIndexChanged.connect(self.edited)
        self._side_by_side(self._add("status", "Status", status), self._verified_field())
        by, how = self._text("verified_by", "Verified by"), self._text("verified_how", "How", "called, their website")
        self._side_by_side(by, how)

    def _verified_field(self) -> Field:
        date = self._text_control("2026-01-31")
        self._controls["verified_on"] = date
        self._today = today = QPushButton("Today")
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

    def _side_by_side(self, left: Field, right: Field, stretch: tuple[int, int] = (1, 1)) -> None:
        self._pairs.append(Pair(left, right, stretch))
        self._layout.addWidget(self._pairs[-1])

    def _text_area(self, name: str, title: str, lines: int) -> None:
        area = QPlainTextEdit()
        area.setTabChangesFocus(True)
        area.setFixedHeight(area.fontMetrics().lineSpacing() * lines + 5 * SPACE)
        area.textChanged.connect(self.edited)
        self._layout.addWidget(self._add(name, title, area))

    def _line(self, name: str, title: str, example: str = "") -> None:
        self._layout.addWidget(self._text(name, title, example))

    def _text(self, name: str, title: str, example: str = "") -> Field:
        return self._add(name, title, self._text_control(example))

    def _text_control(self, example: str = "") -> QLineEdit:
        text = Line()
        text.setPlaceholderText(example)
        text.textChanged.connect(self.edited)
        return text

    def _rows(self, name: str, title: str, noun: str, make: Callable[[object], RowContent]) -> None:
        rows = RowsField(noun, make, self._theme, self._icons)
        rows.edited.connect(self.edited)
        rows.rearranged.connect(self._chain_stops)
        self._layout.addWidget(self._add(name, title, rows))

    def _add(self, name: str, title: str, control: QWidget) -> Field:
        self._controls[name] = control
        self._fields[name] = Field(title, control, self._theme)
        return self._fields[name]

    def _number_row(self, value: object) -> RowContent:
        row = value if isinstance(value, NumberRow) else NumberRow()
        return NumberContent(row, self._country, self._theme)

    def _chain_stops(self) -> None:
        for stop, following in pairwise(self.stops()):
            QWidget.setTabOrder(stop, following)

    def _on_country_edited(self) -> None:
        if not self.unfinished:
            self._country = country_of(self._country_choice.text(), self._own_country)
            for content in cast(RowsField, self._controls["numbers"]).contents():
                cast(NumberContent, content).set_country(self._country)
        self.edited.emit()

    def _on_country_finished(self) -> None:
        if not self.isActiveWindow():  # whoever looks something up in another window has not finished
            return
        typed = self._country_choice.text()
        code = country_code(typed)
        if code:
            self._country_choice.set_text(country_name(code))
        elif typed:
            self._on_country_edited()

    def _on_today_clicked(self) -> None:
        today = QDate.currentDate()
        cast(QLineEdit, self._controls["verified_on"]).setText(f"{today.year():04}-{today.month():02}-{today.day():02}")


def _email_row(value: object) -> RowContent:
    return TextContent(cast("tuple[str, ...]", value or ()), ("E-mail", "What it is for"))


def _website_row(value: object) -> RowContent:
    return TextContent((cast(str, value),) if value else (), ("Web address",))


def _person_row(value: object) -> RowContent:
    return TextContent(cast("tuple[str, ...]", value or ()), ("Name", "Role"))


def _alias_row(value: object) -> RowContent:
    return TextContent((cast(str, value),) if value else (), ("Another name or town",))


def _put(control: QWidget, value: Any) -> None:
    if isinstance(control, Choice):
        control.set_value(value)
    elif isinstance(control, TypedChoice):
        control.set_text(value)
    elif isinstance(control, RowsField):
        control.fill(value)
    elif isinstance(control, HoursField):
        control.set_text(value)
    elif isinstance(control, QPlainTextEdit):
        control.setPlainText(value)
    elif isinstance(control, QLineEdit):
        control.setText(value)
        control.setCursorPosition(0)


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
    if isinstance(control, HoursField):
        return control.text()
    return cast(QLineEdit, control).text()
