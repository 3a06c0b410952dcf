"""Rows that are things that happened: orders, deals, cases.  They are counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.core.kpi import AddUp
from desktop.core.message import Message, msg
from desktop.importing.cells import Sheet, Value
from desktop.importing.figures.mapping import Gather, Pairs, Rule
from desktop.importing.matching.sampling import numbers_at, sample_rows
from desktop.importing.tables.long_columns import value_text
from desktop.importing.tables.recognition import Column, Layout, Role, Table
from desktop.importing.values.stamps import Grain
from desktop.importing.values.words import CURRENCIES, word_set, words_of

_KINDS = {
    "orders": word_set(
        "order orders ordre ordrer ordrar ordernr ordernummer ordrenr ordrenummer beställning "
        "beställningar bestilling bestillinger bestellung bestellungen bestellnummer pedido pedidos"
    ),
    "deals_won": word_set(
        "deal deals affär affärer aftale aftaler avtale avtaler opportunity opportunities negocio "
        "negocios"
    ),
    "support_cases": word_set(
        "ticket tickets case cases ärende ärenden ärendenummer sag sager sak saker "
        "supportärende anfrage"
    ),
    "leads": word_set("lead leads enquiry inquiry förfrågan forespørgsel henvendelse"),
}
_ID = word_set("id ids nr no nummer number num key ref name namn navn record nyckel código")
_WON = word_set("won vunnen vunna vunnet vundet vundne gewonnen ganado ganada vunne")
_CLOSED = word_set(
    "close closed closing stängd stängt stängdes lukket lukkes avslutad avslutat avsluttet "
    "abgeschlossen cierre slutdatum stängningsdatum lukkedato"
)
_STAGE = word_set("stage status fas steg stadie fase skede etapa phase pipeline")
_WRITTEN_ID = re.compile(r"#?[A-Za-z]{0,6}[-_#]?\d{3,}")
_DISTINCT = 0.2
_SUM = word_set("total totalt amount belopp beløb beløp summa sum betrag importe sales value värde")
_GROUPS = 4  # things over several rows, each with a figure of its own
_OF_SUM = word_set("net netto paid betalt i alt grand")


@dataclass(frozen=True, slots=True)
class Counted:
    """A rule that counts rows; ``ready`` is the library's KPI that it is."""

    rule: Rule
    ready: str
    reason: Message


def counted(table: Table, sheet: Sheet, file_name: str) -> Counted | None:
    """What can be counted in a table of things that happened, if it is one."""
    if table.layout is Layout.WIDE or table.period is None or table.period.column is None:
        return None
    if table.period.cadence not in (Grain.DAY, Grain.HOUR):
        return None
    rows = sample_rows(table)
    named = _identities(table, sheet, rows)
    if not named:
        return None
    kind = _kind_of(table, named, file_name)
    if kind is None:
        return None
    column = named[0]
    cells = [value for row in rows if (value := sheet.columns[column.index][row]) is not None]
    repeats = len(set(cells)) < len(cells)
    rule = Rule(None, None, column.name, Gather.DISTINCT if repeats else Gather.COUNT)
    if kind == "deals_won":
        won = _won(table)
        if won:
            rule = replace(rule, filters=won, date=_closing_date(table))
            return Counted(rule, kind, _of_won(column, won, rule.date))
        return None
    if repeats:
        reason = msg(
            "“{column}” is on several rows each, so different ones are counted.", column=column.name
        )
    else:
        reason = msg("Each row is one “{column}”, so rows are counted.", column=column.name)
    return Counted(rule, kind, reason)


def _of_won(column: Column, won: Pairs, day: str) -> Message:
    if day:
        return msg("Rows with “{text}” are counted, by “{day}”.", text=won[0][1], day=day)
    return msg("Rows with “{text}” are counted.", text=won[0][1])


def _identities(table: Table, sheet: Sheet, rows: Sequence[int]) -> list[Column]:
    """The columns that say which thing a row is about, best first."""
    found: list[tuple[float, int, Column]] = []
    for column in table.columns:
        if column.role is not Role.LABEL:
            continue
        values = [value for row in rows if (value := sheet.columns[column.index][row]) is not None]
        if not values or len(values) < 0.9 * len(rows):
            continue
        words = set(words_of(column.name))
        share = len(set(values)) / len(values)
        about = sum(bool(words & names) for names in _KINDS.values())
        written = _look_like_ids(values)
        if share >= _DISTINCT and (written or share == 1.0) and (about or words & _ID):
            named_id = bool(words & _ID)
            found.append((-(2.0 * about + 2.0 * written + named_id), column.index, column))
    return [column for _, _, column in sorted(found, key=lambda each: each[:2])]


def _look_like_ids(values: Sequence[Value]) -> bool:
    texts = [value_text(value) for value in values]
    return sum(bool(_WRITTEN_ID.fullmatch(text)) for text in texts) >= 0.9 * len(texts)


def _kind_of(table: Table, named: Sequence[Column], file_name: str) -> str | None:
    """What the rows are, by the identity's name, else by the table's or the file's."""
    for names in ([c.name for c in named], [table.title, table.sheet, file_name]):
        words = {word for name in names for word in words_of(name)}
        for kind, known in _KINDS.items():
            if words & known:
                return kind
    return None


def is_order_sum(column: Column) -> bool:
    """Whether a column may be what an order comes to: ``Total``, ``Order amount``."""
    words = set(words_of(column.name)) - CURRENCIES
    is_sum = bool(words & _SUM) and words <= _SUM | _KINDS["orders"] | _OF_SUM
    return is_sum and column.role is Role.VALUE and column.add_up is AddUp.SUM


def repeated(table: Table, sheet: Sheet, column: Column) -> Column | None:
    """The identity that a figure is about, where every row of it repeats the figure: an order's
    total on each of its lines."""
    rows = sample_rows(table)
    numbers = numbers_at(sheet, column, rows)
    for identity in _identities(table, sheet, rows):
        groups: dict[Value, list[float | None]] = {}
        for row, number in zip(rows, numbers, strict=True):
            groups.setdefault(sheet.columns[identity.index][row], []).append(number)
        several = [found for key, found in groups.items() if key is not None and len(found) > 1]
        same = all(len(set(found)) == 1 and found[0] is not None for found in several)
        told = {found[0] for found in several}
        if len(several) >= _GROUPS and same and len(told) >= max(_GROUPS, 0.5 * len(several)):
            return identity
    return None


def won_rows(table: Table) -> tuple[Pairs, str]:
    """The rows of deals that were won, and the column with the day that each was closed."""
    return _won(table), _closing_date(table)


def _won(table: Table) -> Pairs:
    return tuple(_won_texts(table))[:1]


def _won_texts(table: Table) -> Iterator[tuple[str, str]]:
    for column in table.columns:
        if column.role is Role.LABEL and _STAGE.intersection(words_of(column.name)):
            for text in column.values:
                if _WON.intersection(words_of(text)):
                    yield column.name, text


def _closing_date(table: Table) -> str:
    """A column of dates of its own for the closing, where the table's periods follow another."""
    period = table.period.column if table.period is not None else None
    if period is not None and _CLOSED.intersection(words_of(period)):
        return ""
    named = [each.name for each in table.dates if _CLOSED.intersection(words_of(each.name))]
    return named[0] if named else ""
