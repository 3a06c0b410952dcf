"""The columns that make a table a ledger: account numbers, their names, amounts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.core.stopping import watched
from desktop.importing.cells import Sheet, Value
from desktop.importing.tables.column_facts import ColumnFacts, Form
from desktop.importing.values.marks import plain
from desktop.importing.values.words import BALANCE, is_total, word_set, words_of

ACCOUNT = word_set(
    "konto kontonr kontonummer kontonumre kontokod kontokode kto account accountno accountnumber "
    "finanskonto huvudbokskonto"
)
_NAME = word_set(
    "kontonavn kontonamn kontotext kontotekst kontobeskrivning kontobeskrivelse benämning "
    "benævnelse navn namn name beskrivning beskrivelse description"
)
_DEBIT = word_set("debet debit debits debiterat debitering debiteret")
_CREDIT = word_set("kredit credit credits krediterat kreditering krediteret")
_AMOUNT = word_set("belopp beløb amount beløp postering posteringsbeløb bogført netto nettobeløb")
_NOT_AMOUNT = word_set(
    "moms vat kurs rate antal kvantitet antall quantity qty valuta currency procent budget "
    "restbeløb rest"
)
_OPENING = word_set("ing ingående ib primo opening åbning primosaldo")
_CLOSING = word_set("utg utgående ub ultimo closing slut ultimosaldo")
_PERIOD = word_set("perioden period periode periodens periodesaldo bevægelse förändring movement")

_NUMBER = re.compile(r"(\d{3,8})(?:\.0)?(?:\s*[-–:]?\s+(\S.*))?")


Heading = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class LedgerColumns:
    """Where a ledger's parts stand.  Postings have an ``amount``, or ``debit`` and ``credit``; a
    trial balance has ``opening``, ``closing`` and mostly the ``amount`` of the period.

    Where no column names the ``account``, ``headings`` are the rows that do so for those below
    them: index, number and name.
    """

    account: ColumnFacts | None
    name: ColumnFacts | None
    headings: tuple[Heading, ...] = ()
    amount: ColumnFacts | None = None
    debit: ColumnFacts | None = None
    credit: ColumnFacts | None = None
    opening: ColumnFacts | None = None
    closing: ColumnFacts | None = None
    running: ColumnFacts | None = None  # the balance of the account after each posting


def account_in(value: Value) -> tuple[str, str] | None:
    """The account number in a cell, with the name that may stand behind it."""
    if isinstance(value, float):
        return (str(int(value)), "") if value.is_integer() and 100 <= value < 1e8 else None
    if not isinstance(value, str):
        return None
    match = _NUMBER.fullmatch(plain(value))
    return None if match is None else (match[1], match[2] or "")


def headings_in(sheet: Sheet, rows: Iterable[int]) -> tuple[Heading, ...]:
    """Those of some rows with nothing but an account number and a name, as a general ledger has
    them over the postings of each account."""
    found = []
    for row in watched(rows):
        cells = [value for value in sheet.row(row) if value is not None]
        account = account_in(cells[0]) if 1 <= len(cells) <= 2 else None
        if account is not None and all(isinstance(value, str) for value in cells[1:]):
            name = account[1] or (plain(str(cells[1])) if len(cells) == 2 else "")
            # "2024" and "2024 Total" over a figure are a year and its sum.
            if any(mark.isalpha() for mark in name) and not is_total(name):
                found.append((row, account[0], name))
    return tuple(found)


def postings_in(
    facts: Sequence[ColumnFacts], dates: int, headings: tuple[Heading, ...] = ()
) -> LedgerColumns | None:
    """The columns of a list of postings whose days stand in the column ``dates``."""
    account = _account(facts, dates)
    if account is None and len({number for _, number, _ in headings}) < 2:
        return None
    numbers = [f for f in facts if f.form is Form.NUMBER and f is not account and f.index != dates]
    name = None if account is None else _name(facts, account)
    headings = () if account is not None else headings
    running = next((f for f in numbers if BALANCE.intersection(words_of(f.name))), None)
    debit, credit = _named(numbers, _DEBIT), _named(numbers, _CREDIT)
    if debit is not None and credit is not None and debit is not credit:
        return LedgerColumns(account, name, headings, None, debit, credit, running=running)
    amount = _amount(numbers)
    if amount is None:
        return None
    return LedgerColumns(account, name, headings, amount, running=running)


def balances_in(facts: Sequence[ColumnFacts]) -> LedgerColumns | None:
    """The columns of a trial balance: a row an account, what it held before and after."""
    account = _account(facts, -1)
    if account is None:
        return None
    numbers = [f for f in facts if f.form is Form.NUMBER and f is not account]
    amount = _named(numbers, _PERIOD)
    # "Ing. balans" is that of the year, "Ing. saldo" that of the period.
    openings = [f for f in numbers if _OPENING.intersection(words_of(f.name))]
    opening = next((f for f in openings if BALANCE.intersection(words_of(f.name))), None)
    opening = opening or (openings[-1] if openings else None)
    closing = _named(numbers, _CLOSING)
    if amount is None and (opening is None or closing is None):
        return None
    name = _name(facts, account)
    return LedgerColumns(account, name, (), amount, opening=opening, closing=closing)


def _account(facts: Sequence[ColumnFacts], dates: int) -> ColumnFacts | None:
    """The column that is named for accounts and holds numbers such as they have.

    Three at least: a bank statement names its one account on every row.
    """
    for each in facts:
        if each.index == dates or not ACCOUNT.intersection(words_of(each.name)):
            continue
        sample = [value for value in each.sample if value is not None]
        found = [account_in(value) for value in sample]
        read = {account[0] for account in found if account is not None}
        if len(read) >= 3 and sum(account is not None for account in found) >= 0.8 * len(sample):
            return each
    return None


def _name(facts: Sequence[ColumnFacts], account: ColumnFacts) -> ColumnFacts | None:
    """The texts that go with the account: named so, or right beside it."""
    texts = [f for f in facts if f.form is Form.TEXT and f is not account]
    named = _named(texts, _NAME)
    beside = (f for f in texts if f.index == account.index + 1)
    return named or next(beside, None)


def _named(facts: Sequence[ColumnFacts], words: frozenset[str]) -> ColumnFacts | None:
    return next((f for f in facts if words.intersection(words_of(f.name))), None)


def _amount(numbers: Sequence[ColumnFacts]) -> ColumnFacts | None:
    """The one that is called an amount, or the only figures that are neither balance nor tax."""
    open_ones = [
        f
        for f in numbers
        if not (BALANCE | _NOT_AMOUNT).intersection(words_of(f.name)) and not f.is_code
    ]
    named = [f for f in open_ones if _AMOUNT.intersection(words_of(f.name))]
    if named:
        return named[0]
    return open_ones[0] if len(open_ones) == 1 else None
