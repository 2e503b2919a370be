"""The versions that the tables have had."""

from pathlib import Path

from directory_app.errors import MissingResourceError


def known_versions(migrations: Path) -> list[str]:
    """Returns the versions that the migrations lead to, oldest first, without importing any of them.

    Their file names begin with a number and an underscore, in order. Raises MissingResourceError if there are none.
    """
    versions = sorted(script.stem.partition("_")[0] for script in (migrations / "versions").glob("[0-9]*_*.py"))
    if not versions:
        raise MissingResourceError(
            f"The folder {migrations} belongs to the program and holds no migrations. "
            "Install the program again; your data is untouched."
        )
    return versions
