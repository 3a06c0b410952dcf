"""Number formats of spreadsheets: the built-in ones, and which of them show a date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

BUILT_IN: Mapping[int, str] = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"$"#,##0_);\\("$"#,##0\\)',
    6: '"$"#,##0_);[Red]\\("$"#,##0\\)',
    7: '"$"#,##0.00_);\\("$"#,##0.00\\)',
    8: '"$"#,##0.00_);[Red]\\("$"#,##0.00\\)',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "m/d/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yyyy h:mm",
    37: "#,##0 ;(#,##0)",
    38: "#,##0 ;[Red](#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;[Red](#,##0.00)",
    41: '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)',
    42: '_("$"* #,##0_);_("$"* \\(#,##0\\);_("$"* "-"_);_(@_)',
    43: '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)',
    44: '_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
    **dict.fromkeys((*range(27, 32), *range(50, 59)), "m/d/yyyy"),  # East Asian dates
}
"""ECMA-376 part 1, 18.8.30.  5-8, 42 and 44 follow the currency of the reader's own machine, so
the dollar in them says "some currency" and nothing more: see :data:`LOCAL_CURRENCY`."""

LOCAL_CURRENCY = frozenset(BUILT_IN[number] for number in (5, 6, 7, 8, 42, 44))

_LITERAL = re.compile(
    r'"[^"]*"|\\.|_.|\*.|\[\$[^\]]*\]'
    r"|\[(?:Red|Blue|Green|Black|White|Cyan|Magenta|Yellow|Color ?\d+)\]",
    re.I,
)
_CONDITION = re.compile(r"\[[<>=][^\]]*\]")
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.I)


@lru_cache(maxsize=512)
def shows(number_format: str) -> str:
    """What a number looks like under a format: ``date``, ``time``, ``duration`` or ``number``.

    Fillers, literals and colours are left out before the first section is looked at.
    """
    bare = _CONDITION.sub("", _LITERAL.sub("", number_format)).split(";")[0]
    if _ELAPSED.search(bare):
        return "duration"
    letters = set(re.sub(r"am/pm|a/p", "h", bare.lower().replace("general", "")))
    if letters & set("yd") or ("m" in letters and not letters & set("hs")):
        return "date"
    return "time" if letters & set("hs") else "number"


_UNSEEN = re.compile(r"_.|\*.|\[[^\]]*\]")
_PLACES = re.compile(r"(?:General|[#0?](?:[#0?.,]*[#0?])?,*)", re.I)
_SCALED = re.compile(r"[#0?],+(?![#0?,.])")


@lru_cache(maxsize=512)
def literals(number_format: str) -> tuple[str, ...]:
    """The words that a format writes around a number: ``kr`` of ``#,##0 "kr"`` and ``\\k\\r``."""
    words: list[str] = []
    for written in re.findall(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[^"\\_*\[]+|.', number_format):
        if written[0] == '"':
            words.append(written.strip('"'))
        elif written[0] == "\\":
            words.append(written[1:])
        elif not _UNSEEN.fullmatch(written):
            words.append(_PLACES.sub(" ", written).translate(_MARKS))
    return tuple("".join(words).split())


_MARKS = str.maketrans(dict.fromkeys(";()@/", " "))


def is_scaled(number_format: str) -> bool:
    """Whether a format shows thousands or millions of what the cell holds: ``#,##0,``."""
    return _SCALED.search(number_format) is not None


def shows_percent(number_format: str) -> bool:
    """Whether numbers are shown a hundred times as large, as percent; a quoted sign does not."""
    return "%" in _LITERAL.sub("", number_format)
