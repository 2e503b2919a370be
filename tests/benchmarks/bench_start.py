"""How long the window takes to appear, against a bare script that does the least a window could."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

GOAL = 1.5
WARM_UPS = 2
PAIRS = 12

# Imports PySide6 and SQLAlchemy, reads the same rows from the same file, shows a table, ends at its first paint.
BARE = """
import sys

from PySide6.QtCore import QAbstractTableModel, Qt, QTimer
from PySide6.QtWidgets import QApplication, QTableView
from sqlalchemy import create_engine, text

with create_engine("sqlite:///" + sys.argv[1]).connect() as connection:
    rows = [tuple(row) for row in connection.execute(text("SELECT * FROM offices"))]


class Model(QAbstractTableModel):
    def rowCount(self, parent=None):
        return len(rows)

    def columnCount(self, parent=None):
        return len(rows[0])

    def data(self, index, role=Qt.DisplayRole):
        return str(rows[index.row()][index.column()]) if role == Qt.DisplayRole else None


class View(QTableView):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)


application = QApplication(sys.argv[:1])
model, view = Model(), View()
view.setModel(model)
view.resize(1200, 800)
view.show()
sys.exit(application.exec() if len(rows) == 25 else "there should be 25 rows")
"""


def main() -> bool:
    """Prints both medians and their ratio; returns whether the goal is reached."""
    with tempfile.TemporaryDirectory(prefix="bench-start-") as name:
        folder = Path(name)
        database, script = folder / "seeded.sqlite", folder / "bare.py"
        script.write_text(BARE, encoding="utf-8")
        python = [sys.executable, "-P"]
        ours = [*python, "-m", "directory_app", "--database", str(database), "--data-dir", name, "--quit-when-painted"]
        bare = [*python, str(script), str(database)]
        _seconds(ours, folder)  # makes and fills the database
        pairs = [(_seconds(ours, folder), _seconds(bare, folder)) for _ in range(WARM_UPS + PAIRS)][WARM_UPS:]
    return _report([mine for mine, _ in pairs], [theirs for _, theirs in pairs])


def _seconds(command: Sequence[str], folder: Path) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    start = time.perf_counter()
    subprocess.run(command, check=True, cwd=folder, env=environment, stdin=subprocess.DEVNULL)
    return time.perf_counter() - start


def _report(ours: Sequence[float], bare: Sequence[float]) -> bool:
    ratio = statistics.median(mine / theirs for mine, theirs in zip(ours, bare, strict=True))
    print(f"start: {statistics.median(ours) * 1000:.0f} ms until the window is painted and the program ends,")
    print(f"       {statistics.median(bare) * 1000:.0f} ms for a bare script; medians of {len(ours)} alternating runs")
    print(f"       ratio {ratio:.2f}, goal at most {GOAL}: {'reached' if ratio <= GOAL else 'missed'}")
    return ratio <= GOAL


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
