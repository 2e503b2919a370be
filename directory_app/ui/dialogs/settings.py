"""What a user can choose: name, country, time zone, distances, the map, and whether addresses are looked up online."""

from dataclasses import replace
from zoneinfo import available_timezones

from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from directory_app.model.countries import country_list, country_name
from directory_app.model.points.web_maps import WebMap, web_map_of
from directory_app.model.zones import zone_of
from directory_app.settings import MAP_MEMORY, Settings, author_of
from directory_app.ui.dialogs.frame import DialogFrame
from directory_app.ui.dialogs.map_section import MapSection, doubt_of_file
from directory_app.ui.dialogs.online_section import OnlineSection
from directory_app.ui.office_editor.choice import Choice, TypedChoice
from directory_app.ui.office_editor.field import Field
from directory_app.ui.theme import SPACE, Theme

AS_THE_SYSTEM = "As the system says"


class SettingsDialog(DialogFrame):
    """One page; nothing is kept by itself: whoever opened it asks for `settings` once it was accepted.

    The settings given are those of the file, with empty texts for what was not chosen.
    """

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("Settings", parent, width=90 * SPACE)
        self._given = settings
        self.author = QLineEdit(settings.author)
        self.author.setMaxLength(100)
        self.author.setPlaceholderText(author_of(Settings()))
        self.country = Choice([(AS_THE_SYSTEM, ""), *((country_name(code), code) for code, _ in country_list())])
        self.country.set_value(settings.my_country)
        self.country.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.timezone = TypedChoice([AS_THE_SYSTEM, *sorted(zone for zone in available_timezones() if "/" in zone)])
        self.timezone.set_text(settings.home_timezone or AS_THE_SYSTEM)
        self.distances = Choice([("As is usual here", ""), ("Kilometres", "km"), ("Miles", "mi")])
        self.distances.set_value(settings.distances)
        self.web_map = _web_map_choice(settings.web_map)
        self.map_names = Choice([("In my language", ""), ("As people there write them", "local")])
        self.map_names.set_value(settings.map_names)
        self.map_memory = Choice([("64 MB", ""), *((f"{size} MB", size) for size in MAP_MEMORY if size)])
        self.map_memory.set_value(settings.map_memory)
        self.map = MapSection(settings, theme, doubt_of_file)
        self.online = OnlineSection(settings, theme)
        self._zone_field = Field("Your time zone, which times are compared with", self.timezone, theme)
        self.content.addWidget(Field("Your name, which signs what you change", self.author, theme))
        self.content.addWidget(Field("Your country, from which you call", self.country, theme))
        self.content.addWidget(self._zone_field)
        self.content.addWidget(Field("Distances", self.distances, theme))
        self.content.addWidget(Field("Map in the browser, on which places are shown", self.web_map, theme))
        self.content.addWidget(Field("Names on the map", self.map_names, theme))
        self.content.addWidget(Field("Memory that the map may take", self.map_memory, theme))
        for section in (self.map, self.online):
            self.content.addWidget(_line(theme))
            self.content.addWidget(section)
        self.content.addStretch(1)
        self.add_button("Cancel").clicked.connect(self.reject)
        self.add_button("Save", primary=True).clicked.connect(self.accept)
        self.timezone.finished.connect(self._on_zone_typed)
        self.resize(112 * SPACE, self.height())
        self.author.setFocus()

    def settings(self) -> Settings:
        """Returns the settings given with what was chosen; what cannot be used is as it was."""
        chosen = replace(
            self._given,
            author=" ".join(_whole(self.author.text()).split()),
            my_country=str(self.country.value()),
            home_timezone=self._zone() if not self._zone_doubt() else self._given.home_timezone,
            distances=str(self.distances.value()),
            web_map=str(self.web_map.value()),
            map_names=str(self.map_names.value()),
            map_memory=str(self.map_memory.value()),
        )
        return self.map.applied_to(self.online.applied_to(chosen))

    @property
    def zone_doubt(self) -> str:
        """What is said under the time zone."""
        return self._zone_field.doubt

    def accept(self) -> None:
        """Closes it, unless something cannot be used, which is then said and has the keyboard."""
        self._on_zone_typed()
        is_map_right, is_online_right = self.map.check(), self.online.check()
        if self._zone_field.doubt:
            self.bring(self.timezone)
        elif not is_map_right:
            self.bring(self.map.first_doubtful())
        elif not is_online_right:
            self.bring(self.online.first_doubtful())
        else:
            super().accept()

    def _zone(self) -> str:
        text = self.timezone.text()
        return "" if text == AS_THE_SYSTEM else text

    def _zone_doubt(self) -> str:
        zone = self._zone()
        return "There is no such time zone; it looks like Europe/Berlin." if zone and zone_of(zone) is None else ""

    def _on_zone_typed(self) -> None:
        self._zone_field.show_doubt(self._zone_doubt())


def _web_map_choice(chosen: str) -> Choice:
    """Returns a choice of maps in which one that was never chosen stays so."""
    web_map = web_map_of(chosen)
    choice = Choice((each.shown, chosen if each is web_map else each.value) for each in WebMap)
    choice.set_value(chosen)
    return choice


def _whole(text: str) -> str:
    """Returns the text without halves of characters, which no file can hold."""
    return text.encode("utf-8", "ignore").decode()


def _line(theme: Theme) -> QFrame:
    line = QFrame()
    line.setFixedHeight(1)
    line.setStyleSheet(f"background: {theme.line}")
    return line
