"""The errors that have a sentence for people; everything else is a bug and gets a report."""


class DirectoryError(Exception):
    """A known error: its text names what is concerned and says what to do."""


class BadInputError(DirectoryError):
    """What was typed, given or read cannot be used."""


class MissingResourceError(DirectoryError):
    """A file that belongs to the program is not where it should be, or cannot be read."""


class DatabaseError(DirectoryError):
    """The database file cannot be used as it is; nothing in it was changed."""


class StaleOfficeError(DirectoryError):
    """Somebody saved this office since it was read; the save was refused."""


class NotFoundError(DirectoryError):
    """There is no such office, or nothing to do."""


class StoppedError(DirectoryError):
    """A person stopped a long job; nothing of it is left."""
