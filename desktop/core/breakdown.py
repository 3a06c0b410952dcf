"""A KPI and its parts in two periods, each part with what it contributed to the change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from desktop.core.contributions import weights
from desktop.core.even_rounding import decimals_to_tell, rounded_to_total
from desktop.core.formula import keys_of
from desktop.core.kpi import AddUp, Kpi
from desktop.core.record import record
from desktop.core.unit import Quantity, UnitKind

Pair = tuple[float, float]  # the value in the earlier and in the later period

_SAME = 0.005  # of the whole: parts that differ from it by less are taken to make it up


class Link(StrEnum):
    """How a part hangs on what is above it."""

    WHOLE = "whole"  # it is the whole itself
    FORMULA = "formula"  # the formula names it
    PART = "part"  # it lies below, and those below add up
    REST = "rest"  # what those below leave over
    ASIDE = "aside"  # it lies below, but is no part of the sum: only its own change is known


@record(frozen=True, slots=True)
class Part:
    """A part of the whole.  ``values`` is ``None`` when it lacks one; ``contribution`` is in the
    whole's unit, and those of the parts add up to that of what is above them.  The rest has the
    KPI that it is left over of."""

    kpi: Kpi
    link: Link
    values: Pair | None
    contribution: float | None
    parts: tuple[Part, ...] = ()

    @property
    def change(self) -> float | None:
        return None if self.values is None else self.values[1] - self.values[0]


@record(frozen=True, slots=True)
class Family:
    """The KPIs of a company: by their keys, and those that lie under each id."""

    by_key: Mapping[str, Kpi]
    below: Mapping[int | None, Sequence[Kpi]]

    @classmethod
    def of(cls, kpis: Sequence[Kpi]) -> Family:
        below: dict[int | None, list[Kpi]] = {}
        for kpi in kpis:
            below.setdefault(kpi.parent_id, []).append(kpi)
        return cls({kpi.key: kpi for kpi in kpis}, below)

    def parts_of(self, kpi: Kpi) -> list[Kpi]:
        """The KPIs of the formula and those that lie below, each once."""
        named = keys_of(kpi.formula) if kpi.formula else ()
        formula = [self.by_key[key] for key in named if key in self.by_key]
        ids = {part.id for part in formula}
        return formula + [part for part in self.below.get(kpi.id, ()) if part.id not in ids]


def breakdown(whole: Kpi, family: Family, values: Callable[[Kpi], Pair | None]) -> Part:
    """The tree of the whole, down to the KPIs that have no parts."""
    return _part(whole, Link.WHOLE, 1.0, family, values, frozenset())


def _part(
    kpi: Kpi,
    link: Link,
    weight: float | None,
    family: Family,
    values: Callable[[Kpi], Pair | None],
    above: frozenset[int | None],
) -> Part:
    """``weight`` is what a change of one is worth in the whole; ``None`` when nobody knows."""
    pair = values(kpi)
    parts: list[Part] = []
    if kpi.id not in above:  # in a file that another program wrote, a tree may be a circle
        for part, its_link, its_weight in _shared(kpi, pair, weight, family, values):
            parts.append(_part(part, its_link, its_weight, family, values, above | {kpi.id}))
        parts += _rest(kpi, pair, weight, parts)
    contribution = None if pair is None or weight is None else weight * (pair[1] - pair[0])
    return Part(kpi, link, pair, contribution, tuple(parts))


def _shared(
    kpi: Kpi,
    pair: Pair | None,
    weight: float | None,
    family: Family,
    values: Callable[[Kpi], Pair | None],
) -> list[tuple[Kpi, Link, float | None]]:
    """The parts with their links and weights."""
    parts = family.parts_of(kpi)
    if not kpi.formula:
        adds = pair is not None and _add_up(kpi, pair, [(part, values(part)) for part in parts])
        link = Link.PART if adds else Link.ASIDE
        return [(part, link, weight if adds else None) for part in parts]
    named = set(keys_of(kpi.formula))
    known = {part.key: values(part) for part in parts if part.key in named}
    before = {key: each[0] for key, each in known.items() if each is not None}
    after = {key: each[1] for key, each in known.items() if each is not None}
    found = weights(kpi.formula, before, after)
    shared: list[tuple[Kpi, Link, float | None]] = []
    for part in parts:
        link = Link.FORMULA if part.key in named else Link.ASIDE
        worth = None if found is None or weight is None else found.get(part.key)
        shared.append((part, link, None if worth is None else worth * (weight or 0.0)))
    return shared


def _add_up(kpi: Kpi, pair: Pair, parts: Sequence[tuple[Kpi, Pair | None]]) -> bool:
    """Whether those below make up the whole, or a share of it: they count the same thing, and in
    both periods their sum is the whole, or less while nothing is negative."""
    known = [(part, each) for part, each in parts if each is not None]
    if not known or kpi.unit.kind is UnitKind.PERCENT or kpi.add_up is AddUp.MEAN:
        return False
    if any(part.unit != kpi.unit or part.add_up is not kpi.add_up for part, _ in known):
        return False
    for place in (0, 1):
        whole, each = pair[place], [values[place] for _, values in known]
        within = min(each) >= 0 and sum(each) <= whole * (1 + _SAME)
        if not within and abs(sum(each) - whole) > _SAME * abs(whole):
            return False
    return True


def _rest(kpi: Kpi, pair: Pair | None, weight: float | None, parts: Sequence[Part]) -> list[Part]:
    """What parts that add up leave over, unless it is nothing."""
    sums = [part.values for part in parts if part.link is Link.PART and part.values is not None]
    if pair is None or not sums:
        return []
    left = (pair[0] - sum(each[0] for each in sums), pair[1] - sum(each[1] for each in sums))
    if all(abs(each) <= 1e-9 * abs(whole) for each, whole in zip(left, pair, strict=True)):
        return []
    contribution = None if weight is None else weight * (left[1] - left[0])
    return [Part(kpi, Link.REST, left, contribution)]


@record(frozen=True, slots=True)
class ShownPart:
    """A part as a reader sees it: rounded so that the numbers add up.  ``contribution`` is in the
    whole's unit, ``share`` the same as a part of the largest one in the tree, -1 to 1."""

    part: Part
    before: Quantity | None
    after: Quantity | None
    change: Quantity | None
    contribution: Quantity | None
    share: float
    parts: tuple[ShownPart, ...] = ()


