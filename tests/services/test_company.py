"""The company and its people."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.core.company import Company, Paper, Person
from desktop.core.faults import NotAllowed
from desktop.core.goal import Goal, KeyResult
from desktop.core.kpi import Kpi
from desktop.core.period import Cadence, Period
from desktop.services.company import company, delete_person, people, save_company, save_person
from desktop.services.goals import goal, key_results, save_goal, save_key_result
from desktop.services.kpis import kpi, save_kpi
from desktop.services.measurements import save_values
from desktop.services.workspace import Workspace


def test_the_company_is_tidied_and_kept(ws: Workspace) -> None:
    save_company(
        ws,
        Company(name="  Nya AB ", language="sv", currency="dkk", year_start=5, paper=Paper.LETTER),
    )
    assert company(ws) == Company(
        name="Nya AB", language="sv", currency="DKK", year_start=5, paper=Paper.LETTER
    )


@pytest.mark.parametrize(
    "wrong", [Company(name=" "), Company(name="AB", currency="kr"), Company(name="AB", currency="")]
)
def test_what_a_company_must_have(ws: Workspace, wrong: Company) -> None:
    with pytest.raises(NotAllowed):
        save_company(ws, wrong)
    assert ws.undo_label is None


@pytest.mark.parametrize(
    ("cadence", "year_start", "fits"),
    [
        (Cadence.YEAR, 7, False),
        (Cadence.YEAR, 1, True),
        (Cadence.QUARTER, 7, True),  # quarters begin in January, April, July and October still
        (Cadence.QUARTER, 5, False),
        (Cadence.MONTH, 5, True),
        (Cadence.WEEK, 5, True),
        (Cadence.DAY, 5, True),
    ],
)
def test_a_fiscal_year_moves_only_where_no_value_is_torn(
    ws: Workspace, cadence: Cadence, year_start: int, fits: bool
) -> None:
    orders = save_kpi(ws, Kpi(name="Orders", cadence=cadence))
    save_values(ws, orders.id or 0, {Period.containing(cadence, date(2026, 1, 1)): 5.0})
    moved = Company(name="AB", year_start=year_start)
    if fits:
        save_company(ws, moved)
        assert company(ws).year_start == year_start
    else:
        with pytest.raises(NotAllowed) as refused:
            save_company(ws, moved)
        assert refused.value.message.values["kpi"] == "Orders"
        assert company(ws).year_start == 1


def test_a_yearly_kpi_without_values_lets_the_fiscal_year_move(ws: Workspace) -> None:
    save_kpi(ws, Kpi(name="Orders", cadence=Cadence.YEAR))
    save_company(ws, Company(name="AB", year_start=7))
    assert company(ws).year_start == 7


def test_people_by_name(ws: Workspace) -> None:
    ulf = save_person(ws, Person(name=" Ulf ", role="Sales"))
    team = save_person(ws, Person(name="Marketing", team=True))
    assert people(ws) == [team, ulf]
    assert ulf.name == "Ulf"
    renamed = save_person(ws, Person(id=ulf.id, name="Ulf Ek", role="Sales"))
    assert people(ws) == [team, renamed]
    with pytest.raises(NotAllowed):
        save_person(ws, Person(name=""))


def test_what_a_deleted_person_owned_stays(ws: Workspace) -> None:
    eva = save_person(ws, Person(name="Eva"))
    ulf = save_person(ws, Person(name="Ulf"))
    assert eva.id is not None
    orders = save_kpi(
        ws, Kpi(name="Orders", owner_id=eva.id, capacity=10, capacity_owner_id=ulf.id)
    )
    more = save_goal(ws, Goal(statement="More", start=date(2026, 1, 1), owner_id=eva.id))
    assert more.id is not None
    save_key_result(ws, KeyResult(goal_id=more.id, kpi_id=orders.id, owner_id=eva.id))
    delete_person(ws, eva.id)
    assert people(ws) == [ulf]
    assert goal(ws, more.id).owner_id is None
    assert kpi(ws, orders.id or 0).owner_id is None
    assert kpi(ws, orders.id or 0).capacity_owner_id == ulf.id
    assert key_results(ws, more.id)[0].owner_id is None
    ws.undo()
    assert people(ws) == [eva, ulf]
    assert goal(ws, more.id).owner_id == eva.id
    delete_person(ws, 99)  # nobody: nothing to do
    assert people(ws) == [eva, ulf]
