"""One field of the form: its name above, what is doubtful beneath."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, Theme, scaled_font


class Field(QWidget):
    """Puts a name over a control and room for a finding under it."""

    def __init__(self, name: str, control: QWidget, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._control = control
        small = scaled_font(self.font(), 0.85)
        label = PlainLabel(name)
        label.setFont(small)
        label.setStyleSheet(f"color: {theme.muted}")
        label.setBuddy(control)
        if name and not control.accessibleName():
            control.setAccessibleName(name)
        self._doubt = PlainLabel()
        self._doubt.setFont(small)
        self._doubt.setStyleSheet(f"color: {theme.warning}")
        self._doubt.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        if name:
            layout.addWidget(label)
        layout.addWidget(control)
        layout.addWidget(self._doubt)

    @property
    def control(self) -> QWidget:
        """What one types into or chooses from."""
        return self._control

    def show_doubt(self, text: str) -> None:
        """Shows a finding's sentence, or nothing."""
        self._doubt.setText(text)
        self._doubt.setVisible(bool(text))
        self._control.setAccessibleDescription(text)

    @property
    def doubt(self) -> str:
        """The finding shown."""
        return self._doubt.text()
