"""Typed numbers: the user's own format, simple arithmetic, percent and the words of units."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from desktop.core.message import msg
from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.qtkit.number_arithmetic import Amount, Arithmetic, EntryFault, Kind
from desktop.qtkit.number_literal import SPACES
from desktop.qtkit.number_tokens import tokens
from desktop.qtkit.wording import LanguageWording

__all__ = ["EntryFault", "entry_text", "parse_entry"]

_LONGEST = 200  # characters; nobody types more into a cell, and it bounds the recursion
_LARGEST = Decimal(10) ** 15  # beyond this a float no longer holds every whole number


def parse_entry(text: str, unit: Unit, wording: LanguageWording) -> float | None:
    """The number that a person typed or pasted; ``None`` for a blank.

    The value is in the unit's stored form: a fraction for percent, seconds for a duration.
    Arithmetic with + - * / and brackets is exact decimal arithmetic.  What has two meanings is
    refused with a sentence, never guessed.  Raises :class:`EntryFault`.
    """
    plain = text.strip(SPACES + "\t\r\n").removeprefix("=").strip(SPACES)
    if not plain:
        return None
    _refuse_spreadsheet_leftovers(plain)
    try:
        amount = Arithmetic(tokens(plain, unit, wording.language)).result()
    except InvalidOperation as error:  # beyond any measure
        raise EntryFault(msg("“{typed}” is too large.", typed=plain)) from error
    value = _stored(amount, unit, plain)
    if abs(value) >= _LARGEST:
        raise EntryFault(msg("“{typed}” is too large.", typed=plain))
    return float(value)


def entry_text(value: float | None, unit: Unit, decimals: int, wording: LanguageWording) -> str:
    """The text to edit: every digit that the value has, at least ``decimals``, and no unit.

    ``parse_entry`` gives exactly the same value back.
    """
    if value is None:
        return ""
    exact = Decimal(repr(value)) + 0  # no "-0"
    sign = "\u2212" if exact < 0 else ""
    if unit.kind is UnitKind.DURATION:
        return sign + _clock(abs(exact), wording)
    if unit.kind is UnitKind.PERCENT:
        exact *= 100
    whole, _, fraction = f"{abs(exact):,f}".partition(".")
    fraction = fraction.rstrip("0").ljust(decimals, "0")
    whole = whole.replace(",", wording.locale.groupSeparator())
    return sign + whole + (wording.locale.decimalPoint() + fraction if fraction else "")


def _clock(seconds: Decimal, wording: LanguageWording) -> str:
    whole, fraction = divmod(seconds, 1)
    total = int(whole)
    hours, minutes, rest = total // 3600, total // 60 % 60, total % 60
    text = f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
    return text + f"{fraction.normalize():f}"[1:].replace(".", wording.locale.decimalPoint())


def _refuse_spreadsheet_leftovers(text: str) -> None:
    """What a spreadsheet puts on the clipboard when a cell has no number that could be read."""
    if re.fullmatch(r"#+", text):
        raise EntryFault(
            msg("The column in the spreadsheet was too narrow. Widen it and copy again.")
        )
    if text.startswith("#"):
        raise EntryFault(msg("“{typed}” is an error in the spreadsheet.", typed=text))
    if re.fullmatch(r"[-+\u2212]?\d([.,]\d+)?[eE][-+]?\d+", text):
        raise EntryFault(
            msg(
                "“{typed}” is shortened by the spreadsheet. "
                "Show the whole number there and copy again.",
                typed=text,
            )
        )
    if re.fullmatch(rf"\([\d.,{SPACES}]+\)", text):
        raise EntryFault(
            msg("“{typed}”: write it with a minus sign if it is negative.", typed=text)
        )
    if len(text) > _LONGEST:
        raise EntryFault(msg("This is too long for a number."))


def _stored(amount: Amount, unit: Unit, text: str) -> Decimal:
    match unit.kind:
        case UnitKind.PERCENT:
            return _fraction(amount, text)
        case UnitKind.DURATION:
            if amount.kind is Kind.TIME or not amount.value:
                return amount.value
            raise EntryFault(
                msg("Say the time as 1:30:00, 1 h 30 min or 90 s, not only “{typed}”.", typed=text)
            )
        case _:
            if amount.kind is Kind.PERCENT:
                raise EntryFault(msg("“{typed}” is a percentage; this is not.", typed=text))
            return amount.value


def _fraction(amount: Amount, text: str) -> Decimal:
    if amount.percent_seen:
        return amount.value
    if amount.divided:
        raise EntryFault(
            msg(
                "“{typed}” can mean {small} or {large}. Add “* 100 %” if it is a share.",
                typed=text,
                small=_shown(amount.value / 100),
                large=_shown(amount.value),
            )
        )
    return amount.value / 100


def _shown(fraction: Decimal) -> Quantity:
    decimals = 3 if abs(fraction) < Decimal("0.01") else 1
    return Quantity(float(fraction), Unit(UnitKind.PERCENT), decimals)
