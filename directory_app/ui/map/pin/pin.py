"""The pin of an office while somebody moves it: pure, no Qt."""

import math
from dataclasses import dataclass, replace
from uuid import UUID

from directory_app.geo.projection import nearest_copy, to_degrees, wrapped
from directory_app.model.place import Point
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.marks.mark import Spot

HEAD_HEIGHT = 26.0
"""How far the middle of the pin's head is above its point, in pixels."""

HEAD_RADIUS = 11.0

_REACH = 5.0
_DECIMALS = 5
"""A hundred-thousandth of a degree is a metre, far less than the map can show."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A pin whose point is at x, y in world units; `origin` is where the office is, if it is anywhere yet."""

    office_id: UUID
    x: float
    y: float
    origin: Spot | None = None
    is_put: bool = False
    """Whether a person has put it anywhere."""

    @property
    def may_be_taken(self) -> bool:
        """Whether it says where the office is: it has a place already, or somebody has given it one."""
        return self.origin is not None or self.is_put

    @property
    def is_moved(self) -> bool:
        """Whether it stands elsewhere than the office."""
        return self.origin is None or (self.x, self.y) != (self.origin.x, self.origin.y)

    @property
    def place(self) -> Point:
        """Latitude and longitude of its point: exactly those that the office has, or those that it was moved to."""
        if self.origin is not None and not self.is_moved:
            latitude, longitude = self.origin.office.latitude, self.origin.office.longitude
            if latitude is not None and longitude is not None:
                return latitude, longitude
        return rounded_degrees(self.x, self.y)

    def is_at(self, camera: Camera, left: float, top: float) -> bool:
        """Tells whether a place of the screen is on the pin."""
        at_x, at_y = self.on_screen(camera, left)
        is_on_head = math.hypot(left - at_x, top - (at_y - HEAD_HEIGHT)) <= HEAD_RADIUS + _REACH
        is_on_leg = abs(left - at_x) <= _REACH and at_y - HEAD_HEIGHT <= top <= at_y + _REACH
        return is_on_head or is_on_leg

    def on_screen(self, camera: Camera, left: float) -> tuple[float, float]:
        """Returns where on the screen that copy of its point is that is nearest to `left`."""
        return camera.to_screen(nearest_copy(self.x, camera.to_world(left, 0.0)[0]), self.y)

    def moved_to(self, camera: Camera, left: float, top: float) -> "Pin":
        """Returns the pin with its point at a place of the screen, or at the edge of the screen or of the world."""
        x, y = camera.to_world(min(max(left, 0.0), camera.width), min(max(top, 0.0), camera.height))
        return replace(self, x=wrapped(x), y=min(max(y, 0.0), 1.0), is_put=True)

    def moved_by(self, camera: Camera, dx: float, dy: float) -> "Pin":
        """Returns the pin so many pixels away, be that on the screen or not."""
        y = min(max(self.y + dy / camera.world, 0.0), 1.0)
        return replace(self, x=wrapped(self.x + dx / camera.world), y=y, is_put=True)


def pin_of(office_id: UUID, spot: Spot | None, camera: Camera) -> Pin:
    """Returns an office's pin where the office is, or in the middle of the view if it is nowhere yet."""
    if spot is None:
        return Pin(office_id, wrapped(camera.x), min(max(camera.y, 0.0), 1.0))
    return Pin(office_id, spot.x, spot.y, spot)


def rounded_degrees(x: float, y: float) -> Point:
    """Returns latitude and longitude of a world point, to a metre."""
    latitude, longitude = to_degrees(x, y)
    return round(latitude, _DECIMALS), round(longitude, _DECIMALS)
