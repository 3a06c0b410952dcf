"""Advice on the company's goals and KPIs, and what has been dismissed of it."""

from __future__ import annotations

from datetime import date
from functools import cache

from desktop.core.advice import LONGEST, Advice, Dismissal
from desktop.core.advice_baseline import LOOKED_AT
from desktop.core.advice_rules import all_advice
from desktop.core.advice_situation import Situation
from desktop.core.advice_words import AdviceWords, read_words
from desktop.core.faults import NotAllowed
from desktop.core.goal import Comparison, Goal, GoalState
from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.message import msg
from desktop.core.period import Period
from desktop.core.record import record
from desktop.core.resources import resource
from desktop.core.sitting import short_goal
from desktop.services.series_reading import SeriesReader
from desktop.services.settings import MOST_ACTIVE_GOALS, MOST_GOALS_PER_OWNER, read
from desktop.services.workspace import Workspace
from desktop.store.company_table import read_company
from desktop.store.dismissed_advice import read_dismissals, remove_dismissal, write_dismissal
from desktop.store.guides import read_answers
from desktop.store.habit_tables import ACTIVITIES
from desktop.store.tables import GOALS, KEY_RESULTS, PEOPLE


@record(frozen=True, slots=True)
class Dismissed:
    """A piece of advice that would be given had it not been dismissed."""

    advice: Advice
    dismissal: Dismissal


@record(frozen=True, slots=True)
class AdviceGiven:
    """What there is to say, the most important first, and what was dismissed and still is so."""

    open: tuple[Advice, ...] = ()
    dismissed: tuple[Dismissed, ...] = ()

    def of_goal(self, goal_id: int) -> AdviceGiven:
        """What is shown beside one goal."""
        return AdviceGiven(
            tuple(advice for advice in self.open if goal_id in advice.goal_ids),
            tuple(item for item in self.dismissed if goal_id in item.advice.goal_ids),
        )

    def of_kpi(self, kpi_id: int) -> AdviceGiven:
        """What is shown beside one KPI."""
        return AdviceGiven(
            tuple(advice for advice in self.open if kpi_id in advice.kpi_ids),
            tuple(item for item in self.dismissed if kpi_id in item.advice.kpi_ids),
        )


def advice(ws: Workspace) -> AdviceGiven:
    """All advice on the company as it stands in the file."""
    dismissals = read_dismissals(ws.connection)
    open_, dismissed = [], []
    for piece in all_advice(_situation(ws)):
        dismissal = next((known for known in dismissals if known.holds(piece)), None)
        if dismissal is None:
            open_.append(piece)
        else:
            dismissed.append(Dismissed(piece, dismissal))
    return AdviceGiven(tuple(open_), tuple(dismissed))


def dismiss(ws: Workspace, piece: Advice, reason: str) -> None:
    """Leave a piece of advice out until its facts change.  Raises :class:`NotAllowed` without a
    reason: whoever reads the file later shall know why."""
    reason = reason.strip()
    if not reason:
        raise NotAllowed(msg("Write why it does not apply."))
    with ws.action(msg("Dismiss advice: {advice}", advice=piece.message)):
        write_dismissal(
            ws.connection,
            Dismissal(
                kind=piece.kind.value,
                subject=piece.subject,
                facts=piece.facts,
                reason=reason,
                day=ws.today(),
            ),
        )


def bring_back(ws: Workspace, piece: Advice) -> None:
    """Give a piece of advice again that was dismissed."""
    with ws.action(msg("Bring back advice: {advice}", advice=piece.message)):
        remove_dismissal(ws.connection, piece.kind.value, piece.subject)


def title_words(ws: Workspace) -> AdviceWords:
    """The words that a title of the company's is looked through for."""
    return _words(read_company(ws.connection).language)


def _situation(ws: Workspace) -> Situation:
    home = read_company(ws.connection)
    reader = SeriesReader(ws)
    goals = tuple(GOALS.all(ws.connection))
    results = tuple(KEY_RESULTS.all(ws.connection))
    used = reader.kpis.keys() & {result.kpi_id for result in results}
    starts = {goal.id: goal.start for goal in goals if goal.state is GoalState.ACTIVE}
    levels: dict[int, date] = {}
    for result in results:
        kpi_id, start = result.kpi_id, starts.get(result.goal_id)
        if result.comparison is Comparison.LEVEL and kpi_id in used and start is not None:
            levels[kpi_id] = min(start, levels.get(kpi_id, start))
    return Situation(
        today=ws.today(),
        goals=goals,
        key_results=results,
        kpis=tuple(reader.kpis.values()),
        activities=tuple(ACTIVITIES.all(ws.connection)),
        owners={person.id: person.name for person in PEOPLE.all(ws.connection)},
        with_values=frozenset(
            kpi_id for kpi_id in used if reader.recent(reader.kpis[kpi_id], 1).measurements
        ),
        values={
            kpi_id: _whole_periods(ws, reader, reader.kpis[kpi_id], start)
            for kpi_id, start in levels.items()
        },
        sentences=frozenset(
            goal.id or 0
            for goal in goals
            if len(goal.statement) > LONGEST and _is_a_sentence(ws, goal)
        ),
        words=_words(home.language),
        most_active=read(ws, MOST_ACTIVE_GOALS),
        most_per_owner=read(ws, MOST_GOALS_PER_OWNER),
        year_start=home.year_start,
    )


def _is_a_sentence(ws: Workspace, goal: Goal) -> bool:
    """Whether the goal's title is what the guide composed of its answers."""
    answers = read_answers(ws.connection, goal.id or 0)
    return short_goal(goal.statement, answers) != goal.statement


def _whole_periods(
    ws: Workspace, reader: SeriesReader, kpi: Kpi, start: date
) -> tuple[Measurement, ...]:
    """The periods since a goal's start, and as many before it as a baseline may be from."""
    first = Period.containing(kpi.cadence, start, read_company(ws.connection).year_start)
    since = first.shift(-LOOKED_AT - 1).start
    return tuple(reader.recent(kpi, 1, since).full(ws.today()))


@cache
def _words(language: str) -> AdviceWords:
    return read_words(resource("advice", "words.toml"), language)
