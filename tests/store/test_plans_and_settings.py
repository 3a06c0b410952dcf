"""Plans, settings, the company and the generic tables."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.core.company import Company, Paper, Person
from desktop.core.faults import NotAllowed
from desktop.core.goal import Comparison, Goal, GoalState, KeyResult, Milestone, PlanValue
from desktop.core.kpi import AddUp, Better, Kpi, Perspective, Phase
from desktop.core.message import msg
from desktop.core.period import Cadence
from desktop.core.unit import Unit, UnitKind
from desktop.store.company_file import CompanyFile
from desktop.store.company_table import read_company, update_company
from desktop.store.plan_values import read_plan, read_plans, write_plan
from desktop.store.settings import read_setting, write_setting
from desktop.store.table import id_of
from desktop.store.tables import GOALS, KEY_RESULTS, KPIS, MILESTONES, PEOPLE

SAVE = msg("Save")


@pytest.fixture
def key_result_id(file: CompanyFile) -> int:
    with file.action(SAVE):
        goal = GOALS.save(file.connection, Goal(statement="More", start=date(2026, 1, 1)))
        assert goal.id is not None
        result = KEY_RESULTS.save(file.connection, KeyResult(goal_id=goal.id, title="Opened"))
    assert result.id is not None
    return result.id


def step(month: int, value: float) -> PlanValue:
    return PlanValue(date(2026, month, 28), value)


def test_a_plan_is_replaced_step_by_step(file: CompanyFile, key_result_id: int) -> None:
    with file.action(SAVE):
        write_plan(file.connection, key_result_id, [step(2, 20.0), step(1, 10.5)])
    assert read_plan(file.connection, key_result_id) == [step(1, 10.5), step(2, 20.0)]
    with file.action(SAVE):
        write_plan(file.connection, key_result_id, [step(2, 25.0), step(3, 30.0)])
    assert read_plan(file.connection, key_result_id) == [step(2, 25.0), step(3, 30.0)]
    assert read_plans(file.connection, 1) == {key_result_id: [step(2, 25.0), step(3, 30.0)]}
    with file.action(SAVE) as same:
        write_plan(file.connection, key_result_id, [step(2, 25.0), step(3, 30.0)])
    assert same.tables == frozenset()
    with file.action(SAVE):
        write_plan(file.connection, key_result_id, [])
    assert read_plans(file.connection, 1) == {}


@pytest.mark.parametrize("value", ["text å", 3, 2.5, True, ["a", "b"], {"a": 1}])
def test_a_setting_keeps_its_type(file: CompanyFile, value: object) -> None:
    assert read_setting(file.connection, "a.b") is None
    with file.action(SAVE):
        write_setting(file.connection, "a.b", "before")
        write_setting(file.connection, "a.b", value)
    back = read_setting(file.connection, "a.b")
    assert back == value
    assert type(back) is type(value)
    with file.action(SAVE):
        write_setting(file.connection, "a.b", None)
    assert read_setting(file.connection, "a.b") is None


def test_the_company_can_be_changed(file: CompanyFile) -> None:
    company = Company(
        name="Nya AB", language="sv", currency="EUR", year_start=5, paper=Paper.LETTER
    )
    with file.action(SAVE):
        update_company(file.connection, company)
    assert read_company(file.connection) == company


def test_every_field_of_every_row_comes_back(file: CompanyFile) -> None:
    with file.action(SAVE):
        eva = PEOPLE.save(file.connection, Person(name="Eva", role="VD", team=True))
        parent = KPIS.save(file.connection, Kpi(key="all", name="All"))
        kpi = KPIS.save(
            file.connection,
            Kpi(
                key="share",
                name="Share",
                definition="Orders by visits",
                unit=Unit(UnitKind.OWN, "kWh"),
                decimals=2,
                better=Better.BAND,
                band_low=0.1,
                band_high=0.3,
                cadence=Cadence.WEEK,
                add_up=AddUp.LAST,
                formula="orders / visits",
                leading=True,
                phase=Phase.ENGAGEMENT,
                perspective=Perspective.CUSTOMER,
                owner_id=eva.id,
                source="Shop",
                parent_id=parent.id,
                capacity=12.5,
                capacity_owner_id=eva.id,
                archived=True,
            ),
        )
        goal = GOALS.save(
            file.connection,
            Goal(
                statement="Be seen",
                why="Because",
                not_doing="Fairs",
                owner_id=eva.id,
                start=date(2026, 1, 1),
                deadline=date(2026, 12, 31),
                state=GoalState.DRAFT,
                aspirational=True,
                position=3,
            ),
        )
        assert goal.id is not None
        result = KEY_RESULTS.save(
            file.connection,
            KeyResult(
                goal_id=goal.id,
                kpi_id=kpi.id,
                title="Share",
                baseline=0.1,
                target=0.2,
                original_target=0.3,
                comparison=Comparison.PER_PERIOD,
                weight=2.5,
                owner_id=eva.id,
                done_on=date(2026, 5, 1),
                position=1,
            ),
        )
        milestone = MILESTONES.save(
            file.connection,
            Milestone(
                goal_id=goal.id,
                key_result_id=result.id,
                title="Half",
                due=date(2026, 6, 30),
                value=0.15,
                done_on=date(2026, 6, 1),
            ),
        )
    assert PEOPLE.get(file.connection, eva.id or 0) == eva
    assert KPIS.get(file.connection, kpi.id or 0) == kpi
    assert KPIS.get(file.connection, 99) is None
    assert GOALS.all(file.connection) == [goal]
    assert KEY_RESULTS.all(file.connection, "goal_id = ?", goal.id) == [result]
    assert MILESTONES.all(file.connection) == [milestone]
    with file.action(SAVE):
        MILESTONES.delete(file.connection, milestone.id or 0)
    assert MILESTONES.all(file.connection) == []


def test_ids_are_never_used_again(file: CompanyFile) -> None:
    """A page, a link or the change log may still speak of the one that is gone."""
    with file.action(SAVE):
        first = PEOPLE.save(file.connection, Person(name="Eva"))
    with file.action(SAVE):
        PEOPLE.delete(file.connection, first.id or 0)
    with file.action(SAVE):
        assert PEOPLE.save(file.connection, Person(name="Ulf")).id != first.id


def test_a_row_that_is_gone_cannot_be_changed(file: CompanyFile) -> None:
    with file.action(SAVE):
        eva = PEOPLE.save(file.connection, Person(name="Eva"))
        PEOPLE.delete(file.connection, eva.id or 0)
    with pytest.raises(NotAllowed), file.action(SAVE):
        PEOPLE.save(file.connection, eva)


def test_a_record_that_is_not_in_the_file_has_no_id() -> None:
    assert id_of(Person(id=7, name="Eva")) == 7
    with pytest.raises(ValueError, match="not in the file"):
        id_of(Person(name="Eva"))
