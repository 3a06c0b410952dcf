"""What moved a KPI, from the values of a company file."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.core.kpi import Kpi
from desktop.core.period import Cadence, Period
from desktop.services.breakdown import Against, read_breakdown
from desktop.services.kpis import save_kpi
from desktop.services.measurements import save_values
from desktop.services.workspace import Workspace

# today is 15 July 2026
JUNE = Period(Cadence.MONTH, date(2026, 6, 1))


@pytest.fixture
def rate(ws: Workspace) -> int:
    """Orders by visits: 18 months of both, July only begun."""
    for name, start, grows in (("Orders", 20.0, 1.0), ("Visits", 1000.0, 0.0)):
        kpi = save_kpi(ws, Kpi(name=name))
        months = {JUNE.shift(n): start + grows * n for n in range(-17, 2)}
        save_values(ws, kpi.id or 0, dict(months))
    return save_kpi(ws, Kpi(name="Rate", formula="orders / visits", decimals=3)).id or 0


def test_the_newest_full_month_against_the_one_before(ws: Workspace, rate: int) -> None:
    view = read_breakdown(ws, rate)
    assert (view.later, view.earlier) == (JUNE, JUNE.shift(-1))
    assert view.tree is not None
    assert view.tree.values == (0.019, 0.020)
    orders, visits = view.tree.parts
    assert orders.contribution == pytest.approx(0.001)
    assert visits.contribution == 0
    assert view.periods[0] == JUNE
    assert len(view.periods) == 17


def test_against_the_same_month_a_year_earlier(ws: Workspace, rate: int) -> None:
    view = read_breakdown(ws, rate, against=Against.YEAR)
    assert (view.later, view.earlier) == (JUNE, JUNE.shift(-12))
    assert view.tree is not None
    assert view.tree.contribution == pytest.approx(0.012)
    assert len(view.periods) == 6


def test_a_period_is_chosen_and_added_up(ws: Workspace, rate: int) -> None:
    view = read_breakdown(ws, rate, period=JUNE.shift(-3))
    assert view.later == JUNE.shift(-3)
    unknown = read_breakdown(ws, rate, period=JUNE.shift(5))
    assert unknown.later == JUNE
    quarter = read_breakdown(ws, rate, cadence=Cadence.QUARTER)
    assert quarter.later == Period(Cadence.QUARTER, date(2026, 4, 1))
    assert quarter.tree is not None
    assert quarter.tree.values == (pytest.approx(48 / 3000), pytest.approx(57 / 3000))


def test_days_are_taken_by_the_month(ws: Workspace) -> None:
    whole = save_kpi(ws, Kpi(name="All", cadence=Cadence.DAY))
    part = save_kpi(ws, Kpi(name="Web", cadence=Cadence.DAY, parent_id=whole.id))
    days = [Period(Cadence.DAY, date(2026, 5, 1)).shift(n) for n in range(61)]
    save_values(ws, whole.id or 0, {day: 10.0 + day.start.month for day in days})
    save_values(ws, part.id or 0, {day: 2.0 * day.start.month for day in days})
    view = read_breakdown(ws, whole.id or 0)
    assert (view.cadence, view.later) == (Cadence.MONTH, JUNE)
    assert view.tree is not None
    assert view.tree.values == (15 * 31, 16 * 30)
    web, rest = view.tree.parts
    assert (web.contribution, rest.contribution) == (12 * 30 - 10 * 31, 4 * 30 - 5 * 31)


def test_without_parts_or_without_two_periods_there_is_no_tree(ws: Workspace, rate: int) -> None:
    alone = save_kpi(ws, Kpi(name="Alone")).id or 0
    assert not read_breakdown(ws, alone).has_parts
    save_kpi(ws, Kpi(name="Below", parent_id=alone))
    view = read_breakdown(ws, alone)
    assert view.has_parts
    assert (view.tree, view.periods) == (None, ())


def test_every_leaf_is_read_once(ws: Workspace, rate: int) -> None:
    """Visits are named by the revenue, by the rate and by the order value, read but once."""
    sold = save_kpi(ws, Kpi(name="Sold"))
    save_values(ws, sold.id or 0, {JUNE.shift(n): 900.0 + n for n in range(-17, 1)})
    save_kpi(ws, Kpi(name="Worth", formula="sold / orders"))
    revenue = save_kpi(ws, Kpi(name="Revenue", formula="visits * rate * worth"))
    reads: list[str] = []
    ws.connection.set_trace_callback(reads.append)
    view = read_breakdown(ws, revenue.id or 0)
    ws.connection.set_trace_callback(None)
    assert view.tree is not None
    assert view.tree.values == (pytest.approx(899.0), pytest.approx(900.0))
    assert len([read for read in reads if "FROM measurement" in read]) == 3
