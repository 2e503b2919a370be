"""The editor: a form over the card's place that can always be saved and never loses what was typed unasked."""

from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from directory_app.model.change import apply, merge
from directory_app.model.office import Office
from directory_app.ui.dialogs.conflict import ConflictDialog
from directory_app.ui.dialogs.unsaved import Answer, ask_about_unsaved
from directory_app.ui.icons import Icons
from directory_app.ui.office_editor.draft import Draft, draft_of, findings_of, office_of
from directory_app.ui.office_editor.form import OfficeForm
from directory_app.ui.plain_text import ElidedLabel
from directory_app.ui.session import DirectorySession
from directory_app.ui.theme import SPACE, Theme, scaled_font

_FINDINGS_AFTER_MS = 200


class OfficeEditor(QWidget):
    """Edits one office at a time, a new one included."""

    closed = Signal()
    """The form was left, saved or not."""

    def __init__(
        self, session: DirectorySession, theme: Theme, icons: Icons, author: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._theme, self._icons, self._author = session, theme, icons, author
        self._base: Office | None = None
        self._opened = Draft()
        self._form: OfficeForm | None = None
        self._title = ElidedLabel()
        self._title.setFont(scaled_font(self.font(), 1.25, bold=True))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._save = QPushButton("Save")
        self._save.setProperty("primary", True)
        self._save.setToolTip("Ctrl+Return")
        self._save.clicked.connect(self.save)
        cancel = QPushButton("Cancel")
        cancel.setToolTip("Esc")
        cancel.clicked.connect(self.leave)
        self._lay_out(cancel)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_FINDINGS_AFTER_MS)
        self._timer.timeout.connect(self._show_findings)
        for keys, slot in (("Ctrl+Return", self.save), ("Ctrl+Enter", self.save), ("Escape", self.leave)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    @property
    def form(self) -> OfficeForm | None:
        """The form while an office is edited."""
        return self._form

    @property
    def editing(self) -> bool:
        """Whether an office is being edited."""
        return self._base is not None

    @property
    def dirty(self) -> bool:
        """Whether leaving now would lose something."""
        return self._form is not None and self._form.draft() != self._opened

    def edit(self, office: Office | None) -> None:
        """Opens the form on an office, or on a new one."""
        self._base = office or Office(uuid4())
        self._title.setText(f"Edit {office.name}" if office else "New office")
        regions = [region.name for region in self._session.directory.regions()]
        self._form = OfficeForm(self._theme, self._icons, regions)
        self._form.setContentsMargins(4 * SPACE, 2 * SPACE, 4 * SPACE, 4 * SPACE)
        self._form.fill(draft_of(self._base))
        self._opened = self._form.draft()
        self._area.setWidget(self._form)
        self._form.edited.connect(self._timer.start)
        if office is not None:  # nobody is told that a blank form is blank
            self._show_findings()
        name = self._form.control("name")
        name.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Uses other colours from the next opening on."""
        self._theme = theme

    def save(self) -> bool:
        """Saves what is typed and closes; False, with the form still open, if that was refused."""
        if self._form is None or self._base is None:
            return True
        office: Office | None = office_of(self._form.draft(), self._base, self._author)
        if self._session.changed_since(self._base):
            office = self._settled(self._base, office)
        if office is None or ((self.dirty or not office.revision) and not self._session.save(office)):
            return False
        self._close()
        self._session.select(office.id)
        return True

    def leave(self) -> bool:
        """Closes without saving; asks first if something would be lost, and is False if one stays."""
        if not self.dirty:
            self._close()
            return True
        answer = ask_about_unsaved(self._title.text().removeprefix("Edit "), self)
        if answer is Answer.SAVE:
            return self.save()
        if answer is Answer.DISCARD:
            self._close()
        return answer is Answer.DISCARD

    def _settled(self, base: Office, mine: Office | None) -> Office | None:
        """Returns my state merged with what was stored meanwhile, or None if the person goes on editing."""
        stored = self._session.stored(base.id)
        merged = merge(base, mine, stored)
        if mine is None or merged.office is None:
            return None
        office = replace(merged.office, revision=stored.revision if stored else 0)
        if not merged.conflicts:
            return office
        dialog = ConflictDialog(base.name, merged.conflicts, self._theme, self)
        accepted = bool(dialog.exec())
        taken = dialog.taken()
        dialog.deleteLater()
        return apply(taken, office, office.id) if accepted else None

    def _lay_out(self, cancel: QPushButton) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 2 * SPACE)
        head.addWidget(self._title)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        buttons.setSpacing(2 * SPACE)
        buttons.addWidget(self._save)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._area, 1)
        layout.addLayout(buttons)

    def _show_findings(self) -> None:
        if self._form is not None and self._base is not None:
            self._form.show_findings(findings_of(self._form.draft(), self._base))

    def _close(self) -> None:
        self._timer.stop()
        self._base = None
        self._form = None
        old = self._area.takeWidget()
        if old is not None:
            old.deleteLater()
        self.closed.emit()
