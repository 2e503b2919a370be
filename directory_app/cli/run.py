"""From what was asked for to an exit code: opens the directory, runs the command, tells errors in one line."""

import argparse
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from directory_app import __version__
from directory_app.cli.printing import OutputError, print_json, print_lines, tell
from directory_app.errors import BadInputError, DirectoryError, NotFoundError
from directory_app.geo.clock import local_now
from directory_app.paths import Paths, paths_under, user_paths
from directory_app.settings import Settings, author_of, read_settings

if TYPE_CHECKING:
    from directory_app.geo.online.nominatim import OnlineGeocoder

DATABASE_VARIABLE = "OFFICE_DIRECTORY_DATABASE"
BAD_INPUT = 2
INTERRUPTED = 130
"""As shells have it: 128 and the number of SIGINT."""


def chosen_paths(asked: argparse.Namespace) -> Paths:
    """Returns the folders to write to."""
    return paths_under(asked.data_dir) if asked.data_dir else user_paths()


def chosen_database(asked: argparse.Namespace) -> Path:
    """Returns the database file: the one asked for, that of the environment, or the user's own."""
    named = os.environ.get(DATABASE_VARIABLE)
    if asked.database:
        return Path(asked.database)
    return Path(named) if named and not asked.data_dir else chosen_paths(asked).database


def run_command(asked: argparse.Namespace) -> int:
    """Runs one command; a known error is one line on standard error."""
    try:
        return _run(asked)
    except NotFoundError as error:
        tell(str(error))
        return 1
    except DirectoryError as error:
        tell(str(error))
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # whoever read the answer has read enough
        return 0
    except OutputError as error:
        tell(f"The answer could not be written: {error}. Make room, or write it elsewhere.")
        return BAD_INPUT


def _run(asked: argparse.Namespace) -> int:
    if asked.command == "self-test":
        return _self_test(asked)
    from directory_app.cli.commands import COMMANDS, phones

    if asked.command == "phones":
        return phones(None, asked)
    from directory_app.opening import open_directory

    settings = read_settings(chosen_paths(asked).settings)
    asked.author, asked.my_country = author_of(settings), settings.my_country
    asked.clock = partial(local_now, settings.home_timezone)
    asked.online_geocoder = partial(_online_geocoder, settings, chosen_paths(asked).data)
    with open_directory(chosen_database(asked)) as directory:
        return COMMANDS[asked.command](directory, asked)


def _online_geocoder(settings: Settings, folder: Path) -> "OnlineGeocoder":
    """Returns what looks addresses up online; raises BadInputError unless a person switched that on."""
    from directory_app.geo.online.nominatim import online_geocoder
    from directory_app.geo.timezones import zone_at

    geocoder = online_geocoder(settings, folder, __version__, zone_at)
    if geocoder is None:
        raise BadInputError("Looking up addresses online is switched off. Switch it on in the window's Settings.")
    return geocoder


def _self_test(asked: argparse.Namespace) -> int:
    from directory_app.cli.self_test import self_test

    results = self_test()
    if asked.json:
        print_json([{"check": r.name, "passed": r.passed, "detail": r.detail} for r in results])
    else:
        print_lines(f"{'ok    ' if r.passed else 'FAILED'}  {r.name}: {r.detail}" for r in results)
    return 0 if all(result.passed for result in results) else BAD_INPUT
