"""Every folder the program writes to, decided once."""

from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

_APP = "office-directory"


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one user; none of them need exist."""

    data: Path
    config: Path
    log: Path

    @property
    def database(self) -> Path:
        """The database that is opened when no other is named."""
        return self.data / "offices.sqlite"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "settings.json"

    @property
    def columns(self) -> Path:
        """What the columns of imported tables mean."""
        return self.config / "columns.json"


def user_paths() -> Paths:
    """Returns the folders where this system keeps a user's files."""
    dirs = PlatformDirs(_APP, appauthor=False)
    return Paths(dirs.user_data_path, dirs.user_config_path, dirs.user_log_path)


def paths_under(folder: Path) -> Paths:
    """Returns folders that all lie in the given one."""
    root = folder.absolute()
    return Paths(root, root / "config", root / "log")
