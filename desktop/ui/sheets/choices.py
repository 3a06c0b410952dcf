"""What is to be printed and how: remembered on this computer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.company import Paper
from desktop.qtkit.preferences import Preferences
from desktop.qtkit.wording import LANGUAGES, tr
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Choice, FormRow, SegmentedControl

SUMMARY = 0  # the key of the sheet of all goals; goals have their ids
EVERYTHING = -1  # the summary and then a page for every active goal


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """``goal_id`` may also be :data:`SUMMARY` or :data:`EVERYTHING`."""

    goal_id: int
    language: str
    paper: Paper
    colour: bool


class SheetChoices(QWidget):
    """``changed`` is sent when the user has chosen something else."""

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
        self._sheet: Choice[int] = Choice()
        self._language = Choice(
            list(LANGUAGES.items()), preferences.choice("sheets/language", language)
        )
        self._paper = SegmentedControl(
            [(item.value, item.value) for item in Paper],
            preferences.choice("sheets/paper", paper.value),
            name=tr("Paper"),
        )
        self._ink = SegmentedControl(
            [("colour", tr("Colour")), ("grey", tr("Black and white"))],
            preferences.choice("sheets/ink", "colour"),
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
        column.addWidget(FormRow(tr("Sheet"), self._sheet))
        column.addWidget(FormRow(tr("Language of the sheet"), self._language))
        column.addWidget(FormRow(tr("Paper"), self._paper))
        column.addWidget(FormRow(tr("Ink"), self._ink))
        column.addWidget(FormRow(tr("Preview"), self._zoom))
        column.addStretch(1)
        for field in (self._sheet, self._language, self._paper, self._ink):
            field.chosen.connect(self._on_chosen)
        self._zoom.chosen.connect(self._on_zoom_chosen)

    def set_goals(self, goals: Sequence[tuple[int, str]]) -> None:
        """The goals that can be printed; the chosen sheet stays chosen."""
        before = self._sheet.value if self._sheet.count() else SUMMARY
        together = [
            (SUMMARY, tr("Summary of all goals")),
            (EVERYTHING, tr("All active goals")),
        ]
        options = [*together, *goals]
        self._sheet.set_options(options, before)

    def take_focus(self) -> None:
        """Put the keyboard on the first choice."""
        self._sheet.setFocus()

    def choose(self, goal_id: int) -> None:
        """Choose a goal's sheet."""
        self._sheet.set_value(goal_id)

    @property
    def fit(self) -> bool:
        """Whether the whole page is to be seen; otherwise as large as on paper."""
        return self._zoom.value != "full"

    def value(self) -> SheetChoice:
        """What is chosen now."""
        return SheetChoice(
            self._sheet.value,
            self._language.value,
            Paper(self._paper.value),
            self._ink.value == "colour",
        )

    def _on_chosen(self, _: object) -> None:
        chosen = self.value()
        self._preferences.remember_choice("sheets/language", chosen.language)
        self._preferences.remember_choice("sheets/paper", chosen.paper.value)
        self._preferences.remember_choice("sheets/ink", "colour" if chosen.colour else "grey")
        self.changed.emit()

    def _on_zoom_chosen(self, key: str) -> None:
        self._preferences.remember_choice("sheets/zoom", key)
        self.fit_chosen.emit(self.fit)
