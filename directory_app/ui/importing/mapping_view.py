"""The first rows of a table, above each column a drop-down with what it means."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from directory_app.exchange.tables.columns import COLUMN_FIELDS, KEPT, LEFT_OUT
from directory_app.ui.importing.mapping_model import MappingModel
from directory_app.ui.office_editor.choice import Choice
from directory_app.ui.theme import SPACE, Theme, scaled_font

Index = QModelIndex | QPersistentModelIndex

_COLUMN = 38 * SPACE
_ARROW = 5 * SPACE


class MappingView(QTableView):
    """Arrows go from column to column, Enter or a click drops the fields down."""

    def __init__(self, model: MappingModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Columns of the file")
        self.setModel(model)
        self.setItemDelegate(_MappingDelegate(model, theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().setDefaultSectionSize(_COLUMN)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(self.fontMetrics().height() + SPACE)
        self.setStyleSheet(
            f"QTableView {{ background: {theme.surface}; border: 1px solid {theme.line}; border-radius: 6px; }}"
            f"QHeaderView, QHeaderView::section, QTableCornerButton::section {{"
            f" background: {theme.sunken}; color: {theme.muted}; border: 0; padding: 3px 6px; }}"
            "QHeaderView::section:vertical { padding: 0 6px 4px 6px; }"
        )
        small = scaled_font(self.font(), 0.85)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setFont(small)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        model.modelReset.connect(self._on_reset)
        self.clicked.connect(self._on_clicked)
        self._on_reset()

    def _on_reset(self) -> None:
        for row in range(self.model().rowCount()):
            self.setRowHeight(row, self.fontMetrics().height() + (5 if row == 0 else 2) * SPACE)
        widest = str(self.model().headerData(self.model().rowCount() - 1, Qt.Orientation.Vertical) or "")
        self.verticalHeader().setFixedWidth(self.fontMetrics().horizontalAdvance(widest) + 6 * SPACE)
        self.setFixedHeight(self._full_height())
        if self.model().columnCount():
            self.setCurrentIndex(self.model().index(0, 0))

    def _full_height(self) -> int:
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + bar + SPACE

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.row() == 0:
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        opens = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Down)
        if event.key() in opens and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _FieldChoice(Choice):
    """Offers every field that a column may be, and drops down by itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(((name, field) for field, name in COLUMN_FIELDS.items()), parent)
        self.setMaxVisibleItems(16)

    def drop_down(self) -> None:
        """Shows the fields, unless the choice was closed meanwhile."""
        if self.isVisible():
            self.showPopup()


class _MappingDelegate(QStyledItemDelegate):
    """Paints the meanings as drop-downs and opens a real one where one is edited."""

    def __init__(self, model: MappingModel, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme

    def _paint_choice(self, painter: QPainter, option: QStyleOptionViewItem, field: str) -> None:
        theme = self._theme
        box = QRectF(option.rect).adjusted(SPACE + 0.5, SPACE + 0.5, -SPACE - 0.5, -SPACE - 0.5)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent if has_focus else theme.line), 1))
        painter.setBrush(QColor(theme.hover if option.state & QStyle.StateFlag.State_MouseOver else theme.raised))
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(QColor(theme.faint if field == LEFT_OUT else theme.muted if field == KEPT else theme.text))
        text = box.toRect().adjusted(2 * SPACE, 0, -_ARROW, 0)
        name = painter.fontMetrics().elidedText(
            self._model.name_of(field), Qt.TextElideMode.ElideRight, max(0, text.width())
        )
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(QPen(QColor(theme.muted), 1.4))
        x, y = box.right() - 3 * SPACE, box.center().y() - 1
        painter.drawPolyline(
            [QRectF(x + dx, y + dy, 0, 0).topLeft().toPoint() for dx, dy in ((-4, -1), (0, 3), (4, -1))]
        )

    def _paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        left_out = self._model.columns[index.column()] == LEFT_OUT
        painter.setPen(QColor(self._theme.faint if left_out else self._theme.muted))
        text = option.rect.adjusted(2 * SPACE, 0, -SPACE, 0)
        shown = painter.fontMetrics().elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, max(0, text.width())
        )
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _on_activated(self) -> None:
        editor = self.sender()
        if isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setFont(option.font)
        if index.row() == 0:
            self._paint_choice(painter, option, str(index.data(Qt.ItemDataRole.EditRole)))
        else:
            painter.setFont(scaled_font(option.font, 0.85))
            self._paint_cell(painter, option, index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(_COLUMN, option.fontMetrics.height() + 2 * SPACE)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = _FieldChoice(parent)
        editor.set_value(index.data(Qt.ItemDataRole.EditRole))
        editor.activated.connect(self._on_activated)
        QTimer.singleShot(0, editor, editor.drop_down)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, Choice):
            editor.set_value(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, Choice):
            self._model.setData(index, editor.value())
