"""Everything the library knows of one KPI, beside the list."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.core.company import Company
from desktop.core.formula import keys_of
from desktop.core.kpi_library import LANGUAGES, ReadyKpi
from desktop.core.names import name
from desktop.core.unit import UnitKind
from desktop.qtkit.wording import LANGUAGES as LANGUAGE_NAMES
from desktop.qtkit.wording import say, tr
from desktop.ui.theme import SPACE, Text, palette
from desktop.ui.widgets import Heading, Label

_KEY = re.compile(r"[A-Za-z_]\w*")
_LABELS = 112  # pixels
_SIGNS = str.maketrans({"*": "×", "-": "−"})


class LibraryDetails(QScrollArea):
    """Texts are in the company's language, as they will be in the company file."""

    def __init__(
        self, company: Company, library: Mapping[str, ReadyKpi], taken: Container[str]
    ) -> None:
        super().__init__()
        self._company, self._library, self._taken = company, library, taken
        self.setAccessibleName(tr("About the KPI"))
        self.setProperty("reading", True)  # scrolled by the keyboard, with a ring
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(320)

    def show_kpi(self, ready: ReadyKpi | None) -> None:
        """Show another KPI, or nothing."""
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(SPACE.MEDIUM, 0, SPACE.MEDIUM, 0)
        layout.setSpacing(SPACE.SMALL)
        if ready is not None:
            self._lay_out(ready, layout)
        layout.addStretch(1)
        self.setWidget(content)
        self.setAccessibleDescription("" if ready is None else self.text_of(ready))

    def text_of(self, ready: ReadyKpi) -> str:
        """All of it as lines, for those who listen."""
        language = self._company.language
        lines = [ready.names[language], ready.definitions[language]]
        return "\n".join((*lines, *(f"{title}: {text}" for title, text in self._facts(ready))))

    def _lay_out(self, ready: ReadyKpi, layout: QVBoxLayout) -> None:
        language = self._company.language
        layout.addWidget(Heading(ready.names[language]))
        if ready.id in self._taken:
            there = Label(tr("Already in the company"), Text.SMALL, strong=True)
            there.set_colour(palette().accent)
            layout.addWidget(there)
        layout.addWidget(Label(ready.definitions[language], wrap=True))
        grid = QGridLayout()
        grid.setContentsMargins(0, SPACE.SMALL, 0, 0)
        grid.setHorizontalSpacing(SPACE.SMALL)
        grid.setVerticalSpacing(SPACE.SMALL)
        grid.setColumnMinimumWidth(0, _LABELS)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, (title, text) in enumerate(self._facts(ready)):
            label = Label(title, Text.SMALL, soft=True, wrap=True)
            label.setMaximumWidth(_LABELS)
            grid.addWidget(label, row, 0, top)
            grid.addWidget(Label(text, Text.SMALL, wrap=True), row, 1, top)
        layout.addLayout(grid)

    def _facts(self, ready: ReadyKpi) -> Iterator[tuple[str, str]]:
        language = self._company.language
        if ready.formula:
            yield tr("Formula"), self._formula(ready)
            missing = [key for key in keys_of(ready.formula) if key not in self._taken]
            if missing and ready.id not in self._taken:
                yield tr("Comes along"), ", ".join(self._name(key) for key in missing)
        else:
            yield tr("Source"), ready.sources[language]
            yield tr("Where to find it"), ready.places[language]
        yield tr("Kind"), _kind(ready)
        yield tr("Unit"), self._unit(ready)
        yield tr("What is better"), say(name(ready.better))
        yield tr("How often"), say(name(ready.cadence))
        yield tr("Adding up"), _adding_up(ready)
        if ready.phase is not None:
            yield tr("Phase"), say(name(ready.phase))
        yield tr("Perspective"), say(name(ready.perspective))
        yield tr("Function"), say(name(ready.function))
        yield tr("Also called"), ", ".join(ready.synonyms[language])
        for other in LANGUAGES:
            if other != language:
                yield LANGUAGE_NAMES[other], ready.names[other]

    def _formula(self, ready: ReadyKpi) -> str:
        """The formula with the names of its parts instead of their keys."""
        formula = ready.formula.translate(_SIGNS)
        return _KEY.sub(lambda found: self._name(found[0]), formula)

    def _name(self, key: str) -> str:
        part = self._library.get(key)
        return key if part is None else part.names[self._company.language]

    def _unit(self, ready: ReadyKpi) -> str:
        if ready.unit is UnitKind.OWN:
            return ready.units[self._company.language]
        if ready.unit is UnitKind.CURRENCY:
            return self._company.currency
        return say(name(ready.unit))


def _kind(ready: ReadyKpi) -> str:
    if ready.leading:
        return tr("Leading: it warns in time")
    return tr("Lagging: it shows the result")


def _adding_up(ready: ReadyKpi) -> str:
    if ready.formula:
        return tr("The parts are added up first")
    return say(name(ready.add_up))
