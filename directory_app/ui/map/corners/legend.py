"""What the colours of countries mean, in a panel over the map that can be folded away."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from directory_app.model.countries import country_name
from directory_app.ui.map.colours import LIGHT, MapColours
from directory_app.ui.map.corners.panel import paint_panel
from directory_app.ui.plain_text import plain_tooltip
from directory_app.ui.theme import scaled_font
from directory_app.ui.words import count_of

MOST_ROWS = 10
_FEWEST_ROWS = 3

_TITLE = "Who serves which country"
_WIDEST = 34
"""How many average letters a name has room for."""
_SWATCH = 12
_ROW_AIR = 6
_MARGIN = 4
_MOST_COUNTRIES = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """An office and the countries, ISO 3166-1 alpha-2, that are filled with the colour of its group."""

    office: UUID
    name: str
    group: int
    countries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """What the legend lists at first, and the rest, which it lists when somebody asks for more."""

    first: tuple[Entry, ...] = ()
    rest: tuple[Entry, ...] = ()

    @property
    def all(self) -> tuple[Entry, ...]:
        """All of them, in their order."""
        return self.first + self.rest


def listing_of(entries: Sequence[Entry], seen: frozenset[str], most: int = MOST_ROWS) -> Listing:
    """Returns the offices with a country in view, those with most there first, and after them all others."""

    def rank(entry: Entry) -> tuple[int, int, str]:
        return -len(seen.intersection(entry.countries)), -len(entry.countries), entry.name.casefold()

    order = tuple(sorted(entries, key=rank))
    in_view = sum(not seen.isdisjoint(entry.countries) for entry in order)
    first = in_view if in_view <= most else most
    first = len(order) if first + 1 == len(order) else first  # the line that says "and 1 more" is as long
    return Listing(order[:first], order[first:])


class Legend(QFrame):
    """A heading that folds the list of offices; whoever owns it puts it in its place."""

    office_chosen = Signal(object)
    """The id of an office in the list that was clicked, or chosen with Enter."""

    reshaped = Signal()
    """It wants another size."""

    def __init__(self, parent: QWidget) -> None:
        """Makes the panel, hidden and open."""
        super().__init__(parent)
        self._theme = LIGHT
        self._listing = Listing()
        self._shows_all = False
        self._head = QToolButton()
        self._head.setText(_TITLE)
        self._head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._head.setCheckable(True)
        self._head.setChecked(True)
        self._head.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._head.toggled.connect(self._on_toggled)
        self._list = QListWidget()
        self._list.setAccessibleName(_TITLE)
        self._list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setIconSize(QSize(_SWATCH, _SWATCH))
        self._list.setMouseTracking(True)
        self._list.setFont(scaled_font(self.font(), 0.9))
        self._head.setFont(scaled_font(self.font(), 0.9))
        self._list.itemClicked.connect(self._on_chosen)
        self._list.itemActivated.connect(self._on_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._list)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)  # the map's is about the place beneath
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._on_toggled(is_open=True)
        self.set_theme(LIGHT)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether the offices are listed below the heading."""
        return self._head.isChecked()

    def fold(self, *, is_open: bool) -> None:
        """Opens the list, or folds it away."""
        self._head.setChecked(is_open)

    @property
    def is_used(self) -> bool:
        """Whether somebody points at its list or has the keyboard there, so that its rows must stay where they are."""
        return self._list.hasFocus() or self._list.underMouse()

    def texts(self) -> list[str]:
        """Returns what a screen reader says of its rows, from top to bottom."""
        return [str(self._list.item(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(self._list.count())]

    def set_theme(self, theme: MapColours) -> None:
        """Takes over the colours of the map."""
        self._theme = theme
        self.setStyleSheet(
            f"QToolButton {{ color: {theme.text}; font-weight: 600; }}"
            f"QToolButton:hover {{ background: {theme.panel_hover}; }}"
            f"QToolButton:focus {{ border-color: {theme.accent}; }}"
            f"QListWidget {{ background: transparent; color: {theme.text}; border: 1px solid transparent;"
            " border-radius: 6px; outline: 0; }"
            f"QListWidget:focus {{ border-color: {theme.accent}; }}"
            "QListWidget::item { padding-left: 3px; border-radius: 4px; }"
            f"QListWidget::item:hover {{ background: {theme.panel_hover}; }}"
            f"QListWidget::item:selected:active {{ background: {theme.panel_hover}; color: {theme.text}; }}"
            f"QListWidget::item:selected:!active {{ background: transparent; color: {theme.text}; }}"
        )
        self._fill()

    def show_listing(self, listing: Listing) -> None:
        """Lists these offices in this order; without any it is hidden."""
        if listing != self._listing:
            self._listing = listing
            self._fill()
        self.setVisible(bool(listing.first or listing.rest))

    def rows_within(self, height: float) -> int:
        """Returns how many offices may be listed where the list is to take no more than this height."""
        return min(max(round(height / self._row_height()), _FEWEST_ROWS), MOST_ROWS)

    def best_size(self, room: QSize) -> QSize:
        """Returns the size that it wants within a room."""
        margins = 2 * _MARGIN + 2
        head = self._head.sizeHint()
        names = [self._list.item(row).text() for row in range(self._list.count())] if self.is_open else []
        metrics = self._list.fontMetrics()
        widest = max(map(metrics.horizontalAdvance, names), default=0) + _SWATCH + 7 * _MARGIN
        rows = len(names) * self._row_height() + 4 if names else 0
        width = min(max(head.width(), min(widest, _WIDEST * metrics.averageCharWidth())) + margins, room.width())
        return QSize(width, min(head.height() + rows + margins, room.height()))

    def _row_height(self) -> int:
        return self._list.fontMetrics().height() + _ROW_AIR

    def _fill(self) -> None:
        """Writes the rows anew; the one that has the keyboard keeps it."""
        row = self._list.currentRow()
        chosen = self._list.item(row).data(Qt.ItemDataRole.UserRole) if row >= 0 else None
        self._list.clear()
        first, rest = self._listing.first, self._listing.rest
        for entry in (*first, *rest) if self._shows_all else first:
            served = _served(entry)
            self._add(entry.name, f"{entry.name}. {served}", entry.office, _swatch(entry, self._theme, self))
            if entry.office == chosen:
                self._list.setCurrentRow(self._list.count() - 1)
        if rest and not self._shows_all:
            more = f"and {len(rest)} more" if first else f"{count_of(len(rest), 'office')} elsewhere"
            self._add(more, f"{more}. Enter shows all.", None, QIcon())
            self._list.item(self._list.count() - 1).setForeground(QColor(self._theme.quiet_text))
        self.reshaped.emit()

    def _add(self, text: str, said: str, office: UUID | None, icon: QIcon) -> None:
        item = QListWidgetItem(icon, " ".join(text.split()))
        item.setData(Qt.ItemDataRole.UserRole, office)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        item.setToolTip(plain_tooltip(said if office is not None else "Show all"))
        item.setSizeHint(QSize(0, self._row_height()))  # as wide as the list, so that long names end in an ellipsis
        self._list.addItem(item)

    def _on_toggled(self, is_open: bool) -> None:
        self._head.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self._head.setAccessibleName(f"Legend: {_TITLE}, {'open' if is_open else 'folded'}")
        self._head.setToolTip("Fold the legend" if is_open else "Show the legend")
        self._list.setVisible(is_open)
        self.reshaped.emit()

    def _on_chosen(self, item: QListWidgetItem) -> None:
        office = item.data(Qt.ItemDataRole.UserRole)
        if office is not None:
            self.office_chosen.emit(office)
        else:
            QTimer.singleShot(0, self, self._show_all)  # the list is not to lose a row while it tells of it

    def _show_all(self) -> None:
        row = self._list.currentRow()
        self._shows_all = True
        self._fill()
        self._list.setCurrentRow(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the panel."""
        painter = QPainter(self)
        paint_panel(painter, self, self._theme)
        painter.end()


def _served(entry: Entry) -> str:
    """Returns the sentence that names the countries."""
    names = [country_name(code) for code in entry.countries]
    more = len(names) - _MOST_COUNTRIES
    listed = ", ".join(names[:_MOST_COUNTRIES]) + (f" and {more} more" if more > 0 else "")
    return f"Serves {listed}." if len(names) == 1 else f"Serves {len(names)} countries: {listed}."


def _swatch(entry: Entry, theme: MapColours, beside: QWidget) -> QIcon:
    """Returns a square in the colour of an office's countries."""
    ratio = beside.devicePixelRatioF()
    pixmap = QPixmap(round(_SWATCH * ratio), round(_SWATCH * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.quiet_text), 1.0))
    painter.setBrush(QColor(theme.group_colour(entry.group)))
    painter.drawRoundedRect(QRectF(0.5, 0.5, _SWATCH - 1.0, _SWATCH - 1.0), 3.0, 3.0)
    painter.end()
    return QIcon(pixmap)
