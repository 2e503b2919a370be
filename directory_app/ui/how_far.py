"""How far a job is: as a bar, and in words."""

from PySide6.QtWidgets import QProgressBar, QWidget

from directory_app.ui.theme import SPACE, Theme
from directory_app.ui.words import count_of

_SOON = 1.0
_LEAST_PART = 0.02


class ProgressBar(QProgressBar):
    """A thin bar in the colours of a theme; what it means is said beside it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setFixedHeight(2 * SPACE)
        self.setStyleSheet(
            f"QProgressBar {{ background: {theme.sunken}; border: 1px solid {theme.line}; border-radius: 4px; }}"
            f"QProgressBar::chunk {{ background: {theme.accent}; border-radius: 3px; }}"
        )


def time_left(done: int, total: int, seconds: float) -> str:
    """Returns about how long a job still takes that came so far in these seconds; nothing where nobody can know."""
    if not total or done >= total or seconds < _SOON or done / total < _LEAST_PART:
        return ""
    left = seconds * (total - done) / done
    if left < 5:
        return "a few seconds left"
    if left < 55:
        return f"about {round(left / 5) * 5} seconds left"
    minutes = max(1, round(left / 60))
    return f"about {count_of(minutes, 'minute')} left"


def how_far(done: int, total: int) -> str:
    """Returns how many are done, such as "1,200 of 40,000"."""
    if not done:
        return ""
    return f"{done:,} of {total:,}" if total else f"{done:,}"
