"""A whole column of numbers at once: its convention, and its values."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from math import fsum, isfinite

from desktop.core.stopping import stop_if_asked, watched
from desktop.importing.cells import CellError, LongColumn, Numbers, Value
from desktop.importing.values.numbers import DecimalEvidence, decimal_evidence, parse_number

_LINES = {
    # Bulk check, one number a line: only then may the whole column go to float() at once.
    ".": re.compile(r"(?:-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?\n)*", re.ASCII),
    ",": re.compile(r"(?:-?(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?\n)*", re.ASCII),
}
_ONE = {
    ".": re.compile(r"-?\d{1,15}(?:\.\d{1,15})?", re.ASCII),
    ",": re.compile(r"-?\d{1,15}", re.ASCII),
}
_AROUND = re.compile(r"([^\d.,\s-]{0,4}\s?)-?\d[\d.,\s]*?(\s?[^\d.,\s-]{0,4})")
_GROUPED_BY_SPACE = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))")


def evidence_of(values: Iterable[Value], sample: Sequence[Value]) -> DecimalEvidence:
    """What a column tells about its decimal sign: a sample first, all of it while that is open."""
    evidence = decimal_evidence(value for value in sample if isinstance(value, str))
    if evidence.points or evidence.commas:
        return evidence
    texts = values.signed() if isinstance(values, LongColumn) else values
    held = [value for value in texts if isinstance(value, str)]
    whole = "".join(held)
    signed = (text for text in held if "." in text or "," in text)
    found = decimal_evidence(dict.fromkeys(signed) if "." in whole or "," in whole else ())
    return DecimalEvidence(
        found.points,
        found.commas,
        found.open_point,
        found.open_comma,
        evidence.small,
        evidence.large,
    )


def read_numbers(values: Sequence[Value], decimal: str = ".") -> Numbers:
    """The numbers of a column, ``None`` where a cell holds none; percentages as fractions."""
    stop_if_asked()
    if isinstance(values, LongColumn):
        return values.numbers(decimal)
    kinds = set(map(type, values))
    if kinds <= {float, type(None)} and isfinite(sum(filter(None, values))):  # type: ignore[arg-type]
        return list(values)  # type: ignore[arg-type]
    if kinds <= {str, type(None)}:
        in_bulk = _in_bulk(values, decimal)
        if in_bulk is not None:
            return in_bulk
    plain = _ONE[decimal].fullmatch
    return [
        float(value)
        if type(value) is str and plain(value) is not None
        else number_in(value, decimal)
        for value in watched(values)
    ]


def all_numbers(values: Sequence[Value]) -> bool:
    """Whether every cell is surely a number, in one convention or the other."""
    if isinstance(values, LongColumn):
        return values.all_numbers()
    kinds = set(map(type, values))
    if kinds == {str}:
        return any(_in_bulk(values, decimal) is not None for decimal in _LINES)
    return kinds <= {float}


def typed_numbers(values: Sequence[Value]) -> Numbers:
    """Real numbers only: text is none, whatever it looks like."""
    return [v if isinstance(v, float) and isfinite(v) else None for v in values]


def taken_numbers(numbers: Numbers, places: Sequence[int]) -> Numbers:
    """The numbers at these places."""
    if isinstance(places, range):
        return numbers[places.start : places.stop]
    return list(map(numbers.__getitem__, places))


def held_numbers(numbers: Numbers) -> Sequence[float]:
    """The numbers without the cells that hold none."""
    if isinstance(numbers, array):
        return numbers
    return [number for number in numbers if number is not None]


def added(numbers: Iterable[float]) -> float | None:
    """The exact sum, ``None`` when it is beyond what a number can hold."""
    try:
        total = fsum(numbers)
    except (OverflowError, ValueError):
        return None
    return total if isfinite(total) else None


def number_in(value: Value, decimal: str) -> float | None:
    """The number in one cell; truth values, dates and errors are none."""
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, str) and not isinstance(value, CellError):
        written = parse_number(value, decimal)
        return None if written is None else written.value
    return None


def _in_bulk(values: Sequence[Value], decimal: str) -> list[float | None] | None:
    """All texts at once, when every one is a plain number; ``None`` when some are not."""
    texts = [value for value in values if isinstance(value, str)]
    if not texts:
        return [None] * len(values)
    joined = "\n".join(texts) + "\n"
    joined, percent = _without_units(joined, texts)
    if not joined.isascii():
        joined = _GROUPED_BY_SPACE.sub("", joined).translate({ord("−"): "-"})
    elif " " in joined:
        joined = _GROUPED_BY_SPACE.sub("", joined)
    if joined.count("\n") != len(texts) or not _LINES[decimal].fullmatch(joined):
        return None
    group = "," if decimal == "." else "."
    if group in joined:
        joined = joined.replace(group, "")
    if decimal == ",":
        joined = joined.replace(",", ".")
    if percent:
        joined = joined.replace("\n", "e-2\n")
    numbers = map(float, joined.splitlines())
    if len(texts) == len(values):
        return list(numbers)
    return [next(numbers) if isinstance(value, str) else None for value in values]


def _without_units(joined: str, texts: Sequence[str]) -> tuple[str, bool]:
    """The lines without what all of them have around the number, and whether that is a percent
    sign."""
    around = _AROUND.fullmatch(texts[0])
    if around is None or not any(around.groups()):
        return joined, False
    before, after = around.groups()
    one = parse_number(f"{before}1{after}")
    if one is None or one.value not in (1.0, 0.01):
        return joined, False
    lines = "\n" + joined
    if lines.count("\n" + before) <= len(texts) or joined.count(after + "\n") != len(texts):
        return joined, False
    return lines.replace("\n" + before, "\n").replace(after + "\n", "\n")[1:], one.percent
