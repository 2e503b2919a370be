"""Colours, sizes and type of the window: one palette for light, one for dark."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

SPACE = 4
"""The unit of every distance in the window, in device-independent pixels."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one appearance, as #RRGGBB; text on `surface` and `raised` is at least 4.5 : 1."""

    dark: bool
    surface: str
    raised: str
    sunken: str
    line: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    on_accent: str
    selected: str
    hover: str
    tint: str
    warning: str
    warning_surface: str
    error: str


LIGHT = Theme(
    dark=False,
    surface="#ffffff",
    raised="#ffffff",
    sunken="#f6f7f6",
    line="#dfe3e0",
    text="#17201b",
    muted="#5c6660",
    faint="#68726c",
    accent="#0f6b4c",
    accent_hover="#0b5a3f",
    on_accent="#ffffff",
    selected="#e1f1ea",
    hover="#f1f5f3",
    tint="#eef4f1",
    warning="#8a5300",
    warning_surface="#fdf0dc",
    error="#b3261e",
)

DARK = Theme(
    dark=True,
    surface="#171a18",
    raised="#1f2321",
    sunken="#131614",
    line="#303633",
    text="#eceeed",
    muted="#a3aca7",
    faint="#8d9791",
    accent="#59c39a",
    accent_hover="#6fd0aa",
    on_accent="#0b1f17",
    selected="#1e382e",
    hover="#202523",
    tint="#232926",
    warning="#e0a64a",
    warning_surface="#3a2a12",
    error="#f0857d",
)


def system_theme() -> Theme:
    """Returns the theme that the desktop asks for."""
    return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


def apply_theme(app: QApplication, theme: Theme, icons: Path) -> None:
    """Dresses the whole program in a theme: Fusion, our palette and a little style sheet.

    `icons` is the folder of drawings that the style sheet names.
    """
    app.setStyle("Fusion")
    app.setPalette(_palette(theme))
    arrow = icons / ("arrow-dark.svg" if theme.dark else "arrow-light.svg")
    app.setStyleSheet(_style_sheet(theme, arrow.as_posix()))


def scaled_font(base: QFont, factor: float, *, bold: bool = False) -> QFont:
    """Returns the font at a factor of its size; the window uses 1.25, 1 and 0.85."""
    font = QFont(base)
    if base.pointSizeF() > 0.0:
        font.setPointSizeF(base.pointSizeF() * factor)
    else:
        font.setPixelSize(max(round(base.pixelSize() * factor), 1))
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def heading_font(base: QFont) -> QFont:
    """Returns the small spaced font of region headings."""
    font = scaled_font(base, 0.85)
    font.setCapitalization(QFont.Capitalization.AllUppercase)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.8)
    return font


def fixed_font() -> QFont:
    """Returns the system's font for text that is read letter by letter, such as a report."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.surface,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.raised,
        QPalette.ColorRole.AlternateBase: theme.sunken,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.Button: theme.raised,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.error,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.ToolTipBase: theme.raised,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.faint,
        QPalette.ColorRole.Accent: theme.accent,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.faint))
    return palette


def _style_sheet(theme: Theme, arrow: str) -> str:
    return _style_of_fields(theme, arrow) + _style_of_buttons(theme) + _style_of_the_rest(theme)


def _style_of_fields(theme: Theme, arrow: str) -> str:
    return f"""
QToolTip {{ background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.line}; padding: 4px 6px; }}
QLineEdit, QPlainTextEdit, QComboBox {{
    background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.line}; border-radius: 6px;
    padding: 5px 8px; selection-background-color: {theme.accent}; selection-color: {theme.on_accent};
}}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{ border: 1px solid {theme.accent}; }}
QComboBox {{ min-height: 18px; }}
QLineEdit {{ min-height: 18px; }}
QComboBox QLineEdit {{ border: 0; padding: 0; min-height: 0; background: transparent; }}
QComboBox::drop-down {{ border: 0; width: 20px; }}
QComboBox::down-arrow {{ image: url({arrow}); width: 12px; height: 12px; }}
QRadioButton::indicator {{ width: 14px; height: 14px; border: 1px solid {theme.faint}; border-radius: 8px; }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {theme.accent}; }}
QRadioButton::indicator:focus {{ border-color: {theme.accent}; }}
QRadioButton {{ spacing: 8px; }}
QTreeView {{ background: {theme.surface}; border: 0; outline: 0; }}
QTreeView::item {{ padding: 5px 6px; }}
QTreeView::item:selected {{ background: {theme.selected}; color: {theme.text}; }}
QComboBox QAbstractItemView {{ background: {theme.raised}; border: 1px solid {theme.line}; outline: 0; }}
"""


def _style_of_buttons(theme: Theme) -> str:
    return f"""
QPushButton {{
    background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.line}; border-radius: 6px;
    padding: 6px 12px;
}}
QPushButton:hover {{ background: {theme.hover}; }}
QPushButton:focus {{ border-color: {theme.accent}; }}
QPushButton:disabled {{ color: {theme.faint}; }}
QPushButton[primary="true"] {{
    background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent}; font-weight: 600;
}}
QPushButton[primary="true"]:hover {{ background: {theme.accent_hover}; }}
QPushButton[primary="true"]:focus {{ border-color: {theme.text}; }}
QPushButton[primary="true"]:disabled {{
    background: {theme.sunken}; color: {theme.faint}; border-color: {theme.line};
}}
QPushButton[chip="true"] {{ border-radius: 13px; padding: 0 12px; min-height: 26px; color: {theme.muted}; }}
QPushButton[chip="true"][active="true"] {{
    background: {theme.selected}; color: {theme.accent}; border-color: {theme.accent};
}}
QPushButton::menu-indicator {{ width: 0; }}
QPushButton[quiet="true"] {{
    border: 1px solid transparent; background: {theme.tint}; color: {theme.accent}; padding: 3px 8px;
}}
QPushButton[quiet="true"]:hover {{ background: {theme.selected}; }}
QPushButton[quiet="true"]:focus {{ border: 1px solid {theme.accent}; }}
QPushButton[quiet="true"]:disabled {{ background: transparent; color: {theme.faint}; }}
QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 4px; }}
QToolButton:hover {{ background: {theme.hover}; }}
QToolButton:focus {{ border: 1px solid {theme.accent}; }}
"""


def _style_of_the_rest(theme: Theme) -> str:
    return f"""
QMenu {{ background: {theme.raised}; border: 1px solid {theme.line}; padding: 4px; menu-scrollable: 1; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {theme.selected}; color: {theme.text}; }}
QMenu::separator {{ height: 1px; background: {theme.line}; margin: 4px 8px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {theme.line}; border-radius: 4px; min-height: 28px; margin: 1px; }}
QScrollBar::handle:vertical:hover {{ background: {theme.faint}; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {theme.line}; border-radius: 4px; min-width: 28px; margin: 1px; }}
QScrollBar::handle:horizontal:hover {{ background: {theme.faint}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: transparent; border: 0; width: 0; height: 0;
}}
QSplitter::handle {{ background: {theme.line}; }}
QScrollArea#card {{ border: 1px solid transparent; }}
QScrollArea#card:focus {{ border: 1px solid {theme.accent}; }}
QListView {{ background: {theme.surface}; border: 0; outline: 0; }}
"""
