"""Which links of an office may be opened, and how."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_OPENABLE = frozenset({"http", "https", "mailto", "tel", "sip", "geo"})


def open_link(link: str) -> bool:
    """Opens a link in the system's program for it; False where it may not be opened or nothing can."""
    url = QUrl(link, QUrl.ParsingMode.TolerantMode)
    return url.isValid() and url.scheme().lower() in _OPENABLE and QDesktopServices.openUrl(url)
