"""Lines on the map from the secretariat to the offices that it has, while somebody wants to see them."""

from uuid import UUID

from PySide6.QtCore import QObject

from directory_app.model.office import Kind, Summary
from directory_app.ui.main_window import MainWindow
from directory_app.ui.map.figures.network import Network, network_of
from directory_app.ui.words import count_of


class SecretariatLines(QObject):
    """Draws the lines of the chosen office's region; they follow the choice, and go with none."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._drawn: tuple[str, UUID | None] | None = None
        """What the lines drawn last have in common with those of other offices."""
        window.session.office_selected.connect(self._on_office_selected)
        window.session.offices_changed.connect(self._on_offices_changed)

    def show_lines(self) -> None:
        """Draws the lines or takes them away, as the action says, and says what they are."""
        chosen, network = self._draw()
        if self._window.actions_.lines.isChecked():
            self._session.notified.emit(_said(chosen, network))

    def _on_office_selected(self) -> None:
        chosen = self._session.summary(self._session.selected)
        if self._window.actions_.lines.isChecked() and _family(chosen) != self._drawn:
            self.show_lines()

    def _on_offices_changed(self) -> None:
        if self._window.actions_.lines.isChecked():
            self._draw_again()

    def _draw_again(self) -> None:
        """Draws the lines of another office, or of what has become of the offices."""
        chosen, network = self._draw()
        if network is not None and network.count > len(network.ends):
            self._session.notified.emit(_said(chosen, network))

    def _draw(self) -> tuple[Summary | None, Network | None]:
        chosen = self._session.summary(self._session.selected)
        is_wanted = self._window.actions_.lines.isChecked() and chosen is not None
        network = network_of(chosen, self._session.all_offices) if is_wanted and chosen is not None else None
        self._drawn = _family(chosen)
        self._window.map.show_lines(network.lines() if network is not None else ())
        return chosen, network


def _family(chosen: Summary | None) -> tuple[str, UUID | None] | None:
    """Returns what an office has in common with those that have the same lines."""
    if chosen is None:
        return None
    is_secretariat = chosen.kind in (Kind.WORLD_SECRETARIAT, Kind.REGIONAL_SECRETARIAT)
    return chosen.region, chosen.id if is_secretariat else None


def _said(chosen: Summary | None, network: Network | None) -> str:
    if chosen is None:
        return "Choose an office to see the lines of its region."
    if network is None:
        return f"{chosen.region or 'This office'} has no secretariat on the map."
    of = network.centre.office.name
    noun = "regional secretariat" if chosen.kind is Kind.WORLD_SECRETARIAT else "office"
    if not network.count:
        return f"{of} has no other {noun} on the map."
    if network.count > len(network.ends):
        return f"Lines from {of} to the {len(network.ends):,} nearest of its {count_of(network.count, noun)}."
    return f"Lines from {of} to {count_of(network.count, noun)}."
