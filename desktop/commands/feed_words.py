"""The words of ``--feed`` that say how a column's rows make values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from desktop.qtkit.wording import tr

if TYPE_CHECKING:
    from desktop.services.imports import Rule

WORDS = {
    **dict.fromkeys(("sum", "mean", "last", "count", "distinct", "turned"), False),
    **dict.fromkeys(
        ("over", "plus", "less", "only", "not", "minus", "date", "once", "total"), True
    ),
}
"""Each word, and whether something follows it."""


def with_how(rule: Rule, how: Sequence[tuple[str, str]]) -> Rule:
    """The rule as the words want it; raises :class:`click.BadParameter`."""
    from desktop.services.imports import refitted

    changed = rule
    for word, rest in how:
        changed = _with_word(changed, word, rest)
    if how and changed.new_kpi is not None:
        changed = replace(changed, new_kpi=refitted(changed.new_kpi, changed))
    return changed


def _with_word(rule: Rule, word: str, rest: str) -> Rule:
    from desktop.services.imports import Gather, Running

    match word:
        case "over":
            first, _, column = rest.partition(" ")
            counted = first.casefold() == "distinct" and bool(column)
            return replace(
                rule,
                add_up=Gather.RATIO,
                over=column.strip() if counted else rest,
                over_by=Gather.DISTINCT if counted else Gather.SUM,
            )
        case "plus":
            return replace(rule, more=(*rule.more, rest))
        case "less":
            return replace(rule, less=(*rule.less, rest))
        case "date":
            return replace(rule, date=rest)
        case "once":
            return replace(rule, once=rest)
        case "turned":
            return replace(rule, sign=-rule.sign)
        case "total":
            kinds = {"year": Running.YEAR, "start": Running.START}
            if rest.casefold() not in kinds:
                raise click.BadParameter(
                    tr("After total comes year or start, not “{word}”.", word=rest)
                )
            return replace(rule, add_up=Gather.SUM, running=kinds[rest.casefold()])
        case "only":
            return replace(rule, filters=(*rule.filters, _pair(rest)))
        case "not":
            return replace(rule, without=(*rule.without, _pair(rest)))
        case "minus":
            return replace(rule, minus=(*rule.minus, _pair(rest)))
        case _:
            return replace(rule, add_up=Gather(word), over="", running=Running.NO)


def _pair(rest: str) -> tuple[str, str]:
    column, sign, text = rest.partition(":")
    if not sign or not column.strip() or not text.strip():
        raise click.BadParameter(tr("“{rest}” is not COLUMN: TEXT.", rest=rest))
    return column.strip(), text.strip()
