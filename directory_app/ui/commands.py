"""What the window's actions do."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QApplication

from directory_app.model.mail_draft import MailDraft, mailto_uri, verification_draft
from directory_app.model.office import Office
from directory_app.ui.checks.checker import Checker
from directory_app.ui.dialogs.about import AboutDialog, KeysDialog
from directory_app.ui.dialogs.export import Selection
from directory_app.ui.dialogs.history import HistoryDialog
from directory_app.ui.dialogs.palette import CommandPalette
from directory_app.ui.dialogs.problem import tell_problem
from directory_app.ui.exporting import Exporter
from directory_app.ui.importing.importer import Importer
from directory_app.ui.looking_around import LookingAround
from directory_app.ui.main_window import MainWindow
from directory_app.ui.office_card.links import open_link
from directory_app.ui.panes import Pane
from directory_app.ui.picturing import Picturing
from directory_app.ui.placing import Placing
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.reverting import Reverter
from directory_app.ui.secretariat_lines import SecretariatLines
from directory_app.ui.web_maps import WebMaps
from directory_app.ui.words import count_of

if TYPE_CHECKING:
    from directory_app.geo.online.nominatim import OnlineGeocoder


class Commands(QObject):
    """Connects every action of a window; where an office is being edited, it is left first.

    `columns` is the file that keeps what the columns of imported tables mean; `online` gives what looks addresses
    up online, None while that is switched off.
    """

    theme_chosen = Signal(str)
    """The person wants "light", "dark" or "system"."""
    settings_asked = Signal()
    """The settings are to be looked at."""

    def __init__(
        self,
        window: MainWindow,
        database: str,
        columns: Path,
        theme_name: str,
        clock: Callable[[], datetime],
        online: Callable[[], "OnlineGeocoder | None"],
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._database, self._clock = window, window.session, database, clock
        self._exporter = Exporter(window.session, window.background, window)
        self._picturing = Picturing(window, clock)
        self._importer = Importer(window, columns)
        self._placing = Placing(window, online)
        self._looking_around = LookingAround(window, clock)
        self._web_maps, self._lines = WebMaps(window), SecretariatLines(window)
        self._reverter = Reverter(window.session, window.background, self)
        self.checker = Checker(window.session, window.background, window.checks, window.status)
        self._connect()
        self._offer_themes(theme_name)
        self._session.failed.connect(self._on_failed)
        window.editor.closed.connect(self._on_editor_closed)
        window.card.history_asked.connect(self._on_history_asked)
        window.status.findings_asked.connect(window.show_checks)
        window.checks.edit_asked.connect(self._on_edit)
        window.map.pin_move_asked.connect(self._on_pin_move_asked)

    def _connect(self) -> None:
        actions = self._window.actions_
        for action, slot in (
            (actions.find, self._on_find),
            (actions.new, self._on_new),
            (actions.edit, self._on_edit),
            (actions.verify, self._on_verify),
            (actions.ask, self._on_ask),
            (actions.move_pin, self._placing.move_pin),
            (actions.type_coordinates, self._placing.type_coordinates),
            (actions.choose_place, self._placing.choose_place),
            (actions.not_on_map, self._placing.show_missing),
            (actions.place_all, self._placing.place_all),
            (actions.nearest, self._looking_around.show_nearest),
            (actions.call, self._looking_around.show_call_times),
            (actions.coverage, self._looking_around.colour_map),
            (actions.lines, self._lines.show_lines),
            (actions.web_map, self._web_maps.show_office),
            (actions.copy_coordinates, self._web_maps.copy_coordinates),
            (actions.settings, self.settings_asked),
            (actions.remove, self._on_remove),
            (actions.merge, self._on_merge),
            (actions.import_file, self._importer.choose_file),
            (actions.import_text, self._importer.paste),
            (actions.export, self._on_export),
            (actions.picture, self._picturing.ask),
            (actions.copy_card, self._on_copy_card),
            (actions.copy_number, self._on_copy_number),
            (actions.undo, self._on_undo),
            (actions.redo, self._on_redo),
            (actions.history, self._on_history),
            (actions.findings, self._window.show_checks),
            (actions.show_all, self._on_show_all),
            (actions.go_list, self._on_go_list),
            (actions.go_map, self._on_go_map),
            (actions.go_card, self._on_go_card),
            (actions.palette, self._on_palette),
            (actions.keys, self._on_keys),
            (actions.about, self._on_about),
            (actions.menu, self._window.top_bar.open_menu),
            (actions.quit, self._window.close),
        ):
            action.triggered.connect(slot)

    def _offer_themes(self, chosen: str) -> None:
        actions = self._window.actions_
        group = QActionGroup(self)
        for action, name in ((actions.system, "system"), (actions.light, "light"), (actions.dark, "dark")):
            action.setData(name)
            action.setChecked(name == chosen)
            group.addAction(action)
        group.triggered.connect(self._on_theme_chosen)

    def _on_theme_chosen(self) -> None:
        actions = self._window.actions_
        chosen = next(action for action in (actions.system, actions.light, actions.dark) if action.isChecked())
        self.theme_chosen.emit(chosen.data())

    def _on_find(self) -> None:
        self._window.panes.bring(Pane.LIST)
        self._window.top_bar.search.setFocus()
        self._window.top_bar.search.selectAll()

    def _on_new(self) -> None:
        if self._window.may_leave_editor():
            self._open_editor(None)

    def _on_edit(self) -> None:
        if self._window.editor.editing or self._session.selected is None:
            return
        office = self._session.office(self._session.selected)
        if office is not None:
            self._open_editor(office)

    def _open_editor(self, office: Office | None) -> None:
        self._window.map.stop_moving()
        self._window.panes.bring(Pane.CARD)
        self._window.card_pane.show_editor()
        self._window.actions_.export.setEnabled(False)  # Ctrl+S means the form's content now
        self._window.editor.edit(office)

    def _on_editor_closed(self) -> None:
        self._window.actions_.export.setEnabled(True)

    def _on_pin_move_asked(self, office_id: UUID) -> None:
        self._window.map.office_activated.emit(office_id)  # as a click on it, so that the map stays
        if self._session.selected == office_id:
            self._placing.move_pin()

    def _on_verify(self) -> None:
        office = self._window.card.office
        if office is not None and self._window.may_leave_editor():
            self._session.verify(office, self._clock().date())

    def _on_ask(self) -> None:
        office = self._window.card.office
        if office is not None:
            self._write(verification_draft(office, self._session.author))

    def _write(self, draft: MailDraft) -> None:
        if not open_link(mailto_uri(draft)):
            QApplication.clipboard().setText(f"{draft.subject}\n\n{draft.body}")
            self._session.notified.emit("No mail program opened here; the letter was copied instead.")

    def _on_remove(self) -> None:
        office = self._window.card.office
        if office is not None and self._window.may_leave_editor():
            self._session.remove(office)

    def _on_merge(self) -> None:
        chosen = [self._session.office(office_id) for office_id in self._window.office_list.chosen()]
        offices = [office for office in chosen if office is not None]
        if len(offices) != 2:
            self._session.notified.emit("Choose two offices in the list, the second one with Ctrl, to make them one.")
        elif self._window.may_leave_editor():
            self._merge(*offices)

    def _merge(self, keep: Office, gone: Office) -> None:
        from directory_app.ui.importing.merge_dialog import MergeDialog

        note = f"{gone.name} is removed; Ctrl+Z brings it back."
        dialog = MergeDialog(keep, gone, self._window.theme, self._window, titles=(keep.name, gone.name), note=note)
        if dialog.exec():
            self._session.merge(dialog.merged(), gone)
            self._session.select(keep.id)
        dialog.deleteLater()

    def _on_export(self) -> None:
        chosen, shown = self._window.office_list.chosen(), self._session.shown
        selections = []
        if len(chosen) > 1:
            selections.append(Selection(f"The {count_of(len(chosen), 'chosen office')}", chosen))
        elif self._window.card.office is not None:
            selections.append(Selection(self._window.card.office.name, (self._window.card.office.id,)))
        if shown.narrowed:
            ids = tuple(row.id for row in shown.offices)
            selections.append(Selection(f"The {count_of(len(ids), 'office')} shown", ids))
        every = tuple(row.id for row in self._session.all_offices)
        selections.append(Selection(f"All {count_of(len(every), 'office')}", every))
        self._exporter.ask(selections, self._window.theme)

    def _on_copy_card(self) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, PlainLabel) and focused.copy_selection():
            return
        if self._window.card.copy_card():
            self._session.notified.emit("The card was copied as text.")

    def _on_copy_number(self) -> None:
        number = self._window.card.copy_number()
        self._session.notified.emit(f"Copied {number}" if number else "This office has no number to copy.")

    def _on_undo(self) -> None:
        if self._window.may_leave_editor():
            self._reverter.undo()

    def _on_redo(self) -> None:
        if self._window.may_leave_editor():
            self._reverter.redo()

    def _on_history(self) -> None:
        if self._session.selected is not None:
            self._on_history_asked(self._session.selected)

    def _on_history_asked(self, office_id: UUID) -> None:
        row = self._session.summary(office_id)
        changes = self._session.history(office_id)
        if changes is None:
            return
        window, zone = self._window, self._clock().tzinfo
        dialog = HistoryDialog(row.name if row else "", changes, window.theme, window, zone=zone)
        dialog.exec()
        dialog.deleteLater()

    def _on_show_all(self) -> None:
        self._window.top_bar.clear()
        self._window.map.fit_all()

    def _on_go_list(self) -> None:
        self._window.bring(Pane.LIST)
        if not self._session.shown.offices:
            self._window.top_bar.search.setFocus()

    def _on_go_map(self) -> None:
        self._window.bring(Pane.MAP)

    def _on_go_card(self) -> None:
        self._window.bring(Pane.CARD)

    def _on_palette(self) -> None:
        palette = CommandPalette(list(self._window.actions_), self._window)
        chosen = palette.chosen() if palette.exec() else None
        palette.deleteLater()
        if chosen is not None:
            chosen.trigger()

    def _on_keys(self) -> None:
        dialog = KeysDialog(list(self._window.actions_), self._window.theme, self._window)
        dialog.exec()
        dialog.deleteLater()

    def _on_about(self) -> None:
        dialog = AboutDialog(self._database, self._window.theme, self._window)
        dialog.exec()
        dialog.deleteLater()

    def _on_failed(self, sentence: str) -> None:
        tell_problem(sentence, self._window)
