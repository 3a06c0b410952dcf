"""Where the number comes from and exactly what it counts."""

from __future__ import annotations

from desktop.core.kpi import Kpi
from desktop.qtkit.wording import tr
from desktop.ui.guide.sketch import Sketch
from desktop.ui.guide.word_questions import WordQuestion


class SourceQuestion(WordQuestion):
    """Definition and source of the KPI; they stand with its number everywhere."""

    def __init__(self, sketch: Sketch, place: int) -> None:
        self._kpi_id = sketch.draft.key_results[place].kpi_id or 0
        kpi = sketch.kpi(self._kpi_id) or Kpi(name="")
        super().__init__(
            sketch,
            tr("What does “{kpi}” count, and where from?", kpi=kpi.name),
            tr("One definition for everyone, or numbers cannot be compared."),
        )
        definition, source = sketch.draft.told.get(self._kpi_id, (kpi.definition, kpi.source))
        self._definition = self.ask(
            None, definition, label=tr("Exactly what is counted, and what is not"), lines=3
        )
        self._source = self.ask(
            None,
            source,
            label=tr("Where the number comes from: which system, which report"),
            lines=2,
        )
        self.end()

    def keep(self) -> None:
        super().keep()
        self.sketch.tell(self._kpi_id, self._definition.text(), self._source.text())
