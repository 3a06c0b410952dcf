"""Write a company file with something in every table: python tests/data/make_company.py FILE

``company-v1.sikte`` was made by this at schema version 1, and so on.  When ``VERSIONS`` in
desktop/store/schema.py gets another version, files of the older ones are kept as they are, and
this makes the file of the new one.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop.core.activity import Activity
from desktop.core.assessment import Status
from desktop.core.cause import Cause
from desktop.core.check_in import CheckIn
from desktop.core.company import Company, Paper, Person
from desktop.core.focus import Focus, Stage
from desktop.core.former_plan import FormerPlan
from desktop.core.glossary import Word
from desktop.core.goal import Comparison, Goal, KeyResult, Milestone, PlanValue
from desktop.core.growth_loop import GrowthLoop, LoopStep
from desktop.core.idea import Answer, Idea
from desktop.core.kpi import Kpi
from desktop.core.kpi_event import KpiEvent
from desktop.core.measurement import Measurement
from desktop.core.message import msg
from desktop.core.period import Cadence, Period
from desktop.core.review import Review
from desktop.core.sitting import Ask, Sitting
from desktop.core.wheel import WheelEvent
from desktop.services.advice import advice, dismiss
from desktop.services.company import save_company, save_person
from desktop.services.glossary import save_word
from desktop.services.goals import key_results, save_goal_whole
from desktop.services.kpis import save_kpi
from desktop.services.measurements import save_measurements, save_values
from desktop.services.settings import MOST_ACTIVE_GOALS, write
from desktop.services.sittings import read_draft, save_sitting
from desktop.services.workspace import Workspace
from desktop.store.former_plans import add_former_plan
from desktop.store.habit_tables import (
    ACTIVITIES,
    CHECK_INS,
    IDEAS,
    KPI_EVENTS,
    LANES,
    REVIEWS,
    WHEEL_EVENTS,
)
from desktop.store.import_records import ImportCounts, add_import, remember_mapping
from desktop.store.strategy_tables import CAUSES, FOCUSES, LOOP_STEPS, LOOPS


def month(number: int) -> Period:
    return Period(Cadence.MONTH, date(2026, number, 1))


def fill(ws: Workspace) -> None:
    save_company(
        ws,
        Company(name="Skärgårdens Te AB", language="sv", year_start=5, paper=Paper.A4),
    )
    owner = save_person(ws, Person(name="Försäljning", role="Webbutik", team=True))
    orders = save_kpi(ws, Kpi(name="Beställningar", owner_id=owner.id)).id or 0
    visits = save_kpi(ws, Kpi(name="Besök")).id or 0
    save_kpi(ws, Kpi(name="Konvertering", decimals=3, formula="bestallningar / besok"))
    save_values(ws, visits, {month(number): 1000.0 + 0.1 * number for number in range(1, 7)})
    bring_in(ws, orders)
    goal = save_goal_whole(
        ws,
        Goal(statement="Fler beställningar i år", why="Butiken bär sig", start=date(2026, 1, 1)),
        [
            KeyResult(
                id=-1, goal_id=0, kpi_id=orders, target=600.0, comparison=Comparison.TOTAL, weight=2
            ),
            KeyResult(goal_id=0, title="Nya betalsätt på plats"),
        ],
        [Milestone(goal_id=0, key_result_id=-1, title="Halvvägs", due=date(2026, 6, 30))],
        {-1: [PlanValue(date(2026, 6, 30), 250.0), PlanValue(date(2026, 12, 31), 600.0)]},
    )
    answers = {Ask.SEEN: "Det packas varje dag"}
    draft = replace(read_draft(ws, goal.id or 0), answers=answers)
    save_sitting(ws, draft, Sitting.SIGNS, finished=True, next_on=date(2026, 6, 22))
    write(ws, MOST_ACTIVE_GOALS, 4)
    dismiss(ws, advice(ws).open[0], "Vi äger det tillsammans")
    follow_up(ws, goal.id or 0, orders, visits)
    save_word(ws, Word(name="Kund", definition="Den som har handlat det senaste året"))
    save_values(ws, orders, {month(6): 99.0})
    save_values(ws, visits, {month(6): None})
    ws.undo()


def follow_up(ws: Workspace, goal: int, orders: int, visits: int) -> None:
    """A row in each of the tables of the strategy and of following up."""
    first, day = date(2026, 1, 1), date(2026, 6, 15)
    with ws.action(msg("Follow up")):
        file = ws.connection
        CAUSES.save(file, Cause(cause_kpi_id=visits, effect_goal_id=goal))
        FOCUSES.save(file, Focus(kpi_id=orders, stage=Stage.REVENUE, line=50.0, since=first))
        loop = LOOPS.save(file, GrowthLoop(name="Tipsa en vän"))
        LOOP_STEPS.save(file, LoopStep(loop_id=loop.id or 0, kpi_id=visits))
        CHECK_INS.save(
            file,
            CheckIn(
                goal_id=goal,
                day=day,
                confidence=7,
                comment="Bra fart",
                status=Status.ON_TRACK,
                probability=0.8,
                seen=((orders, date(2026, 5, 31)),),
            ),
        )
        activity = ACTIVITIES.save(
            file,
            Activity(goal_id=goal, kpi_id=orders, title="Vårkampanj", effect=8.0, start=first),
        )
        IDEAS.save(
            file,
            Idea(
                title="Kampanj i vår",
                who="Styrelsen",
                day=first,
                goal_id=goal,
                answer=Answer.ADOPTED,
                activity_id=activity.id,
            ),
        )
        REVIEWS.save(file, Review(goal_id=goal, day=day, learned="Börja tidigare"))
        KPI_EVENTS.save(file, KpiEvent(kpi_id=visits, day=day, title="Ny sajt", rebase=True))
        (number, _) = key_results(ws, goal)
        former = FormerPlan(
            key_result_id=number.id or 0,
            until=day,
            target=500.0,
            start=first,
            steps=(PlanValue(date(2026, 6, 30), 240.0),),
        )
        add_former_plan(file, former)
        lane = LANES.all(file)[0]
        WHEEL_EVENTS.save(
            file, WheelEvent(lane_id=lane.id or 0, title="Vårmässan", start=first, end=day)
        )


def bring_in(ws: Workspace, orders: int) -> None:
    with ws.action(msg("Import {file}", file="orders.csv")):
        mapping_id = remember_mapping(ws.connection, "datum|antal", "orders.csv", "[]")
        import_id = add_import(
            ws.connection,
            step_id=ws.step_id,
            file_name="orders.csv",
            sha256="0" * 64,
            size=512,
            mapping_id=mapping_id,
            counts=ImportCounts(new=6),
        )
        save_measurements(
            ws,
            orders,
            [
                Measurement(
                    month(number),
                    40.0 + number,
                    date(2026, 6, 12) if number == 6 else None,
                    import_id,
                    f"orders!B{number + 1}",
                )
                for number in range(1, 7)
            ],
        )


def main() -> None:
    with Workspace.create(Path(sys.argv[1]), Company(name="AB")) as ws:
        fill(ws)


if __name__ == "__main__":
    main()
