"""Two people changed the same field: both values, and the choice between them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from directory_app.model.change import FieldChange
from directory_app.ui.dialogs.frame import DialogFrame
from directory_app.ui.dialogs.history import readable
from directory_app.ui.plain_text import PlainLabel, without_mnemonic
from directory_app.ui.theme import Theme
from directory_app.ui.words import FIELD_NAMES


class ConflictDialog(DialogFrame):
    """Shows each field in conflict with my value and the stored one; mine is chosen at first."""

    def __init__(
        self, name: str, conflicts: Sequence[FieldChange], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(f"{name} was changed meanwhile", parent)
        self._conflicts = tuple(conflicts)
        self._stored: list[QRadioButton] = []
        self.content.addWidget(
            PlainLabel(
                "Somebody saved this office after you opened it. "
                "Choose what these fields should say; the history keeps both."
            )
        )
        for conflict in self._conflicts:
            self._add(conflict, theme)
        self.content.addStretch(1)
        self.add_button("Go on editing").clicked.connect(self.reject)
        self.add_button("Save", primary=True).clicked.connect(self.accept)

    def take_stored(self, field: str) -> None:
        """Chooses the stored value of a field."""
        for conflict, stored in zip(self._conflicts, self._stored, strict=True):
            if conflict.field == field:
                stored.setChecked(True)

    def taken(self) -> tuple[FieldChange, ...]:
        """Returns the conflicts settled for the stored value, as changes that set it."""
        return tuple(
            conflict for conflict, stored in zip(self._conflicts, self._stored, strict=True) if stored.isChecked()
        )

    def _add(self, conflict: FieldChange, theme: Theme) -> None:
        heading = PlainLabel(FIELD_NAMES.get(conflict.field, conflict.field))
        heading.setStyleSheet(f"color: {theme.muted}")
        self.content.addWidget(heading)
        group = QButtonGroup(self)
        choices = []
        for whose, value in (("Mine", conflict.old), ("Stored", conflict.new)):
            text = readable(conflict.field, value) or "(empty)"
            choice = QRadioButton(without_mnemonic(f"{whose}: {text}"))
            group.addButton(choice)
            self.content.addWidget(choice)
            choices.append(choice)
        choices[0].setChecked(True)
        self._stored.append(choices[1])
