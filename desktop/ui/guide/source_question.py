"""Where the number comes from and exactly what it counts."""

from __future__ import annotations

from desktop.core.kpi import Kpi
from desktop.core.sitting_questions import Part, Topic, part_label, source_title
from desktop.qtkit.wording import say
from desktop.ui.guide.question import asked
from desktop.ui.guide.sketch import Sketch
from desktop.ui.guide.word_questions import WordQuestion


class SourceQuestion(WordQuestion):
    """Definition and source of the KPI; they stand with its number everywhere."""

    def __init__(self, sketch: Sketch, place: int) -> None:
        self._kpi_id = sketch.draft.key_results[place].kpi_id or 0
        kpi = sketch.kpi(self._kpi_id) or Kpi(name="")
        super().__init__(
            sketch,
            say(source_title(kpi.name)),
            asked(Topic.SOURCE, sketch)[1],
        )
        definition, source = sketch.draft.told.get(self._kpi_id, (kpi.definition, kpi.source))
        self._definition = self.ask(
            None, definition, label=say(part_label(Part.DEFINITION)), lines=3
        )
        self._source = self.ask(
            None,
            source,
            label=say(part_label(Part.SOURCE)),
            lines=2,
        )
        self.end()

    def keep(self) -> None:
        super().keep()
        self.sketch.tell(self._kpi_id, self._definition.text(), self._source.text())
