"""What a map looks like and where offices are on it."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from directory_app.geo.projection import to_world
from directory_app.model.office import Summary
from directory_app.ui.map.map_view import MapView


def place_of(view: MapView, office: Summary) -> QPoint:
    """Returns where on the screen an office is."""
    assert office.latitude is not None
    assert office.longitude is not None
    left, top = view.camera.nearest_on_screen(*to_world(office.latitude, office.longitude))
    return QPoint(round(left), round(top))


def a_picture(qtbot: QtBot, view: MapView) -> QImage:
    """Returns the map as it is seen once every tile is there."""

    def is_settled() -> bool:
        view.grab()
        return view.is_settled

    qtbot.waitUntil(is_settled, timeout=20_000)
    return view.grab().toImage()
