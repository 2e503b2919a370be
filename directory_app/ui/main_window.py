"""The window: puts the panes together and connects the actions to what they do."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QByteArray, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from directory_app.geo.base_map import BaseMap
from directory_app.geo.measures import uses_miles
from directory_app.model.change import Changed
from directory_app.model.points.web_maps import WebMap, web_map_of
from directory_app.settings import ON, Settings
from directory_app.ui.actions import Actions
from directory_app.ui.background import Background
from directory_app.ui.card_pane import CardPane
from directory_app.ui.checks.panel import ChecksPanel
from directory_app.ui.icons import Icons
from directory_app.ui.map.map_view import MapView
from directory_app.ui.notice_box import NoticeBox
from directory_app.ui.office_card.card import OfficeCard
from directory_app.ui.office_editor.editor import OfficeEditor
from directory_app.ui.office_list.list_pane import ListPane
from directory_app.ui.panes import CARD_OVER_MAP_BELOW, ONE_PANE_BELOW, Pane, Panes
from directory_app.ui.search_ahead import SearchAhead
from directory_app.ui.session import DirectorySession, Shown
from directory_app.ui.status_line import StatusLine
from directory_app.ui.theme import Theme
from directory_app.ui.top_bar import TopBar

if TYPE_CHECKING:
    from directory_app.geo.outlines import Outlines


class MainWindow(QMainWindow):
    """List, map and card of one session."""

    painted = Signal()
    """Everything was painted for the first time."""
    closing = Signal()
    """The window is about to close; its state can be read."""

    def __init__(
        self,
        session: DirectorySession,
        base_map: BaseMap,
        icons: Icons,
        theme: Theme,
        settings: Settings,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self.session, self.theme, self._icons, self._clock = session, theme, icons, clock
        self.base_map, self.miles, self.web_map = base_map, False, WebMap.OPENSTREETMAP
        self.background = Background(self)
        self.search_ahead = SearchAhead(session, self.background, self)
        self.actions_ = Actions(self)
        self.top_bar = TopBar(self.actions_.new, self.actions_.export, self.actions_.build_menu(self), clock)
        self.office_list = ListPane(session, theme, clock, self.background)
        self.map = MapView(base_map, clock=clock)
        self.checks = ChecksPanel(session.proposal, theme)
        self._middle = QStackedWidget()
        self.card = OfficeCard(session, theme, icons, clock, settings.my_country, self.background)
        self.editor = OfficeEditor(session, theme, icons)
        actions = self.actions_
        more = [actions.copy_card, actions.copy_number, actions.verify, actions.ask, actions.history]
        more += [*actions.of_a_position(), *actions.of_a_place(), actions.remove]
        self.card_pane = CardPane(self.card, self.editor, actions.edit, actions.export, more)
        self._middle.addWidget(self.map)
        self._middle.addWidget(self.checks)
        self.panes = Panes(self.office_list, self._middle, self.card_pane)
        self.notice = NoticeBox(theme, closable=True)
        self.status = StatusLine()
        self._rule = QFrame()
        self._chosen_on_map = False
        self._chosen_by_arrows = False
        self._is_painted = False
        self._lay_out()
        self._connect_panes()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_minute)
        self._timer.start(15_000)
        self.addActions(list(actions))
        self.set_theme(theme)
        self.use(settings)
        self._restore(settings)
        self.top_bar.offer_regions(session.directory.regions())
        session.load()
        self.map.show_offices(session.all_offices)
        self._on_office_selected(session.selected)
        self.top_bar.search.setFocus()
        self.office_list.watch_first_paint(self)

    def set_theme(self, theme: Theme) -> None:
        """Shows the whole window in other colours."""
        self.theme = theme
        self._rule.setStyleSheet(f"background: {theme.line}")
        self.top_bar.set_theme(theme, self._icons)
        self.office_list.set_theme(theme)
        self.map.set_dark(theme.dark)
        self.checks.set_theme(theme)
        self.card.set_theme(theme)
        self.editor.set_theme(theme)
        self.card_pane.set_theme(theme, self._icons)
        self.notice.set_theme(theme)
        self.status.set_theme(theme)

    @cached_property
    def outlines(self) -> "Outlines":
        """The outlines of the map's countries, read when first asked for."""
        from directory_app.geo.outlines import Outlines

        return Outlines(self.base_map)

    def use(self, settings: Settings) -> None:
        """Shows numbers and distances as a person in that country wants them."""
        self.miles = settings.distances == "mi" or (not settings.distances and uses_miles(settings.my_country))
        self.web_map = web_map_of(settings.web_map)
        self.actions_.name_web_map(self.web_map.shown)
        self.map.offer_web_map(self.web_map)
        self.map.set_miles(self.miles)
        self.card.set_my_country(settings.my_country)
        self.map.set_language(settings.map_names)
        self.map.keep(settings.map_bytes)
        self.status.show_online(addresses=settings.online_geocoding == ON, pictures=settings.has_online_map)
        self._on_minute()

    def state(self, settings: Settings) -> Settings:
        """Returns the settings with where window and panes are now."""
        window = bytes(self.saveGeometry().toBase64().data()).decode()
        return replace(settings, window=window, panes=self.panes.state())

    def bring(self, pane: Pane) -> None:
        """Puts a pane in sight and gives it the keyboard."""
        if pane is Pane.MAP:
            self._middle.setCurrentWidget(self.map)
        self.panes.bring(pane)
        {Pane.LIST: self.office_list, Pane.MAP: self.map, Pane.CARD: self.card}[pane].setFocus()

    def show_checks(self) -> None:
        """Puts what looks doubtful in the map's place."""
        self._middle.setCurrentWidget(self.checks)
        self.panes.bring(Pane.MAP)
        self.checks.setFocus()

    def _lay_out(self) -> None:
        self.setWindowTitle("Office directory")
        self.setMinimumSize(360, 420)
        self._rule.setFixedHeight(1)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top_bar)
        layout.addWidget(self._rule)
        layout.addWidget(self.panes, 1)
        layout.addWidget(self.notice)
        layout.addWidget(self.status)
        self.setCentralWidget(page)

    def _connect_panes(self) -> None:
        session = self.session
        session.set_guard(self.may_leave_editor)
        session.shown_changed.connect(self._on_shown_changed)
        session.office_selected.connect(self._on_office_selected)
        session.offices_changed.connect(self._on_offices_changed)
        session.notified.connect(self.status.show_notice)
        session.search_awaited.connect(self.status.show_searching)
        session.warned.connect(self.notice.tell)
        self.top_bar.asked.connect(session.ask)
        self.top_bar.narrowed.connect(session.narrow)
        self.top_bar.search.moved.connect(self._on_moved)
        self.top_bar.asked.connect(self._on_asked)
        self.top_bar.search.returnPressed.connect(self._on_search_entered)
        self.office_list.entered.connect(self._on_office_entered)
        self.office_list.clicked.connect(self._show_card_in_maps_place)
        self.office_list.typed.connect(self._on_typed_in_list)
        self.office_list.cleared.connect(self.top_bar.clear)
        self.office_list.region_pointed.connect(self.map.outline_offices)
        self.office_list.created.connect(self.actions_.new.trigger)
        self.checks.closed.connect(self.actions_.go_map.trigger)
        self.checks.office_chosen.connect(session.select)
        self.map.office_activated.connect(self._on_map_activated)
        self.card_pane.left.connect(self._on_card_left)

    def may_leave_editor(self) -> bool:
        """Returns whether the editor is closed now, after asking if something would be lost."""
        return not self.editor.editing or self.editor.leave()

    def _on_shown_changed(self, shown: Shown) -> None:
        self.map.show_only(frozenset(row.id for row in shown.offices) if shown.narrowed else None)
        every = self.session.all_offices
        self.status.show_counts(shown, len(every), sum(row.latitude is not None for row in every))

    def _on_office_selected(self, office_id: UUID | None) -> None:
        self.map.select(office_id, fly=not self._chosen_on_map)
        self._show_precision()
        self.card_pane.show_bar(office_id is not None)
        for action in self.actions_.of_an_office():
            action.setEnabled(office_id is not None)

    def _on_offices_changed(self, changed: Changed) -> None:
        self.map.show_offices(self.session.all_offices)
        self.map.select(self.session.selected, fly=False)
        self._show_precision()
        self.top_bar.offer_regions(self.session.directory.regions())

    def _show_precision(self) -> None:
        office = self.card.office
        self.map.show_precision(office.position.precision if office is not None and office.position else None)

    def _on_asked(self) -> None:
        self._chosen_by_arrows = False

    def _on_moved(self, step: int) -> None:
        self._chosen_by_arrows = True
        self.office_list.move_choice(step)

    def _on_typed_in_list(self, text: str) -> None:
        self.top_bar.search.setFocus()
        self.top_bar.search.insert(text)

    def _on_search_entered(self) -> None:
        if self.session.is_search_awaited:
            return  # what is listed is not what was typed
        shown = self.session.shown.offices
        is_shown = self.session.selected in {row.id for row in shown}
        if not is_shown or (self.session.shown.query.strip() and not self._chosen_by_arrows):
            self.office_list.choose_first()
        if shown:
            self._on_office_entered()

    def _on_office_entered(self) -> None:
        self.bring(Pane.CARD)

    def _on_map_activated(self, office_id: UUID) -> None:
        self._chosen_on_map = True  # what was clicked is in sight
        self.session.select(office_id)
        self._chosen_on_map = False
        self._show_card_in_maps_place()

    def _show_card_in_maps_place(self) -> None:
        if self.width() >= CARD_OVER_MAP_BELOW:
            return
        focused = QApplication.focusWidget()
        self.panes.bring(Pane.CARD)
        if focused is None or not focused.isVisible():
            self.card.setFocus()  # else Qt gives the keyboard to whatever comes next in the window

    def _on_card_left(self) -> None:
        if (behind := self.panes.behind) is not None:
            self.bring(behind)

    def _on_minute(self) -> None:
        self.office_list.tick()
        self.card.tick()

    def _restore(self, settings: Settings) -> None:
        self.resize(1440, 900)
        if settings.window:
            self.restoreGeometry(QByteArray.fromBase64(settings.window.encode()))
        if settings.panes:
            self.panes.restore(settings.panes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < ONE_PANE_BELOW
        self.top_bar.compact(narrow)
        self.status.compact(narrow)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_leave_editor():
            event.ignore()
            return
        self.closing.emit()
        self._timer.stop()
        self.background.stop()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        is_activated = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self._is_painted
        if is_activated and QApplication.activeModalWidget() is None:
            self.session.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._is_painted = True
            QTimer.singleShot(0, self, self.painted.emit)
        return super().eventFilter(watched, event)
