"""The one metric that matters: chosen, read against its line, raised to a goal, and undone."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.core.faults import NotAllowed
from desktop.core.focus import Focus, Stage
from desktop.core.focus_line import Crossing
from desktop.core.goal import Comparison, GoalState
from desktop.core.kpi import AddUp, Better, Kpi
from desktop.core.kpi_library import read_library
from desktop.core.period import Cadence, Period
from desktop.core.unit import Unit, UnitKind
from desktop.services.focus import (
    begin_goal,
    current_focus,
    delete_focus,
    line_standing,
    newest_value,
    offers,
    past_focuses,
    read_focus,
    save_focus,
    save_focus_on_ready,
    when_reached,
)
from desktop.services.goals import key_results, set_state
from desktop.services.kpis import delete_kpi, kpis, save_kpi
from desktop.services.measurements import save_values
from desktop.services.workspace import Workspace

LIBRARY = read_library(Path(__file__).resolve().parents[2] / "resources" / "library")
TODAY = date(2026, 7, 15)
JANUARY = Period(Cadence.MONTH, date(2026, 1, 1))


def monthly(ws: Workspace, values: list[float], **more: object) -> Kpi:
    """A KPI with a value a month from January 2026 on."""
    kpi = save_kpi(ws, Kpi(name="Orders", **more))  # type: ignore[arg-type]
    save_values(ws, kpi.id or 0, {JANUARY.shift(n): each for n, each in enumerate(values)})
    return kpi


def chosen(ws: Workspace, kpi: Kpi, **more: object) -> Focus:
    fields = {"stage": Stage.REVENUE, "since": TODAY, "line": 50.0} | more
    return save_focus(ws, Focus(kpi_id=kpi.id or 0, **fields))  # type: ignore[arg-type]


def test_the_newest_week_of_days_is_a_whole_one(ws: Workspace) -> None:
    kpi = save_kpi(ws, Kpi(name="Visits", cadence=Cadence.DAY, add_up=AddUp.SUM))
    begin = date(2023, 1, 2)
    days = [begin + timedelta(days=n) for n in range((TODAY - begin).days)]  # until Tuesday
    save_values(ws, kpi.id or 0, {Period(Cadence.DAY, day): float(day.day) for day in days})
    focus = chosen(ws, kpi)
    found, newest = newest_value(ws, focus)
    assert (found, newest) == (kpi, read_focus(ws, focus).latest)
    assert newest is not None
    assert newest.value == 6 + 7 + 8 + 9 + 10 + 11 + 12


def test_the_month_that_is_not_over_is_left_out(ws: Workspace) -> None:
    kpi = monthly(ws, [40, 42, 41, 44, 43, 46, 60])  # 60 is July, half over
    view = read_focus(ws, chosen(ws, kpi))
    assert view.latest is not None
    assert view.latest.value == 46
    assert view.partial is not None
    assert view.partial.period == JANUARY.shift(6)
    assert view.where is not None
    assert view.where.crossing is Crossing.NOT_YET
    assert view.where.left == 4
    assert view.chart.target == 50
    assert view.chart.plan == ()


def test_days_are_added_up_to_weeks(ws: Workspace) -> None:
    kpi = save_kpi(ws, Kpi(name="Visits", cadence=Cadence.DAY))
    first = Period(Cadence.DAY, date(2026, 6, 29))  # a Monday
    save_values(ws, kpi.id or 0, {first.shift(n): 10.0 for n in range(16)})
    view = read_focus(ws, chosen(ws, kpi, line=75.0))
    assert view.cadence is Cadence.WEEK
    assert [each.value for each in view.values] == [70, 70]
    assert view.where is not None
    assert view.where.left == 5


def test_a_formula_is_worked_out_from_the_sums(ws: Workspace) -> None:
    """Weeks of 7 visits a day: 1 order of 10 visits, then 9 of 90, is 10 of 100."""
    visits = save_kpi(ws, Kpi(name="Visits", key="visits", cadence=Cadence.DAY))
    orders = save_kpi(ws, Kpi(name="Orders", key="orders", cadence=Cadence.DAY))
    share = save_kpi(
        ws,
        Kpi(
            name="Conversion",
            unit=Unit(UnitKind.PERCENT),
            cadence=Cadence.DAY,
            formula="orders / visits",
        ),
    )
    monday = Period(Cadence.DAY, date(2026, 7, 6))
    save_values(ws, visits.id or 0, {monday: 10.0, monday.shift(6): 90.0})
    save_values(ws, orders.id or 0, {monday: 5.0, monday.shift(6): 5.0})
    view = read_focus(ws, chosen(ws, share, line=0.2))
    assert [each.value for each in view.values] == [0.1]


def test_a_new_focus_keeps_the_one_before(ws: Workspace) -> None:
    kpi = monthly(ws, [40])
    first = chosen(ws, kpi, stage=Stage.STICKINESS, since=date(2026, 1, 10))
    second = chosen(ws, kpi)
    assert current_focus(ws) == second
    assert [(past.focus, past.until) for past in past_focuses(ws)] == [(first, second)]
    delete_focus(ws, second.id or 0)
    assert current_focus(ws) == first
    ws.undo()
    assert current_focus(ws) == second


def test_what_cannot_be_is_refused(ws: Workspace) -> None:
    kpi = monthly(ws, [40])
    with pytest.raises(NotAllowed):
        chosen(ws, kpi, since=date(2026, 7, 16))
    band = save_kpi(ws, Kpi(name="Stock", better=Better.BAND, band_low=1.0))
    with pytest.raises(NotAllowed):
        chosen(ws, band)
    assert read_focus(ws, chosen(ws, band, line=None)).where is None


def test_offers_begin_with_the_companys_own(ws: Workspace) -> None:
    own = save_kpi(ws, Kpi(name="Conversion rate"))  # as the library calls it
    other = save_kpi(ws, Kpi(name="Something else"))
    found = offers(ws, Stage.REVENUE, LIBRARY)
    assert found.fitting == (own,)
    assert found.others == (other,)
    assert "conversion_rate" not in {ready.id for ready in found.ready}
    assert found.ready[0].id == "average_order_value"


def test_a_ready_kpi_comes_with_its_parts_in_one_step(ws: Workspace) -> None:
    ready = next(each for each in LIBRARY if each.id == "average_order_value")
    focus = Focus(kpi_id=0, stage=Stage.REVENUE, since=TODAY, line=800.0)
    saved = save_focus_on_ready(ws, focus, ready, LIBRARY)
    assert {kpi.key for kpi in kpis(ws)} == {"average_order_value", "sales", "orders"}
    assert current_focus(ws) == saved
    assert read_focus(ws, saved).latest is None
    ws.undo()
    assert kpis(ws) == []


def test_a_line_can_be_tried_before_it_is_drawn(ws: Workspace) -> None:
    kpi = monthly(ws, [40, 42, 41, 44, 43, 46])
    where = line_standing(ws, kpi.id or 0, 44.0)
    assert where is not None
    assert where.crossing is Crossing.PASSED
    assert line_standing(ws, save_kpi(ws, Kpi(name="Empty")).id or 0, 1.0) is None


def test_when_it_is_reached_needs_a_year_of_months(ws: Workspace) -> None:
    kpi = monthly(ws, [40, 42, 41, 44, 43, 46])
    assert when_reached(read_focus(ws, chosen(ws, kpi))) is None
    first = JANUARY.shift(-24)
    save_values(ws, kpi.id or 0, {first.shift(n): 20.0 + n for n in range(30)})
    when = when_reached(read_focus(ws, chosen(ws, kpi, line=55.0)))
    assert when is not None
    assert when.middle is not None
    assert JANUARY.shift(5).until(when.middle) in range(4, 10)


def test_a_goal_begins_with_the_line_as_its_target(ws: Workspace) -> None:
    kpi = monthly(ws, [40, 42, 41, 44, 43, 46.4])
    view = read_focus(ws, chosen(ws, kpi, why="It pays for the rest"))
    goal = begin_goal(ws, view, "Fifty orders a month")
    assert goal.state is GoalState.DRAFT
    assert goal.why == "It pays for the rest"
    (row,) = key_results(ws, goal.id or 0)
    assert (row.kpi_id, row.target, row.baseline) == (kpi.id, 50.0, 46.0)
    assert row.comparison is Comparison.LEVEL
    assert [each.id for each in read_focus(ws, view.focus).goals] == [goal.id]


def test_a_line_for_a_week_of_days_is_no_target_for_a_day(ws: Workspace) -> None:
    kpi = save_kpi(ws, Kpi(name="Visits", cadence=Cadence.DAY))
    goal = begin_goal(ws, read_focus(ws, chosen(ws, kpi, line=700.0)), "More visits")
    assert key_results(ws, goal.id or 0)[0].target is None
    level = save_kpi(ws, Kpi(name="Rate", cadence=Cadence.DAY, add_up=AddUp.MEAN))
    goal = begin_goal(ws, read_focus(ws, chosen(ws, level, line=0.5)), "Better")
    assert key_results(ws, goal.id or 0)[0].target == 0.5


def test_a_closed_goal_does_not_count(ws: Workspace) -> None:
    kpi = monthly(ws, [40])
    view = read_focus(ws, chosen(ws, kpi))
    goal = begin_goal(ws, view, "Fifty")
    set_state(ws, goal.id or 0, GoalState.DROPPED)
    assert read_focus(ws, view.focus).goals == ()


def test_a_deleted_kpi_takes_its_focus_along(ws: Workspace) -> None:
    kpi = monthly(ws, [40])
    chosen(ws, kpi)
    delete_kpi(ws, kpi.id or 0)
    assert current_focus(ws) is None
    ws.undo()
    assert current_focus(ws) is not None
