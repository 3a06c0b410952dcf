"""The SIE files of the shared samples, against what their manifest states."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from desktop.core.faults import FileFault
from desktop.core.period import Cadence
from desktop.core.unit import Unit, UnitKind
from desktop.importing.figures.extract import extract
from desktop.importing.figures.mapping import Rule
from desktop.importing.reading.read import read
from desktop.importing.recognise import recognise
from desktop.importing.tables.recognition import Recognition
from desktop.qtkit.wording import say

TODAY = date(2026, 7, 1)


@dataclass(frozen=True)
class Year:
    """Sales (accounts 3xxx, sign reversed) of one fiscal year, from its first month on.

    ``None`` where the manifest states no figure; whole earlier years are the sum of their #RES.
    """

    start: str
    sales: tuple[float | None, ...]
    cadence: str = "month"


AVENDO_2010 = Year(
    "2010-01",
    (
        380233.13,
        629240.13,
        628671.86,
        424538.40,
        423231.22,
        441499.55,
        341604.76,
        542943.03,
        464201.23,
        302846.75,
        454788.61,
        685530.22,
    ),
)
AVENDO_2011 = Year("2011-01", (794025.88, 560435.54, 609883.42))
SAMPLES: dict[str, tuple[Year, ...]] = {
    "Sie4.si": (
        Year(
            "2010-01",
            (
                1019940.29,
                998892.00,
                1019763.00,
                *[1021905.00] * 5,
                1716097.00,
                1021905.00,
                1601508.00,
                1121821.00,
            ),
        ),
    ),
    "magenta_bokföring_SIE4E.se": (Year("2011-01", (104319.75,)), Year("2010", (0.0,), "year")),
    "periodsaldo_ovnbolag.se": (AVENDO_2011, AVENDO_2010),
    "transaktioner_ovnbolag-bad-balance.se": (AVENDO_2011, AVENDO_2010),
    "Bokslut Norstedts SIE 4E.se": (
        Year(
            "2009-07",
            (
                230530.50,
                121750.50,
                258499.80,
                286030.50,
                50000.0,
                830414.90,
                648015.25,
                457429.50,
                281850.65,
                552750.50,
                92000.0,
                917665.50,
            ),
        ),
        Year("2008", (4095021.94,), "year"),
    ),
    "MAMUT_SIE4_EXPORT.SE": (
        Year("2010-01", (891745.90, *[None] * 10, 874014.00)),
        Year("2009", (9295294.03,), "year"),
    ),
    "Test2.SE": (Year("2008-01", (208000.0, *[None] * 10, 160000.0)),),
    "SIE4_Exempelfil_med_underdim.SE": (
        Year("2021-01", (393409.85, *[None] * 10, 717858.60)),
        Year("2020", (5341321.43,), "year"),
    ),
}
SUMS = {  # the whole year, which is also what #RES says
    "Bokslut Norstedts SIE 4E.se": 4726937.60,
    "MAMUT_SIE4_EXPORT.SE": 10480594.09,
    "Test2.SE": 2491585.91,
    "SIE4_Exempelfil_med_underdim.SE": 5778873.41,
    "periodsaldo_ovnbolag.se": 1964344.84,
}


@cache
def recognised(path: Path) -> Recognition:
    return recognise(read(path), today=TODAY)


@pytest.mark.parametrize("name", SAMPLES)
def test_sales_by_month_are_as_the_manifest_states(shared: Path, name: str) -> None:
    found = recognised(shared / "sie" / name)
    assert not found.questions
    assert len(found.tables) == len(SAMPLES[name])
    for table, year in zip(found.tables, SAMPLES[name], strict=True):
        axis = table.period
        assert axis is not None
        assert (axis.cadence, str(axis.first)[: len(year.start)]) == (year.cadence, year.start)
        column = table.column("Omsättning")
        assert column is not None
        assert column.unit == Unit(UnitKind.CURRENCY, "SEK")
        assert table.cells is not None
        values = [cells[column.index] for cells in table.cells.columns[1:]]
        assert len(values) == column.count == len(year.sales)
        for value, stated in zip(values, year.sales, strict=True):
            assert stated is None or value == pytest.approx(stated, abs=0.001)


@pytest.mark.parametrize("name", SUMS)
def test_the_months_make_the_year(shared: Path, name: str) -> None:
    column = recognised(shared / "sie" / name).tables[0].column("Omsättning")
    assert column is not None
    assert column.sum == pytest.approx(SUMS[name], abs=0.001)


def test_every_sample_is_in_the_table(shared: Path) -> None:
    files = {path.name for path in (shared / "sie").iterdir()}
    assert files == {*SAMPLES, "HAS1_1412.se"}


def test_the_unbalanced_file_says_by_how_much(shared: Path) -> None:
    found = recognised(shared / "sie" / "transaktioner_ovnbolag-bad-balance.se")
    (sentence,) = [say(warning) for warning in found.warnings]
    assert "12,771.00" in sentence


def test_files_that_agree_with_themselves_are_not_remarked_upon(shared: Path) -> None:
    for name in ("MAMUT_SIE4_EXPORT.SE", "Test2.SE", "periodsaldo_ovnbolag.se"):
        assert not recognised(shared / "sie" / name).warnings


def test_the_web_page_is_refused(shared: Path) -> None:
    with pytest.raises(FileFault) as caught:
        read(shared / "sie" / "HAS1_1412.se")
    assert "web page" in say(caught.value.message)


def test_cash_at_the_end_of_the_year_is_the_closing_balance(shared: Path) -> None:
    path = shared / "sie" / "periodsaldo_ovnbolag.se"
    workbook = read(path)
    table = recognise(workbook, today=TODAY).tables[1]
    stated = sum(
        float(line.split()[3])
        for line in path.read_text("cp437").splitlines()
        if line.startswith("#UB -1 19")
    )
    values = extract(table, workbook, Rule(None, None, "Kassa och bank"), Cadence.MONTH).values
    assert list(values.values())[-1].value == pytest.approx(stated, abs=0.001)
