"""Two offices that are one, side by side: for each field, whose value stays."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QGridLayout, QWidget

from directory_app.model.office import Office
from directory_app.ui.dialogs.frame import DialogFrame
from directory_app.ui.dialogs.wrapping_choice import WrappingChoice
from directory_app.ui.importing.detail_parts import EMPTY, caption
from directory_app.ui.importing.merging import MergeField, Side, merge_fields, merged
from directory_app.ui.importing.values import in_lines
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, Theme, scaled_font
from directory_app.ui.ticks import TickBox
from directory_app.ui.words import FIELD_NAMES, count_of

_WHAT_IS_CHOSEN = "What is chosen at first loses nothing. A name that is not taken stays as another name."
_SIDES = (Side.LEFT, Side.RIGHT)


class MergeDialog(DialogFrame):
    """Merges the right office into the left one; what loses nothing is chosen at first.

    `titles` say what the two sides are, `note` what becomes of the right one.
    """

    def __init__(
        self,
        left: Office,
        right: Office,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        titles: tuple[str, str] = ("In the directory", "To be imported"),
        note: str = "",
    ) -> None:
        super().__init__(f"Merge into {left.name}", parent, width=150 * SPACE)
        self._left, self._right, self._theme = left, right, theme
        self._fields = merge_fields(left, right)
        self._groups: dict[str, QButtonGroup] = {}
        self._rows: dict[str, list[QWidget]] = {}
        differing = sum(field.differs for field in self._fields)
        said = _WHAT_IS_CHOSEN if differing else "The two say the same."
        self.add_text(f"{said} {note}".strip())
        self._titles = titles
        self.add_scrolling(self._page(), 60 * SPACE)
        hidden = len(self._fields) - differing
        self._all = TickBox(f"Show the {count_of(hidden, 'field')} with nothing to choose as well", theme)
        self._all.setVisible(hidden > 0)
        self._all.toggled.connect(self._on_all_toggled)
        self.content.addWidget(self._all)
        self.add_button("Cancel").clicked.connect(self.reject)
        self.add_button("Merge", primary=True).clicked.connect(self.accept)

    def choose(self, field: str, side: Side) -> None:
        """Chooses a side for a field."""
        button = self._groups[field].button(list(Side).index(side))
        if button is not None:
            button.setChecked(True)

    def merged(self) -> Office:
        """Returns the left office with the values chosen."""
        sides = {field: list(Side)[group.checkedId()] for field, group in self._groups.items()}
        return merged(self._left, self._right, sides)

    def show_all(self, shown: bool) -> None:
        """Shows the fields with nothing to choose, too, or not."""
        self._all.setChecked(shown)

    def fields_in_sight(self) -> list[str]:
        """Returns the fields that are shown, named as in a change."""
        return [field for field, row in self._rows.items() if not row[0].isHidden()]

    def _page(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 3 * SPACE, 0)
        grid.setHorizontalSpacing(5 * SPACE)
        grid.setVerticalSpacing(SPACE)
        for column, title in enumerate(self._titles):
            grid.setColumnStretch(column, 1)
            heading = PlainLabel(title)
            heading.setFont(scaled_font(self.font(), 1, bold=True))
            grid.addWidget(heading, 0, column)
        for place, field in enumerate(self._fields):
            self._add_field(grid, 1 + 4 * place, field)
        grid.setRowStretch(1 + 4 * len(self._fields), 1)
        return page

    def _add_field(self, grid: QGridLayout, row: int, field: MergeField) -> None:
        name = caption(FIELD_NAMES.get(field.field, field.field), self._theme)
        name.setContentsMargins(0, 3 * SPACE, 0, 0)
        grid.addWidget(name, row, 0, 1, 2)
        widgets: list[QWidget] = [name]
        if field.differs:
            widgets += self._add_choices(grid, row + 1, field)
        else:
            right = in_lines(field.field, field.right) if field.is_said else ""
            for column, text in enumerate((in_lines(field.field, field.left), right)):
                label = PlainLabel(text or "–", selectable=True)
                label.setStyleSheet(f"color: {self._theme.muted}")
                grid.addWidget(label, row + 1, column, Qt.AlignmentFlag.AlignTop)
                widgets.append(label)
        self._rows[field.field] = widgets
        for widget in widgets:
            widget.setVisible(field.differs)

    def _add_choices(self, grid: QGridLayout, row: int, field: MergeField) -> list[QWidget]:
        group = QButtonGroup(self)
        self._groups[field.field] = group
        choices: list[QWidget] = []
        for column, side in enumerate(_SIDES):
            choice = self._choice(group, side, in_lines(field.field, field.value(side)) or EMPTY, field)
            grid.addWidget(choice, row, column, Qt.AlignmentFlag.AlignTop)
            choices.append(choice)
        if field.both is not None:
            together = "; ".join(in_lines(field.field, field.both).split("\n"))
            choice = self._choice(group, Side.BOTH, f"Both: {together}", field)
            grid.addWidget(choice, row + 1, 0, 1, 2)
            choices.append(choice)
        return choices

    def _choice(self, group: QButtonGroup, side: Side, text: str, field: MergeField) -> WrappingChoice:
        choice = WrappingChoice(text)
        whose = text if side is Side.BOTH else f"{self._titles[_SIDES.index(side)]}: {text}"
        choice.button.setAccessibleName(f"{FIELD_NAMES.get(field.field, field.field)}, {whose}")
        choice.button.setChecked(side is field.proposed)
        group.addButton(choice.button, list(Side).index(side))
        return choice

    def _on_all_toggled(self, shown: bool) -> None:
        for field in self._fields:
            for widget in self._rows[field.field]:
                widget.setVisible(field.differs or shown)

    def showEvent(self, event: QShowEvent) -> None:
        QDialog.showEvent(self, event)  # a list of choices is as high as there is room for, not as its texts
        room = self.screen().availableGeometry().size() * 0.9
        self.resize(QSize(190 * SPACE, 150 * SPACE).boundedTo(room))
