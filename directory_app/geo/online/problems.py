"""What can go wrong online, each with a sentence; whatever was looked up stays as it was."""

from directory_app.errors import DirectoryError


class OnlineError(DirectoryError):
    """An address could not be looked up online."""


class UnreachableError(OnlineError):
    """The server was not reached, or went away before it had answered."""


class RefusedError(OnlineError):
    """The server answers, but not to us, or not now; asking again at once is no use."""


class OddAnswerError(OnlineError):
    """The server answered something that is no list of places."""
