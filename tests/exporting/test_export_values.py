"""How values are laid out on sheets."""

from __future__ import annotations

from datetime import date

from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.exporting.company_content import KpiLine
from desktop.exporting.export_values import sheetfuls, unique_labels

DAY = Measurement(Period(Cadence.DAY, date(2026, 1, 1)), 1.0)


def line(name: str, count: int) -> KpiLine:
    return KpiLine(Kpi(name=name), "", "", "", None, None, (DAY,) * count)


def test_two_kpis_of_one_name_are_told_apart_by_their_keys() -> None:
    kpis = [Kpi(name="Sales", key="a"), Kpi(name="sales ", key="b"), Kpi(name="Cost", key="c")]
    assert unique_labels(kpis) == ["Sales (a)", "sales  (b)", "Cost"]


def test_more_values_than_a_sheet_has_rows_go_on_several() -> None:
    lines = [line("A", 700_000), line("B", 300_000), line("C", 1), line("D", 999_999)]
    parts = [[each.kpi.name for each in part] for part in sheetfuls(lines)]
    assert parts == [["A", "B"], ["C", "D"]]


def test_without_values_there_is_one_empty_sheet() -> None:
    assert list(sheetfuls([])) == [[]]
