"""Which chart of accounts a ledger follows, by the names of its accounts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from desktop.core.account_charts import AccountChart, AccountLine
from desktop.core.message import Message, nmsg
from desktop.importing.tables.asking import Asking


def chart_of(
    names: Mapping[str, str],
    used: Iterable[str],
    charts: Sequence[AccountChart],
    asking: Asking,
    crown: str | None,
) -> AccountChart | None:
    """The chart whose lines the accounts' names speak for most; ``None`` while that is open.

    ``used`` are the accounts with movements and ``crown`` the currency of the file's language.
    Where charts fit as well and would count some account differently, it is asked.
    """
    fits = {chart.id: _fit(chart, names) for chart in charts}
    best = max(fits.values(), default=0)
    if best <= 0:
        # No names to go by: only what is written in the language of a chart.
        rivals = [c for c in charts if c.currency == crown and fits[c.id] == 0]
    else:
        rivals = [chart for chart in charts if fits[chart.id] == best]
    if len({_lines(chart, used) for chart in rivals}) > 1:
        examples = [f"{account} {name}".strip() for account, name in sorted(names.items())]
        chosen = asking.chart([(chart.id, chart.name) for chart in charts], examples)
        return next((chart for chart in charts if chart.id == chosen), None)
    return rivals[0] if rivals else None


def _fit(chart: AccountChart, names: Mapping[str, str]) -> int:
    """How many accounts are in a line that their name speaks for, less those in another."""
    score = 0
    for account, name in names.items():
        spoken = {line.key for line in _spoken_for(chart, name)}
        if spoken:
            line = chart.line_of(account)
            score += 1 if line is not None and line.key in spoken else -1
    return score


def _lines(chart: AccountChart, used: Iterable[str]) -> tuple[str, ...]:
    found = (chart.line_of(account) for account in sorted(used))
    return tuple("" if line is None else line.key for line in found)


def _spoken_for(chart: AccountChart, name: str) -> list[AccountLine]:
    folded = name.casefold()
    return [line for line in chart.own_lines if any(word in folded for word in line.words)]


def doubtful(chart: AccountChart, names: Mapping[str, str], used: Iterable[str]) -> Message | None:
    """A word about accounts whose names speak for another line than their numbers."""
    odd = []
    for account in sorted(used):
        name = names.get(account, "")
        spoken, line = _spoken_for(chart, name), chart.line_of(account)
        income_line = [each for each in spoken if not each.kind.is_level]
        if line is not None and not line.kind.is_level and income_line and line not in spoken:
            odd.append(f"{account} {name} ({line.names[chart.language]})")
    if not odd:
        return None
    return nmsg(
        "{n} account is counted by its number, though its name speaks for another line: {accounts}."
        " The ranges can be changed in Settings.",
        "{n} accounts are counted by their numbers, though their names speak for other lines: "
        "{accounts}. The ranges can be changed in Settings.",
        len(odd),
        accounts=", ".join(odd[:5]) + (" …" if len(odd) > 5 else ""),
    )
