"""The map as it is seen: ground, marks and labels under a camera that flies."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QEasingCurve, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from directory_app.geo.base_map import BaseMap
from directory_app.geo.clock import local_now
from directory_app.geo.tiles.pictures import TilePictures
from directory_app.model.office import Summary
from directory_app.model.place import Precision
from directory_app.ui.map import flight as courses
from directory_app.ui.map.camera import Camera, whole_tiles
from directory_app.ui.map.colours import DARK, LIGHT
from directory_app.ui.map.corners.buttons import ButtonColumn
from directory_app.ui.map.corners.legend import Entry
from directory_app.ui.map.corners.legend_corner import LegendCorner
from directory_app.ui.map.corners.overlay import office_lines, paint_corners, paint_tip, reserved_places, tip_lines
from directory_app.ui.map.figures.figures import Figures
from directory_app.ui.map.flight import FLIGHT_MS, STEP_MS, Flight
from directory_app.ui.map.labels.label_painter import paint_labels
from directory_app.ui.map.labels.place_names import PlaceNames, Wanted
from directory_app.ui.map.labels.text_stamps import TextStamps
from directory_app.ui.map.marks.gathered import Gathered
from directory_app.ui.map.marks.gatherer import Gatherer
from directory_app.ui.map.marks.mark import Mark, Spot
from directory_app.ui.map.marks.mark_stamps import MarkStamps
from directory_app.ui.map.pace import Pace
from directory_app.ui.map.painter import Emphasis, paint_marks, paint_pin, paint_precision
from directory_app.ui.map.pin.pin_mover import PinMover
from directory_app.ui.map.scene import Scene
from directory_app.ui.map.tiles.ground import Ground

_EDGE = 12
_FIT_PADDING = 66.0
"""So far from the edges is whatever is to be in view, clear of the buttons."""
_FIT_CLOSEST = 8.0
_OFFICE_ZOOM = 5.0
_TILE_STEP = 0.006
"""A little more than from one zoom with whole tiles to the next."""

_RING_AIR = 8.0
_MINUTE_MS = 60_000


class MapCanvas(QWidget):
    """Shows the offices on the map; what people do to it is for `MapView`."""

    pictures_failed = Signal(str)
    """A sentence on why pictures of the map cannot be had; once for each set of them."""

    legend_chosen = Signal(object)
    """The id of an office that was chosen in the legend."""

    def __init__(
        self, base_map: BaseMap, parent: QWidget | None = None, *, clock: Callable[[], datetime] = local_now
    ) -> None:
        """Takes the base map, of which nothing is read before the first paint, and what says the time here."""
        super().__init__(parent)
        self._clock = clock
        self._camera = Camera()
        self._theme = LIGHT
        self._groups: Mapping[str, int] | None = None
        self._base_map = base_map
        self._wanted = Wanted()
        self._scene = Scene(PlaceNames(base_map.countries, base_map.names))
        self._gatherer = Gatherer(self)
        self._gatherer.gathered.connect(self._on_gathered)
        self._stamps = TextStamps(self.font())
        self._mark_stamps = MarkStamps(self._theme, self.font(), self.devicePixelRatioF())
        self._figures = Figures()
        self._has_miles = False
        self._is_untouched = True
        self._has_motion = True
        self._goal: float | None = None
        self._hovered: Mark | None = None
        self._focused: UUID | None = None
        self._ground = Ground(base_map, self)
        self._pace = Pace(self._ground, self)
        self._pace.due.connect(self.update)
        self._ground.pictures_failed.connect(self.pictures_failed)
        self._ground.pictures_gone.connect(self._leave_names_to_pictures)
        self._ground.attribution_changed.connect(self._on_attribution_changed)
        self._flight = Flight(self)
        self._flight.moved.connect(self._on_flight_moved)
        self._flight.landed.connect(self._on_landed)
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.timeout.connect(self.update)
        self._mover = PinMover(self)
        self._mover.changed.connect(self.update)
        self._legend = LegendCorner(self, base_map)
        self._legend.office_chosen.connect(self.legend_chosen)
        self._legend.moved.connect(self._on_legend_moved)
        self._buttons = ButtonColumn(self)
        self._buttons.nearer.clicked.connect(self.zoom_in)
        self._buttons.farther.clicked.connect(self.zoom_out)
        self._buttons.all.clicked.connect(self.fit_all)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def camera(self) -> Camera:
        """What the map shows just now."""
        return self._camera

    @property
    def is_settled(self) -> bool:
        """Whether nothing moves, all offices are marked and named, and every tile of the last paint was there."""
        is_busy = self._flight.is_flying or not self._pace.is_at_rest or self._gatherer.is_busy
        return not is_busy and not self._scene.is_partial and self._ground.is_complete

    def marks(self) -> tuple[Mark, ...]:
        """Returns the marks as they are shown now, in view and around it."""
        return self._scene.marks(self._camera)

    def show_offices(self, offices: Sequence[Summary]) -> None:
        """Shows these offices, many of them a moment later; until somebody moves the map, all of them are in view."""
        self._scene.show_offices(offices)
        self._gatherer.gather(offices)

    def show_only(self, ids: Collection[UUID] | None) -> None:
        """Dims all offices but these; None shows all alike."""
        self._scene.show_only(ids)
        self._hovered = None
        self.update()

    def select(self, office_id: UUID | None, fly: bool = True) -> None:
        """Marks an office as selected, or none, and flies there unless told not to."""
        self._scene.select(office_id)
        spot = self._scene.spot(office_id)
        if spot is not None and fly:
            self._fly_to(self._settled(self._camera.moved_to(spot.x, spot.y, max(self._bound_for.zoom, _OFFICE_ZOOM))))
        self.update()

    def show_precision(self, precision: Precision | None) -> None:
        """Draws how much is known of the selected office's place; to be called after `select`, which forgets it."""
        self._scene.precision = precision
        self.update()

    def colour_countries(self, groups: Mapping[str, int] | None, legend: Sequence[Entry] = ()) -> None:
        """Fills countries, given by ISO 3166-1 alpha-2 code, in the colours of their groups; None ends that.

        Colours are those of `MapColours.group_colour`; countries not given look as ever. The legend says
        what they mean.
        """
        self._groups = dict(groups) if groups is not None else None
        self._leave_names_to_pictures()
        self.set_dark(self._theme.dark)
        self._legend.show_entries(legend if groups is not None else (), self._camera)

    def show_pictures(self, pictures: TilePictures | None) -> None:
        """Shows pictures that somebody else has drawn, with the base map where there are none; None ends that.

        They are the map's from now on, and closed by it.
        """
        self._ground.show_pictures(pictures)
        self._leave_names_to_pictures()

    def set_language(self, language: str) -> None:
        """Writes names of places in a language, such as "de", or as `map_names.LOCAL` says; empty for the system's."""
        self._want(replace(self._wanted, language=language))

    @property
    def attribution(self) -> str:
        """Whom to thank for what the map shows."""
        return self._ground.attribution

    def fit_all(self) -> None:
        """Brings all offices into view, or all that are not dimmed."""
        self._fly_to(self._fitted(self._scene.lit_frame()))

    def zoom_in(self) -> None:
        """Zooms in by one level about the middle."""
        self._zoom_by(1.0, self._camera.width / 2.0, self._camera.height / 2.0)

    def zoom_out(self) -> None:
        """Zooms out by one level about the middle."""
        self._zoom_by(-1.0, self._camera.width / 2.0, self._camera.height / 2.0)

    def set_dark(self, dark: bool) -> None:
        """Changes between the light and the dark map."""
        self._theme = (DARK if dark else LIGHT).with_groups(self._groups)
        self._buttons.set_theme(self._theme)
        self._mover.banner.set_theme(self._theme)
        self._legend.set_theme(self._theme)
        self.update()

    def set_miles(self, on: bool) -> None:
        """Has the scale bar say miles, or else kilometres."""
        self._has_miles = on
        self.update()

    def set_motion(self, on: bool) -> None:
        """Lets the map fly and glide, or has it jump; without motion in the system's settings it always jumps."""
        self._has_motion = on

    def _leave_names_to_pictures(self) -> None:
        """Names no places where pictures are seen, as those have names; countries in colours hide pictures."""
        self._want(replace(self._wanted, pictures=self._ground.pictures if self._groups is None else None))

    def _want(self, wanted: Wanted) -> None:
        if wanted == self._wanted:
            return
        self._wanted = wanted
        self._scene.show_names(PlaceNames(self._base_map.countries, self._base_map.names, wanted))
        self.update()

    def _fitted(self, spots: Sequence[Spot]) -> Camera:
        padding = min(_FIT_PADDING, self._camera.width / 8.0)
        return self._settled(self._camera.fitted([(s.x, s.y) for s in spots], padding, _FIT_CLOSEST))

    def _settled(self, camera: Camera) -> Camera:
        """Returns the camera at the nearest zoom at which tiles need no scaling."""
        ratio = self.devicePixelRatioF()
        zoom = whole_tiles(camera.zoom, ratio)
        if zoom < camera.held_zoom(zoom):
            zoom = whole_tiles(camera.zoom + _TILE_STEP, ratio)
        return replace(camera, zoom=zoom).held()

    @property
    def _bound_for(self) -> Camera:
        """What the map will show when it has landed: on the way, it may be much farther out."""
        return self._flight.end or self._camera

    def _halt(self) -> None:
        """Ends whatever moves, where it is."""
        if self._flight.is_flying:
            self._flight.stop()
            self._camera = self._settled(self._camera)
            self.update()  # in flight, no tiles were asked for

    def _on_gathered(self, gathered: Gathered) -> None:
        self._scene.take(gathered)
        self._hovered = None
        if self._is_untouched:
            self._set_camera(self._fitted(self._scene.frame()))
        self.update()

    def _set_camera(self, camera: Camera) -> None:
        self._camera = camera
        self._pace.moved()
        self._legend.look_at(camera)
        self.update()

    def _on_attribution_changed(self) -> None:
        """Lets the map go as deep as its pictures do, and says whom to thank for them."""
        self._halt()
        self._set_camera(self._settled(replace(self._camera, max_zoom=self._ground.max_zoom).held()))
        self._scene.relabel()

    def _milliseconds(self, wanted: int) -> int:
        allowed = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) > 0
        return wanted if allowed and self._has_motion and self.isVisible() else 0

    def _fly_to(self, camera: Camera) -> None:
        self._is_untouched = False
        self._goal = None
        course = courses.flown(self._camera, camera)
        self._flight.start(course, self._milliseconds(FLIGHT_MS), QEasingCurve.Type.InOutQuad)

    def _zoom_by(self, step: float, left: float, top: float) -> None:
        """Zooms about a point of the screen; steps that follow quickly add up."""
        start = self._goal if self._goal is not None and self._flight.is_flying else self._camera.zoom
        self._is_untouched = False
        self._goal = self._camera.held_zoom(start + step)
        zoom = whole_tiles(self._goal, self.devicePixelRatioF())
        course = courses.zoomed(self._camera, zoom, left, top)
        self._flight.start(course, self._milliseconds(STEP_MS), QEasingCurve.Type.OutQuad)

    def _on_flight_moved(self, camera: Camera) -> None:
        self._set_camera(camera.resized(self.width(), self.height()))  # it may have begun in another size

    def _on_landed(self) -> None:
        self._set_camera(self._settled(self._camera))
        self._scene.relabel()

    def _on_legend_moved(self) -> None:
        self._scene.relabel()
        self.update()

    def _paint_marks(self, painter: QPainter, marks: Sequence[Mark], emphasis: Emphasis) -> None:
        stamps = self._mark_stamps
        if (stamps.theme, stamps.font, stamps.ratio) != (self._theme, self.font(), self.devicePixelRatioF()):
            stamps = self._mark_stamps = MarkStamps(self._theme, self.font(), self.devicePixelRatioF())
        paint_marks(painter, marks, self._camera, emphasis, stamps)

    def _paint_ring(self, painter: QPainter) -> None:
        ring = self._scene.ring()
        mark = self._scene.mark_of(self._scene.selected, self._camera) if ring is not None else None
        if ring is not None and mark is not None and ring.is_seen(self._camera, mark.radius + _RING_AIR):
            paint_precision(painter, ring, self._camera, self._theme)

    def _focused_spot(self) -> Spot | None:
        """Returns the one office at which the keyboard is."""
        return self._scene.spot(self._focused)

    def _paint_tip(self, painter: QPainter, mark: Mark) -> None:
        """Paints what there is to say of a mark, and again when the time there is another."""
        now = self._clock()
        focused = None if self._hovered else self._focused_spot()
        lines = office_lines(focused.office, now) if focused else tip_lines(mark, now)
        paint_tip(painter, mark, lines, self._camera, self._theme, self.font())
        self._minute.start(_MINUTE_MS - now.second * 1000 - now.microsecond // 1000)

    def _paint(self, painter: QPainter) -> None:
        camera, theme, ratio = self._camera, self._theme, self.devicePixelRatioF()
        self._ground.paint(painter, camera, ratio, theme, passing=self._flight.is_flying)
        pointed_at = self._hovered.first.office.id if self._hovered is not None else self._focused
        emphasis_mark, selected = self._scene.mark_of(pointed_at, camera), self._scene.selected
        emphasis = Emphasis(selected, self._scene.mark_of(selected, camera), emphasis_mark)
        reserved = (*reserved_places(camera, self.font(), self._ground.attribution), *self._legend.reserved())
        labels = self._scene.labels(camera, self._stamps, reserved, at_rest=self._pace.is_at_rest)
        marks = self._scene.marks(camera)
        self._figures.paint(painter, camera, theme)
        self._paint_ring(painter)
        paint_labels(painter, labels, self._stamps, camera, theme)
        self._paint_marks(painter, marks, emphasis)
        if self._mover.pin is not None:
            paint_pin(painter, self._mover.pin, camera, theme, lifted=self._mover.is_held)
        paint_corners(painter, camera, theme, self.font(), self._ground.attribution, miles=self._has_miles)
        if emphasis_mark is not None:
            self._paint_tip(painter, emphasis_mark)
        if self.hasFocus():
            painter.setPen(QColor(theme.accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def sizeHint(self) -> QSize:
        """Returns a size at which the world can be read."""
        return QSize(640, 480)

    def changeEvent(self, event: QEvent) -> None:
        """Takes over another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._stamps = TextStamps(self.font())
            self._scene.relabel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the middle, and all offices in view as long as nobody has moved the map."""
        super().resizeEvent(event)
        self._camera = self._camera.resized(self.width(), self.height())
        self._camera = self._fitted(self._scene.frame()) if self._is_untouched else self._settled(self._camera)
        self._scene.relabel()
        self._buttons.move(self.width() - self._buttons.width() - _EDGE, _EDGE)
        self._mover.banner.place(self.width())
        self._legend.look_at(self._camera)
        self._legend.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints ground, marks, labels and what lies over them."""
        self._pace.painting()
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()
            self._pace.painted()
