"""What the import window shows: the source, its table, and beneath them the preview or what stands in its place."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from directory_app.exchange.sources import SourceFormat
from directory_app.model.office import Office
from directory_app.ui.importing.choices import Choices
from directory_app.ui.importing.pages import PastePage, ProblemPage, StartPage, WaitPage
from directory_app.ui.importing.preview import Preview
from directory_app.ui.importing.reading import Reading
from directory_app.ui.importing.sentences import kind_of
from directory_app.ui.importing.source_line import SourceLine
from directory_app.ui.importing.table_section import TableSection
from directory_app.ui.theme import SPACE, Theme


class ImportBody(QWidget):
    """Shows where an import stands; decides nothing."""

    file_asked = Signal()
    """The person wants to choose a file."""
    paste_asked = Signal()
    """The person wants to paste a text, or to change it."""

    def __init__(
        self,
        office_of: Callable[[UUID], Office | None],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.source = SourceLine(theme)
        self.table = TableSection(theme)
        self.start, self.paste = StartPage(theme), PastePage(theme)
        self.wait, self.problem = WaitPage(theme), ProblemPage(theme)
        self.preview = Preview(office_of, theme)
        self._page: QWidget = self.start
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(self.source)
        layout.addWidget(self.table)
        # No QStackedLayout: of wrapping texts it takes the height that they would like for the one that they need.
        for page in (self.start, self.paste, self.wait, self.problem, self.preview):
            layout.addWidget(page, 1)
            page.setVisible(page is self._page)
        for page_with_ways in (self.start, self.problem, self.source):
            page_with_ways.choose.clicked.connect(self.file_asked)
            page_with_ways.paste.clicked.connect(self.paste_asked)

    def page(self) -> QWidget:
        """Returns what is in the preview's place."""
        return self._page

    def show_start(self, note: str) -> None:
        """Shows how to begin."""
        self.start.say(note)
        self._show(self.start, has_source=False)
        self.start.choose.setFocus()

    def show_paste(self) -> None:
        """Shows the box for a text, with what is in it."""
        self._show(self.paste, has_source=False)
        self.paste.box.setFocus()

    def show_source(self, reading: Reading) -> None:
        """Says what was opened, and shows its table if it is one."""
        source, is_pasted = reading.source, isinstance(reading.origin, str)
        self.source.show_source(
            "Pasted text" if is_pasted else source.name,
            "" if is_pasted and source.format is SourceFormat.TEXT else kind_of(source),
            is_pasted=is_pasted,
            may_be_table=source.format is SourceFormat.TEXT,
        )
        self.source.show()
        self.table.setVisible(source.table is not None)
        if source.table is not None:
            is_workbook = source.format is SourceFormat.XLSX
            self.table.show_table(
                source.table, reading.columns, is_workbook=is_workbook, is_remembered=reading.is_remembered
            )

    def set_writing(self, writing: bool) -> None:
        """Keeps what is being written from being corrected meanwhile."""
        self.source.setEnabled(not writing)
        self.table.setEnabled(not writing)

    def show_wait(self, deed: str, *, has_source: bool) -> None:
        """Shows that something is being done."""
        self.wait.begin(deed)
        self._show(self.wait, has_source=has_source)

    def show_problem(self, sentence: str, *, has_source: bool) -> None:
        """Shows why it does not go on; a table stays, because its layout may be why."""
        self.problem.show_problem(sentence)
        self._show(self.problem, has_source=has_source)
        self.problem.choose.setFocus()

    def show_preview(self, choices: Choices) -> None:
        """Shows what would happen."""
        self.preview.show_choices(choices)
        self.go_back_to_preview()

    def go_back_to_preview(self) -> None:
        """Shows the preview again as it was."""
        self._show(self.preview, has_source=True)

    def _show(self, page: QWidget, *, has_source: bool) -> None:
        if not has_source:
            self.source.hide()
            self.table.hide()
        self._page.hide()
        self._page = page
        page.show()
