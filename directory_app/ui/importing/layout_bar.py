"""How a table lies in its file, each guess in a drop-down that corrects it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from directory_app.exchange.tables.encodings import ENCODINGS
from directory_app.exchange.tables.table import Layout, Table
from directory_app.ui.flow_layout import FlowLayout
from directory_app.ui.importing.detail_parts import caption
from directory_app.ui.importing.sentences import DELIMITER_NAMES, QUOTE_NAMES, encoding_name
from directory_app.ui.office_editor.choice import Choice
from directory_app.ui.theme import SPACE, Theme
from directory_app.ui.ticks import TickBox


class LayoutBar(QWidget):
    """Shows a layout and tells when a person corrects it."""

    layout_chosen = Signal(object)
    """Another `Layout`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Layout()
        self._delimiter = Choice((name, mark) for mark, name in DELIMITER_NAMES.items())
        self._quote = Choice((name, mark) for mark, name in QUOTE_NAMES.items())
        self._encoding = Choice((encoding_name(name), name) for name in ENCODINGS)
        self._sheet = Choice(())
        self._header = TickBox("The first row names the columns", theme)
        flow = FlowLayout(self, gap=3 * SPACE)
        self._of_csv: list[QWidget] = []
        for name, choice in (("Separator", self._delimiter), ("Quotes", self._quote), ("Encoding", self._encoding)):
            self._of_csv.append(_named(name, choice, theme))
            flow.addWidget(self._of_csv[-1])
        self._of_workbook = _named("Sheet", self._sheet, theme)
        flow.addWidget(self._of_workbook)
        flow.addWidget(self._header)
        for choice in (self._delimiter, self._quote, self._encoding, self._sheet):
            choice.currentIndexChanged.connect(self._on_chosen)
        self._header.toggled.connect(self._on_chosen)

    def show_table(self, table: Table, *, is_workbook: bool) -> None:
        """Shows how a table was taken to lie in its file."""
        self._shown = table.layout
        for widget in self._of_csv:
            widget.setVisible(not is_workbook)
        self._of_workbook.setVisible(is_workbook and len(table.sheets) > 1)
        self._offer_sheets(table.sheets)
        for control, value in (
            (self._delimiter, table.layout.delimiter),
            (self._quote, table.layout.quote),
            (self._encoding, table.layout.encoding),
            (self._sheet, table.layout.sheet),
        ):
            with QSignalBlocker(control):
                control.set_value(value)
        with QSignalBlocker(self._header):
            self._header.setChecked(table.layout.has_header)

    def choose(self, layout: Layout) -> None:
        """Corrects the layout, as the controls do."""
        self._shown = layout
        self.layout_chosen.emit(layout)

    def _offer_sheets(self, sheets: Sequence[str]) -> None:
        with QSignalBlocker(self._sheet):
            self._sheet.offer((sheet, sheet) for sheet in sheets)

    def _on_chosen(self) -> None:
        self.choose(
            replace(
                self._shown,
                delimiter=str(self._delimiter.value()),
                quote=str(self._quote.value()),
                encoding=str(self._encoding.value()),
                sheet=str(self._sheet.value() or ""),
                has_header=self._header.isChecked(),
            )
        )


def _named(name: str, control: QWidget, theme: Theme) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE)
    label = caption(name, theme)
    label.setWordWrap(False)
    row.addWidget(label)
    row.addWidget(control)
    control.setAccessibleName(name)
    return both
