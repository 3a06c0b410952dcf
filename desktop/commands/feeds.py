"""``--feed COLUMN[; HOW]...[=KPI]``: which column of a spreadsheet feeds which KPI, and how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from desktop.commands.feed_words import WORDS, with_how
from desktop.core.kpi import Kpi
from desktop.qtkit.wording import tr

if TYPE_CHECKING:
    from desktop.services.imports import ImportDraft, Rule, TableRule


@dataclass(frozen=True, slots=True)
class Feed:
    """A column (or a row of a wide table) by its name, and the KPI by its name or key.

    ``how`` are words with what each is about: ``("over", "Impressions")``.  ``each`` is a column
    whose texts get a KPI each, all of them or the ``most`` largest and one for the others.
    Without a KPI, the one that carries the column's name, or a new one.
    """

    column: str
    kpi: str = ""
    how: tuple[tuple[str, str], ...] = ()
    each: str = ""
    most: int = 0


def feed_option() -> click.Option:
    """As often as wanted."""
    return click.Option(
        ["feeds", "--feed"],
        multiple=True,
        metavar="COLUMN[; HOW]...[=KPI]",
        callback=_as_feeds,
        help=tr(
            "Let a column feed a KPI, by its name or key; a KPI that is not there is made. HOW is "
            "sum, mean, last, count or distinct; over COLUMN (a ratio of two sums) or over "
            "distinct COLUMN; plus COLUMN; less COLUMN; only COLUMN: TEXT; not COLUMN: TEXT; minus "
            "COLUMN: TEXT (such rows are taken away); turned (the sign); date COLUMN; total year "
            "or total start (the figures are totals so far); once COLUMN (its rows repeat the "
            "figure); each COLUMN, or each COLUMN: 5 for the five largest and the others together."
        ),
    )


def rules_for(draft: ImportDraft, feeds: Sequence[Feed], kpis: Sequence[Kpi]) -> list[TableRule]:
    """The rules that ``feeds`` mean for a file; those on from the start when none is about it."""
    asked = [rule for feed in feeds for rule in _rules(draft, feed, kpis)]
    return asked or list(draft.chosen())


def strangers(feeds: Sequence[Feed], drafts: Sequence[ImportDraft]) -> list[str]:
    """The columns that ``feeds`` name and none of the files has."""
    known = {name.casefold() for draft in drafts for name in columns_of(draft)}
    for draft in drafts:
        known.update(c.name.casefold() for t in draft.recognition.tables for c in t.columns)
    return [feed.column for feed in feeds if feed.column.casefold() not in known]


def columns_of(draft: ImportDraft) -> list[str]:
    """The names that ``--feed`` may give for a file, in their order."""
    names = (each.name for suggestions in draft.suggestions for each in suggestions)
    return list(dict.fromkeys(names))


def _rules(draft: ImportDraft, feed: Feed, kpis: Sequence[Kpi]) -> Iterator[TableRule]:
    from desktop.services.imports import TableRule

    for table, rule in _plain_rules(draft, feed):
        changed = with_how(rule, feed.how)
        if not feed.each:
            yield TableRule(table, _fed(changed, feed.kpi, kpis))
            continue
        for part in _parts(draft, table, _fed(changed, feed.kpi, ()), feed, kpis):
            yield TableRule(table, part)


def _plain_rules(draft: ImportDraft, feed: Feed) -> Iterator[tuple[int, Rule]]:
    """The suggestions about the column; of a column that only labels rows, one that counts."""
    from desktop.services.imports import Gather, Rule

    wanted = feed.column.casefold()
    for index, suggestions in enumerate(draft.suggestions):
        rules = [each.rule for each in suggestions if each.name.casefold() == wanted]
        if rules and feed.each:
            own = tuple(pair for pair in rules[0].filters if pair[0] != feed.each)
            rules = [replace(rules[0], filters=own)]
        if not rules and feed.how:
            columns = draft.recognition.tables[index].columns
            name = next((c.name for c in columns if c.name.casefold() == wanted), None)
            rules = [] if name is None else [Rule(None, Kpi(name=name), name, Gather.COUNT)]
        yield from ((index, rule) for rule in rules)


def _parts(
    draft: ImportDraft, table: int, rule: Rule, feed: Feed, kpis: Sequence[Kpi]
) -> Sequence[Rule]:
    from desktop.services.imports import MANY, pieces, split_by

    found = pieces(draft.recognition.tables[table], draft.workbook, rule, feed.each)
    texts = [piece.text for piece in found if piece.text]
    if not feed.most and len(texts) > MANY:
        raise click.UsageError(
            tr(
                "“{column}” has {count} texts. Say how many of them: each {column}: 10.",
                column=feed.each,
                count=len(texts),
            )
        )
    some = texts[: feed.most] if feed.most else texts
    rest = tr("Others") if len(some) < len(found) else ""  # rows without a text among them
    return split_by(rule, feed.each, some, rest=rest, kpis=kpis)


def _fed(rule: Rule, wanted: str, kpis: Sequence[Kpi]) -> Rule:
    """The rule for the KPI that is wanted."""
    if not wanted:
        return rule
    name = wanted.casefold()
    known = next((kpi for kpi in kpis if name in (kpi.name.casefold(), kpi.key)), None)
    if known is not None:
        return replace(rule, kpi_id=known.id, new_kpi=None)
    new = rule.new_kpi or Kpi(name=wanted)
    return replace(rule, kpi_id=None, new_kpi=replace(new, name=wanted, key=""))


def _as_feeds(
    ctx: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> tuple[Feed, ...]:
    found = []
    for value in values:
        column, _, kpi = value.rpartition("=") if "=" in value else (value, "", "")
        column, *how = (part.strip() for part in column.split(";"))
        if not column:
            raise click.BadParameter(tr("“{value}” names no column.", value=value))
        found.append(_as_feed(Feed(column, kpi.strip()), how))
    return tuple(found)


def _as_feed(feed: Feed, parts: Sequence[str]) -> Feed:
    for part in parts:
        word, _, rest = part.partition(" ")
        word, rest = word.casefold(), rest.strip()
        if word == "each" and rest:
            column, _, most = rest.rpartition(":") if rest[-1:].isdigit() else (rest, "", "0")
            number = int(most) if most.strip().isdigit() else 0
            feed = replace(feed, each=(column or rest).strip(), most=number)
        elif word in WORDS and bool(rest) is WORDS[word]:
            feed = replace(feed, how=(*feed.how, (word, rest)))
        else:
            raise click.BadParameter(tr("“{part}” is no way to take a column.", part=part))
    return feed