def shown(whole: Part) -> ShownPart:
    """The tree with its numbers rounded.  The change is that of the two values as they are shown,
    and contributions add up to it; they have up to two decimals more than their KPI where they
    would be lost otherwise."""
    decimals = whole.kpi.decimals
    if whole.kpi.unit.kind is UnitKind.DURATION:
        decimals = 0  # whole seconds
    elif whole.values is not None:
        top = [part.contribution for part in whole.parts if part.contribution is not None]
        places = _places(whole.kpi, decimals)
        decimals += decimals_to_tell(top, places) - places
    largest = max((abs(each) for each in _contributions(whole)), default=0.0)
    return _shown(whole, whole.kpi, decimals, None, largest)


def _contributions(part: Part) -> list[float]:
    own = [] if part.contribution is None else [part.contribution]
    return own + [each for below in part.parts for each in _contributions(below)]


def _places(kpi: Kpi, decimals: int) -> int:
    """Decimals of the value as it is stored: a percentage is a fraction."""
    return decimals + 2 if kpi.unit.kind is UnitKind.PERCENT else decimals


def _shown(
    part: Part, whole: Kpi, decimals: int, contribution: float | None, largest: float
) -> ShownPart:
    """``contribution`` is rounded already; the whole's own is its change."""
    own = decimals if part.link is Link.WHOLE else part.kpi.decimals
    before = after = change = None
    if part.values is not None:
        places = _places(part.kpi, own)
        first, second = (round(each, places) for each in part.values)
        before, after = Quantity(first, part.kpi.unit, own), Quantity(second, part.kpi.unit, own)
        difference = round(second - first, places)
        change = _difference(part.kpi, difference, own)
        if part.link is Link.WHOLE:
            contribution = difference
    known = [each.contribution for each in part.parts if each.contribution is not None]
    total = contribution if contribution is not None else sum(known)
    rounded = iter(rounded_to_total(known, total, _places(whole, decimals)))
    return ShownPart(
        part,
        before,
        after,
        change,
        None if contribution is None else _difference(whole, contribution, decimals),
        0.0 if not largest or part.contribution is None else part.contribution / largest,
        tuple(
            _shown(
                each,
                whole,
                decimals,
                None if each.contribution is None else next(rounded),
                largest,
            )
            for each in part.parts
        ),
    )


def _difference(kpi: Kpi, value: float, decimals: int) -> Quantity:
    points = kpi.unit.kind is UnitKind.PERCENT
    return Quantity(value, kpi.unit, decimals, signed=True, points=points)
