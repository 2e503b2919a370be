"""The list that opens where several offices share one spot."""

from uuid import UUID

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from directory_app.model.office import Kind, Summary
from directory_app.ui.map.colours import MapColours
from directory_app.ui.map.marks.mark import Mark
from directory_app.ui.map.marks.mark_stamps import paint_sign

_ICON = 20
_MOST = 20
"""Nobody looks for an office among more entries of a menu than these."""


class OfficeMenu(QMenu):
    """Offers the offices of one mark."""

    office_chosen = Signal(object)
    """The id of the chosen office."""

    def __init__(self, mark: Mark, theme: MapColours, parent: QWidget) -> None:
        """Fills the menu; it deletes itself when it closes."""
        super().__init__(parent)
        self._map = parent
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(f"{mark.count} offices at this place")
        icons: dict[Kind, QIcon] = {}
        for spot in mark.some(_MOST):
            kind = spot.office.kind
            if kind not in icons:
                icons[kind] = self._icon(kind, theme)
            action = QAction(icons[kind], _entry(spot.office), self)
            action.setData(spot.office.id)
            self.addAction(action)
        if mark.count > _MOST:
            self.addAction(f"{mark.count - _MOST:,} more here: search for them").setEnabled(False)
        self.triggered.connect(self._on_triggered)

    def open_at(self, place: QPoint) -> None:
        """Opens at a place of the map, with the first entry ready for Enter."""
        self.popup(self._map.mapToGlobal(place))
        self.setActiveAction(self.actions()[0])

    def _icon(self, kind: Kind, theme: MapColours) -> QIcon:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(QRect(0, 0, round(_ICON * ratio), round(_ICON * ratio)).size())
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(_ICON / 2.0, _ICON / 2.0)
        paint_sign(painter, kind, theme)
        painter.end()
        return QIcon(pixmap)

    def _on_triggered(self, action: QAction) -> None:
        office_id = action.data()
        if isinstance(office_id, UUID):
            self.office_chosen.emit(office_id)


def _entry(office: Summary) -> str:
    """Returns an entry's text: Qt takes a single & for a mnemonic and a tab for a column."""
    text = " · ".join(part for part in (office.name, office.city) if part)
    return " ".join(text.split()).replace("&", "&&")
