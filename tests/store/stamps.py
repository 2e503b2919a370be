"""Stamps for saves, and where the migrations are."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from directory_app.bundled import bundled
from directory_app.model.change import Stamp

MIGRATIONS = bundled("db", "migrations")
NOON = datetime(2026, 1, 15, 12, 0, tzinfo=UTC)


def a_stamp(by: str = "Ada", **values: Any) -> Stamp:
    """Returns the stamp of a step of its own, at noon."""
    return Stamp(**{"step": uuid4(), "at": NOON, "by": by, **values})
