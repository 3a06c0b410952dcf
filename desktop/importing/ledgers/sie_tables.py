"""A SIE file as tables: one a fiscal year, its rows the lines of the income statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.core.account_charts import AccountChart
from desktop.core.message import Message, msg
from desktop.importing.cells import Workbook
from desktop.importing.ledgers.account_table import account_table, uncounted, whole_year
from desktop.importing.ledgers.sie_book import SieBook, read_book
from desktop.importing.ledgers.sie_checks import checks
from desktop.importing.ledgers.sie_ledger import SieYear, sie_years
from desktop.importing.tables.recognition import Recognition, Table
from desktop.importing.values.stamps import Grain


def recognise_sie(workbook: Workbook, charts: Sequence[AccountChart]) -> Recognition:
    """The fiscal years of a SIE file, the newest first, by the Swedish one of ``charts``.

    What does not agree within the file is a warning; nothing is asked.
    """
    chart = next(chart for chart in charts if chart.language == "sv")
    book = read_book(workbook.sheets[0])
    years = sie_years(book)
    currency = book.currency or chart.currency
    monthly = any(year.ledger.grain is Grain.MONTH for year in years)
    warnings: list[Message] = [*workbook.warnings, *checks(book, years, currency)]
    if not years:
        warnings.append(
            msg(
                "This SIE file holds accounts but no amounts. Export type 4, with vouchers, or "
                "type 2, with period balances."
            )
        )
    for year in years:
        left = uncounted(year.ledger, chart)
        if left is not None and left not in warnings:
            warnings.append(left)
    tables = tuple(
        _table(book, year, chart, currency, workbook.sheets[0].height, monthly=monthly)
        for year in years
    )
    return Recognition(tables, (), tuple(warnings))


def _table(
    book: SieBook,
    year: SieYear,
    chart: AccountChart,
    currency: str,
    height: int,
    *,
    monthly: bool,
) -> Table:
    table = account_table(
        year.ledger,
        chart,
        title=f"{book.company} {whole_year(year.whole)}".strip(),
        currency=currency,
        rows=book.rows.get(year.number, (1, height)),
        reasons=(year.reason,),
        aside=monthly and year.ledger.grain is Grain.YEAR,
    )
    # The years before are remembered by themselves, but know what this year's are for.
    return replace(table, shape=f"{table.shape}@earlier") if year.number < 0 else table
