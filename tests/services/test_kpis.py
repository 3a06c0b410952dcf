"""KPIs: keys, formulas, cadences, what uses them, and their list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.core.company import Person
from desktop.core.faults import NotAllowed
from desktop.core.goal import Goal, KeyResult
from desktop.core.kpi import AddUp, Better, Kpi
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.services.company import save_person
from desktop.services.goals import save_goal, save_key_result
from desktop.services.kpi_keys import key_from_name
from desktop.services.kpis import delete_kpi, kpi, kpi_rows, kpis, save_kpi
from desktop.services.measurements import save_grid, save_measurements, save_values, series
from desktop.services.workspace import Workspace


def month(number: int, year: int = 2026) -> Period:
    return Period(Cadence.MONTH, date(year, number, 1))


def add(ws: Workspace, name: str, **fields: object) -> Kpi:
    return save_kpi(ws, replace(Kpi(name=name), **fields))  # type: ignore[arg-type]


class TestKeys:
    @pytest.mark.parametrize(
        ("name", "key"),
        [
            ("Orders", "orders"),
            ("Nya besökare (Web)", "nya_besokare_web"),
            ("Ærlig Øl på Ångström", "aerlig_ol_pa_angstrom"),
            ("3-års avtal", "kpi_3_ars_avtal"),
            ("class", "kpi_class"),
            ("%", "kpi"),
            ("Größe", "grosse"),
        ],
    )
    def test_a_key_is_made_from_the_name(self, name: str, key: str) -> None:
        assert key_from_name(name, ()) == key

    def test_a_taken_key_is_numbered(self, ws: Workspace) -> None:
        assert [add(ws, "Orders").key for _ in range(3)] == ["orders", "orders_2", "orders_3"]

    @pytest.mark.parametrize("key", ["or ders", "2nd", "for", "a-b"])
    def test_a_key_must_stand_in_a_formula(self, ws: Workspace, key: str) -> None:
        with pytest.raises(NotAllowed):
            add(ws, "Orders", key=key)

    def test_two_kpis_cannot_share_a_key(self, ws: Workspace) -> None:
        add(ws, "Orders", key="orders")
        with pytest.raises(NotAllowed):
            add(ws, "Other", key="orders")

    def test_formulas_follow_a_new_key(self, ws: Workspace) -> None:
        orders = add(ws, "Orders")
        add(ws, "Orders abroad", key="orders_abroad")
        share = add(ws, "Share", formula="orders_abroad / (orders + orders_abroad)")
        save_kpi(ws, replace(orders, key="beställningar"))
        assert kpi(ws, share.id or 0).formula == "orders_abroad / (beställningar + orders_abroad)"
        ws.undo()
        assert kpi(ws, share.id or 0) == share

    def test_a_key_is_kept_in_the_form_in_which_formulas_are_read(self, ws: Workspace) -> None:
        orders = add(ws, "Orders", key="besta\u0308llningar")
        assert orders.key == "beställningar"
        add(ws, "Double", formula="beställningar * 2")


class TestWhatCannotBe:
    @pytest.mark.parametrize(
        "wrong",
        [
            Kpi(name=" "),
            Kpi(name="A", better=Better.BAND),
            Kpi(name="A", better=Better.BAND, band_low=2, band_high=1),
            Kpi(name="A", better=Better.BAND, band_low=float("nan")),
            Kpi(name="A", capacity=float("inf")),
            Kpi(name="A", formula="nothing / orders"),
            Kpi(name="A", formula="orders /"),
            Kpi(name="A", formula="2 + 2"),
            Kpi(name="A", key="a", formula="a / orders"),
            Kpi(name="A", cadence=Cadence.DAY, formula="orders * 2"),
        ],
    )
    def test_it_is_refused(self, ws: Workspace, wrong: Kpi) -> None:
        add(ws, "Orders")
        with pytest.raises(NotAllowed):
            save_kpi(ws, wrong)
        assert [row.name for row in kpis(ws)] == ["Orders"]

    def test_formulas_in_a_circle(self, ws: Workspace) -> None:
        add(ws, "Orders")
        first = add(ws, "A", formula="orders * 2")
        add(ws, "B", formula="a * 2")
        with pytest.raises(NotAllowed):
            save_kpi(ws, replace(first, formula="b * 2"))

    def test_a_tree_in_a_circle(self, ws: Workspace) -> None:
        top = add(ws, "Top")
        middle = add(ws, "Middle", parent_id=top.id)
        low = add(ws, "Low", parent_id=middle.id)
        for parent in (top, middle, low):
            with pytest.raises(NotAllowed):
                save_kpi(ws, replace(top, parent_id=parent.id))

    def test_a_formula_beside_values(self, ws: Workspace) -> None:
        add(ws, "Orders")
        visits = add(ws, "Visits")
        save_values(ws, visits.id or 0, {month(1): 5.0})
        with pytest.raises(NotAllowed):
            save_kpi(ws, replace(visits, formula="orders * 2"))

    def test_a_part_that_becomes_coarser_than_its_formula(self, ws: Workspace) -> None:
        orders = add(ws, "Orders")
        add(ws, "Double", formula="orders * 2")
        with pytest.raises(NotAllowed) as refused:
            save_kpi(ws, replace(orders, cadence=Cadence.QUARTER))
        assert refused.value.message.values["part"] == "Orders"

    def test_a_kpi_that_is_gone(self, ws: Workspace) -> None:
        orders = add(ws, "Orders")
        delete_kpi(ws, orders.id or 0)
        for gone in (lambda: save_kpi(ws, orders), lambda: kpi(ws, 1), lambda: series(ws, 1)):
            with pytest.raises(NotAllowed):
                gone()


class TestCadence:
    def test_days_become_months_and_undo_brings_the_days_back(self, ws: Workspace) -> None:
        orders = add(ws, "Orders", cadence=Cadence.DAY)
        days = {
            Period(Cadence.DAY, date(2026, 4, 1) + timedelta(days=number)): 2.0
            for number in range(70)
        }
        save_values(ws, orders.id or 0, days)
        save_kpi(ws, replace(orders, cadence=Cadence.MONTH))
        # 30 days of April, 31 of May, and the first nine of June
        assert series(ws, orders.id or 0).measurements == (
            Measurement(month(4), 60.0),
            Measurement(month(5), 62.0),
            Measurement(month(6), 18.0, date(2026, 6, 9)),
        )
        ws.undo()
        assert len(series(ws, orders.id or 0).measurements) == 70

    def test_it_adds_up_in_the_way_that_is_chosen_with_it(self, ws: Workspace) -> None:
        stock = add(ws, "Stock", add_up=AddUp.SUM)
        save_values(ws, stock.id or 0, {month(number): float(number) for number in range(1, 7)})
        save_kpi(ws, replace(stock, cadence=Cadence.QUARTER, add_up=AddUp.LAST))
        assert [each.value for each in series(ws, stock.id or 0).measurements] == [3.0, 6.0]

    def test_a_quarter_that_lacks_a_month_would_pass_for_whole_and_is_left_out(
        self, ws: Workspace
    ) -> None:
        orders = add(ws, "Orders")
        save_values(ws, orders.id or 0, {month(number): 1.0 for number in (2, 3, 4, 5, 6)})
        save_kpi(ws, replace(orders, cadence=Cadence.QUARTER))
        assert [
            (each.period.start, each.value) for each in series(ws, orders.id or 0).measurements
        ] == [(date(2026, 4, 1), 3.0)]

    def test_months_cannot_become_days(self, ws: Workspace) -> None:
        orders = add(ws, "Orders")
        save_kpi(ws, replace(orders, cadence=Cadence.DAY))  # without values it can
        save_kpi(ws, orders)
        save_values(ws, orders.id or 0, {month(1): 5.0})
        with pytest.raises(NotAllowed) as refused:
            save_kpi(ws, replace(orders, cadence=Cadence.DAY))
        assert refused.value.message.values["kpi"] == "Orders"
        assert kpi(ws, orders.id or 0) == orders


class TestDeleting:
    def test_values_go_and_come_back(self, ws: Workspace) -> None:
        orders = add(ws, "Orders")
        save_values(ws, orders.id or 0, {month(1): 5.0})
        delete_kpi(ws, orders.id or 0)
        assert kpis(ws) == []
        ws.undo()
        assert kpis(ws) == [orders]
        assert series(ws, orders.id or 0).measurements == (Measurement(month(1), 5.0),)

    def test_what_uses_it_is_named(self, ws: Workspace) -> None:
        orders = add(ws, "Orders")
        add(ws, "Double", formula="orders * 2")
        add(ws, "Abroad", parent_id=orders.id)
        goal = save_goal(ws, Goal(statement="More orders", start=date(2026, 1, 1)))
        save_key_result(ws, KeyResult(goal_id=goal.id or 0, kpi_id=orders.id))
        with pytest.raises(NotAllowed) as refused:
            delete_kpi(ws, orders.id or 0)
        assert refused.value.message.values == {
            "kpi": "Orders",
            "uses": "“More orders”, “Double”, “Abroad”",
        }

    def test_archived_kpis_are_out_of_sight(self, ws: Workspace) -> None:
        orders = save_kpi(ws, replace(add(ws, "Orders"), archived=True))
        assert kpis(ws) == []
        assert kpis(ws, archived=True) == [orders]
        assert kpi_rows(ws) == []
        assert [row.kpi for row in kpi_rows(ws, archived=True)] == [orders]


class TestRows:
    """On 15 July 2026."""

    def test_the_newest_full_month_and_the_unfinished_one(self, ws: Workspace) -> None:
        eva = save_person(ws, Person(name="Eva"))
        orders = add(ws, "Orders", owner_id=eva.id)
        visits = add(ws, "Visits")
        rate = add(ws, "Rate", formula="orders / visits")
        for number in range(1, 8):
            save_grid(
                ws,
                [
                    (orders.id or 0, month(number), 2.0 * number),
                    (visits.id or 0, month(number), 4.0),
                ],
            )
        goal = save_goal(ws, Goal(statement="More", start=date(2026, 1, 1)))
        other = save_goal(ws, Goal(statement="Most", start=date(2026, 1, 1)))
        for goal_id in (goal.id, goal.id, other.id):
            save_key_result(ws, KeyResult(goal_id=goal_id or 0, kpi_id=orders.id))
        rows = {row.kpi.name: row for row in kpi_rows(ws)}
        assert list(rows) == ["Orders", "Rate", "Visits"]
        assert rows["Orders"].latest == Measurement(month(6), 12.0)
        assert rows["Orders"].partial == Measurement(month(7), 14.0)
        assert rows["Orders"].recent == (2.0, 4.0, 6.0, 8.0, 10.0, 12.0)
        assert rows["Orders"].outdated is None
        assert rows["Orders"].owner == "Eva"
        assert rows["Orders"].goals == 2
        assert rows["Rate"].kpi == rate
        assert rows["Rate"].recent == (0.5, 1.0, 1.5, 2.0, 2.5, 3.0)
        assert rows["Rate"].goals == 0
        assert rows["Rate"].owner == ""

    def test_silence_is_told(self, ws: Workspace) -> None:
        orders = add(ws, "Orders")
        add(ws, "Never")
        save_values(ws, orders.id or 0, {month(3): 5.0})
        never, silent = sorted(kpi_rows(ws), key=lambda row: row.kpi.name)
        assert (never.latest, never.partial, never.outdated, never.recent) == (None, None, None, ())
        assert silent.outdated is not None
        assert silent.outdated.values["period"] == month(3)

    def test_a_formula_whose_parts_have_no_values(self, ws: Workspace) -> None:
        add(ws, "Orders")
        add(ws, "Double", formula="orders * 2")
        double, _ = kpi_rows(ws)
        assert (double.latest, double.partial, double.recent) == (None, None, ())

    def test_no_more_than_thirteen_values(self, ws: Workspace) -> None:
        orders = add(ws, "Orders", cadence=Cadence.DAY)
        today = Period(Cadence.DAY, ws.today())
        save_values(
            ws, orders.id or 0, {today.shift(-number): float(number) for number in range(100)}
        )
        (row,) = kpi_rows(ws)
        assert row.recent == tuple(float(number) for number in range(13, 0, -1))

    @pytest.mark.parametrize("cadence", [Cadence.DAY, Cadence.WEEK])
    def test_a_monthly_formula_over_finer_parts_is_whole_in_every_month(
        self, ws: Workspace, cadence: Cadence
    ) -> None:
        """However little is read, the first month read must not lack its first days."""
        orders = add(ws, "Orders", cadence=cadence)
        add(ws, "Double", cadence=Cadence.MONTH, formula="orders * 2")
        first = Period.containing(cadence, date(2023, 1, 2))
        count = first.until(Period.containing(cadence, date(2026, 7, 14))) + 1
        save_measurements(
            ws,
            orders.id or 0,
            [Measurement(first.shift(number), 1.0) for number in range(count)],
        )
        double = next(row for row in kpi_rows(ws) if row.kpi.formula)
        whole = series(ws, double.kpi.id or 0).full(ws.today())
        assert double.recent == tuple(each.value for each in whole[-13:])
        assert double.latest == whole[-1]
