"""The sample company's activities and ideas: what it tries for its goals, and what it answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from desktop.core.activity import Activity, Verdict
from desktop.core.idea import Answer, Idea
from desktop.core.kpi import Kpi
from desktop.core.period import add_months
from desktop.core.record import record
from desktop.services.activities import save_activity
from desktop.services.demo_words import DemoWords
from desktop.services.goals import goals
from desktop.services.ideas import adopt_idea, idea, save_idea
from desktop.services.workspace import Workspace


@record(frozen=True, slots=True)
class _Tried:
    """By the names in :class:`DemoWords`; ``start`` and ``due`` are months from this one, and a
    due day of this month is the Friday before today's week."""

    name: str
    goal: str
    kpi: str
    owner: str
    effect: float
    start: int
    due: int
    cost: float | None = None  # in Swedish kronor
    verdict: Verdict = Verdict.OPEN


_TRIED = (
    _Tried("try_basket", "convert", "conversion", "marketing", 0.002, -4, 0, 18_000.0),
    _Tried("try_carrier", "deliver", "delivery", "warehouse", -1.0, -1, 3),
    _Tried("try_posters", "grow", "sales", "marketing", 40_000.0, -9, -7, 35_000.0, Verdict.KILLED),
    _Tried("try_signup", "write", "readers", "marketing", 600.0, 1, 4),
)
_IN_KRONOR = {"sv": 1.0, "da": 0.67, "en": 0.09}  # about what a krona is, for round sums


def add_tried(
    ws: Workspace, words: DemoWords, owners: dict[str, int], kpis: dict[str, Kpi]
) -> None:
    """One activity waits for a verdict, one runs, one is planned, one was killed, and one that was
    an idea is kept; two ideas wait for an answer."""
    by_statement = {each.statement: each.id or 0 for each in goals(ws)}
    today = ws.today()
    for each in _TRIED:
        save_activity(ws, _activity(each, words, by_statement, owners, kpis, today))
    _add_ideas(ws, words, by_statement, owners, kpis)


def _activity(
    tried: _Tried,
    words: DemoWords,
    goal_ids: dict[str, int],
    owners: dict[str, int],
    kpis: dict[str, Kpi],
    today: date,
) -> Activity:
    start = add_months(today, tried.start)
    last = today - timedelta(days=today.weekday() + 3)
    due = last if tried.due == 0 else add_months(today, tried.due)
    killed = tried.verdict is Verdict.KILLED
    return Activity(
        goal_id=goal_ids[words(tried.goal)],
        kpi_id=kpis[tried.kpi].id,
        title=words(tried.name),
        because=words(f"{tried.name}_because"),
        effect=_money(tried.effect, words) if tried.kpi == "sales" else tried.effect,
        start=start,
        end=add_months(start, 1) - timedelta(days=1) if killed else None,
        due=due,
        owner_id=owners[tried.owner],
        cost=None if tried.cost is None else _money(tried.cost, words),
        verdict=tried.verdict,
        decided_on=due if killed else None,
        conclusion=words(f"{tried.name}_learned") if killed else "",
    )


def _money(kronor: float, words: DemoWords) -> float:
    """In the company's currency, to the nearest hundred."""
    return round(kronor * _IN_KRONOR[words.language], -2)


def _add_ideas(
    ws: Workspace,
    words: DemoWords,
    goal_ids: dict[str, int],
    owners: dict[str, int],
    kpis: dict[str, Kpi],
) -> None:
    today = ws.today()
    note = save_idea(
        ws,
        Idea(title=words("idea_note"), who=words("warehouse"), day=today - timedelta(days=190)),
    )
    kept = adopt_idea(ws, note.id or 0, words("idea_note_reason"), goal_ids[words("return")])
    began = add_months(today, -5)
    save_activity(
        ws,
        replace(
            kept,
            kpi_id=kpis["returning"].id,
            because=words("idea_note_because"),
            effect=0.03,
            start=began,
            due=add_months(began, 3),
            owner_id=owners["warehouse"],
            verdict=Verdict.KEPT,
            decided_on=add_months(began, 3) + timedelta(days=6),
            conclusion=words("idea_note_learned"),
        ),
    )
    save_idea(ws, replace(idea(ws, note.id or 0), answered_on=began - timedelta(days=9)))
    answered = (
        ("idea_app", "service", Answer.PARKED, "return", 60, 50),
        ("idea_film", "management", Answer.DECLINED, None, 34, 30),
    )
    for name, who, answer, goal, noted, told in answered:
        save_idea(
            ws,
            Idea(
                title=words(name),
                who=words(who),
                day=today - timedelta(days=noted),
                goal_id=None if goal is None else goal_ids[words(goal)],
                answer=answer,
                reason=words(f"{name}_reason"),
                answered_on=today - timedelta(days=told),
            ),
        )
    for name, who, days in (("idea_fair", "board", 12), ("idea_children", "customer_said", 3)):
        save_idea(ws, Idea(title=words(name), who=words(who), day=today - timedelta(days=days)))
