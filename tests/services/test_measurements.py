"""Typed and imported values."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.core.faults import NotAllowed
from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.message import nmsg
from desktop.core.period import Cadence, Period
from desktop.services.kpis import save_kpi
from desktop.services.measurements import (
    history,
    save_grid,
    save_measurements,
    save_values,
    series,
)
from desktop.services.workspace import Workspace


def month(number: int) -> Period:
    return Period(Cadence.MONTH, date(2026, number, 1))


@pytest.fixture
def orders(ws: Workspace) -> int:
    return save_kpi(ws, Kpi(name="Orders")).id or 0


@pytest.fixture
def visits(ws: Workspace) -> int:
    return save_kpi(ws, Kpi(name="Visits")).id or 0


def test_typed_values_are_one_step(ws: Workspace, orders: int) -> None:
    save_values(ws, orders, {month(1): 1.5, month(2): 0.1 + 0.2})
    assert series(ws, orders).measurements == (
        Measurement(month(1), 1.5),
        Measurement(month(2), 0.30000000000000004),
    )
    assert ws.undo_label == nmsg(
        "Enter a value of {kpi}", "Enter {n} values of {kpi}", 2, kpi="Orders"
    )
    save_values(ws, orders, {month(1): None})
    assert series(ws, orders).measurements == (Measurement(month(2), 0.30000000000000004),)
    ws.undo()
    ws.undo()
    assert series(ws, orders).measurements == ()


def test_a_grid_of_several_kpis_is_one_step(ws: Workspace, orders: int, visits: int) -> None:
    save_grid(ws, [(orders, month(1), 1.0), (visits, month(1), 2.0), (visits, month(2), 3.0)])
    assert ws.undo_label == nmsg("Enter a value", "Enter {n} values", 3)
    ws.undo()
    assert series(ws, visits).measurements == ()


def test_nothing_typed_is_no_step(ws: Workspace, orders: int) -> None:
    label = ws.undo_label
    save_grid(ws, [])
    save_values(ws, orders, {})
    save_values(ws, orders, {month(1): None})
    assert ws.undo_label == label


def test_values_with_their_source(ws: Workspace, orders: int) -> None:
    rows = [Measurement(month(1), 1.0), Measurement(month(2), 2.0, date(2026, 2, 10), None, "B7")]
    save_measurements(ws, orders, iter(rows))
    assert series(ws, orders).measurements == tuple(rows)


def test_a_formula_is_worked_out_from_its_parts(ws: Workspace, orders: int, visits: int) -> None:
    save_grid(
        ws,
        [
            (orders, month(1), 10.0),
            (visits, month(1), 100.0),
            (orders, month(2), 30.0),
            (visits, month(2), 100.0),
            (visits, month(3), 100.0),
        ],
    )
    rate = save_kpi(ws, Kpi(name="Rate", formula="orders / visits"))
    doubled = save_kpi(ws, Kpi(name="Doubled", formula="rate * 2"))
    of_rate = series(ws, rate.id or 0)
    assert [each.value for each in of_rate.measurements] == [0.1, 0.3]
    assert [each.value for each in series(ws, doubled.id or 0).measurements] == [0.2, 0.6]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_only_numbers(ws: Workspace, orders: int, value: float) -> None:
    with pytest.raises(NotAllowed):
        save_values(ws, orders, {month(1): 1.0, month(2): value})
    assert series(ws, orders).measurements == ()


def test_a_formula_has_no_values_of_its_own(ws: Workspace, orders: int) -> None:
    double = save_kpi(ws, Kpi(name="Double", formula="orders * 2"))
    with pytest.raises(NotAllowed) as refused:
        save_values(ws, double.id or 0, {month(1): 1.0})
    assert refused.value.message.values["kpi"] == "Double"


def test_a_kpi_that_is_gone(ws: Workspace) -> None:
    with pytest.raises(NotAllowed):
        save_values(ws, 99, {month(1): 1.0})
    with pytest.raises(NotAllowed):
        save_measurements(ws, 99, [Measurement(month(1), 1.0)])
    with pytest.raises(NotAllowed):
        save_measurements(ws, 99, [])


@pytest.mark.parametrize(
    "period", [Period(Cadence.DAY, date(2026, 1, 1)), Period(Cadence.MONTH, date(2026, 1, 2))]
)
def test_a_period_that_the_kpi_does_not_have_is_a_bug(
    ws: Workspace, orders: int, period: Period
) -> None:
    with pytest.raises(ValueError, match="is not a month"):
        save_values(ws, orders, {period: 1.0})


def test_the_history_of_a_value(ws: Workspace, orders: int) -> None:
    for value in (1.0, 2.0, None):
        save_values(ws, orders, {month(1): value})
    save_values(ws, orders, {month(1): 9.0})
    ws.undo()
    assert [(change.old, change.new) for change in history(ws, orders, month(1))] == [
        (2.0, None),
        (1.0, 2.0),
        (None, 1.0),
    ]
