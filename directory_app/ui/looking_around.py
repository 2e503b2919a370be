"""What is around an office: the nearest others, when to call it, and which countries it serves."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from directory_app.model.countries import country_code, country_in_sentence, country_name
from directory_app.model.office import WITHOUT_NAME, Office, Status
from directory_app.ui.main_window import MainWindow
from directory_app.ui.map.colours import LIGHT
from directory_app.ui.map.corners.legend import Entry

if TYPE_CHECKING:
    from directory_app.model.coverage import Coverage
    from directory_app.ui.nearby.asking import Start


class LookingAround(QObject):
    """Opens what looks further than one office; nothing here changes the directory."""

    def __init__(self, window: MainWindow, clock: Callable[[], datetime]) -> None:
        super().__init__(window)
        self._window, self._session, self._clock = window, window.session, clock
        self._coverage: Coverage | None = None
        """Who serves which country, while the map is about that."""
        window.map.nearest_asked.connect(self._on_nearest_asked)
        window.map.office_nearest_asked.connect(self._on_office_nearest_asked)
        window.map.place_clicked.connect(self._on_place_clicked)
        window.map.legend_chosen.connect(window.map.office_activated)
        window.session.offices_changed.connect(self._on_offices_changed)

    def show_nearest(self) -> None:
        """Lists the offices nearest to the chosen one, or to its town if it is not on the map, or to what is typed.

        A country that was searched for in vain is what they are to be near to, as the empty list says.
        """
        shown = self._session.shown
        if not shown.offices and country_code(shown.query):
            self._open_nearby(None, country_name(country_code(shown.query)))
        else:
            self._show_nearest_to(self._window.card.office)

    def _on_office_nearest_asked(self, office_id: UUID) -> None:
        office = self._session.office(office_id)
        if office is not None:
            self._show_nearest_to(office)

    def _show_nearest_to(self, office: Office | None) -> None:
        from directory_app.ui.nearby.asking import Start

        if office is None:
            self._open_nearby(None)
        elif office.position is not None:
            self._open_nearby(Start(office.position, office.name, leave_out=office.id))
        else:
            found = self._session.directory.places.locate(office)
            start = Start(found[0].position, found[0].label, leave_out=office.id) if found else None
            self._open_nearby(start)

    def show_call_times(self) -> None:
        """Shows when the chosen offices can be phoned."""
        from directory_app.ui.calls.dialog import CallDialog

        window = self._window
        chosen = window.office_list.chosen() or ([window.card.office.id] if window.card.office else [])
        open_ones = [row for row in self._session.all_offices if row.status is not Status.CLOSED]
        now = self._clock()
        zone = getattr(now.tzinfo, "key", "") or _system_zone()
        dialog = CallDialog(
            open_ones,
            list(chosen),
            self._session.directory.parties,
            self._clock,
            zone,
            window.theme,
            window.background,
            window,
        )
        dialog.exec()
        dialog.deleteLater()

    def colour_map(self) -> None:
        """Fills each country on the map with the colour of the office in charge, or takes that away."""
        if not self._window.actions_.coverage.isChecked():
            self._coverage = None
            self._window.map.colour_countries(None)
            return
        self._colour()
        self._session.notified.emit("Click on a country to see who serves it.")

    def _colour(self) -> None:
        from directory_app.model.coverage import Coverage

        self._coverage = Coverage(self._session.all_offices)
        colouring = self._coverage.colouring(len(LIGHT.groups))
        self._window.map.colour_countries(colouring, self._legend(self._coverage.first_in_charge(), colouring))

    def _legend(self, first: Mapping[str, UUID], colouring: Mapping[str, int]) -> list[Entry]:
        """Returns each office whose colour is on the map, with its countries."""
        served: dict[UUID, list[str]] = {}
        for country, office in first.items():
            served.setdefault(office, []).append(country)
        rows = ((self._session.summary(office), countries) for office, countries in served.items())
        return [
            Entry(row.id, row.name or WITHOUT_NAME, colouring[countries[0]], tuple(countries))
            for row, countries in rows
            if row is not None
        ]

    def _on_offices_changed(self) -> None:
        if self._coverage is not None:
            self._colour()

    def _on_place_clicked(self, latitude: float, longitude: float) -> None:
        """Chooses the office that serves a country, while the map is about that."""
        country = self._window.outlines.country_at(latitude, longitude) if self._coverage is not None else None
        if self._coverage is None or not country:
            return
        name = country_in_sentence(country)
        serving = [self._session.summary(office) for office in self._coverage.in_charge(country)]
        names = [office.name for office in serving if office is not None]
        by = f"{name[:1].upper()}{name[1:]}: served by {' and '.join(names[:3])}."
        self._session.notified.emit(by if names else f"No office says that it serves {name}.")
        if serving and serving[0] is not None:
            self._window.map.office_activated.emit(serving[0].id)  # as a click on it, so that the map stays

    def _on_nearest_asked(self, latitude: float, longitude: float) -> None:
        from directory_app.ui.nearby.asking import start_at

        self._open_nearby(start_at((latitude, longitude)))

    def _open_nearby(self, start: "Start | None", typed: str = "") -> None:
        from directory_app.model.typed import point_of_place
        from directory_app.ui.nearby.asking import Asking
        from directory_app.ui.nearby.dialog import NearbyDialog

        window, directory = self._window, self._session.directory
        asking = Asking(directory.nearest, directory.places.locate_text, point_of_place)
        dialog = NearbyDialog(asking, window.background, window.theme, self._clock, miles=window.miles, parent=window)
        dialog.office_chosen.connect(self._session.select)
        if start is not None:
            dialog.measure_from(start)
        elif typed:
            dialog.type_place(typed)
        dialog.exec()
        dialog.deleteLater()


def _system_zone() -> str:
    from PySide6.QtCore import QTimeZone

    return bytes(QTimeZone.systemTimeZoneId().data()).decode()
