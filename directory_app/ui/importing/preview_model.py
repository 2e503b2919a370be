"""The records of a plan as rows for Qt: narrowed to a fate or to what is typed, ticked and told by the choices."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from directory_app.model.folding import fold
from directory_app.model.import_plan import Fate, ImportPlan
from directory_app.ui.importing.choices import Choices, Tick
from directory_app.ui.importing.sentences import FATE_NAMES, name_of, spoken

Index = QModelIndex | QPersistentModelIndex

RECORD_ROLE = Qt.ItemDataRole.UserRole + 1
"""The record's row in its plan."""

_STATES = {
    Tick.NONE: Qt.CheckState.Unchecked,
    Tick.PARTLY: Qt.CheckState.PartiallyChecked,
    Tick.WHOLE: Qt.CheckState.Checked,
}

_LISTED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_TICKABLE = _LISTED | Qt.ItemFlag.ItemIsUserCheckable


class PreviewModel(QAbstractListModel):
    """Shows the records of one fate or of all, what needs a person first; a tick goes into the choices."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices = Choices(ImportPlan(()))
        self._shown: list[int] = []
        self._tickable: frozenset[int] = frozenset()
        self._texts: list[str] = []

    @property
    def choices(self) -> Choices:
        """The choices that the ticks go into."""
        return self._choices

    @property
    def shown(self) -> list[int]:
        """The rows of the plan that are shown, in their order here."""
        return self._shown

    def show_choices(self, choices: Choices) -> None:
        """Shows the records of other choices, all of them."""
        self._choices = choices
        self._texts = []
        self.narrow(None, "")

    def narrow(self, fate: Fate | None, typed: str) -> None:
        """Shows only the records of one fate whose name or place holds every typed word."""
        self.beginResetModel()
        fates = FATE_NAMES if fate is None else (fate,)
        rows = [row for wanted in fates for row in self._choices.rows(wanted)]
        words = fold(typed).split()
        if words:
            texts = self._folded_texts()
            rows = [row for row in rows if all(word in texts[row] for word in words)]
        self._shown = rows
        self._tickable = frozenset(rows).intersection(self._choices.rows(Fate.NEW) + self._choices.rows(Fate.CHANGED))
        self.endResetModel()

    def index_of(self, record: int) -> QModelIndex:
        """Returns where a row of the plan is shown, or an invalid index."""
        return self.index(self._shown.index(record)) if record in self._shown else QModelIndex()

    def record_at(self, index: Index) -> int | None:
        """Returns the row of the plan that stands at an index."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def set_ticks(self, records: Iterable[int], ticked: bool) -> None:
        """Ticks records or takes their ticks away."""
        self._choices.set_tick(records, ticked)
        self.tell_changed()

    def tell_changed(self) -> None:
        """Says that something was chosen elsewhere."""
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def tick_of_shown(self) -> Tick | None:
        """Returns how much of what is new or changed here is ticked; None where nothing is."""
        return self._choices.tick_of(self._tickable) if self._tickable else None

    def _folded_texts(self) -> list[str]:
        if not self._texts:
            self._texts = [fold(f"{name_of(record)} {record.place}") for record in self._choices.plan.records]
        return self._texts

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        record = self.record_at(index)
        if record is None:
            return Qt.ItemFlag.NoItemFlags
        return _TICKABLE if self._choices.can_be_ticked(record) else _LISTED

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        record = self.record_at(index)
        if record is None:
            return None
        if role == RECORD_ROLE:
            return record
        if role == Qt.ItemDataRole.DisplayRole:
            return name_of(self._choices.plan.records[record])
        if role == Qt.ItemDataRole.CheckStateRole and self._choices.can_be_ticked(record):
            return _STATES[self._choices.tick(record)]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self._choices, record)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        record = self.record_at(index)
        if role != Qt.ItemDataRole.CheckStateRole or record is None or not self._choices.can_be_ticked(record):
            return False
        self.set_ticks([record], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True
