"""The import window: from a file or a text to a preview, and from there, by one button, into the directory."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QWidget

from directory_app.errors import DirectoryError, StaleOfficeError
from directory_app.exchange.tables.table import Layout
from directory_app.model.change import Changed
from directory_app.model.import_plan import ImportPlan
from directory_app.model.office import Office
from directory_app.ui.dialogs.frame import DialogFrame
from directory_app.ui.importing.body import ImportBody
from directory_app.ui.importing.choices import Choices, Tally
from directory_app.ui.importing.dropping import FileDrops, files_of
from directory_app.ui.importing.flow import ImportFlow, Phase
from directory_app.ui.importing.leaving import may_leave
from directory_app.ui.importing.merge_dialog import MergeDialog
from directory_app.ui.importing.reading import Reading
from directory_app.ui.importing.sentences import deed, note_on
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.session import DirectorySession
from directory_app.ui.theme import SPACE, Theme

FILES = "Office lists (*.vcf *.vcard *.csv *.tsv *.txt *.xlsx *.xlsm *.json);;All files (*)"
_CHOICES_LOST = "What you chose would be lost. Nothing was written."
_TEXT_LOST = "The text that you pasted was not read yet. Nothing was written."
_SIZE = QSize(1060, 760)


class ImportWindow(DialogFrame):
    """One view for all of an import. Nothing is written before the button that says what is."""

    imported = Signal(object)
    """It was written: a `Changed`."""

    def __init__(
        self, session: DirectorySession, flow: ImportFlow, folder: Path, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__("Import offices", parent, width=130 * SPACE)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._session, self.flow, self._theme = session, flow, theme
        self.folder = folder
        self._choices: Choices | None = None
        self._trouble = ""
        self._is_sized = False
        self.body = ImportBody(self._office_of, theme)
        self.content.addWidget(self.body, 1)
        self._note = PlainLabel()
        self._buttons.insertWidget(0, self._note, 100)
        self._cancel = self.add_button("Cancel")
        self._read = self._deed_button("Read the text")
        self._import = self._deed_button("Import")
        self._connect()
        self.body.show_start("")
        self._update()

    # Ways in

    def choose_files(self) -> None:
        """Asks for files and opens them."""
        paths, _ = QFileDialog.getOpenFileNames(self, "Import", str(self.folder), FILES)
        if paths:
            self.open_files([Path(path) for path in paths])

    def open_files(self, paths: Sequence[Path]) -> None:
        """Opens a file, or several cards, and shows what importing them would do."""
        if self._may_begin_anew():
            self.folder = paths[0].parent
            self.flow.open(tuple(paths))

    def open_text(self, text: str) -> None:
        """Reads a text and shows what importing it would do."""
        if text.strip() and self._may_begin_anew():
            self.body.paste.box.setPlainText(text)
            self.flow.open(text)

    def show_paste(self) -> None:
        """Shows the box for a text."""
        if self._may_begin_anew():
            self.body.show_paste()
            self._update()

    # What is chosen, and the deed

    @property
    def choices(self) -> Choices | None:
        """What is chosen of the plan, once there is one."""
        return self._choices

    @property
    def deed(self) -> str:
        """What the button does; nothing where it cannot be pressed."""
        return self._import.text() if self._import.isEnabled() and not self._import.isHidden() else ""

    @property
    def note(self) -> str:
        """What is said beside the buttons."""
        return self._note.text()

    def do_import(self) -> None:
        """Writes what is chosen."""
        if self.deed and self._choices is not None:
            self._trouble = ""
            self.flow.write(self._choices.to_save(), self.body.table.mapping.columns)

    def _deed_button(self, text: str) -> QPushButton:
        button = self.add_button(text, primary=True)
        button.setDefault(False)  # Enter in the list must not write anything
        return button

    def _connect(self) -> None:
        body, flow = self.body, self.flow
        body.file_asked.connect(self.choose_files)
        body.paste_asked.connect(self.show_paste)
        body.source.as_table.clicked.connect(self._on_as_table)
        body.table.columns_chosen.connect(self._on_columns_chosen)
        body.table.layout_chosen.connect(self._on_layout_chosen)
        body.preview.chosen.connect(self._update)
        body.preview.merge_asked.connect(self._on_merge_asked)
        body.paste.box.textChanged.connect(self._update)
        flow.begun.connect(self._on_begun)
        flow.progressed.connect(body.wait.show_progress)
        flow.opened.connect(self._on_opened)
        flow.planned.connect(self._on_planned)
        flow.written.connect(self._on_written)
        flow.failed.connect(self._on_failed)
        flow.not_written.connect(self._on_not_written)
        flow.stopped.connect(self._on_stopped)
        self._cancel.clicked.connect(self.reject)
        self._read.clicked.connect(self._on_read)
        self._import.clicked.connect(self.do_import)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._on_ctrl_enter)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self).activated.connect(self._on_pasted)
        drops = FileDrops(self, takes_text=True)
        drops.files_dropped.connect(self.open_files, Qt.ConnectionType.QueuedConnection)
        drops.text_dropped.connect(self.open_text, Qt.ConnectionType.QueuedConnection)

    def _office_of(self, office_id: UUID) -> Office | None:
        """Returns an office of the directory, or one that the file itself brings."""
        try:
            stored = self._session.stored(office_id)
        except DirectoryError:
            stored = None
        return stored or (self._choices.planned(office_id) if self._choices is not None else None)

    def _may_begin_anew(self) -> bool:
        """Returns whether something else may be imported now; then what was chosen is gone."""
        if self.flow.phase is Phase.WRITING or not self._may_lose():
            return False
        self.flow.close()
        self._choices = None
        self._trouble = ""
        return True

    def _may_lose(self) -> bool:
        if self._choices is not None and self._choices.touched:
            return may_leave(_CHOICES_LOST, self)
        box = self.body.paste.box
        is_unread = self.body.page() is self.body.paste and box.document().isModified() and self.body.paste.text.strip()
        return not is_unread or may_leave(_TEXT_LOST, self)

    def _update(self) -> None:
        """Says what can be done now."""
        page, phase = self.body.page(), self.flow.phase
        has_plan = page is self.body.preview and phase is Phase.RESTING
        tally = self._choices.tally() if self._choices is not None and has_plan else Tally()
        self.body.set_writing(phase is Phase.WRITING)
        self._read.setVisible(page is self.body.paste)
        self._read.setEnabled(bool(self.body.paste.text.strip()))
        self._import.setVisible(self._choices is not None and page in (self.body.preview, self.body.wait))
        self._import.setEnabled(tally.total > 0)
        self._cancel.setText("Cancel" if phase is Phase.RESTING else "Stop")
        if has_plan:
            self._import.setText(deed(tally))
        self._note.setText(self._trouble or (note_on(tally) if has_plan else ""))
        self._note.setStyleSheet(f"color: {self._theme.warning if self._trouble else self._theme.muted}")

    def _on_read(self) -> None:
        self.body.paste.box.document().setModified(False)  # it is read now, so nothing of it would be lost
        self.open_text(self.body.paste.text)

    def _on_ctrl_enter(self) -> None:
        if self.body.page() is self.body.paste:
            self._on_read()
        else:
            self.do_import()

    def _on_pasted(self) -> None:
        data = QGuiApplication.clipboard().mimeData()
        files = files_of(data)
        if files:
            self.open_files(files)
        elif data.hasText():
            self.open_text(data.text())

    def _on_begun(self, words: str) -> None:
        self.body.show_wait(words, has_source=self.flow.reading is not None)
        self._update()

    def _on_opened(self, reading: Reading) -> None:
        self.body.show_source(reading)
        if self._choices is None:  # columns that somebody chose before need nobody's attention
            self.body.table.unfold(not reading.is_remembered)

    def _on_columns_chosen(self, columns: tuple[str, ...]) -> None:
        self.flow.plan(columns)

    def _on_as_table(self) -> None:
        self.flow.open_again(None)

    def _on_layout_chosen(self, layout: Layout) -> None:
        self.flow.open_again(layout)

    def _on_planned(self, plan: ImportPlan) -> None:
        choices = Choices(plan)
        if self._choices is not None:  # the same file read otherwise
            choices.carry_over(self._choices)
        self._choices = choices
        self.body.show_preview(choices)
        self._update()
        if not self.body.table.has_keyboard():
            self.body.preview.list.setFocus()

    def _on_merge_asked(self, row: int, office_id: UUID) -> None:
        choices, other = self._choices, self._office_of(office_id)
        record = choices.plan.records[row].office if choices is not None else None
        if choices is None or other is None or record is None:
            return
        other = choices.as_chosen(other, besides=row)
        dialog = MergeDialog(other, record, self._theme, self)
        if dialog.exec():
            choices.merge_into(row, other, dialog.merged())
        dialog.deleteLater()

    def _on_written(self, changed: Changed) -> None:
        self._choices = None
        self.imported.emit(changed)
        self.accept()

    def _on_failed(self, error: DirectoryError) -> None:
        self.body.show_problem(str(error), has_source=self.flow.reading is not None)
        self._update()

    def _on_not_written(self, error: DirectoryError) -> None:
        self._trouble = str(error)
        if isinstance(error, StaleOfficeError):  # somebody else wrote meanwhile: what would happen is another thing now
            self.flow.plan(self.body.table.mapping.columns)
        else:
            self.body.go_back_to_preview()
        self._update()

    def _on_stopped(self) -> None:
        self._choices = None
        self.body.show_start("Reading was stopped. Nothing was written.")
        self._update()

    def reject(self) -> None:
        if self.flow.phase is Phase.WRITING:
            self.flow.stop()
        elif not self._may_lose():
            return
        elif self.flow.phase is Phase.READING:
            self.flow.stop()
        else:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focused, QPushButton):
                focused.click()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        QDialog.showEvent(self, event)  # a window to work in has a size of its own, not that of its texts
        if not self._is_sized:
            self._is_sized = True
            self.resize(_SIZE.boundedTo(self.screen().availableGeometry().size() * 0.95))
