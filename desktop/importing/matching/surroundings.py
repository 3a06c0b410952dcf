"""What a table as a whole is about, since that decides what its columns' names mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.core.kpi import AddUp
from desktop.core.kpi_library import ReadyKpi
from desktop.importing.cells import Sheet
from desktop.importing.matching.sampling import measures, numbers_at, sample_rows
from desktop.importing.tables.recognition import Column, Layout, Role, Table
from desktop.importing.values.rate_words import CLICKS, MAIL, VIEWS
from desktop.importing.values.words import BALANCE, CURRENCIES, normal, word_set, words_of

_ACCOUNTS = word_set(
    "konto kontonr kontonummer kontonavn kontonamn benämning account accounts cuenta"
)
_NOT_OF_MAIL = frozenset(("sales", "orders", "visits", "clicks", "impressions", "conversion_rate"))
_MAIL_SHARE = 0.25  # of the columns of figures
_ANY_AMOUNT = word_set(
    "amount amounts belopp beløp beløb betrag importe value värde værdi total sum summa net gross "
    "netto brutto"
)
_FEW_KINDS = 12
_FEW_BACK = 0.2  # of the amounts of sales may be returned
_AD_WORDS = CLICKS | VIEWS | word_set("reach räckvidd rækkevidde rekkevidde reichweite alcance")
_OF_ADS = 2  # columns of clicks, views or reach make a report on ads
_AD_NAMES = {
    "ad_cost": ("Cost", "Kostnad", "Omkostninger", "Kosten", "Coste", "Spend", "Spent"),
    "conversions": ("Results", "Resultat", "Resultater", "Ergebnisse", "Resultados"),
    "impressions": ("Visn.", "Impr.", "Eksp."),
}
_NEW = word_set("new nya nye neue nuevos gained growth tillkomna tillväxt vækst")


def is_account(table: Table) -> bool:
    """Movements beside a balance: the amounts go both ways and are no sales."""
    return any(BALANCE.intersection(words_of(column.name)) for column in measures(table))


def is_ledger(table: Table, sheet: Sheet | None) -> bool:
    """Whether the rows are of several accounts, so that no balance is the company's cash."""
    for column in table.columns:
        if column.role is Role.LABEL and _ACCOUNTS.intersection(words_of(column.name)):
            if sheet is None or table.layout is Layout.WIDE:
                return column.count > 1
            cells = sheet.columns[column.index]
            if len({cells[row] for row in sample_rows(table)} - {None}) > 1:
                return True
    return False


def fitting(table: Table, sheet: Sheet | None, library: Sequence[ReadyKpi]) -> list[ReadyKpi]:
    """The ready KPIs that columns of this table may be by their names.

    What goes in and out of an account is no sales, but its balance is the cash there is; and the
    revenue or the clicks that a mail tool counts are those of its mailings only.
    """
    if is_account(table) or _goes_both_ways(table, sheet):
        if is_ledger(table, sheet):
            return []
        return [ready for ready in library if ready.add_up is AddUp.LAST]
    if _NEW.intersection((*words_of(table.title), *words_of(table.sheet))):
        # Under "New followers" stands how many came, not how many there are.
        library = [ready for ready in library if ready.add_up is not AddUp.LAST]
    names = [set(words_of(column.name)) for column in measures(table)]
    of_mail = sum(bool(words & MAIL) for words in names)
    if of_mail >= max(2, _MAIL_SHARE * len(names)):
        return [_of_mail(each, library) for each in library if each.id not in _NOT_OF_MAIL]
    if sum(bool(words & _AD_WORDS) for words in names) >= _OF_ADS:
        return [_of_ads(each) for each in library if each.id != "profit"]
    return list(library)


def _goes_both_ways(table: Table, sheet: Sheet | None) -> bool:
    """Whether amounts that say no more than that come and go, as on an account: no sales."""
    if sheet is None or table.layout is not Layout.LONG:
        return False
    rows = sample_rows(table)
    for column in measures(table):
        if set(words_of(column.name)) <= _ANY_AMOUNT:
            numbers = [number for number in numbers_at(sheet, column, rows) if number]
            below = sum(number < 0 for number in numbers)
            if _FEW_BACK * len(numbers) < below < len(numbers) * (1 - _FEW_BACK):
                return True
    return False


def _of_ads(ready: ReadyKpi) -> ReadyKpi:
    """Beside clicks and views a plain cost is that of the ads, and results are conversions."""
    more = _AD_NAMES.get(ready.id)
    return replace(ready, also=(*ready.also, *more)) if more else ready


def _of_mail(ready: ReadyKpi, library: Sequence[ReadyKpi]) -> ReadyKpi:
    """Among mailings plain revenue is that of the mailings."""
    sales = [name for each in library if each.id == "sales" for name in each.all_names()]
    return replace(ready, also=(*ready.also, *sales)) if ready.id == "email_revenue" else ready


def several_kinds(table: Table, sheet: Sheet, column: Column) -> Column | None:
    """The column that says what sort of amount each row holds, where some sorts come in and others
    go out: sales, refunds and payouts are no one figure together."""
    if is_account(table) or not set(words_of(column.name)) <= _ANY_AMOUNT | CURRENCIES:
        return None
    rows = sample_rows(table)
    numbers = numbers_at(sheet, column, rows)
    for label in table.columns:
        if label.role is not Role.LABEL or not 2 <= len(label.values) <= _FEW_KINDS:
            continue
        cells = sheet.columns[label.index]
        signs: dict[str, set[bool]] = {}
        for row, number in zip(rows, numbers, strict=True):
            if number:
                signs.setdefault(normal(str(cells[row])), set()).add(number > 0)
        found = list(signs.values())
        if {True} in found and {False} in found:
            return label
    return None
