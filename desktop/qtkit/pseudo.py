"""A made-up language of long, accented words: shows what has no room or no translation."""

from __future__ import annotations

import re
from math import ceil

PSEUDO = "xx"

_ACCENTS = str.maketrans("aceginouyACEGINOUY", "åçéğîñöûÿÅÇÉĞÎÑÖÛŸ")
_HOLE = re.compile(r"(\{[^}]*\})")


def stretched(pattern: str) -> str:
    """The pattern a third longer, its letters accented and its ends marked; holes stay."""
    parts = _HOLE.split(pattern)
    words = "".join(p if p.startswith("{") else p.translate(_ACCENTS) for p in parts)
    length = sum(len(part) for part in parts if not part.startswith("{"))
    return f"[{words}{'·' * ceil(length / 3)}]"
