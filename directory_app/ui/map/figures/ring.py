"""How much is known of a place, as a ring around it on the map: pure arithmetic, no Qt."""

import math
from dataclasses import dataclass

from directory_app.geo.projection import EQUATOR_KM, to_degrees, y_of
from directory_app.model.place import RADIUS_KM, Precision
from directory_app.ui.map.camera import Camera


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle on the earth as Mercator shows it: an oval in world units; x may be any copy's."""

    x: float
    top: float
    bottom: float
    half_width: float

    def is_seen(self, camera: Camera, least: float) -> bool:
        """Tells whether it says something: not lost under a mark of `least` pixels, and with an edge to be seen."""
        smaller, larger = sorted((self.half_width, (self.bottom - self.top) / 2.0))
        most = math.hypot(camera.width, camera.height)  # beyond it no edge is in view when the office is
        return smaller * camera.world > least and larger * camera.world <= most


def ring_around(x: float, y: float, precision: Precision | None) -> Ring | None:
    """Returns the ring around a point in world units; None where nothing is to be shown.

    A circle around a pole, which Mercator cannot close, is not shown either.
    """
    kilometres = RADIUS_KM.get(precision) if precision is not None else None
    if kilometres is None:
        return None
    latitude, _ = to_degrees(x, y)
    reach = kilometres / EQUATOR_KM * math.tau
    across = math.sin(reach) / math.cos(math.radians(latitude))
    if across >= 1.0:
        return None
    top, bottom = y_of(latitude + math.degrees(reach)), y_of(latitude - math.degrees(reach))
    return Ring(x, top, bottom, math.asin(across) / math.tau)
