"""The words that the command line understands."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from directory_app import __version__

_COORDINATES = re.compile(r"-[\d.]+\s*,\s*[-+\d.]+")


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the words in one line."""

    def error(self, message: str) -> NoReturn:
        """Ends the program with 2."""
        self.exit(2, f"{self.prog}: {message}. See: {self.prog} --help\n")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Returns what was asked for; `command` is None for the window. Exits with 2 on bad usage, as argparse does."""
    # A leading blank keeps argparse from reading southern coordinates as an option.
    return _parser().parse_args([f" {word}" if _COORDINATES.fullmatch(word) else word for word in arguments])


def _parser() -> _Parser:
    parser = _Parser(
        prog="office-directory",
        description="The offices of the network, offline. Without a command the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"office-directory {__version__}")
    parser.add_argument("--database", type=Path, metavar="PATH", help="the database file")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="write everything into this folder")
    parser.add_argument(
        "--language", metavar="CODE", default="en", help="the language of messages; English is the only one yet"
    )
    window = parser.add_argument_group("the window")
    window.add_argument("--quit-when-painted", action="store_true", help="paint everything once, then quit")
    window.add_argument("--screenshot", type=Path, metavar="PNG", help="save a picture of the window, then quit")
    window.add_argument("--size", type=_size, metavar="WxH", help="the size of the window")
    window.add_argument("--theme", choices=("light", "dark"), default="", help="instead of the chosen one")
    window.add_argument("--office", metavar="NAME", default="", help="the office shown first")
    window.add_argument("--query", metavar="TEXT", default="", help="what is searched for first")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_reading(commands)
    _add_changing(commands)
    return parser


def _add_reading(commands: "argparse._SubParsersAction[_Parser]") -> None:
    list_ = _command(commands, "list", "list all offices")
    list_.add_argument("--stale", action="store_true", help="only those that nobody has verified within a year")
    search = _command(commands, "search", "find offices by anything written about them")
    search.add_argument("query", nargs="+", metavar="QUERY")
    search.add_argument("--limit", type=_count, metavar="N")
    search.add_argument("--region", metavar="R")
    search.add_argument("--country", metavar="CC", help="ISO 3166-1 code or name")
    _command(commands, "show", "show one office").add_argument("office", metavar="ID_OR_NAME")
    export = _command(commands, "export", "write offices to a file")
    export.add_argument("--format", required=True, metavar="F", help="vcard3, vcard4, xlsx, csv or json")
    export.add_argument("-o", "--output", required=True, type=Path, metavar="PATH")
    export.add_argument("--query", metavar="Q")
    export.add_argument("--region", metavar="R")
    export.add_argument("--office", action="append", metavar="ID", default=[], help="id or name; may be repeated")
    check = _command(commands, "check", "tell what looks doubtful")
    check.add_argument("offices", nargs="*", metavar="ID")
    check.add_argument("--with-ignored", action="store_true", help="tell what somebody lets stand, too")
    mail = _command(commands, "mail", "print the letter that asks an office whether its entry is still right")
    mail.add_argument("office", metavar="ID")
    geocode = _command(commands, "geocode", "tell where the offline gazetteer finds an office or a text")
    geocode.add_argument("offices", nargs="*", metavar="ID")
    geocode.add_argument("--query", metavar="TEXT")
    geocode.add_argument("--country", metavar="CC", default="", help="ISO 3166-1 code or name")
    geocode.add_argument("--online", action="store_true", help="ask the server that Settings allow, too")
    nearest = _command(commands, "nearest", "list the offices nearest to an office, a place or a point")
    nearest.add_argument("place", metavar="ID, TOWN, COUNTRY or LAT,LON")
    nearest.add_argument("--count", type=_count, default=5, metavar="N")
    phones = _command(commands, "phones", "tell what is read out of a cell of phone numbers")
    phones.add_argument("text", nargs="+", metavar="TEXT", help="a cell, or - for one a line from standard input")
    phones.add_argument("--country", metavar="CC", default="", help="the country of numbers without a country code")


def _add_changing(commands: "argparse._SubParsersAction[_Parser]") -> None:
    edit = _command(commands, "edit", "change fields of an office")
    edit.add_argument("office", metavar="ID")
    edit.add_argument("fields", nargs="+", metavar="FIELD=VALUE")
    _add_settling(commands)
    _add_importing(commands)
    history = _command(commands, "history", "tell what happened to an office")
    history.add_argument("office", metavar="ID")
    _command(commands, "undo", "take the last change back")
    _command(commands, "self-test", "try every part of the installed program on data of its own")


def _add_settling(commands: "argparse._SubParsersAction[_Parser]") -> None:
    mend = _command(commands, "mend", "take what is proposed for a finding")
    ignore = _command(commands, "ignore", "let a finding stand, with a reason")
    for command in (mend, ignore):
        command.add_argument("office", metavar="ID")
        command.add_argument("code", metavar="CODE", help="as check prints it")
        command.add_argument("--about", metavar="VALUE", help="the value, where several findings have this code")
    ignore.add_argument("--reason", metavar="TEXT", default="")
    ignore.add_argument("--again", action="store_true", help="point it out again")
    verify = _command(commands, "verify", "say that the entry of an office is right")
    verify.add_argument("office", metavar="ID")
    verify.add_argument("--on", metavar="DATE", default="", help="today if left out")
    verify.add_argument("--how", metavar="TEXT", default="", help="such as called")


def _add_importing(commands: "argparse._SubParsersAction[_Parser]") -> None:
    import_ = _command(commands, "import", "bring the offices of a file into the directory")
    import_.add_argument("file", nargs="?", metavar="FILE", help="vCard, CSV, XLSX, JSON or text; - for standard input")
    import_.add_argument("--format", choices=("vcard", "csv", "xlsx", "json", "text"), help="what the file is")
    import_.add_argument(
        "--map", nargs="+", action="extend", default=[], metavar="COLUMN=FIELD", help="what a column of a table means"
    )
    import_.add_argument("--dry-run", action="store_true", help="tell what would be done, and change nothing")
    import_.add_argument("--update", action="store_true", help="take the file's values for offices that are there")
    import_.add_argument("--create-duplicates", action="store_true", help="create offices that others resemble, too")
    import_.add_argument("--delimiter", metavar="SIGN", help="what parts the columns of a CSV file")
    import_.add_argument("--encoding", metavar="NAME", help="the encoding of a CSV file")
    import_.add_argument("--sheet", metavar="NAME", help="the sheet of a workbook")
    import_.add_argument("--no-header", action="store_true", help="the first row is an office")
    merge = _command(commands, "merge", "make two offices one")
    merge.add_argument("keep", metavar="KEEP", help="the office that stays")
    merge.add_argument("gone", metavar="GONE", help="the office that fills its gaps and goes")


def _command(commands: "argparse._SubParsersAction[_Parser]", name: str, does: str) -> _Parser:
    command: _Parser = commands.add_parser(name, help=does, description=does[0].upper() + does[1:] + ".")
    command.add_argument("--json", action="store_true", help="print one JSON document")
    return command


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"“{text}” is no number of offices")
    return int(text)


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{2,5})x(\d{2,5})", text)
    if match is None:
        raise argparse.ArgumentTypeError(f"{text} is no size such as 1440x900")
    return int(match[1]), int(match[2])
