"""The tokens of a typed number: literals, signs, and the words of its unit."""

from __future__ import annotations

import re
from decimal import Decimal

from desktop.core.message import Message, msg
from desktop.core.unit import Unit, UnitKind
from desktop.qtkit.number_arithmetic import Amount, EntryFault, Kind, Scale, Sign, Token
from desktop.qtkit.number_literal import LITERAL, SPACES, read_literal

_SIGNS = {
    "+": Sign.PLUS,
    "-": Sign.MINUS,
    "\u2212": Sign.MINUS,  # minus sign
    "\u2013": Sign.MINUS,  # en dash, which word processors put for a minus
    "*": Sign.TIMES,
    "\u00d7": Sign.TIMES,
    "/": Sign.OVER,
    "\u00f7": Sign.OVER,
    "(": Sign.OPEN,
    ")": Sign.CLOSE,
}
_PERCENT_WORDS = {"%", "procent", "percent", "pct", "pct."}
_SECONDS = {
    **dict.fromkeys(("d", "dag", "dagar", "dage", "day", "days", "dygn"), 86_400),
    **dict.fromkeys(("h", "t", "t.", "tim", "tim.", "timmar", "timme"), 3600),
    **dict.fromkeys(("time", "timer", "hour", "hours"), 3600),
    **dict.fromkeys(("m", "min", "min.", "minut", "minuter", "minutter", "minute", "minutes"), 60),
    **dict.fromkeys(("s", "sek", "sek.", "sec", "sec.", "second", "seconds"), 1),
    **dict.fromkeys(("sekund", "sekunder"), 1),
}
_LARGE = {
    **dict.fromkeys(("tkr", "tkr."), 1000),
    **dict.fromkeys(("mkr", "mkr.", "mnkr", "mn", "mio", "mio.", "milj", "milj."), 1_000_000),
}
_CURRENCY_WORDS = {
    "SEK": ("kr", "kr.", ":-", "kronor"),
    "DKK": ("kr", "kr.", "kroner"),
    "NOK": ("kr", "kr.", "kroner"),
    "ISK": ("kr", "kr."),
    "EUR": ("€", "euro"),
    "USD": ("$", "us$", "dollar"),
    "GBP": ("£",),
}
_PIECES = {"st", "st.", "stk", "stk.", "pcs"}

_CLOCK = re.compile(r"(\d+):([0-5]\d)(?::([0-5]\d))?(?:[.,](\d+))?(?![\d:])")
_LITERAL = re.compile(LITERAL)
_WORD = re.compile(r":-|[^\W\d_]+\$|[^\W\d_]+\.?|[^\w\s]")


def tokens(text: str, unit: Unit, language: str) -> list[Token]:
    """The tokens of ``text``; raises :class:`EntryFault` at the first that has no meaning."""
    found: list[Token] = []
    at = 0
    own = unit.symbol.casefold() if unit.kind is UnitKind.OWN else ""
    while at < len(text):
        if text[at] in SPACES:
            at += 1
            continue
        if own and text[at:].casefold().startswith(own):
            at += len(own)
            continue
        token, at = _token(text, at, unit, language)
        if token is not None:
            found.append(token)
    return found


def _token(text: str, at: int, unit: Unit, language: str) -> tuple[Token | None, int]:
    """The token that begins at ``at``, ``None`` for a word that adds nothing, and where it ends."""
    if unit.kind is UnitKind.DURATION and (clock := _CLOCK.match(text, at)):
        return Amount(_clock_seconds(clock), Kind.TIME), clock.end()
    if literal := _LITERAL.match(text, at):
        number = read_literal(literal[0], language)
        if isinstance(number, Message):
            raise EntryFault(number)
        return number, literal.end()
    if sign := _SIGNS.get(text[at]):
        return sign, at + 1
    word = _WORD.match(text, at)
    if not word:
        raise EntryFault(msg("“{typed}” is not a number.", typed=text))
    return _meaning(word[0], unit), word.end()


def _clock_seconds(clock: re.Match[str]) -> Decimal:
    first, second, third, fraction = clock.groups()
    whole = int(first) * 60 + int(second)
    if third is not None:
        whole = whole * 60 + int(third)
    return Decimal(f"{whole}.{fraction or 0}")


def _meaning(word: str, unit: Unit) -> Scale | None:
    plain = word.casefold()
    if plain in _PERCENT_WORDS:
        return Scale(Decimal("0.01"), Kind.PERCENT)
    match unit.kind:
        case UnitKind.DURATION if plain in _SECONDS:
            return Scale(Decimal(_SECONDS[plain]), Kind.TIME)
        case UnitKind.CURRENCY if _is_currency(word, unit.symbol):
            return None
        case UnitKind.NUMBER | UnitKind.OWN if plain in _PIECES:
            return None
    if unit.kind in (UnitKind.CURRENCY, UnitKind.NUMBER, UnitKind.OWN) and plain in _LARGE:
        return Scale(Decimal(_LARGE[plain]), Kind.PLAIN)
    raise EntryFault(_foreign_word(word, unit))


def _is_currency(word: str, code: str) -> bool:
    return word.casefold() in (code.casefold(), *_CURRENCY_WORDS.get(code, ()))


def _foreign_word(word: str, unit: Unit) -> Message:
    if unit.kind in (UnitKind.CURRENCY, UnitKind.OWN) and unit.symbol:
        return msg(
            "“{word}” is not understood; this is counted in {unit}.", word=word, unit=unit.symbol
        )
    return msg("“{word}” is not understood in a number.", word=word)
