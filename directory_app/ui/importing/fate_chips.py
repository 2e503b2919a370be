"""How many records there are of each fate, each number a button that shows only those."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from directory_app.model.import_plan import Fate, ImportPlan
from directory_app.ui.flow_layout import FlowLayout
from directory_app.ui.importing.sentences import FATE_NAMES


class FateChips(QWidget):
    """All records, or those of one fate; fates without records are not offered."""

    fate_chosen = Signal(object)
    """A Fate, or None for all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = FlowLayout(self)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._chips: dict[Fate | None, QPushButton] = {}
        for fate in (None, *FATE_NAMES):
            chip = QPushButton()
            chip.setCheckable(True)
            chip.setProperty("chip", True)
            chip.setAutoDefault(False)
            self._group.addButton(chip)
            self._layout.addWidget(chip)
            self._chips[fate] = chip
        self._group.buttonToggled.connect(self._on_toggled)
        self._chips[None].setChecked(True)

    def show_plan(self, plan: ImportPlan) -> None:
        """Counts the records of another plan and shows all of them."""
        counts = plan.counts()
        self._chips[None].setText(f"All  {len(plan.records):,}")
        for fate, name in FATE_NAMES.items():
            self._chips[fate].setText(f"{name}  {counts[fate]:,}")
            self._chips[fate].setVisible(counts[fate] > 0)
        self.choose(None)

    def choose(self, fate: Fate | None) -> None:
        """Shows only the records of a fate, or all."""
        self._chips[fate].setChecked(True)

    @property
    def fate(self) -> Fate | None:
        """What is shown."""
        return next(fate for fate, chip in self._chips.items() if chip.isChecked())

    def texts(self) -> list[str]:
        """Returns what the chips say that are offered."""
        return [chip.text() for chip in self._chips.values() if not chip.isHidden()]

    def _on_toggled(self, button: QPushButton, checked: bool) -> None:
        button.setProperty("active", checked)
        button.style().unpolish(button)
        button.style().polish(button)
        if checked:
            self.fate_chosen.emit(self.fate)
