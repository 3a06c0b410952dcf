"""Values a period from the shared samples, as their manifest states them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from desktop.core.period import Cadence, Period
from desktop.importing.cells import Workbook
from desktop.importing.figures.extract import extract
from desktop.importing.figures.extraction import Extraction
from desktop.importing.figures.mapping import Gather, Rule
from desktop.importing.reading.read import read
from desktop.importing.recognise import recognise
from desktop.importing.tables.recognition import Recognition

TODAY = date(2026, 7, 1)


@cache
def opened(path: Path) -> tuple[Workbook, Recognition]:
    workbook = read(path)
    return workbook, recognise(workbook, today=TODAY)


def extracted(
    path: Path,
    column: str,
    add_up: Gather = Gather.SUM,
    *,
    table: int = 0,
    cadence: Cadence = Cadence.MONTH,
    filters: Mapping[str, str] | None = None,
    sign: int = 1,
) -> Extraction:
    workbook, found = opened(path)
    rule = Rule(None, None, column, add_up, tuple((filters or {}).items()), sign)
    return extract(found.tables[table], workbook, rule, cadence)


def by_start(extraction: Extraction) -> dict[str, float]:
    assert extraction.problem is None
    return {p.start.isoformat()[:7]: round(v.value, 2) for p, v in extraction.values.items()}


def months(first: str, *values: float) -> dict[str, float]:
    period = Period(Cadence.MONTH, date.fromisoformat(f"{first}-01"))
    return {period.shift(i).start.isoformat()[:7]: value for i, value in enumerate(values)}


def test_sales_by_month_from_many_rows_a_month(shared: Path) -> None:
    found = by_start(extracted(shared / "business/Financial Sample.xlsx", "Sales"))
    assert len(found) == 16
    assert (found["2013-09"], found["2014-12"]) == (4484000.03, 11998787.90)
    assert round(sum(found.values()), 2) == 118726350.26


def test_orders_by_month(shared: Path) -> None:
    found = by_start(extracted(shared / "business/GlobalSales.xlsx", "Total Amount"))
    assert (found["1998-04"], found["1997-06"]) == (123798.69, 36362.79)


def test_payments_are_counted_and_added_up(shared: Path) -> None:
    path = shared / "business/payments.csv"
    assert by_start(extracted(path, "Converted Amount")) == months(
        "2023-11", 21370.77, 22818.20, 30089.68, 24875.77, 49663.80, 60938.90, 59702.44, 14872.74
    )
    assert by_start(extracted(path, "Amount", Gather.COUNT)) == months(
        "2023-11", 34, 54, 68, 65, 107, 132, 133, 29
    )
    assert by_start(extracted(path, "Card Funding", Gather.DISTINCT))["2024-06"] == 3


@pytest.mark.parametrize(
    ("currency", "amount"), [("usd", 765.00), ("eur", 492.75), ("mxn", 6160.00)]
)
def test_currencies_are_taken_one_at_a_time(shared: Path, currency: str, amount: float) -> None:
    path = shared / "business/payments.csv"
    found = extracted(path, "Amount", filters={"Currency": currency})
    assert by_start(found)["2024-05"] == amount
    mixed = extracted(path, "Amount")
    assert mixed.problem is not None
    assert not mixed.values


def test_the_last_period_ends_where_the_file_does(shared: Path) -> None:
    found = extracted(shared / "business/payments.csv", "Converted Amount")
    through = [value.through for value in found.values.values()]
    assert through == [None] * 7 + [date(2024, 6, 7)]


@pytest.mark.parametrize(
    ("file", "column", "net"),
    [
        ("swedbank_foretagskonto", "Belopp", (23498.17, 67132.88, 66003.47)),
        ("nordea_se", "Belopp", (20625.19, 35811.54, 60828.02)),
        ("nordea_dk", "Beløb", (48750.96, 82915.48, 57555.09)),
        ("danske_bank", "Beløb", (52053.47, 68475.64, 31144.04)),
    ],
)
def test_bank_statements_by_month(
    shared: Path, file: str, column: str, net: tuple[float, float, float]
) -> None:
    found = extracted(shared / f"synthetic-clones/{file}.csv", column)
    assert by_start(found) == months("2025-12", *net)


@pytest.mark.parametrize(
    ("file", "column", "closing"),
    [
        ("swedbank_foretagskonto", "Bokfört saldo", 206634.52),  # newest first
        ("seb_kontoutdrag", "Bokfört saldo", 238669.96),
        ("danske_bank", "Saldo", 249975.44),  # oldest first
    ],
)
def test_a_balance_is_its_last_value(shared: Path, file: str, column: str, closing: float) -> None:
    found = extracted(shared / f"synthetic-clones/{file}.csv", column, Gather.LAST)
    assert list(by_start(found).values())[-1] == closing


def test_a_row_that_is_only_reserved_is_rejected(shared: Path) -> None:
    found = extracted(shared / "synthetic-clones/nordea_se.csv", "Belopp")
    (reject,) = found.rejected
    assert (reject.row, reject.cell, reject.code) == (2, "B2", "undated")
    assert reject.message.values["value"] == "Reserverad"


def test_a_ledger_by_account_with_its_sign(shared: Path) -> None:
    path = shared / "synthetic-clones/dinero_posteringer.csv"
    sales = extracted(path, "Beløb", filters={"Konto": "1000"}, sign=-1)
    assert by_start(sales) == months("2025-12", 56241.09, 38161.58, 18403.50)
    rent = extracted(path, "Beløb", filters={"Konto": "3600"})
    assert by_start(rent) == {"2026-01": 3500.78, "2026-02": 3070.54}


def test_an_income_statement_by_month(shared: Path) -> None:
    swedish = shared / "synthetic-clones/resultatrapport_manad_sv.xlsx"
    assert by_start(extracted(swedish, "Försäljning tjänster 25 % moms")) == months(
        "2026-01", 8776.9, 5507.44, 1383.29, 6856.53, -62.24, 1435.86
    )
    assert by_start(extracted(swedish, "Summa rörelsens intäkter")) == months(
        "2026-01", 13733.14, 14021.05, 16260.36, 18146.74, 4583.78, 9728.98
    )
    danish = shared / "synthetic-clones/resultatopgoerelse_maaned_da.xlsx"
    assert by_start(extracted(danish, "Salg af ydelser")) == months(
        "2026-01", 199.65, 1188.57, 8195.47, 8208.28, 8570.07, 7301.1
    )
    american = shared / "business/wide-months-P&L_missingcalcchainpart.xlsx"
    income = by_start(extracted(american, "NET INCOME", table=5))
    assert income["2023-04"] == -2597.60
    net = extracted(american, "Net Sales", table=4)
    assert by_start(net) == months(
        "2023-01",
        *(5000, 12650, 16000, 6794, 14266, 16650, 22850, 24445, 23349, 20400, 26245, 26309),
    )
    assert next(iter(net.values.values())).cell == "P&L Example!C9"


def test_a_table_of_a_year_in_progress(shared: Path) -> None:
    path = shared / "business/Test_git_issue_45.xls"
    found = extracted(path, "1- IMPUESTOS")
    assert by_start(found)["2016-01"] == 103536.18
    assert by_start(found)["2016-08"] == 111948.79
    assert len(found.values) == 8
    quarters = extracted(path, "1- IMPUESTOS", cadence=Cadence.QUARTER)
    last = list(quarters.values.values())[-1]
    assert last.through == date(2016, 8, 31)  # September is still to come


def test_a_month_that_an_export_cut_short(shared: Path) -> None:
    path = shared / "no-licence/MetaAds_month-range_total-first.xlsx"
    found = extracted(path, "Amount spent (UAH)")
    assert by_start(found) == months(
        "2023-04",
        *(2506.92, 2705.47, 1490.51, 8548.35, 9596.17, 7871.60),
        *(11573.89, 10093.78, 7112.07, 9285.91, 2784.98, 4248.36),
    )
    assert list(found.values.values())[-1].through == date(2024, 3, 11)


def test_days_added_up_to_months(shared: Path) -> None:
    path = shared / "no-licence/GA4_report_date-dimension.csv"
    found = extracted(path, "Event count")
    assert by_start(found)["2023-10"] == 149491
    assert by_start(found)["2024-03"] == 14692
    values = list(found.values.values())
    assert values[0].since == date(2023, 7, 8)  # the export starts inside July
    assert values[-1].through == date(2024, 3, 4)


def test_counted_weeks_and_months_start_where_the_file_says(shared: Path) -> None:
    weeks = extracted(
        shared / "synthetic-clones/ga4_nth_week.csv", "Active users", cadence=Cadence.WEEK
    )
    first, *others = weeks.values.items()
    assert (first[0].iso_week, first[1].value) == ((2026, 1), 390.0)
    assert first[1].since == date(2026, 1, 1)
    assert others[-1][0].iso_week == (2026, 14)
    assert [value.value for _, value in others[-2:]] == [395.0, 687.0]
    found = extracted(shared / "synthetic-clones/ga4_nth_month.csv", "Active users")
    assert by_start(found) == months("2026-01", 143, 458, 188, 131, 787, 711)


def test_weeks_with_spaced_numbers(shared: Path) -> None:
    path = shared / "synthetic-clones/veckorapport_sv.csv"
    found = extracted(path, "Försäljning", cadence=Cadence.WEEK)
    assert [(p.iso_week, v.value) for p, v in found.values.items()] == [
        ((2025, 52), 4489.09),
        ((2026, 1), 85459.26),
        ((2026, 2), 36316.44),
        ((2026, 3), 54320.77),
        ((2026, 4), 69128.82),
        ((2026, 5), 72781.10),
    ]
    share = extracted(path, "Konvertering", Gather.MEAN, cadence=Cadence.WEEK)
    assert next(iter(share.values.values())).value == 0.0289


def test_one_of_two_series_in_a_column(shared: Path) -> None:
    path = shared / "series/global-temp-monthly.csv"
    found = extracted(path, "Mean", filters={"Source": "gcag"})
    assert len(found.values) == 2095
    assert next(iter(found.values.values())).value == -0.6746
    assert list(found.values.values())[-1].value == 1.1398


def test_what_is_withheld_or_broken_is_rejected(shared: Path) -> None:
    path = shared / "series/Consular_cases_April_2016.csv"
    found = extracted(path, "Commercial Dispute")
    assert by_start(found) == {"2016-04": 0.0}
    assert [reject.code for reject in found.rejected] == ["censored"] * 3
    assert {reject.value for reject in found.rejected} == {"<=5"}
    broken = [
        (reject.row, reject.code)
        for column in opened(path)[1].tables[0].columns
        if column.role == "value"
        for reject in extracted(path, column.name).rejected
        if reject.code == "error"
    ]
    assert len(broken) == 8
    assert {row for row, _ in broken} == {175, 305}


def test_years_in_columns_make_one_series(shared: Path) -> None:
    name = "SCB_2020-04-24_preliminar-statistik-over-doda-inkl-eng.xlsx"
    workbook, found = opened(shared / "nordic-public" / name)
    rule = Rule(None, None, "2015", more=("2016", "2017", "2018", "2019", "2020"))
    days = extract(found.tables[0], workbook, rule, Cadence.DAY)
    assert len(days.values) == 365 * 6 + 2  # 29 February in 2016 and 2020 only
    years = extract(found.tables[0], workbook, rule, Cadence.YEAR)
    assert [value.value for value in years.values.values()] == [
        89947.0,
        89019.0,
        89742.0,
        89672.0,
        86150.0,
        31066.0,
    ]


def test_only_whole_columns_and_known_periods_are_taken(shared: Path) -> None:
    path = shared / "series/wti-monthly.csv"
    assert extracted(path, "Volume").problem is not None
    assert extracted(path, "Price", filters={"Grade": "WTI"}).problem is not None
    assert extracted(path, "Price", cadence=Cadence.DAY).problem is not None
    assert extracted(shared / "business/TableFormat.xlsx", "Line A").problem is not None
    assert extracted(shared / "no-licence/GSC_Devices.csv", "Clicks").problem is not None
