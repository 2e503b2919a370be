"""What a user chose, kept in one small JSON file."""

import getpass
import json
import logging
import os
import tempfile
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

_log = logging.getLogger(__name__)

THEMES = ("system", "light", "dark")
ON = "on"
DISTANCES = ("", "km", "mi")
WEB_MAPS = ("", "osm", "google", "apple")
MAP_NAMES = ("", "local")
MAP_MEMORY = ("", "16", "128", "256")
_USUAL_MEMORY = 64
BUILT_IN, FROM_FILE, ONLINE = MAP_SOURCES = ("", "file", "online")
_CHOICES = {
    "theme": THEMES,
    "online_geocoding": ("", ON),
    "distances": DISTANCES,
    "web_map": WEB_MAPS,
    "map_names": MAP_NAMES,
    "map_memory": MAP_MEMORY,
    "map_source": MAP_SOURCES,
    "online_tiles": ("", ON),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """One user's choices.

    `author` signs changes, empty for the login name; `my_country` is ISO 3166-1 alpha-2 and decides
    how numbers are dialled, empty for the system's; `window` and `panes` are what Qt gave to find
    them again where they were, opaque text.
    `online_geocoding` is "on" where addresses may be looked up online, and nothing is sent otherwise;
    `nominatim_url`, empty for OpenStreetMap's own server, `nominatim_email` and `nominatim_user_agent`
    are what that server is asked with. `home_timezone` is IANA, empty for the system's; `distances` are
    "km" or "mi", empty for what is usual where the system's language is spoken; `web_map` is "osm", "google" or
    "apple", on which a place is shown in the browser, empty for OpenStreetMap; `map_names` is "local" for names as
    they are written where a place is, empty for those in the system's language; `map_memory` is in megabytes
    how much of the map is kept in memory, empty for 64.
    `map_source` is "file" for the map in `tile_file`, a path, "online" for that of a server, and empty for the
    built-in one; `online_tiles` is "on" where pictures of the map may be fetched, and nothing is asked for otherwise;
    `tile_url` and `tile_attribution`, empty for OpenStreetMap's, say from where and whom to thank,
    `tile_user_agent` what the program calls itself there.
    `unknown` holds what a newer version wrote, so that it is not lost.
    """

    author: str = ""
    my_country: str = ""
    theme: str = "system"
    window: str = ""
    panes: str = ""
    online_geocoding: str = ""
    nominatim_url: str = ""
    nominatim_email: str = ""
    nominatim_user_agent: str = ""
    home_timezone: str = ""
    distances: str = ""
    web_map: str = ""
    map_names: str = ""
    map_memory: str = ""
    map_source: str = ""
    tile_file: str = ""
    online_tiles: str = ""
    tile_url: str = ""
    tile_attribution: str = ""
    tile_user_agent: str = ""
    unknown: tuple[tuple[str, Any], ...] = ()

    @property
    def map_bytes(self) -> int:
        """How many bytes of the map's tiles are kept in memory."""
        return int(self.map_memory or _USUAL_MEMORY) * 1024 * 1024

    @property
    def has_online_map(self) -> bool:
        """Whether pictures of the map are fetched from a server: it was chosen, and that it is asked was allowed."""
        return self.map_source == ONLINE and self.online_tiles == ON


def author_of(settings: Settings) -> str:
    """Returns who signs changes: the name that was chosen, else the login name."""
    if settings.author:
        return settings.author
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, and no variable that names one
        return "somebody"


def read_settings(path: Path) -> Settings:
    """Returns the settings of a file, the usual ones where there is no such file or it makes no sense.

    A damaged file is set aside as `<name>.damaged`; a single odd value is ignored.
    """
    try:
        content = json.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        _log.warning("The settings in %s cannot be read (%s); the usual ones are used.", path, error)
        return Settings()
    except (ValueError, RecursionError) as error:
        _set_aside(path, error)
        return Settings()
    if not isinstance(content, dict):
        _set_aside(path, "it is not a JSON object")
        return Settings()
    return _from_json(content)


def write_settings(path: Path, settings: Settings) -> None:
    """Writes the settings, whole or not at all.

    Raises OSError where the file cannot be written; the old file is then as it was.
    """
    content = dict(settings.unknown) | {name: getattr(settings, name) for name in _KNOWN}
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        # Half a surrogate, which JSON can escape and UTF-8 has no bytes for, is written as JSON escapes it.
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            json.dump(content, file, ensure_ascii=False, indent=2, sort_keys=True)
            file.write("\n")
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


_KNOWN = tuple(field.name for field in fields(Settings) if field.name != "unknown")


def _from_json(content: dict[str, Any]) -> Settings:
    known: dict[str, str] = {}
    for name in _KNOWN:
        value = content.pop(name, None)
        if isinstance(value, str) and value in _CHOICES.get(name, (value,)):
            known[name] = value
        elif value is not None:
            _log.warning("The setting %s cannot be %r; the usual one is used.", name, value)
    return Settings(**known, unknown=tuple(sorted(content.items())))


def _set_aside(path: Path, reason: object) -> None:
    damaged = path.with_name(path.name + ".damaged")
    try:
        path.replace(damaged)
    except OSError as error:
        _log.warning("The settings in %s are damaged (%s) and cannot be set aside (%s).", path, reason, error)
    else:
        _log.warning("The settings in %s were damaged (%s); they are kept as %s.", path, reason, damaged)
