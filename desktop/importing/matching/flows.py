"""Money that goes both ways: over two columns, or in one with a letter that says which way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from desktop.core.message import Message, msg
from desktop.core.unit import UnitKind
from desktop.importing.cells import Sheet
from desktop.importing.figures.mapping import Pairs
from desktop.importing.matching.sampling import measures, numbers_at, sample_rows
from desktop.importing.matching.surroundings import is_ledger
from desktop.importing.tables.recognition import Column, Role, Table
from desktop.importing.tables.units import is_money
from desktop.importing.values.words import BALANCE, word_set, words_of

_DEBIT = word_set("debet debit debits soll debe débito d dr db s")
_CREDIT = word_set("kredit credit credits haben haber crédito k c cr kr h")
_IN = word_set(
    "insättning insättningar insatt indsat indsætning indsætninger indbetaling indbetalinger "
    "indbetalt inbetalning inbetalningar inbetalt innbetaling innbetalinger deposit deposits "
    "einzahlung einzahlungen eingang ingreso ingresos abono abonos in ind inn incoming received"
)
_OUT = word_set(
    "uttag uttaget hævet hævning hævninger udbetaling udbetalinger udbetalt utbetalning "
    "utbetalningar utbetalt utbetaling utbetalinger withdrawal withdrawals auszahlung auszahlungen "
    "ausgang cargo cargos out ut ud outgoing sent spent"
)
_PLUS, _MINUS = frozenset("+"), frozenset("-−–")
_LETTERS = word_set("d k c s h dr cr db kr")  # too short to mean anything in a header
_VOUCHER = word_set("vernr ver verifikat verifikation bilag bilagsnr voucher journal")
_BOTH = 0.05  # of the rows that may hold something in either column
_AGREE = 0.8


@dataclass(frozen=True, slots=True)
class Flow:
    """``column`` with ``other`` taken from it, or added where it is written as negative."""

    column: Column
    other: Column
    added: bool
    reason: Message
    remark: Message | None = None


@dataclass(frozen=True, slots=True)
class Direction:
    """Rows that hold any of ``minus`` count with the opposite sign."""

    minus: Pairs
    reason: Message


def opposite(table: Table, sheet: Sheet) -> Flow | None:
    """Two columns of which one is what comes in and the other what goes out, if there are such."""
    rows = sample_rows(table)
    found = measures(table)
    for one, other in permutations(found, 2):
        if not _are_opposite(one.name, other.name):
            continue
        numbers, others = (numbers_at(sheet, each, rows) for each in (one, other))
        both = sum(bool(a) and bool(b) for a, b in zip(numbers, others, strict=True))
        if both > _BOTH * max(1, len(rows)):
            continue
        added = _mostly_negative(others)
        reason = _of_signs(one.name, other.name, added)
        if _DEBIT.intersection(words_of(one.name)):
            signs = [_signed(a, b, added) for a, b in zip(numbers, others, strict=True)]
            if _is_bank(table, sheet, rows, signs):
                return Flow(other, one, _mostly_negative(numbers), _of_bank(other.name, one.name))
            reason = _of_ledger(one.name, other.name) if not added else reason
        return Flow(one, other, added, reason, _mixed(other.name, others))
    return None


def _are_opposite(one: str, other: str) -> bool:
    first, second = words_of(one), words_of(other)
    for plus, minus in ((_DEBIT - _LETTERS, _CREDIT - _LETTERS), (_IN, _OUT)):
        rest = [w for w in first if w not in plus], [w for w in second if w not in minus]
        differ = len(rest[0]) < len(first) and len(rest[1]) < len(second)
        if differ and rest[0] == rest[1]:
            return True
    return False


def _signed(one: float | None, other: float | None, added: bool) -> float:
    return (one or 0.0) + ((other or 0.0) if added else -(other or 0.0))


def _of_signs(one: str, other: str, added: bool) -> Message:
    if added:
        return msg(
            "“{other}” is written as negative, so it is added to “{one}”.", one=one, other=other
        )
    return msg(
        "“{other}” is written as positive, so it is taken from “{one}”.", one=one, other=other
    )


def _of_bank(one: str, other: str) -> Message:
    return msg("“{one}” less “{other}”: that is how the balance moves.", one=one, other=other)


def _of_ledger(one: str, other: str) -> Message:
    return msg(
        "“{one}” less “{other}”, as in accounts. Turn the sign where income should be positive.",
        one=one,
        other=other,
    )


def _mixed(name: str, numbers: Sequence[float | None]) -> Message | None:
    signs = {number > 0 for number in numbers if number}
    if len(signs) < 2:
        return None
    return msg(
        "“{column}” holds both positive and negative amounts. Look at the values.", column=name
    )


def _mostly_negative(numbers: Sequence[float | None]) -> bool:
    return sum(n < 0 for n in numbers if n) > sum(n > 0 for n in numbers if n)


def _is_bank(table: Table, sheet: Sheet, rows: Sequence[int], debits: Sequence[float]) -> bool:
    """Whether a balance falls by what is debited, as a bank writes it; without a balance, whether
    the table is no ledger with accounts."""
    for column in measures(table):
        if BALANCE.intersection(words_of(column.name)):
            balances = numbers_at(sheet, column, rows)
            falls, rises = (_moves(balances, debits, sign) for sign in (-1, 1))
            if max(falls, rises) >= _AGREE:
                return falls > rises
    return False


def _moves(balances: Sequence[float | None], amounts: Sequence[float], sign: int) -> float:
    """The share of rows at which a balance moves by the amount, whichever row comes first."""
    return max(
        _share(balances[:-1], balances[1:], amounts[1:], sign),
        _share(balances[1:], balances[:-1], amounts[:-1], sign),
    )


def _share(
    before: Sequence[float | None],
    after: Sequence[float | None],
    amounts: Sequence[float],
    sign: int,
) -> float:
    steps = [
        abs(b - a - sign * amount) < 0.006
        for a, b, amount in zip(before, after, amounts, strict=True)
        if a is not None and b is not None
    ]
    return sum(steps) / len(steps) if steps else 0.0


def direction(table: Table, sheet: Sheet, column: Column) -> Direction | None:
    """The column that says which way each amount goes, where all amounts are positive."""
    of_money = column.unit is not None and column.unit.kind is UnitKind.CURRENCY
    if not of_money and not is_money(column.name):
        return None
    rows = sample_rows(table)
    numbers = numbers_at(sheet, column, rows)
    if not any(numbers) or any(number < 0 for number in numbers if number is not None):
        return None
    for label in table.columns:
        for plus, minus in _ways(label):
            pairs = tuple((label.name, text) for text in label.values if _word(text) in minus)
            turned = {text for _, text in pairs}
            if minus is _CREDIT and _is_payment(table, sheet, rows, numbers, label, turned):
                pairs = tuple((label.name, text) for text in label.values if _word(text) in plus)
            texts = ", ".join(f"“{text}”" for _, text in pairs)
            reason = msg(
                "“{label}” tells the sign of “{column}”: rows with {texts} are taken away.",
                label=label.name,
                column=column.name,
                texts=texts,
            )
            return Direction(pairs, reason)
    return None


def _word(text: str) -> str:
    return text.strip(" .").casefold()


def _ways(label: Column) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """The two sides that the texts of a label column are, if they are nothing else."""
    texts = {_word(text) for text in label.values}
    if label.role is not Role.LABEL or len(texts) < 2:
        return
    for plus, minus in ((_DEBIT, _CREDIT), (_PLUS, _MINUS), (_IN, _OUT)):
        if texts <= plus | minus and texts & plus and texts & minus:
            yield plus, minus


def _is_payment(
    table: Table,
    sheet: Sheet,
    rows: Sequence[int],
    numbers: Sequence[float | None],
    label: Column,
    credited: set[str],
) -> bool:
    """Whether credit is money that comes in, as on an account of payments, unlike in a ledger."""
    cells = sheet.columns[label.index]
    debits = [
        -(number or 0.0) if str(cells[row]) in credited else number or 0.0
        for row, number in zip(rows, numbers, strict=True)
    ]
    balances = [c for c in measures(table) if BALANCE.intersection(words_of(c.name))]
    if balances:
        return _is_bank(table, sheet, rows, debits)
    names = {word for each in table.columns for word in words_of(each.name)}
    return not names & _VOUCHER and not is_ledger(table, sheet)
