"""Where the files that come with the program are; nothing else knows.

In a checkout they are the folders `db/` and `resources/` beside the package; in a wheel and in the
frozen program they are inside the package, under `_bundled/`.
"""

from pathlib import Path

from directory_app.errors import MissingResourceError

_PACKAGE = Path(__file__).resolve().parent


def bundled(*parts: str) -> Path:
    """Returns the path of a bundled file or folder, such as `bundled("resources", "icons")`.

    Raises MissingResourceError if it is not there.
    """
    inside = _PACKAGE / "_bundled"
    path = (inside if inside.is_dir() else _PACKAGE.parent).joinpath(*parts)
    if not path.exists():
        raise MissingResourceError(
            f"The file {path} belongs to the program and is missing. Install the program again; your data is untouched."
        )
    return path
