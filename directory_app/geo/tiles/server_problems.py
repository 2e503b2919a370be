"""What can go wrong with a tile server, each with a sentence; the map stays as it was."""

from directory_app.geo.tiles.pictures import TilesError


class ServerError(TilesError):
    """A picture was not had, and the server is left alone for some seconds, `pause`."""

    pause = 15.0


class UnreachableError(ServerError):
    """The server was not reached, or went away before it had answered."""


class UnusableError(ServerError):
    """The server answered something that is no picture."""


class RefusedError(ServerError):
    """The server answers, but not to us, or not where the settings say."""

    pause = 120.0


class BusyError(ServerError):
    """The server asks to be left alone for so many seconds."""

    def __init__(self, sentence: str, pause: float) -> None:
        super().__init__(sentence)
        self.pause = pause


class ClosedError(TilesError):
    """The map of the server was switched off, or the program ends; nobody reads this."""
