"""A question that is answered in the background, and may outlive the dialog that asked it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from directory_app.errors import DirectoryError
from directory_app.ui.background import Background
from directory_app.ui.nearby.asking import Answer


class Question(QObject):
    """Asks once; its signals come in the window's thread.

    It belongs to the background, and not the dialog: a worker that let go of the dialog last would destroy
    it in its own thread.
    """

    answered = Signal(object, object)
    """This question and its `Answer`."""
    failed = Signal(object, object)
    """This question and a sentence that says why there is no answer."""

    def __init__(self, function: Callable[[], Answer], background: Background) -> None:
        super().__init__(background)
        self._function, self._background = function, background

    def ask(self) -> None:
        """Begins."""
        self._background.run(self._run, self._on_result, self._on_error)

    def _run(self) -> Answer | DirectoryError:
        """Returns the answer, or the known error in its place; in another thread."""
        try:
            return self._function()
        except DirectoryError as error:
            return error

    def _on_result(self, result: Answer | DirectoryError) -> None:
        if isinstance(result, DirectoryError):
            self.failed.emit(self, str(result))
        else:
            self.answered.emit(self, result)
        self.deleteLater()

    def _on_error(self, error: Exception) -> None:
        """Ends the wait before the bug gets its report."""
        self.failed.emit(self, "The program made a mistake, so it does not know what is near.")
        self.deleteLater()
        raise error
