"""Units of measure that stand beside a number: in a cell, in a header or in a format."""

from __future__ import annotations

import re

from desktop.importing.values.words import word_set

MEASURES = word_set(
    """
    kg g mg t ton tonnes mm cm m m2 m² m3 m³ km mil l liter litre kwh mwh gwh kw mw h hr hrs hours
    tim timmar timer min minuter minutes s sec sek seconds ms d days dagar dage st st. stk pcs °c c
    co2e kgco2e mb gb kb bps
    """
)
THOUSANDS = re.compile(
    r"\b(?:[tkm](?:kr|sek|dkk|nok|eur|usd)|[tk]kr|mkr|mnkr|[€£$]\s?[kmKM]|[kKmM][€£$]"
    r"|(?:SEK|EUR|USD|DKK|NOK)\s?(?:k|m|mn|mio|million|thousand)s?)\b|[€£$][kKmM]\b",
    re.IGNORECASE,
)
_FACTORS = {"k": 1e3, "K": 1e3, "M": 1e6}


def factor_of(sign: str) -> float | None:
    """What ``k`` and ``M`` behind a number multiply it by; a small ``m`` is a metre."""
    return _FACTORS.get(sign)


def is_measure(text: str) -> bool:
    """Whether a short text is a unit of measure, or thousands or millions of a currency."""
    return text.casefold() in MEASURES or THOUSANDS.fullmatch(text) is not None
