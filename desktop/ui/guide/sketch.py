"""The goal as it stands while questions are being answered, and what the questions lean on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.core.goal import Comparison, Goal, GoalState, KeyResult
from desktop.core.goal_examples import GoalExamples, read_examples
from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.okr import OkrRow
from desktop.core.resources import resource
from desktop.core.sitting import Ask, Way, short_goal
from desktop.core.smart import SmartParts
from desktop.core.unit import UnitKind
from desktop.qtkit.wording import current
from desktop.services.advice_past import Past
from desktop.services.company import company
from desktop.services.kpis import kpi_rows
from desktop.services.sittings import (
    SittingDraft,
    guide_of,
    raised_in_turn,
    read_draft,
    smart_parts,
    time_is_chosen,
)
from desktop.services.workspace import Workspace
from desktop.ui.goals.drafts import usual_comparison


class Sketch:
    """A draft that questions change; ``changed`` tells whether closing would lose something."""

    def __init__(self, workspace: Workspace, goal_id: int | None, parent_id: int | None) -> None:
        self.workspace = workspace
        self.today = workspace.today()
        self.past = Past(workspace)
        home = company(workspace)
        self.year_start, self.currency, self.language = (
            home.year_start,
            home.currency,
            home.language,
        )
        self.examples: GoalExamples = read_examples(
            resource("goal_examples", "examples.toml"), current().language
        )
        self.raised_from: Sequence[Goal] = ()
        self.time_chosen = self.is_set = False
        if goal_id is None:
            self.draft = SittingDraft(
                goal=Goal(
                    statement="", start=self.today, state=GoalState.DRAFT, parent_id=parent_id
                )
            )
        else:
            self.draft = read_draft(workspace, goal_id)
            self.raised_from = raised_in_turn(workspace, goal_id)
            self.time_chosen = time_is_chosen(workspace, self.draft)
            begun = self.draft.goal.state is not GoalState.DRAFT
            self.is_set = begun or guide_of(workspace, goal_id).next is None
        self._known = {
            row.kpi.id: (row.kpi, row.latest) for row in kpi_rows(workspace, archived=True)
        }
        self._loaded = self.draft
        self._last_id = 0

    @property
    def goal(self) -> Goal:
        return self.draft.goal

    @property
    def what(self) -> str:
        """The goal in short."""
        return short_goal(self.goal.statement, self.draft.answers)

    @property
    def is_okr(self) -> bool:
        return self.draft.way is Way.OKR

    def changed(self) -> bool:
        """Whether something is not in the file yet."""
        return self.draft != self._loaded

    def answer(self, ask: Ask) -> str:
        return self.draft.answers.get(ask, "")

    def put(self, **values: object) -> None:
        """Change fields of the goal."""
        self.draft = replace(self.draft, goal=replace(self.goal, **values))  # type: ignore[arg-type]

    def put_answer(self, ask: Ask, text: str) -> None:
        """Keep an answer; an empty one takes the answer away."""
        if text == self.answer(ask):
            return
        answers = {**self.draft.answers, ask: text}
        kept = {each: words for each, words in answers.items() if words}
        self.draft = replace(self.draft, answers=kept)

    def put_what(self, text: str) -> None:
        """Say the goal in short; a sentence composed before is no longer the statement."""
        if text == self.what:
            return
        for ask in (Ask.WHAT, Ask.SENTENCE):
            self.put_answer(ask, "")
        self.put(statement=text)

    def put_result(self, place: int, row: KeyResult) -> None:
        rows = list(self.draft.key_results)
        rows[place] = row
        self.draft = replace(self.draft, key_results=tuple(rows))

    def tell(self, kpi_id: int, definition: str, source: str) -> None:
        """Say what a KPI's number counts and where it comes from."""
        self.draft = replace(self.draft, told={**self.draft.told, kpi_id: (definition, source)})

    # ------------------------------------------------------------------ KPIs

    def kpi(self, kpi_id: int | None) -> Kpi | None:
        """A KPI of the company, or one that is to be made with this sitting."""
        if kpi_id is not None and kpi_id in self.draft.new_kpis:
            return self.draft.new_kpis[kpi_id]
        found = self._known.get(kpi_id)
        return None if found is None else found[0]

    def latest(self, kpi_id: int | None) -> Measurement | None:
        found = self._known.get(kpi_id)
        return None if found is None else found[1]

    def own_kpis(self, *, archived: bool = False) -> list[tuple[Kpi, Measurement | None]]:
        """The company's KPIs by name; archived ones only when asked for."""
        return [pair for pair in self._known.values() if archived or not pair[0].archived]

    def chosen(self) -> list[int]:
        """The ids of the chosen KPIs in order."""
        return [row.kpi_id for row in self.draft.key_results if row.kpi_id is not None]

    def choose(self, kpi: Kpi) -> None:
        """Make the KPI a key result; a SMART goal has one, which it replaces.  A KPI without an
        id is made when the sitting is saved."""
        if kpi.id is None:
            self._last_id -= 1
            kpi = replace(kpi, id=self._last_id)
            self.draft = replace(self.draft, new_kpis={**self.draft.new_kpis, self._last_id: kpi})
        kpi_id = kpi.id or 0
        row = self._begun(KeyResult(goal_id=0, kpi_id=kpi_id), kpi)
        rows = self.draft.key_results
        if not self.is_okr:
            rows = tuple(each for each in rows if each.kpi_id is None)
        self.draft = replace(self.draft, key_results=(*rows, row))
        if kpi_id not in self.draft.told:
            self.tell(kpi_id, kpi.definition, kpi.source)

    def drop(self, kpi_id: int) -> None:
        """The KPI is not a key result after all."""
        rows = tuple(row for row in self.draft.key_results if row.kpi_id != kpi_id)
        self.draft = replace(self.draft, key_results=rows)

    def numbers(self) -> list[int]:
        """The places of the key results that are numbers."""
        return [place for place, row in enumerate(self.draft.key_results) if row.kpi_id is not None]

    # ------------------------------------------------------------------ how it is read

    def smart_parts(self) -> SmartParts:
        """What the goal has of the five letters."""
        return smart_parts(self.draft, self.kpi, time_chosen=self.time_chosen)

    def okr_rows(self) -> list[OkrRow]:
        return [OkrRow(row, self.kpi(row.kpi_id)) for row in self.draft.key_results]

    def settle_comparisons(self) -> None:
        """An amount is collected until a deadline; without one its latest value counts."""
        for place in self.numbers():
            row = self.draft.key_results[place]
            kpi = self.kpi(row.kpi_id)
            if kpi is not None and row.target is None and not self.raised_from:
                self.put_result(place, self._begun(row, kpi))

    def _begun(self, row: KeyResult, kpi: Kpi) -> KeyResult:
        """As a number usually begins: a level where it is, an amount from nothing."""
        comparison = usual_comparison(kpi, dated=self.goal.deadline is not None)
        latest = self.latest(kpi.id) if comparison is Comparison.LEVEL else None
        return replace(
            row,
            comparison=comparison,
            baseline=None if latest is None else shown(kpi, latest.value),
        )


def shown(kpi: Kpi, value: float) -> float:
    """A value with the digits that people see of it, since nobody wants to read the others."""
    more = 2 if kpi.unit.kind is UnitKind.PERCENT else 0
    return round(value, kpi.decimals + more)
