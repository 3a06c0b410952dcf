"""The short names that formulas call KPIs by."""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Container

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "ß": "ss", "đ": "d", "ł": "l"})
_OTHER = re.compile(r"[^a-z0-9]+")


def key_from_name(name: str, taken: Container[str]) -> str:
    """``Nya besökare (Web)`` gives ``nya_besokare_web``; numbered when it is taken."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    without_marks = "".join(sign for sign in plain if not unicodedata.combining(sign))
    key = _OTHER.sub("_", without_marks).strip("_") or "kpi"
    if key[0].isdigit() or keyword.iskeyword(key):
        key = f"kpi_{key}"
    number = 1
    numbered = key
    while numbered in taken:
        number += 1
        numbered = f"{key}_{number}"
    return numbered


def renamed(formula: str, old: str, new: str) -> str:
    """The formula with one key called by its new name."""
    return re.sub(rf"\b{re.escape(old)}\b", new, formula)
