"""The glossary as a document to read and as a table to copy."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from desktop.core.glossary import Entry
from desktop.qtkit.wording import current, say, tr
from desktop.ui.theme import Text, palette

KPI, WORD = "kpi", "word"  # what a link leads to: "kpi:3"


def in_order(entries: Sequence[Entry]) -> list[Entry]:
    """By name, as the reader's language orders letters."""
    return sorted(entries, key=lambda entry: current().sort_key(entry.name))


def as_html(entries: Sequence[Entry], *, read_only: bool) -> str:
    """Each word with its meaning, its facts, and a link to what it is."""
    return "".join(_entry(entry, read_only=read_only) for entry in entries)


def _entry(entry: Entry, *, read_only: bool) -> str:
    tokens = palette()
    soft = f"color: {tokens.ink_soft}; font-size: {int(Text.SMALL)}px"
    link = ""
    if entry.kpi_id is not None:
        link = _link(f"{KPI}:{entry.kpi_id}", tr("Show KPI"))
    elif entry.word_id is not None and not read_only:
        link = _link(f"{WORD}:{entry.word_id}", tr("Edit word"))
    facts = " · ".join(escape(say(fact)) for fact in entry.facts)
    meaning = escape(entry.definition).replace("\n", "<br>")
    if not meaning:
        meaning = f'<span style="{soft}">{escape(tr("No definition yet."))}</span>'
    return (
        '<p style="margin-top: 0; margin-bottom: 18px">'
        f'<b style="font-weight: 600">{escape(entry.name)}</b>'
        f'&nbsp;&nbsp;<span style="font-size: {int(Text.SMALL)}px">{link}</span><br>{meaning}'
        + (f'<br><span style="{soft}">{facts}</span>' if facts else "")
        + "</p>"
    )


def _link(target: str, words: str) -> str:
    colour = palette().accent
    return f'<a href="{target}" style="color: {colour}; text-decoration: none">{escape(words)}</a>'


def as_table(entries: Sequence[Entry]) -> str:
    """Lines with tabs, as a spreadsheet takes them: one word a line."""
    lines = [
        "\t".join((tr("Word"), tr("Meaning"), tr("Formula"), tr("Unit"), tr("Source"))),
    ]
    for entry in entries:
        unit = current().value(entry.unit)
        cells = (entry.name, entry.definition, entry.formula, unit, entry.source)
        lines.append("\t".join(" ".join(cell.split()) for cell in cells))
    return "\n".join(lines)
