"""What part of the world the map shows: pure arithmetic between the screen and world units.

Screen coordinates are logical pixels from the widget's upper left corner. At zoom 0 the world is
256 of them wide, at each zoom more twice as many.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from directory_app.geo.box import Box
from directory_app.geo.projection import narrowest_span, nearest_copy, wrapped

TILE = 256.0
"""The side of the world at zoom 0, in logical pixels."""

MIN_ZOOM = 0.0
MAX_ZOOM = 11.0
"""At this zoom a pixel is about 76 m on the equator; the shipped outlines say no more, other maps may."""

_LEAST_WORLD = 0.75


@dataclass(frozen=True, slots=True)
class Camera:
    """A view of the world: `x` and `y` in world units are in the middle of `width` by `height` pixels."""

    x: float = 0.5
    y: float = 0.5
    zoom: float = 1.0
    width: float = 640.0
    height: float = 480.0
    max_zoom: float = MAX_ZOOM

    @property
    def world(self) -> float:
        """The side of the world in pixels."""
        return TILE * math.exp2(self.zoom)

    def to_screen(self, x: float, y: float) -> tuple[float, float]:
        """Returns where a point is on the screen; x is taken as it is, not its nearest copy."""
        return (x - self.x) * self.world + self.width / 2.0, (y - self.y) * self.world + self.height / 2.0

    def nearest_on_screen(self, x: float, y: float) -> tuple[float, float]:
        """Returns where that copy of a point is that is nearest to the middle of the screen."""
        return self.to_screen(nearest_copy(x, self.x), y)

    def to_world(self, left: float, top: float) -> tuple[float, float]:
        """Returns the world units at a place on the screen; x may be beyond 0 or 1, y too."""
        return self.x + (left - self.width / 2.0) / self.world, self.y + (top - self.height / 2.0) / self.world

    def box(self, across: float = 0.0, down: float = 0.0) -> Box:
        """Returns the part of the world in view, and so many pixels more on each side."""
        return Box(*self.to_world(-across, -down), *self.to_world(self.width + across, self.height + down))

    def copies(self, margin: float = 0.0) -> range:
        """Returns the whole worlds to add to an x from 0 to 1 so that every copy on the screen is met."""
        left, _ = self.to_world(-margin, 0.0)
        right, _ = self.to_world(self.width + margin, 0.0)
        return range(math.floor(left), math.floor(right) + 1)

    def moved_to(self, x: float, y: float, zoom: float | None = None) -> "Camera":
        """Returns the camera over another place, held to where there is a map."""
        return replace(self, x=x, y=y, zoom=self.zoom if zoom is None else zoom).held()

    def panned(self, dx: float, dy: float) -> "Camera":
        """Returns the camera after the map was pushed by so many pixels."""
        return self.moved_to(self.x - dx / self.world, self.y - dy / self.world)

    def zoomed(self, zoom: float, left: float, top: float) -> "Camera":
        """Returns the camera at another zoom, with the same place under a point of the screen."""
        x, y = self.to_world(left, top)
        nearer = replace(self, zoom=self.held_zoom(zoom))
        there_x, there_y = nearer.to_world(left, top)
        return replace(nearer, x=nearer.x + x - there_x, y=nearer.y + y - there_y).held()

    def resized(self, width: float, height: float) -> "Camera":
        """Returns the camera with the same middle in another size."""
        return replace(self, width=max(width, 1.0), height=max(height, 1.0)).held()

    def held_zoom(self, zoom: float) -> float:
        """Returns the zoom held to what makes sense: the world never becomes a small stamp."""
        least = math.log2(min(self.width, self.height) * _LEAST_WORLD / TILE)
        return min(max(zoom, MIN_ZOOM, least), self.max_zoom)

    def held(self) -> "Camera":
        """Returns the camera with x wrapped, and with y such that as little as possible is off the world."""
        zoom = self.held_zoom(self.zoom)
        half = self.height / 2.0 / (TILE * 2.0**zoom)
        y = 0.5 if half >= 0.5 else min(max(self.y, half), 1.0 - half)
        return replace(self, x=wrapped(self.x), y=y, zoom=zoom)

    def fitted(self, points: Sequence[tuple[float, float]], padding: float, closest: float) -> "Camera":
        """Returns the camera that shows all points, `padding` pixels from the edges, no nearer than `closest`.

        The shorter way round the world is taken. Without points the whole world is shown.
        """
        if not points:
            return self.moved_to(0.5, 0.5, MIN_ZOOM)
        left, across = narrowest_span([x for x, _ in points])
        top, bottom = min(y for _, y in points), max(y for _, y in points)
        free_width = max(self.width - 2.0 * padding, self.width / 2.0)
        free_height = max(self.height - 2.0 * padding, self.height / 2.0)
        world = min(free_width / max(across, 1e-9), free_height / max(bottom - top, 1e-9))
        return self.moved_to(left + across / 2.0, (top + bottom) / 2.0, min(math.log2(world / TILE), closest))


def whole_tiles(zoom: float, ratio: float) -> float:
    """Returns the nearest zoom, not above, at which tiles have a whole number of device pixels.

    Tiles drawn for such a zoom are shown without scaling, and so without blur and without gaps.
    """
    level = math.floor(zoom)
    side = math.floor(TILE * ratio * 2.0 ** (zoom - level) + 1e-6)
    return level + math.log2(side / (TILE * ratio))
