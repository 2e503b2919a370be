"""Two people changed the same field: both values, and the choice between them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from directory_app.model.change import EXISTS, FieldChange
from directory_app.ui.dialogs.frame import DialogFrame
from directory_app.ui.dialogs.history import readable
from directory_app.ui.dialogs.wrapping_choice import WrappingChoice
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, Theme
from directory_app.ui.words import FIELD_NAMES


class ConflictDialog(DialogFrame):
    """Shows each field in conflict with my value and the stored one; mine is chosen at first."""

    def __init__(
        self, name: str, conflicts: Sequence[FieldChange], theme: Theme, parent: QWidget | None = None
    ) -> None:
        removed = any(conflict.field == EXISTS for conflict in conflicts)
        super().__init__(f"{name} was {'removed' if removed else 'changed'} meanwhile", parent)
        self._conflicts = tuple(conflicts)
        self._stored: list[QRadioButton] = []
        deed, question = (
            ("removed", "Choose whether it stays in the directory")
            if removed
            else ("saved", "Choose what these fields should say")
        )
        self.add_text(f"Somebody {deed} this office after you opened it. {question}; the history keeps both.")
        self._add_choices(theme)
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

    def _add_choices(self, theme: Theme) -> None:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 3 * SPACE, 0)
        layout.setSpacing(2 * SPACE)
        for conflict in self._conflicts:
            self._add_conflict(layout, conflict, theme)
        layout.addStretch(1)
        self.add_scrolling(page, 20 * SPACE)

    def _add_conflict(self, layout: QVBoxLayout, conflict: FieldChange, theme: Theme) -> None:
        heading = PlainLabel(FIELD_NAMES.get(conflict.field, conflict.field))
        heading.setStyleSheet(f"color: {theme.muted}")
        layout.addWidget(heading)
        group = QButtonGroup(self)
        choices = []
        for whose, value in (("Mine", conflict.old), ("Stored", conflict.new)):
            choice = WrappingChoice(f"{whose}: {readable(conflict.field, value) or '(empty)'}")
            group.addButton(choice.button)
            layout.addWidget(choice)
            choices.append(choice.button)
        choices[0].setChecked(True)
        self._stored.append(choices[1])
