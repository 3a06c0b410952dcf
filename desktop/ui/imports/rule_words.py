"""What is said about a rule: how the values come about, and why it is suggested."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.qtkit.wording import current, tr
from desktop.services.imports import Gather, Rule, Running

if TYPE_CHECKING:
    from desktop.services.imports import Suggestion


def gather_word(gather: Gather) -> str:
    """How several rows of one period become its value."""
    return {
        Gather.SUM: tr("Sum of the rows"),
        Gather.COUNT: tr("Number of rows"),
        Gather.DISTINCT: tr("Different values"),
        Gather.MEAN: tr("Mean of the rows"),
        Gather.LAST: tr("Last row"),
        Gather.RATIO: tr("Sum divided by…"),
    }[gather]


def running_word(running: Running) -> str:
    """What each figure of a column is."""
    return {
        Running.NO: tr("Of the period itself"),
        Running.YEAR: tr("The total since the year began"),
        Running.START: tr("The total since the start"),
    }[running]


def title_of(suggestion: Suggestion) -> str:
    """The column that a suggestion is about, or the columns."""
    rule = suggestion.rule
    if suggestion.title:
        return suggestion.title
    return " − ".join([" + ".join((rule.column, *rule.more)), *rule.less])


def how_words(rule: Rule) -> str:
    """What goes into a value besides the rows of its column, in a line; empty for a plain rule."""
    parts = []
    if rule.add_up is Gather.RATIO and rule.over:
        if rule.over_by is Gather.SUM:
            parts.append(tr("“{column}” divided by “{over}”", column=rule.column, over=rule.over))
        else:
            parts.append(tr("divided by the number of “{over}”", over=rule.over))
    if rule.less:
        parts.append(tr("less {columns}", columns=_quoted(rule.less)))
    if rule.minus:
        texts = _quoted([text for _, text in rule.minus])
        parts.append(tr("{texts} counts as minus", texts=texts))
    if rule.sign < 0:
        parts.append(tr("the sign is turned"))
    if rule.running is Running.YEAR:
        parts.append(tr("what each period added to the year"))
    elif rule.running is Running.START:
        parts.append(tr("what each period added"))
    if rule.once:
        parts.append(tr("once for each “{column}”", column=rule.once))
    if rule.date:
        parts.append(tr("by “{column}”", column=rule.date))
    return "; ".join(parts)


def filter_words(rule: Rule) -> str:
    """Which rows count."""
    if rule.without:
        return tr("All but {n}", n=len(rule.without))
    return ", ".join(text for _, text in rule.filters) or tr("All rows")


def _quoted(texts: Sequence[str]) -> str:
    return current().locale.createSeparatedList([f"“{text}”" for text in texts])
