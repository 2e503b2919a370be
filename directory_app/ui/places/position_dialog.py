"""Coordinates typed or pasted, how they were understood, and what is doubtful about them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from directory_app.errors import DirectoryError
from directory_app.geo.base_map import BaseMap
from directory_app.model.coordinates import read_coordinates, written_decimal
from directory_app.model.office import WITHOUT_NAME, Office
from directory_app.model.place import Point, Position, Precision
from directory_app.model.points.answer import Offer, ReadPoint
from directory_app.model.typed import typed_pin
from directory_app.ui.background import Background
from directory_app.ui.dialogs.frame import DialogFrame
from directory_app.ui.office_editor.field import Field
from directory_app.ui.places.place_map import PlaceMap, PlaceMark
from directory_app.ui.places.position_parts import DoubtBox, Understood
from directory_app.ui.places.survey import Surroundings
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, Theme, scaled_font

_HINT = "Decimal degrees, degrees and minutes, a geo: link, a link to a map or a plus code. Nothing is sent."
_SWAP = "Swap them"


@dataclass(frozen=True, slots=True)
class PositionTools:
    """What the dialog works with: `survey` looks at a point in the background (Surveyor.survey)."""

    survey: Callable[[Office, Point], Surroundings]
    background: Background
    base_map: BaseMap


class PositionDialog(DialogFrame):
    """Takes coordinates in any usual notation; accepted, `position` is the pin, or None to have a machine place it."""

    def __init__(
        self,
        office: Office,
        tools: PositionTools,
        author: str,
        theme: Theme,
        *,
        near: Point | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Takes the office as it is, and a place near which short plus codes are, such as its town."""
        super().__init__(f"Coordinates of {office.name or WITHOUT_NAME}", parent, width=140 * SPACE)
        self._office, self._tools, self._author = office, tools, author
        place = office.position
        self._reference = place.point if place else near
        self._town = near or self._reference
        self._point: Point | None = None
        self._is_for_machine = False
        self._line = QLineEdit()
        self._line.setPlaceholderText("50.7192, 7.1222")
        self._hint = PlainLabel(_HINT)
        self._hint.setFont(scaled_font(self.font(), 0.85))
        self._hint.setStyleSheet(f"color: {theme.muted}")
        self._understood = Understood(theme)
        self._doubts = DoubtBox(self._line, theme)
        self._map = PlaceMap(tools.base_map, theme)
        self._map.fit_all()  # from now on it goes where it is sent, with as much around as it shows
        self._lay_out(theme)
        self._line.textChanged.connect(self._on_typed)
        self._doubts.offer_taken.connect(self._on_offer_taken)
        if place is not None:
            self._line.setText(written_decimal(place.point))
        else:
            self._on_typed()
        self._line.setFocus()
        self._line.selectAll()

    @property
    def position(self) -> Position | None:
        """The pin that was typed; None where a machine is to place the office again."""
        if self._point is None or self._is_for_machine:
            return None
        return typed_pin(self._point, self._author)

    @property
    def can_save(self) -> bool:
        """Whether a place was understood."""
        return self._save.isEnabled()

    def type_text(self, text: str) -> None:
        """Types a text, as a person would."""
        self._line.setText(text)

    def texts(self) -> list[str]:
        """Returns what is said of the text: how it was understood, and what is doubtful."""
        return [*self._understood.texts(), *self._doubts.texts()]

    def offers(self) -> list[QPushButton]:
        """Returns the buttons that take another reading."""
        return self._doubts.buttons()

    def _lay_out(self, theme: Theme) -> None:
        field = Field("Coordinates, or a link to a map", self._line, theme)
        self.content.addWidget(field)
        self.content.addWidget(self._hint)
        self.content.addWidget(self._understood)
        self.content.addWidget(self._doubts)
        self.content.addWidget(self._map, 1)
        self.content.addStretch(0)
        if self._office.position is not None and self._office.position.precision is Precision.MANUAL:
            again = QPushButton("Let the machine place it again")
            again.setAutoDefault(False)
            again.setProperty("quiet", True)
            again.clicked.connect(self._on_machine_asked)
            self.content.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)  # beside the others it would be cut
        self.add_button("Cancel").clicked.connect(self.reject)
        self._save = self.add_button("Place it here", primary=True)
        self._save.clicked.connect(self.accept)

    def _on_typed(self) -> None:
        answer = read_coordinates(self._line.text(), self._town)
        is_read = isinstance(answer, ReadPoint)
        self._point = self._exact(answer.point) if isinstance(answer, ReadPoint) else None
        self._save.setEnabled(is_read)
        self._understood.setVisible(is_read)
        self._hint.setVisible(not self._line.text().strip())
        if isinstance(answer, ReadPoint):
            self._understood.tell(answer, "Looking at what is around it …")
            self._tell_doubts((), ())
            self._show_on_map(answer.point)
            work = partial(self._tools.survey, self._office, answer.point)
            self._tools.background.run(work, partial(self._on_surveyed, answer), self._on_survey_failed)
            return
        self._show_on_map(None)
        self._tell_doubts((answer.sentence,) if self._line.text().strip() else (), answer.offers)

    def _exact(self, point: Point) -> Point:
        """Returns the point, or that of the office where the two are written alike, so that no digit is lost."""
        place = self._office.position
        return place.point if place and written_decimal(place.point) == written_decimal(point) else point

    def _show_on_map(self, point: Point | None) -> None:
        """Shows the point, and where the office is now or its town."""
        places = [PlaceMark(written_decimal(point), point)] if point else []
        if self._reference is not None and self._reference != point:
            name = "where it is now" if self._office.position else "its town"
            places.append(PlaceMark(name, self._reference, is_present=True))
        self._map.show_places(places)
        self._map.choose(0 if places else None)
        self._map.setVisible(bool(places))

    def _on_surveyed(self, answer: ReadPoint, around: Surroundings) -> None:
        if self._exact(answer.point) != self._point:
            return  # something else was typed meanwhile
        self._understood.tell_around(around.where)
        offers = (Offer(_SWAP, around.swapped),) if around.swapped else ()
        self._tell_doubts(around.doubts, offers)

    def _tell_doubts(self, sentences: Sequence[str], offers: Sequence[Offer]) -> None:
        self._doubts.tell(sentences, offers)
        self._line.setAccessibleDescription(" ".join(sentences))

    def _on_survey_failed(self, error: Exception) -> None:
        self._understood.tell_around(str(error) if isinstance(error, DirectoryError) else "")
        if not isinstance(error, DirectoryError):
            raise error

    def _on_offer_taken(self, point: Point) -> None:
        self._line.setText(written_decimal(point))
        self._line.setFocus()

    def _on_machine_asked(self) -> None:
        self._is_for_machine = True
        self.accept()
