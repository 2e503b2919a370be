"""`office-directory`, which is `python -m directory_app`: without a command the window, with one the command line."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program and returns its exit code."""
    from directory_app.cli.parser import parse
    from directory_app.cli.run import chosen_database, chosen_paths, run_command

    asked = parse(sys.argv[1:] if arguments is None else arguments)
    if asked.command is not None:
        return run_command(asked)
    from directory_app.app import WindowRequest, run_window

    return run_window(
        WindowRequest(
            paths=chosen_paths(asked),
            database=chosen_database(asked),
            quit_when_painted=asked.quit_when_painted,
            screenshot=asked.screenshot,
            size=asked.size,
            theme=asked.theme,
            office=asked.office,
            query=asked.query,
        )
    )


if __name__ == "__main__":
    sys.exit(main())
