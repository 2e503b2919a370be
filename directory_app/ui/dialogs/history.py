"""What happened to an office, field by field, newest first."""

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from directory_app.model.address import PostalAddress, format_one_line
from directory_app.model.change import EXISTS, Change, FieldChange, Origin
from directory_app.model.countries import country_name
from directory_app.model.office import Email, Extra, Ignored, Kind, Person, Status
from directory_app.model.phone import Phone, PhoneKind, international
from directory_app.model.place import Position
from directory_app.ui.dialogs.frame import DialogFrame
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, Theme, scaled_font
from directory_app.ui.words import FIELD_NAMES, KIND_NAMES, PHONE_NAMES, STATUS_NAMES

_ORIGIN_NAMES = {
    Origin.EDIT: "Edited",
    Origin.UNDO: "Undone",
    Origin.REDO: "Done again",
    Origin.SEED: "First entry",
    Origin.IMPORT: "Imported",
    Origin.GEOCODE: "Placed on the map",
}


class HistoryDialog(DialogFrame):
    """Shows every change of one office: when, by whom, and each field's old and new value."""

    def __init__(
        self,
        name: str,
        changes: Sequence[Change],
        theme: Theme,
        parent: QWidget | None = None,
        *,
        zone: tzinfo | None = None,
    ) -> None:
        """Takes the changes, newest first, and the zone of the reader's clock, the system's if it is None."""
        super().__init__(f"History of {name}", parent, width=150 * SPACE)
        self._theme, self._zone = theme, zone
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 3 * SPACE, 0)
        layout.setSpacing(4 * SPACE)
        for change in changes:
            layout.addWidget(self._entry(change))
        layout.addStretch(1)
        self.add_scrolling(page, 90 * SPACE)
        self.add_close()

    def texts(self) -> list[str]:
        """Returns everything the dialog says, from top to bottom."""
        return [label.text() for label in self.findChildren(PlainLabel)]

    def _entry(self, change: Change) -> QWidget:
        entry = QWidget()
        grid = QGridLayout(entry)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * SPACE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, 32 * SPACE)
        when = change.stamp.at.astimezone(self._zone)
        head = PlainLabel(f"{_ORIGIN_NAMES[change.stamp.origin]} · {when:%Y-%m-%d %H:%M} · {change.stamp.by}")
        head.setFont(scaled_font(self.font(), 1, bold=True))
        grid.addWidget(head, 0, 0, 1, 2)
        created = any(field.field == EXISTS and field.new for field in change.fields)
        fields = [field for field in change.fields if field.field != EXISTS]
        for row, field in enumerate(fields, start=1):
            name = PlainLabel(FIELD_NAMES.get(field.field, field.field))
            name.setStyleSheet(f"color: {self._theme.muted}")
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(PlainLabel(_values(field, created=created), selectable=True), row, 1)
        if any(field.field == EXISTS and not field.new for field in change.fields):
            grid.addWidget(PlainLabel("Removed from the directory"), len(fields) + 1, 0, 1, 2)
        return entry


def _values(field: FieldChange, *, created: bool) -> str:
    new = readable(field.field, field.new)
    return new if created else f"{readable(field.field, field.old) or '(empty)'}  →  {new or '(empty)'}"


def readable(field: str, value: object) -> str:
    """Returns a field's value as a person reads it."""
    if value is None:
        return ""
    if field == EXISTS:
        return "keep it" if value else "removed"
    if isinstance(value, tuple):
        return "; ".join(readable(field, part) for part in value)
    if isinstance(value, Phone):
        return _readable_phone(value)
    if isinstance(value, Email):
        return f"{value.address} ({value.label})" if value.label else value.address
    if isinstance(value, Person):
        return f"{value.name}, {value.role}" if value.role else value.name
    if isinstance(value, Position):
        return f"{value.latitude:.5f}, {value.longitude:.5f} ({value.precision}, {value.source})"
    if isinstance(value, Kind):
        return KIND_NAMES[value]
    if isinstance(value, Status):
        return STATUS_NAMES[value]
    if isinstance(value, PostalAddress):
        return format_one_line(value)
    if isinstance(value, Extra):
        return f"{value.name}: {value.value}"
    if isinstance(value, Ignored):
        return f"{FIELD_NAMES.get(value.field, value.field)} {value.about}: {value.reason}"
    return (country_name(str(value)) if field in ("address.country", "covers") else "") or str(value)


def _readable_phone(phone: Phone) -> str:
    number = international(phone)
    text = f"{number} (as written: {phone.raw})" if number and number != phone.raw else phone.raw
    kind = "" if phone.kind is PhoneKind.VOICE else f"{PHONE_NAMES[phone.kind]}: "
    return f"{kind}{text}{f', {phone.label}' if phone.label else ''}"
