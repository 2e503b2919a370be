"""The editor: a form over the card's place that can always be saved and never loses what was typed unasked."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from directory_app.model.change import Merge, apply, merge
from directory_app.model.findings import Finding
from directory_app.model.office import Office, Region
from directory_app.ui.dialogs.conflict import ConflictDialog
from directory_app.ui.dialogs.unsaved import Answer, ask_about_unsaved
from directory_app.ui.icons import Icons
from directory_app.ui.office_editor.draft import Draft, draft_of, findings_of, office_of, without_empty_rows
from directory_app.ui.plain_text import ElidedLabel
from directory_app.ui.session import DirectorySession
from directory_app.ui.theme import SPACE, Theme, scaled_font

if TYPE_CHECKING:
    from directory_app.ui.office_editor.form import OfficeForm

_FINDINGS_AFTER_MS = 200
_UNDO_KEYS = frozenset({"Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y"})


class OfficeEditor(QWidget):
    """Edits one office at a time, a new one included."""

    closed = Signal()
    """The form was left, saved or not."""

    def __init__(self, session: DirectorySession, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme, self._icons = session, theme, icons
        self._base: Office | None = None
        self._opened = Draft()
        self._regions: tuple[Region, ...] = ()
        self._form: OfficeForm | None = None
        self._title = ElidedLabel()
        self._title.setFont(scaled_font(self.font(), 1.25, bold=True))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._save = QPushButton("Save")
        self._save.setProperty("primary", True)
        self._save.setToolTip("Ctrl+Return")
        self._save.clicked.connect(self.save)
        self._cancel = QPushButton("Cancel")
        self._cancel.setToolTip("Esc")
        self._cancel.clicked.connect(self.leave)
        self._bar = QFrame()
        self._bar.setObjectName("bar")
        self._lay_out()
        self.set_theme(theme)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_FINDINGS_AFTER_MS)
        self._timer.timeout.connect(self._show_findings)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):  # the window's own Ctrl+S sleeps while one edits
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)

    @property
    def form(self) -> "OfficeForm | None":
        """The form while an office is edited."""
        return self._form

    @property
    def editing(self) -> bool:
        """Whether an office is being edited."""
        return self._base is not None

    @property
    def dirty(self) -> bool:
        """Whether leaving now would lose something."""
        return self._form is not None and without_empty_rows(self._form.draft()) != without_empty_rows(self._opened)

    def edit(self, office: Office | None) -> None:
        """Opens the form on an office, or on a new one."""
        self._base = office or Office(uuid4())
        self._title.setText(f"Edit {office.name}" if office else "New office")
        self._regions = tuple(self._session.directory.regions())
        self._form = self._new_form(self._base, draft_of(self._base))
        self._opened = self._form.draft()
        if office is not None:  # nobody is told that a blank form is blank
            self._show_findings()
        self._form.control("name").setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Uses other colours, at once and with everything that is typed where it was."""
        self._theme = theme
        self._bar.setStyleSheet(f"#bar {{ border-top: 1px solid {theme.line}; }}")
        if self._form is None or self._base is None:
            return
        draft, stops, focused = self._form.draft(), self._form.stops(), self.window().focusWidget()
        scrolled = self._area.verticalScrollBar().value()
        self._form = self._new_form(self._base, draft)
        if focused in stops:
            self._form.stops()[stops.index(focused)].setFocus()
        if self._base.revision or self.dirty:
            self._show_findings()
        # Only a form that is laid out is as tall as it will be.
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self._area.verticalScrollBar().setValue(scrolled)

    def save(self) -> bool:
        """Saves what is typed and closes; False, with the form still open, if that was refused."""
        if self._form is None or self._base is None:
            return True
        merged = self._merged(self._base, office_of(self._form.draft(), self._base, self._session.author))
        if merged is None:
            return False
        office = merged.office
        if office is None:
            self._close()
            self._session.refresh()
            return True
        if (self.dirty or not office.revision) and not self._session.save(office):
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

    def _merged(self, base: Office, mine: Office) -> Merge | None:
        """Returns my state merged with what was stored meanwhile, or None if the person goes on editing.

        The office is None if it was removed and stays so.
        """
        if not self._session.changed_since(base):
            return Merge(mine, ())
        stored = self._session.stored(base.id)
        merged = merge(base, mine, stored)
        if merged.office is None:
            return merged
        office = replace(merged.office, revision=stored.revision if stored else 0)
        if not merged.conflicts:
            return Merge(office, ())
        dialog = ConflictDialog(base.name, merged.conflicts, self._theme, self)
        accepted = bool(dialog.exec())
        taken = dialog.taken()
        dialog.deleteLater()
        return Merge(apply(taken, office, office.id), ()) if accepted else None

    def _new_form(self, base: Office, draft: Draft) -> "OfficeForm":
        from directory_app.ui.office_editor.form import OfficeForm  # most who open the window edit nothing

        form = OfficeForm(self._theme, self._icons, [region.name for region in self._regions], base.address.country)
        form.setContentsMargins(4 * SPACE, 2 * SPACE, 4 * SPACE, 4 * SPACE)
        form.fill(draft)
        form.edited.connect(self._timer.start)
        self._put_away_form()
        self._area.setWidget(form)
        stops = form.stops()
        for stop, following in ((self._area, stops[0]), (stops[-1], self._save), (self._save, self._cancel)):
            QWidget.setTabOrder(stop, following)
        return form

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 2 * SPACE)
        head.addWidget(self._title)
        buttons = QHBoxLayout(self._bar)
        buttons.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        buttons.setSpacing(2 * SPACE)
        buttons.addWidget(self._save)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._bar)

    def _show_findings(self) -> None:
        if self._form is not None and self._base is not None and not self._form.unfinished:
            draft = self._form.draft()
            findings = findings_of(draft, self._base, self._regions)
            self._form.show_findings((*findings, *self._doubts_about_place(draft, self._base)))

    def _doubts_about_place(self, draft: Draft, base: Office) -> tuple[Finding, ...]:
        """Returns what is doubtful about coordinates that were typed: a place in the sea, or far from the town."""
        if draft.coordinates == draft_of(base).coordinates:
            return ()
        return self._session.position_findings(office_of(draft, base))

    def _close(self) -> None:
        self._timer.stop()
        self._base = None
        self._form = None
        self._put_away_form()
        self.closed.emit()

    def _put_away_form(self) -> None:
        old = self._area.takeWidget()
        if old is not None:
            old.deleteLater()

    def event(self, event: QEvent) -> bool:
        # What is typed is not yet a step of the directory: the window's undo would take back another one.
        if event.type() == QEvent.Type.ShortcutOverride and self.editing and _undoes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.editing:
            self.leave()
        elif not (self.editing and _undoes(event)):
            super().keyPressEvent(event)


def _undoes(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and QKeySequence(event.keyCombination()).toString() in _UNDO_KEYS
