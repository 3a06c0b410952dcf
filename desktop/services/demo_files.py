"""The sample company's exports, in the forms that accounts, web shops and analytics give them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from desktop.exporting.table_workbook import TableValue, write_table
from desktop.services.demo_numbers import DemoNumbers, LedgerMonth
from desktop.services.demo_words import DemoWords

_MONTHS = {
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    "sv": ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
    "da": ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
}


@dataclass(frozen=True, slots=True)
class DemoFile:
    """An export, and which of its columns or rows feed which of the sample's KPIs."""

    path: Path
    feeds: dict[str, str]  # the column's or row's name → the KPI's name in DemoWords


def write_demo_files(folder: Path, numbers: DemoNumbers, words: DemoWords) -> list[DemoFile]:
    """Write the exports into ``folder``, the oldest first; raises OSError."""
    files = _Files(folder, words)
    return [
        *files.statements(numbers),
        files.shop(numbers),
        files.analytics(numbers),
        files.report(numbers),
        files.letter(numbers),
    ]


class _Files:
    def __init__(self, folder: Path, words: DemoWords) -> None:
        self._folder = folder
        self._words = words
        self._comma = words.language != "en"

    def statements(self, numbers: DemoNumbers) -> Iterable[DemoFile]:
        """One income statement a year: accounts down, months across, totals in between."""
        for year, months in groupby(numbers.months, key=lambda month: month.first.year):
            yield self._statement(year, list(months))

    def _statement(self, year: int, months: list[LedgerMonth]) -> DemoFile:
        words = self._words
        names = _MONTHS[words.language]
        path = self._folder / f"{words('statement')} {year}.xlsx"
        lines: list[tuple[int | None, str, list[float]]] = [
            (3001, "account_sales", [month.sales for month in months]),
            (None, "account_income", [month.sales for month in months]),
            (4010, "account_goods", [month.goods for month in months]),
            (5910, "account_advertising", [month.advertising for month in months]),
            (7010, "account_wages", [month.wages for month in months]),
            (6990, "account_other", [month.other for month in months]),
            (None, "account_costs", [month.costs for month in months]),
            (None, "account_result", [round(month.sales - month.costs, 2) for month in months]),
        ]
        rows: list[list[TableValue]] = [
            [words("statement")],
            [words("company")],
            [f"{words('financial_year')} {year}-01-01 – {year}-12-31"],
            [],
            [
                words("account"),
                words("account_name"),
                *(f"{names[month.first.month - 1]} {year}" for month in months),
            ],
        ]
        rows += [[account, words(name), *values] for account, name, values in lines]
        widths = [9, 26] + [13] * len(months)
        write_table(path, words("statement"), rows, number_format="#,##0.00", widths=widths)
        kpis = ("sales", "goods", "advertising")
        return DemoFile(path, {words(f"account_{kpi}"): kpi for kpi in kpis})

    def shop(self, numbers: DemoNumbers) -> DemoFile:
        """The web shop's days; with a decimal comma and semicolons where people write so."""
        words = self._words
        day_format = "%d-%m-%Y" if words.language == "da" else "%Y-%m-%d"
        head = [words(name) for name in ("date", "orders", "gross", "discounts", "returns", "net")]
        rows = [
            [
                day.day.strftime(day_format),
                str(day.orders),
                *map(self._money, (day.gross, day.discounts, day.returns, day.net)),
            ]
            for day in numbers.days
        ]
        path = self._folder / f"{words('shop')}.csv"
        self._csv(path, [head, *rows])
        return DemoFile(path, {words("orders"): "orders"})

    def analytics(self, numbers: DemoNumbers) -> DemoFile:
        """Web analytics: a preamble of comments, plain dates, always commas."""
        words = self._words
        first, last = numbers.days[0].day, numbers.days[-1].day
        rule = "# ----------------------------------------"
        lines = [
            [rule],
            [f"# {words('analytics')}"],
            [f"# {words('company')}"],
            [rule],
            ["#"],
            [f"# Start date: {first:%Y%m%d}"],
            [f"# End date: {last:%Y%m%d}"],
            [words("date"), words("sessions"), words("new_users")],
        ]
        lines += [
            [f"{day.day:%Y%m%d}", str(day.visits), str(round(day.visits * 0.71))]
            for day in numbers.days
        ]
        path = self._folder / f"{words('analytics')}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(lines)
        return DemoFile(path, {words("sessions"): "visits"})

    def report(self, numbers: DemoNumbers) -> DemoFile:
        """The report that the warehouse types every Monday."""
        words = self._words
        kpis = ("delivery", "stock", "returning")
        rows = [[words("week"), *map(words, kpis)]]
        for week in numbers.weeks:
            year, number, _ = week.monday.isocalendar()
            share = self._decimal(f"{week.returning * 100:.1f}") + " %"
            delivery, stock = (
                self._decimal(f"{value:.1f}") for value in (week.delivery_days, week.stock_weeks)
            )
            rows.append([f"{year}-W{number:02}", delivery, stock, share])
        path = self._folder / f"{words('report')}.csv"
        self._csv(path, rows)
        return DemoFile(path, {words(kpi): kpi for kpi in kpis})

    def letter(self, numbers: DemoNumbers) -> DemoFile:
        """The mailing tool's workbook, with real dates."""
        words = self._words
        rows: list[list[TableValue]] = [[words("month"), words("readers")]]
        rows += [[month.first, month.readers] for month in numbers.readers]
        path = self._folder / f"{words('letter')}.xlsx"
        write_table(path, words("letter"), rows, date_format="yyyy-mm", widths=[12, 20])
        return DemoFile(path, {words("readers"): "readers"})

    def _csv(self, path: Path, rows: Sequence[Sequence[str]]) -> None:
        delimiter = ";" if self._comma else ","
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=delimiter).writerows(rows)

    def _money(self, value: float) -> str:
        return self._decimal(f"{value:.2f}")

    def _decimal(self, text: str) -> str:
        return text.replace(".", ",") if self._comma else text
