"""Imports, taking one back later, and remembered mappings."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.message import msg
from desktop.core.period import Cadence, Period
from desktop.store.company_file import CompanyFile
from desktop.store.import_changes import overwritten, revert_import
from desktop.store.import_records import (
    ImportCounts,
    ImportRecord,
    add_import,
    read_import,
    read_imports,
    read_mapping,
    read_mappings,
    remember_mapping,
)
from desktop.store.measurements import put, put_typed, read_between
from desktop.store.tables import KPIS
from desktop.store.user_name import user_name


def month(number: int) -> Period:
    return Period(Cadence.MONTH, date(2026, number, 1))


@pytest.fixture
def kpi(file: CompanyFile) -> Kpi:
    with file.action(msg("Add")):
        return KPIS.save(file.connection, Kpi(key="orders", name="Orders"))


def bring(file: CompanyFile, kpi: Kpi, values: dict[int, float]) -> ImportRecord:
    with file.action(msg("Import")):
        import_id = add_import(
            file.connection,
            step_id=file.step_id,
            file_name="a.csv",
            sha256="ab" * 32,
            size=10,
            mapping_id=None,
            counts=ImportCounts(new=len(values), rejected=2),
        )
        put(
            file.connection,
            kpi.id or 0,
            [
                Measurement(month(number), value, None, import_id, f"A{number}")
                for number, value in values.items()
            ],
        )
    record = read_import(file.connection, import_id)
    assert record is not None
    return record


def values(file: CompanyFile, kpi: Kpi) -> dict[int, float]:
    return {each.period.start.month: each.value for each in read_between(file.connection, kpi)}


def test_an_import_is_remembered(file: CompanyFile, kpi: Kpi) -> None:
    first = bring(file, kpi, {1: 10.0})
    second = bring(file, kpi, {2: 20.0})
    assert read_imports(file.connection) == [second, first]
    assert first.counts == ImportCounts(new=1, changed=0, same=0, rejected=2)
    assert (first.who, first.file_name, first.sha256, first.bytes) == (
        user_name(),
        "a.csv",
        "ab" * 32,
        10,
    )
    assert first.reverted_at is None
    assert read_import(file.connection, 99) is None


def test_an_import_is_taken_back_long_after(file: CompanyFile, kpi: Kpi) -> None:
    with file.action(msg("Type")):
        put_typed(file.connection, [(kpi.id or 0, month(1), 1.0)])
    record = bring(file, kpi, {1: 10.0, 2: 20.0, 3: 30.0, 4: 40.0})
    later = bring(file, kpi, {3: 33.0})
    with file.action(msg("Type")):
        put_typed(file.connection, [(kpi.id or 0, month(4), 44.0)])
    with file.action(msg("Revert")):
        assert revert_import(file.connection, record) == 2
    # what was typed or imported afterwards stays
    assert values(file, kpi) == {1: 1.0, 3: 33.0, 4: 44.0}
    assert read_between(file.connection, kpi)[0] == Measurement(month(1), 1.0)
    reverted = read_import(file.connection, record.id)
    assert reverted is not None
    assert reverted.reverted_at is not None
    file.undo()
    assert values(file, kpi) == {1: 10.0, 2: 20.0, 3: 33.0, 4: 44.0}
    with file.action(msg("Revert")):
        assert revert_import(file.connection, later) == 1
    assert values(file, kpi)[3] == 30.0


def test_values_that_an_import_brought_and_removed_itself(file: CompanyFile, kpi: Kpi) -> None:
    with file.action(msg("Import")):
        import_id = add_import(
            file.connection,
            step_id=file.step_id,
            file_name="a.csv",
            sha256="",
            size=0,
            mapping_id=None,
            counts=ImportCounts(),
        )
        put_typed(file.connection, [(kpi.id or 0, month(1), 1.0)])
    record = read_import(file.connection, import_id)
    assert record is not None
    with file.action(msg("Revert")):
        assert revert_import(file.connection, record) == 0
    assert values(file, kpi) == {1: 1.0}


def test_what_has_been_overwritten_since_is_known(file: CompanyFile, kpi: Kpi) -> None:
    record = bring(file, kpi, {1: 10.0, 2: 20.0, 3: 30.0, 4: 40.0})
    assert overwritten(file.connection, record) == []
    later = bring(file, kpi, {3: 33.0})
    with file.action(msg("Type")):
        put_typed(file.connection, [(kpi.id or 0, month(1), None), (kpi.id or 0, month(2), 22.0)])
    assert overwritten(file.connection, record) == [
        (kpi.id, "2026-01-01", None),
        (kpi.id, "2026-02-01", None),
        (kpi.id, "2026-03-01", later.id),
    ]


def test_undoing_an_import_takes_its_record_too(file: CompanyFile, kpi: Kpi) -> None:
    record = bring(file, kpi, {1: 10.0})
    file.undo()
    assert read_imports(file.connection) == []
    assert values(file, kpi) == {}
    file.redo()
    assert read_imports(file.connection) == [record]
    assert values(file, kpi) == {1: 10.0}


def test_a_mapping_is_remembered_by_the_shape_of_the_file(file: CompanyFile) -> None:
    assert read_mapping(file.connection, "shape") is None
    with file.action(msg("Import")):
        first = remember_mapping(file.connection, "shape", "Shop", '[{"kpi_id": 1}]')
    with file.action(msg("Import")):
        assert remember_mapping(file.connection, "shape", "Web shop", "[]") == first
    mapping = read_mapping(file.connection, "shape")
    assert mapping is not None
    assert (mapping.id, mapping.shape, mapping.name, mapping.rules) == (
        first,
        "shape",
        "Web shop",
        "[]",
    )
    with file.action(msg("Import")):
        remember_mapping(file.connection, "another shape", "Books", "[]")
    assert [each.name for each in read_mappings(file.connection)] == ["Books", "Web shop"]
