"""A text that is painted in a few lines and cut where there is more of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption


def cut_text(text: str, font: QFont, width: int, most: int) -> str:
    """Returns as much of a text as fits into so many lines of a width, with an ellipsis where that is not all."""
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    for _ in range(most - 1):
        line = layout.createLine()
        if line.isValid():
            line.setLineWidth(max(1, width))
    last = layout.createLine()
    layout.endLayout()
    if not last.isValid():
        return text
    units = text.encode("utf-16-le", "surrogatepass")  # Qt counts in UTF-16
    start = 2 * last.textStart()
    fitting, rest = (part.decode("utf-16-le", "replace") for part in (units[:start], units[start:]))
    return fitting + QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
