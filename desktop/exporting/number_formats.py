"""How a spreadsheet shows a KPI's values: its unit and decimals as a number format."""

from __future__ import annotations

import re

from desktop.core.kpi import Kpi
from desktop.core.unit import Unit, UnitKind

TEXT = "@"
DAY = "yyyy-mm-dd"
MONTH = "mmm yyyy"
MOMENT = "yyyy-mm-dd hh:mm"
SHARE = "0%"
_SECONDS_A_DAY = 86_400
_OWN_WORD = {("sv", "SEK"): "kr", ("da", "DKK"): "kr."}


def unit_format(unit: Unit, decimals: int, language: str) -> str:
    """``#,##0.00 "kr"``, ``0.0%``, ``[h]:mm:ss``; the reader's program puts its own signs in."""
    digits = "0" if decimals <= 0 else "0." + "0" * min(decimals, 10)
    match unit.kind:
        case UnitKind.PERCENT:
            return digits + ("%" if language == "en" else r"\ %")
        case UnitKind.DURATION:
            return "[h]:mm:ss"
        case UnitKind.CURRENCY:
            word = _OWN_WORD.get((language, unit.symbol), unit.symbol)
            return f"#,##{digits}{_literal(word)}"
        case _:
            return f"#,##{digits}{_literal(unit.symbol)}"


def kpi_format(kpi: Kpi, language: str) -> str:
    return unit_format(kpi.unit, kpi.decimals, language)


def cell_number(value: float, unit: Unit) -> float:
    """The value as a spreadsheet keeps it: a duration in days."""
    return value / _SECONDS_A_DAY if unit.kind is UnitKind.DURATION else value


def unit_text(unit: Unit, language: str) -> str:
    """The unit in a cell of its own: ``kr``, ``%``, ``h:mm:ss``, the company's own word."""
    match unit.kind:
        case UnitKind.PERCENT:
            return "%"
        case UnitKind.DURATION:
            return "h:mm:ss"
        case UnitKind.CURRENCY:
            return _OWN_WORD.get((language, unit.symbol), unit.symbol)
        case _:
            return unit.symbol


def _literal(word: str) -> str:
    """A word beside the number; quotation marks would end it."""
    plain = re.sub(r'["\\\x00-\x1f]', "", word).strip()[:40]
    return f' "{plain}"' if plain else ""
