"""Measurements in the company file."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.message import msg
from desktop.core.period import Cadence, Period
from desktop.store.company_file import CompanyFile
from desktop.store.import_records import ImportCounts, add_import
from desktop.store.measurements import (
    has_any,
    nth_newest_start,
    put,
    put_typed,
    read_between,
    remove_all,
)
from desktop.store.tables import KPIS
from desktop.store.user_name import user_name
from desktop.store.value_history import read_changes

ENTER = msg("Enter")


def month(number: int) -> Period:
    return Period(Cadence.MONTH, date(2026, number, 1))


@pytest.fixture
def kpi(file: CompanyFile) -> Kpi:
    with file.action(msg("Add")):
        return KPIS.save(file.connection, Kpi(key="orders", name="Orders"))


def test_values_come_back_in_order_with_their_source(file: CompanyFile, kpi: Kpi) -> None:
    assert kpi.id is not None
    assert not has_any(file.connection, kpi.id)
    assert nth_newest_start(file.connection, kpi, 1) is None
    with file.action(ENTER):
        import_id = add_import(
            file.connection,
            step_id=file.step_id,
            file_name="a.csv",
            sha256="0" * 64,
            size=10,
            mapping_id=None,
            counts=ImportCounts(new=1),
        )
        imported = Measurement(month(3), 0.1 + 0.2, date(2026, 3, 12), import_id, "Sheet1!C14")
        put(file.connection, kpi.id, [imported, Measurement(month(1), 5.0)])
        put_typed(file.connection, [(kpi.id, month(2), -1.5)])
    assert read_between(file.connection, kpi) == [
        Measurement(month(1), 5.0),
        Measurement(month(2), -1.5),
        imported,
    ]
    assert read_between(file.connection, kpi, date(2026, 2, 1), date(2026, 2, 28)) == [
        Measurement(month(2), -1.5)
    ]
    assert has_any(file.connection, kpi.id)


def test_the_start_of_the_newest_periods(file: CompanyFile, kpi: Kpi) -> None:
    assert kpi.id is not None
    days = [date(2026, 1, 1) + timedelta(days=31 * number) for number in range(4)]
    with file.action(ENTER):
        put(
            file.connection,
            kpi.id,
            [Measurement(Period.containing(Cadence.MONTH, day), 1) for day in days],
        )
    assert nth_newest_start(file.connection, kpi, 1) == date(2026, 4, 1)
    assert nth_newest_start(file.connection, kpi, 3) == date(2026, 2, 1)
    assert nth_newest_start(file.connection, kpi, 99) == date(2026, 1, 1)


def test_typing_what_is_there_keeps_its_source(file: CompanyFile, kpi: Kpi) -> None:
    assert kpi.id is not None
    whole = Measurement(month(1), 5.0, cell="A1")
    partly = Measurement(month(2), 5.0, date(2026, 2, 3), cell="A2")
    with file.action(ENTER):
        put(file.connection, kpi.id, [whole, partly])
    with file.action(ENTER) as same:
        put_typed(file.connection, [(kpi.id, month(1), 5.0), (kpi.id, month(3), None)])
    assert same.tables == frozenset()
    with file.action(ENTER):  # a typed value is of the whole period
        put_typed(file.connection, [(kpi.id, month(2), 5.0)])
    assert read_between(file.connection, kpi) == [whole, Measurement(month(2), 5.0)]


def test_emptying_and_removing(file: CompanyFile, kpi: Kpi) -> None:
    assert kpi.id is not None
    with file.action(ENTER):
        put_typed(file.connection, [(kpi.id, month(number), 1.0) for number in (1, 2, 3)])
    with file.action(ENTER):
        put_typed(file.connection, [(kpi.id, month(2), None)])
    assert [each.period for each in read_between(file.connection, kpi)] == [month(1), month(3)]
    with file.action(ENTER):
        remove_all(file.connection, kpi.id)
    assert read_between(file.connection, kpi) == []


def test_a_value_tells_what_it_has_been(file: CompanyFile, kpi: Kpi) -> None:
    assert kpi.id is not None
    for value in (1.0, 0.1 + 0.2, None, 4.0):
        with file.action(ENTER):
            put_typed(file.connection, [(kpi.id, month(1), value), (kpi.id, month(2), 9.0)])
    file.undo()
    changes = read_changes(file.connection, kpi.id, month(1))
    assert [(change.old, change.new, change.import_id) for change in changes] == [
        (0.30000000000000004, None, None),
        (1.0, 0.30000000000000004, None),
        (None, 1.0, None),
    ]
    assert {change.who for change in changes} == {user_name()}
    assert read_changes(file.connection, kpi.id, month(3)) == []
