"""Offices put on the map by a person: a pin dragged, coordinates typed, a place chosen, and who is not there yet."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import takewhile
from threading import Event
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from directory_app.directory import Directory
from directory_app.errors import DirectoryError
from directory_app.model.office import Office
from directory_app.model.place import Position, Precision
from directory_app.model.progress import Progress
from directory_app.ui.main_window import MainWindow
from directory_app.ui.panes import Pane
from directory_app.ui.session import DirectorySession
from directory_app.ui.words import count_of

if TYPE_CHECKING:  # dialogs are imported when they are first wanted
    from directory_app.geo.candidate import Candidate
    from directory_app.geo.online.nominatim import OnlineGeocoder
    from directory_app.jobs.geocoding import Controls, Geocoded
    from directory_app.ui.places.not_on_map import NotOnMapDialog
    from directory_app.ui.places.position_dialog import PositionTools
    from directory_app.ui.places.unplaced import Unplaced


class Placing(QObject):
    """Does what the window's actions say about the chosen office's place; every one is a save that undo takes back."""

    def __init__(self, window: MainWindow, online: Callable[[], "OnlineGeocoder | None"]) -> None:
        super().__init__(window)
        self._window, self._session, self._online = window, window.session, online
        self._missing: NotOnMapDialog | None = None
        self._asked_for: tuple[Office, QWidget] | None = None
        """For which office a server is asked, and over which window the answer is to be shown."""
        self._closing = Event()
        window.background.stopping.connect(self._closing.set)
        window.map.pin_placed.connect(self._on_pin_placed)
        window.status.not_on_map_asked.connect(self.show_missing)

    def move_pin(self) -> None:
        """Lets the chosen office's pin be dragged."""
        office = self._window.card.office
        if office is not None and self._window.may_leave_editor():
            self._window.bring(Pane.MAP)
            found = self._session.directory.places.locate(office) if office.position is None else []
            self._window.map.start_moving(office.id, found[0].position.point if found else None)

    def type_coordinates(self) -> None:
        """Asks for the chosen office's coordinates."""
        if self._window.card.office is not None and self._window.may_leave_editor():
            self._type(self._window.card.office.id, self._window)

    def choose_place(self) -> None:
        """Shows the places that the chosen office's address may mean."""
        if self._window.card.office is not None and self._window.may_leave_editor():
            self._look_up(self._window.card.office.id, self._window)

    def place_all(self) -> None:
        """Looks up every office that is not on the map, and says what is left and why."""
        from directory_app.ui.places.batch_dialog import BatchDialog

        ids = [row.id for row in self._session.all_offices if row.latitude is None]
        if not ids:
            self._session.notified.emit("Every office is on the map.")
            return
        online = self._geocoder()
        who = f"{online.host} is asked, once a second." if online else "Nothing is sent; the built-in towns are asked."
        work = partial(_placed, self._session, ids, online)
        dialog = BatchDialog(len(ids), work, who, self._window.background, self._window.theme, self._window)
        dialog.finished_work.connect(self._on_batch_done)
        dialog.exec()
        dialog.deleteLater()

    def _on_batch_done(self, result: "Geocoded") -> None:
        self._session.show_placed([placed.office for placed in result.placed])

    def _geocoder(self) -> "OnlineGeocoder | None":
        """Returns what looks addresses up online, or None where that is off or its settings are of no use."""
        try:
            return self._online()
        except DirectoryError as error:
            self._session.warned.emit(str(error))
            return None

    def show_missing(self) -> None:
        """Lists the offices that are not on the map, each with the reason."""
        from directory_app.ui.places.not_on_map import NotOnMapDialog

        if not self._window.may_leave_editor():
            return
        self._missing = dialog = NotOnMapDialog(None, self._window.theme, self._window)
        dialog.choose_asked.connect(self._on_choose_asked)
        dialog.type_asked.connect(self._on_type_asked)
        dialog.edit_asked.connect(self._on_edit_asked)
        dialog.place_all_asked.connect(self._window.actions_.place_all.trigger)
        self._look_for_missing()
        dialog.exec()
        self._missing = None
        dialog.deleteLater()

    def _look_for_missing(self) -> None:
        ids = [row.id for row in self._session.all_offices if row.latitude is None]
        self._window.background.run(
            partial(_unplaced, self._session.directory, ids, self._closing),
            self._on_missing_found,
            self._session.tell_error,
        )

    def _on_missing_found(self, rows: Sequence["Unplaced"]) -> None:
        if self._missing is not None:
            self._missing.show_rows(rows)

    def _on_choose_asked(self, office_id: UUID) -> None:
        self._look_up(office_id, self._missing or self._window)

    def _on_type_asked(self, office_id: UUID) -> None:
        self._type(office_id, self._missing or self._window)
        self._look_for_missing()

    def _on_edit_asked(self, office_id: UUID) -> None:
        self._session.select(office_id)
        self._window.actions_.edit.trigger()

    def _on_pin_placed(self, office_id: UUID, latitude: float, longitude: float) -> None:
        office = self._session.office(office_id) if self._window.may_leave_editor() else None
        if office is not None:
            self._put(office, Position(latitude, longitude, Precision.MANUAL, "by hand", self._session.author))

    def _type(self, office_id: UUID, parent: QWidget) -> None:
        from directory_app.ui.places.position_dialog import PositionDialog

        office = self._session.office(office_id)
        if office is None:
            return
        found = self._session.directory.places.locate(office)
        near = found[0].position.point if found else None
        dialog = PositionDialog(office, self._tools, self._session.author, self._window.theme, near=near, parent=parent)
        if dialog.exec():
            self._put(office, dialog.position)
        dialog.deleteLater()

    def _look_up(self, office_id: UUID, parent: QWidget) -> None:
        """Shows where an office may be; what is known online too, if that is switched on, once it has come."""
        office = self._session.office(office_id)
        if office is None:
            return
        online = self._geocoder()
        if online is None:
            self._choose(office, self._session.directory.places.locate(office), parent)
            return
        self._session.notified.emit(f"Asking {online.host} …")
        self._asked_for = (office, parent)
        self._window.background.run(
            partial(_found_online, online, office, self._closing), self._on_found_online, self._session.tell_error
        )

    def _on_found_online(self, answer: "tuple[Office, Sequence[Candidate], str]") -> None:
        office, found, trouble = answer
        asked, parent = self._asked_for or (None, self._window)
        if asked is not office:
            return  # another office was asked for since
        self._asked_for = None
        said = f"{count_of(len(found), 'place')} found online."
        self._session.notified.emit("" if trouble else said)
        if self._still_waits(office, parent):
            self._choose(office, [*found, *self._session.directory.places.locate(office)], parent, trouble)
        elif trouble:
            self._session.warned.emit(f"{office.name}: {trouble}")
        else:
            self._session.notified.emit(f"{office.name}: {said} Ask for its place again to choose.")

    def _still_waits(self, office: Office, parent: QWidget) -> bool:
        """Tells whether the person looks at what was asked for; a dialog that came uncalled would take their keys."""
        if parent is self._window:
            return QApplication.activeModalWidget() is None and self._session.selected == office.id
        return shiboken6.isValid(parent) and QApplication.activeModalWidget() is parent

    def _choose(self, office: Office, candidates: "Sequence[Candidate]", parent: QWidget, trouble: str = "") -> None:
        from directory_app.ui.places.candidates_dialog import CandidatesDialog

        window, author = self._window, self._session.author
        dialog = CandidatesDialog(
            office, candidates, window.base_map, author, window.theme, trouble, miles=window.miles, parent=parent
        )
        asked: list[UUID] = []
        dialog.type_asked.connect(asked.append)
        if dialog.exec() and dialog.position is not None:
            self._put(office, dialog.position)
        dialog.deleteLater()
        if asked:
            self._type(office.id, parent)
        if self._missing is not None:
            self._look_for_missing()

    def _put(self, office: Office, position: Position | None) -> None:
        if position is None:
            self._session.place_anew(office)
        elif position != office.position:
            self._session.save(replace(office, position=position))

    @cached_property
    def _tools(self) -> "PositionTools":
        from directory_app.ui.places.position_dialog import PositionTools
        from directory_app.ui.places.survey import Surveyor

        directory = self._session.directory
        surveyor = Surveyor(
            directory.position_findings, directory.places.gazetteer.nearest, self._window.outlines.country_at
        )
        return PositionTools(surveyor.survey, self._window.background, self._window.base_map)


def _unplaced(directory: Directory, ids: Sequence[UUID], closing: Event) -> list["Unplaced"]:
    from directory_app.ui.places.unplaced import unplaced

    offices = takewhile(lambda _: not closing.is_set(), directory.offices(ids))
    return [unplaced(office, directory.places.locate(office)) for office in offices]


def _found_online(
    online: "OnlineGeocoder", office: Office, closing: Event
) -> "tuple[Office, Sequence[Candidate], str]":
    """Returns the office, the places that a server knows for it, and why there are none if that went wrong."""
    from directory_app.geo.online.waiting import wait_unless

    try:
        return office, online.locate(office.address, wait_unless(closing)), ""
    except DirectoryError as error:
        return office, (), str(error)


def _placed(
    session: DirectorySession,
    ids: Sequence[UUID],
    online: "OnlineGeocoder | None",
    controls: "Controls",
    progress: Progress,
) -> "Geocoded":
    from directory_app.jobs.geocoding import geocode_offices

    directory = session.directory
    ask = online.locate if online is not None else None
    place = partial(session.write_place, uuid4())  # one step, so that one undo takes them all back
    return geocode_offices(directory.offices(ids), directory.places.locate, ask, place, controls.wait, progress)
