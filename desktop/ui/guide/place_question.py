"""Who carries the goal, what it is a part of, and how hard one counts on it."""

from __future__ import annotations

from desktop.core.sitting_questions import Part, Topic, ambition_words, part_label
from desktop.qtkit.wording import say, tr
from desktop.services.company import people
from desktop.services.goals import goals
from desktop.ui.guide.question import Question, asked
from desktop.ui.guide.sketch import Sketch
from desktop.ui.widgets import Choice, FormRow


class PlaceQuestion(Question):
    """Owner, parent goal and ambition."""

    def __init__(self, sketch: Sketch) -> None:
        super().__init__(sketch, *asked(Topic.PLACE, sketch))
        goal = sketch.goal
        owners: list[tuple[int | None, str]] = [
            (None, tr("Nobody yet")),
            *((person.id, person.name) for person in people(sketch.workspace)),
        ]
        self.owner: Choice[int | None] = Choice(owners, goal.owner_id)
        self.parent_goal: Choice[int | None] = Choice(self._parents(), goal.parent_id)
        self.ambition = Choice(
            [(each, say(ambition_words(aspirational=each))) for each in (False, True)],
            goal.aspirational,
        )
        self.add(FormRow(say(part_label(Part.OWNER)), self.owner))
        self.add(FormRow(say(part_label(Part.PARENT)), self.parent_goal))
        self.add(FormRow(say(part_label(Part.AMBITION)), self.ambition))
        for choice in (self.owner, self.parent_goal, self.ambition):
            choice.currentIndexChanged.connect(self._on_changed)
        self.end()

    def focus_first(self) -> None:
        self.owner.setFocus()

    def _parents(self) -> list[tuple[int | None, str]]:
        """Every goal that this one may lie under."""
        everything = goals(self.sketch.workspace)
        below = {self.sketch.goal.id} - {None}
        for _ in everything:
            below |= {row.id for row in everything if row.parent_id in below}
        return [
            (None, tr("A goal of its own")),
            *((row.id, row.statement) for row in everything if row.id not in below),
        ]

    def _on_changed(self) -> None:
        self.sketch.put(
            owner_id=self.owner.value,
            parent_id=self.parent_goal.value,
            aspirational=self.ambition.value,
        )
        self.changed.emit()
