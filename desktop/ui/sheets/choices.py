"""What is to be printed and how: remembered on this computer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.company import Paper
from desktop.qtkit.preferences import Preferences
from desktop.qtkit.wording import LANGUAGES, tr
from desktop.sheets.paper import PrintPaper
from desktop.ui.sheets.sheet_choice import SheetChoice
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Choice, FormRow, SegmentedControl


@dataclass(frozen=True, slots=True)
class Looks:
    """How a sheet is to look."""

    language: str
    paper: PrintPaper
    colour: bool
    upright: bool  # where the sheet allows it


def last_looks(preferences: Preferences, language: str, paper: Paper) -> Looks:
    """As last chosen for sheets; before that, in the company's language on its paper."""
    chosen = preferences.choice
    return Looks(
        chosen("sheets/language", language),
        PrintPaper(chosen("sheets/paper", paper.value)),
        chosen("sheets/ink", "colour") == "colour",
        chosen("sheets/orientation") == "portrait",
    )


class SheetChoices(QWidget):
    """``changed`` is sent when the user has chosen something else; which sheet is chosen in
    ``sheet``."""

    changed = Signal()
    fit_chosen = Signal(bool)

    def __init__(
        self,
        preferences: Preferences,
        language: str,
        paper: Paper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.sheet = SheetChoice()
        self.sheet.changed.connect(self.changed)
        looks = last_looks(preferences, language, paper)
        self._language = Choice(list(LANGUAGES.items()), looks.language)
        self._paper = SegmentedControl(
            [(item.value, item.value) for item in PrintPaper], looks.paper.value, name=tr("Paper")
        )
        self._orientation = SegmentedControl(
            [("landscape", tr("Landscape")), ("portrait", tr("Portrait"))],
            "portrait" if looks.upright else "landscape",
            name=tr("Orientation"),
        )
        self._ink = SegmentedControl(
            [("colour", tr("Colour")), ("grey", tr("Black and white"))],
            "colour" if looks.colour else "grey",
            name=tr("Ink"),
        )
        self._zoom = SegmentedControl(
            [("fit", tr("Whole page")), ("full", tr("Actual size"))],
            preferences.choice("sheets/zoom", "fit"),
            name=tr("Preview"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.MEDIUM)
        column.addWidget(self.sheet)
        column.addWidget(FormRow(tr("Language of the sheet"), self._language))
        column.addWidget(FormRow(tr("Paper"), self._paper))
        self._orientation_row = FormRow(tr("Orientation"), self._orientation)
        column.addWidget(self._orientation_row)
        column.addWidget(FormRow(tr("Ink"), self._ink))
        column.addWidget(FormRow(tr("Preview"), self._zoom))
        column.addStretch(1)
        for field in self._fields():
            field.chosen.connect(self._on_chosen)
        self._zoom.chosen.connect(self._on_zoom_chosen)

    def _fields(self) -> Sequence[Choice[str] | SegmentedControl]:
        return (self._language, self._paper, self._orientation, self._ink)

    def take_focus(self) -> None:
        """Put the keyboard on the first choice."""
        self.sheet.take_focus()

    @property
    def fit(self) -> bool:
        """Whether the whole page is to be seen; otherwise as large as on paper."""
        return self._zoom.value != "full"

    def looks(self) -> Looks:
        """What is chosen now."""
        return Looks(
            self._language.value,
            PrintPaper(self._paper.value),
            self._ink.value == "colour",
            self._orientation.value == "portrait",
        )

    def offer_upright(self, *, allowed: bool) -> None:
        """Whether there is a choice how the page lies: most sheets are made for the long side."""
        self._orientation_row.setVisible(allowed)

    def _on_chosen(self, _: object) -> None:
        chosen = self.looks()
        self._preferences.remember_choice("sheets/language", chosen.language)
        self._preferences.remember_choice("sheets/paper", chosen.paper.value)
        way = "portrait" if chosen.upright else "landscape"
        self._preferences.remember_choice("sheets/orientation", way)
        self._preferences.remember_choice("sheets/ink", "colour" if chosen.colour else "grey")
        self.changed.emit()

    def _on_zoom_chosen(self, key: str) -> None:
        self._preferences.remember_choice("sheets/zoom", key)
        self.fit_chosen.emit(self.fit)
