"""The program's own style at a size of font, and which buttons have no room for what they say."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from directory_app.bundled import bundled
from directory_app.ui.theme import LIGHT, apply_theme


@contextmanager
def styled_app(points: int) -> Iterator[None]:
    """Dresses the program in its style with a font of so many points until the end of the block."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    font, palette, style = app.font(), app.palette(), app.style().name()
    larger = app.font()
    larger.setPointSize(points)
    app.setFont(larger)
    apply_theme(app, LIGHT, bundled("resources", "icons"))
    try:
        yield
    finally:
        app.setStyleSheet("")
        app.setStyle(style)
        app.setPalette(palette)
        app.setFont(font)


def buttons_cut(window: QWidget) -> list[str]:
    """Returns what the buttons say that are narrower or lower than they have to be, or beyond its sides."""
    return [
        button.text() for button in window.findChildren(QPushButton) if button.isVisible() and _is_cut(button, window)
    ]


def _is_cut(button: QPushButton, window: QWidget) -> bool:
    wanted, there = button.sizeHint(), button.size()
    left = button.mapTo(window, QPoint()).x()
    is_inside = left >= 0 and left + there.width() <= window.width()
    return there.width() < wanted.width() or there.height() < wanted.height() or not is_inside
