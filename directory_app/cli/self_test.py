"""Tries every part of the installed program on a directory of its own, which is removed afterwards."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NoReturn

from directory_app.directory import Directory
from directory_app.opening import open_directory


@dataclass(frozen=True, slots=True)
class Result:
    """What one check found."""

    name: str
    passed: bool
    detail: str


def self_test() -> list[Result]:
    """Returns the results of all checks; a check that raises has failed with the error's text."""
    with tempfile.TemporaryDirectory(prefix="office-directory-") as name:
        folder = Path(name)
        results = [_tried("window", partial(_window, folder / "window"))]
        try:
            directory = open_directory(folder / "offices.sqlite")
        except Exception as error:
            return [*results, Result("database", False, f"{type(error).__name__}: {error}")]
        with directory:
            results += [_tried(name, partial(check, directory)) for name, check in _CHECKS.items()]
            results.append(_tried("export", partial(_export, directory, folder)))
    return results


def _tried(name: str, check: Callable[[], str]) -> Result:
    try:
        return Result(name, True, check())
    except Exception as error:
        return Result(name, False, f"{type(error).__name__}: {error}")


def _offices(directory: Directory) -> str:
    rows = directory.summaries()
    _require(len(rows) == 25, f"{len(rows)} offices instead of 25")
    _require(all(row.latitude is not None for row in rows), "an office is not on the map")
    return f"{len(rows)} offices, all on the map"


def _search(directory: Directory) -> str:
    names = {row.id: row.name for row in directory.summaries()}
    for query, name in (("서울", "East Asia Secretariat"), ("0228 976", "World Secretariat")):
        first = next(iter(directory.search(query)), None)
        _require(first is not None and names[first.id] == name, f"{query} does not find the {name}")
    return "finds a name in its own script and a number as dialled"


def _edit(directory: Directory) -> str:
    before = directory.find("Berlin Office")
    directory.save(replace(before, notes="self-test"), "self-test")
    directory.undo("self-test")
    after = directory.office(before.id)
    _require(after.notes == before.notes and after.revision == before.revision + 2, "undo did not bring it back")
    return "a change was saved and undone"


def _numbers(directory: Directory) -> str:
    from directory_app.model.phones.cell import read_phones

    numbers = [phone.number for phone in read_phones("+91 - 40 / 40034004/5/6/8")]
    _require(numbers[-1:] == ["+914040034008"], f"read {numbers}")
    found = [finding for _, finding in directory.check() if finding.code.startswith("phone_old")]
    _require(bool(found), "the published numbers that are doubtful are not flagged")
    return f"several numbers in a cell are told apart; {len(found)} published ones are of an old plan"


def _places(directory: Directory) -> str:
    best = next(iter(directory.places.locate(directory.find("Kaohsiung Capacity Center"))), None)
    _require(best is not None and best.country == "TW", "Kaohsiung is not found in Taiwan")
    near = directory.nearest(directory.find("Berlin Office").position or _fail("Berlin is nowhere"), 2)
    return (
        f"{best.label if best else ''} is found; {near[-1].distance_km:,.0f} km from Berlin to {near[-1].office.name}"
    )


def _addresses(directory: Directory) -> str:
    from directory_app.geo.clock import local_time, short_time
    from directory_app.model.address import format_one_line

    office = directory.find("Japan Office")
    shown = format_one_line(office.address)
    _require("Tokyo" in shown and shown.endswith("Japan"), f"laid out as {shown}")
    time = local_time(office.timezone, datetime.now().astimezone())
    _require(time is not None, f"the zone {office.timezone} is unknown")
    return f"{shown}; it is {short_time(time)} there" if time else ""


def _map(_: Directory) -> str:
    from directory_app.bundled import bundled
    from directory_app.geo.base_map import BaseMap
    from directory_app.geo.map_names import MapNames

    polygons = len(BaseMap(bundled("resources", "base_map", "base_map.bin")).level(0).polygons)
    _require(polygons > 100, f"only {polygons} polygons")
    languages = len(MapNames(bundled("resources", "map_names", "map_names.bin")).languages)
    _require(languages > 10, f"names in only {languages} languages")
    return f"{polygons} outlines, names in {languages} languages"


def _export(directory: Directory, folder: Path) -> str:
    from directory_app.exchange.atomic import write_atomically
    from directory_app.exchange.formats import FORMATS, export

    sizes = []
    for format_ in FORMATS:
        path = folder / f"offices-{format_.name}{format_.suffix}"
        write_atomically(path, export(directory.offices(), format_.name).data)
        sizes.append(f"{format_.name} {path.stat().st_size:,} bytes")
    return ", ".join(sizes)


def _window(folder: Path) -> str:
    command = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "directory_app"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(
        [*command, "--data-dir", str(folder), "--quit-when-painted"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    _require(run.returncode == 0, run.stderr.strip()[-500:] or f"exit code {run.returncode}")
    return "opens, paints and closes"


def _require(fact: bool, otherwise: str) -> None:
    if not fact:
        raise AssertionError(otherwise)


def _fail(message: str) -> NoReturn:
    raise AssertionError(message)


_CHECKS: dict[str, Callable[[Directory], str]] = {
    "offices": _offices,
    "search": _search,
    "edit": _edit,
    "numbers": _numbers,
    "places": _places,
    "addresses": _addresses,
    "map": _map,
}
