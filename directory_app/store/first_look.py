"""What the window paints first, read without SQLAlchemy, whose import takes longer than all the rest of a start."""

import json
import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from uuid import UUID

from directory_app.model.office import Kind, Region, Status, Summary
from directory_app.store.soundness import require_numbers, require_texts
from directory_app.store.versions import known_versions

BUSY_SECONDS = 5.0
"""How long a call waits for another program's write before it gives up."""

_SUMMARIES = f"SELECT {', '.join(field.name for field in fields(Summary))} FROM offices ORDER BY name, id"
_REGIONS = "SELECT name, aliases, place FROM regions ORDER BY place, name"
_VERSION = "SELECT version_num FROM alembic_version"
_LAST_SEQUENCE = "SELECT max(sequence) FROM changes"


@dataclass(frozen=True, slots=True)
class FirstLook:
    """Every office's summary, in the order of names, the regions, in theirs, and the newest change's number."""

    summaries: tuple[Summary, ...]
    regions: tuple[Region, ...]
    last_sequence: int


def first_look(path: Path, migrations: Path) -> FirstLook | None:
    """Returns what a database holds, or None for one that is new, older, newer, locked or damaged.

    Those are for `Store.open`, which mends them or says what is wrong.
    """
    try:
        if not (path.is_file() and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
            return None
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=0.2)) as driver:
            driver.execute("BEGIN")
            (version,) = driver.execute(_VERSION).fetchone()
            (last,) = driver.execute(_LAST_SEQUENCE).fetchone()
            if version != known_versions(migrations)[-1] or not last:
                return None
            return FirstLook(tuple(read_summaries(driver)), tuple(read_regions(driver)), last)
    except (sqlite3.Error, OSError, ValueError, TypeError):
        return None


def read_summaries(driver: sqlite3.Connection) -> list[Summary]:
    """Returns every office's summary, in the order of names.

    Raises ValueError for what is no value of the model.
    """
    return [_summary(*row) for row in driver.execute(_SUMMARIES)]


def read_regions(driver: sqlite3.Connection) -> list[Region]:
    """Returns the regions in their order; raises ValueError or TypeError for what is no value of the model."""
    return [_region(*row) for row in driver.execute(_REGIONS)]


def _summary(
    office_id: str,
    name: str,
    kind: str,
    region: str | None,
    city: str,
    country: str,
    latitude: float | None,
    longitude: float | None,
    zone: str,
    status: str,
    verified_on: str | None,
    covers: str,
    hours: str,
) -> Summary:
    require_texts(office_id, name, region or "", city, country, zone, hours)
    require_numbers(latitude or 0.0, longitude or 0.0)
    return Summary(
        UUID(office_id),
        name,
        Kind(kind),
        region or "",
        city,
        country,
        latitude,
        longitude,
        zone,
        Status(status),
        date.fromisoformat(verified_on) if verified_on is not None else None,
        _countries(covers),
        hours,
    )


def _countries(plain: str) -> tuple[str, ...]:
    if plain == "[]":  # as of nearly every office
        return ()
    countries = tuple(json.loads(plain))
    require_texts(*countries)
    return countries


def _region(name: str, aliases: str, place: int) -> Region:
    others = tuple(json.loads(aliases))
    require_texts(name, *others)
    require_numbers(place)
    return Region(name, others, place)
