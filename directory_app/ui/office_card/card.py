"""The right pane: everything about the chosen office, what one needs to phone it first."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from directory_app.model.card_text import card_text
from directory_app.model.change import Changed
from directory_app.model.findings import Finding
from directory_app.model.ignoring import without_ignored
from directory_app.model.mending import proposal
from directory_app.model.office import Office, Status
from directory_app.model.opening_hours.open_now import Hours, Open, open_now
from directory_app.ui.background import Background
from directory_app.ui.icons import Icons
from directory_app.ui.office_card.content import Content, Line, clock_line, content_of
from directory_app.ui.office_card.line_row import LineRow
from directory_app.ui.office_card.links import open_link
from directory_app.ui.office_card.nothing_chosen import NothingChosen
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.session import DirectorySession
from directory_app.ui.signs import sign_pixmap
from directory_app.ui.theme import SPACE, Theme, heading_font, scaled_font
from directory_app.ui.words import day_text

_PAD = 4 * SPACE


class OfficeCard(QScrollArea):
    """Shows the session's chosen office; without one it shows nothing but a hint."""

    history_asked = Signal(object)
    """The history of this office, a UUID, is to be shown."""

    def __init__(
        self,
        session: DirectorySession,
        theme: Theme,
        icons: Icons,
        clock: Callable[[], datetime],
        my_country: str,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._theme, self._icons = session, theme, icons
        self._clock, self._my_country, self._background = clock, my_country, background
        self._office: Office | None = None
        self._numbers: list[LineRow] = []
        self._place: LineRow | None = None
        """The line that says where the office is."""
        self._time, self._open = PlainLabel(parent=self), PlainLabel(parent=self)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Card of the office")
        self.setObjectName("card")
        session.office_selected.connect(self._on_office_selected)
        session.offices_changed.connect(self._on_offices_changed)
        self._show(None)

    @property
    def office(self) -> Office | None:
        """The office shown."""
        return self._office

    def set_theme(self, theme: Theme) -> None:
        """Paints in other colours from now on."""
        self._theme = theme
        self._show(self._office)

    def set_my_country(self, country: str) -> None:
        """Shows numbers as dialled from another country (ISO 3166-1 alpha-2) from now on."""
        if country != self._my_country:
            self._my_country = country
            self._show(self._office)

    def tick(self) -> None:
        """Shows the office's time anew."""
        if self._office is not None:
            self._time.setText(clock_line(self._office, self._clock()))
            self._ask_whether_open(self._office)

    def texts(self) -> list[str]:
        """Returns everything the card says, from top to bottom."""
        return [label.text() for label in self.findChildren(PlainLabel)]

    def copy_number(self) -> str:
        """Copies the first number and returns it, or "" where there is none."""
        return self._numbers[0].copy() if self._numbers else ""

    def copy_card(self) -> bool:
        """Copies the whole card as text; False where there is none."""
        if self._office is not None:
            QGuiApplication.clipboard().setText(card_text(self._office))
        return self._office is not None

    def open(self, link: str) -> None:
        """Opens a link; where no program here does, what it stands for is copied instead."""
        if open_link(link):
            return
        shown = link.partition(":")[2]
        QGuiApplication.clipboard().setText(shown)
        self._session.notified.emit(
            f"No program here opens {link.partition(':')[0]} links; {shown} was copied instead."
        )

    def _on_office_selected(self, office_id: UUID | None) -> None:
        self._show(self._session.office(office_id) if office_id is not None else None)
        self.verticalScrollBar().setValue(0)

    def _on_offices_changed(self, changed: Changed) -> None:
        if self._office is not None and self._office.id in changed.updated:
            self._show(self._session.office(self._office.id))

    def _show(self, office: Office | None) -> None:
        self._office = office
        self._numbers, self._place = [], None
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        layout.setSpacing(2)
        if office is None:
            layout.addStretch(1)
            layout.addWidget(NothingChosen(self._theme))
        else:
            self._add_office(layout, office, content_of(office, self._my_country))
        layout.addStretch(1)
        self._put(page)

    def _put(self, page: QWidget) -> None:
        """Puts a page in the place of the old one, behind the card in the order of Tab, and keeps the keyboard here."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        old = self.takeWidget()
        self.setWidget(page)
        self._chain_stops()
        if old is not None:
            old.deleteLater()  # it may hold the button whose click brought us here
        if had_focus:
            self.setFocus()

    def _chain_stops(self) -> None:
        before: QWidget = self
        for widget in self.viewport().findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(before, widget)
                before = widget

    def _add_office(self, layout: QVBoxLayout, office: Office, content: Content) -> None:
        self._add_header(layout, office, content)
        for title, lines in (
            ("", content.contacts),
            ("", content.address),
            ("People", content.people),
            ("", content.more),
        ):
            if lines:
                self._add_group(layout, title, lines)
        self._ask_about_place(office)
        if not content.contacts:
            self._add_notice(layout, "No number, e-mail or web address is known.", "", None)
        if office.verified_on is None:
            self._add_notice(
                layout,
                "This entry was never verified.",
                "Ask the office, or mark it as checked.",
                self._on_verified_clicked,
            )
        self._add_footer(layout, office)

    def _add_header(self, layout: QVBoxLayout, office: Office, content: Content) -> None:
        name = PlainLabel(content.name, selectable=True)
        name.setFont(scaled_font(self.font(), 1.25, bold=True))
        name.setAccessibleName(f"Office: {content.name}")
        layout.addWidget(name)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        sign = QLabel()
        sign.setPixmap(sign_pixmap(office.kind, 14, self._theme.dark, self.devicePixelRatioF()))
        row.addWidget(sign)
        row.addWidget(self._muted(content.kind), 1)
        layout.addLayout(row)
        self._time = self._muted(clock_line(office, self._clock()))
        layout.addWidget(self._time)
        self._time.setVisible(bool(self._time.text()))  # once it has a parent: before, it would be a window
        self._open = PlainLabel()
        layout.addWidget(self._open)
        self._open.setVisible(False)
        self._ask_whether_open(office)
        if office.status is Status.CLOSED:
            self._add_notice(layout, "This office is closed.", "", None)

    def _ask_whether_open(self, office: Office) -> None:
        work = partial(_with_its_office, office, self._clock())
        self._background.run(work, self._on_whether_open, self._on_trouble)

    def _on_whether_open(self, answer: tuple[Office, Open]) -> None:
        office, known = answer
        if office is self._office:
            self._open.setText(known.text)
            self._open.setStyleSheet(f"color: {self._theme.accent if known.is_open else self._theme.muted}")
            self._open.setVisible(bool(known.text))

    def _ask_about_place(self, office: Office) -> None:
        if office.position is not None:
            work = partial(_place_doubts, self._session, office)
            self._background.run(work, self._on_place_doubts, self._on_trouble)

    def _on_place_doubts(self, answer: tuple[Office, tuple[Finding, ...]]) -> None:
        office, findings = answer
        if office is self._office and self._place is not None:
            for finding in findings:
                self._place.add_doubt(finding, proposal(office, finding), self._theme)
            self._chain_stops()

    def _on_mended(self, finding: Finding) -> None:
        if self._office is not None:
            self._session.mend(self._office.id, finding)

    def _on_trouble(self, error: Exception) -> None:
        raise error

    def _add_group(self, layout: QVBoxLayout, title: str, lines: tuple[Line, ...]) -> None:
        layout.addSpacing(2 * SPACE)
        layout.addWidget(self._rule())
        layout.addSpacing(SPACE)
        if title:
            heading = PlainLabel(title)
            heading.setFont(heading_font(self.font()))
            heading.setStyleSheet(f"color: {self._theme.faint}")
            layout.addWidget(heading)
        for line in lines:
            row = LineRow(line, self._theme, self._icons)
            row.opened.connect(self.open)
            row.mended.connect(self._on_mended)
            layout.addWidget(row)
            if line.link.startswith("tel:"):
                self._numbers.append(row)
            if line.icon == "pin" and self._place is None:
                self._place = row

    def _add_notice(self, layout: QVBoxLayout, title: str, text: str, on_mend: Callable[[], None] | None) -> None:
        box = QFrame()
        box.setObjectName("notice")
        box.setStyleSheet(f"#notice {{ background: {self._theme.warning_surface}; border-radius: 6px; }}")
        row = QHBoxLayout(box)
        row.setContentsMargins(3 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(title))
        if text:
            words.addWidget(self._muted(text, small=True))
        row.addLayout(words, 1)
        if on_mend is not None:
            mend = QPushButton("Verified today")
            mend.setProperty("quiet", True)
            mend.setFont(scaled_font(self.font(), 1, bold=True))
            mend.clicked.connect(on_mend)
            row.addWidget(mend)
        layout.addSpacing(3 * SPACE)
        layout.addWidget(box)

    def _add_footer(self, layout: QVBoxLayout, office: Office) -> None:
        count = len(self._session.history(office.id) or ())
        verified = f"{_verified(office)} · " if office.verified_on else ""
        changed = f"Changed {day_text(office.updated_at.astimezone())}" if office.updated_at else "New"
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        dates = self._muted(f"{verified}{changed}", small=True)
        row.addWidget(dates, 1)
        history = QPushButton(f"History ({count})")
        history.setProperty("quiet", True)
        history.setFont(scaled_font(self.font(), 0.85))
        history.clicked.connect(self._on_history_clicked)
        row.addWidget(history)
        layout.addSpacing(2 * SPACE)
        layout.addLayout(row)

    def _muted(self, text: str, *, small: bool = False) -> PlainLabel:
        label = PlainLabel(text)
        label.setStyleSheet(f"color: {self._theme.muted}")
        if small:
            label.setFont(scaled_font(self.font(), 0.85))
        return label

    def _rule(self) -> QFrame:
        rule = QFrame()
        rule.setFixedHeight(1)
        rule.setStyleSheet(f"background: {self._theme.line}")
        return rule

    def _on_verified_clicked(self) -> None:
        if self._office is not None:
            self._session.verify(self._office, self._clock().date())

    def _on_history_clicked(self) -> None:
        if self._office is not None:
            self.history_asked.emit(self._office.id)


def _with_its_office(office: Office, now: datetime) -> tuple[Office, Open]:
    return office, open_now(Hours.of(office), now)


def _place_doubts(session: DirectorySession, office: Office) -> tuple[Office, tuple[Finding, ...]]:
    """Returns an office and what is doubtful about where it is, but for what somebody lets stand."""
    return office, without_ignored(office, session.position_findings(office))


def _verified(office: Office) -> str:
    """Returns when, by whom and how, as far as that is known."""
    day = day_text(office.verified_on) if office.verified_on else ""
    by = f" by {office.verified_by}" if office.verified_by else ""
    return f"Verified {day}{by}{f', {office.verified_how}' if office.verified_how else ''}"
