"""The company's charts of accounts: the standard ones, with the ranges that it has changed."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core.account_charts import AccountChart, standard_charts, with_ranges
from desktop.core.account_ranges import write_ranges
from desktop.core.faults import NotAllowed
from desktop.core.message import msg
from desktop.services.settings import Setting, read, write
from desktop.services.workspace import Workspace
from desktop.store.company_table import read_company


def account_charts(ws: Workspace) -> tuple[AccountChart, ...]:
    """Every chart, in the order of the standard ones."""
    return tuple(_changed(ws, chart) for chart in standard_charts())


def save_account_ranges(
    ws: Workspace, chart_id: str, texts: Mapping[str, str], *, language: str = ""
) -> None:
    """Give some lines of a chart other ranges, as texts by the lines' keys; one action.

    ``language`` is the reader's, for the names of lines in faults; else the company's.  Raises
    :class:`NotAllowed` for a text that is no list of ranges and for accounts that two lines would
    count; nothing is stored then.
    """
    standard = _standard(chart_id)
    language = language or read_company(ws.connection).language
    chart = with_ranges(_changed(ws, standard), texts, language)
    before = {line.key: line.ranges for line in standard.own_lines}
    stored = [
        f"{line.key}: {write_ranges(line.ranges)}"
        for line in chart.own_lines
        if line.ranges != before[line.key]
    ]
    write(ws, _setting(standard), stored)


def reset_account_ranges(ws: Workspace, chart_id: str) -> None:
    """Go back to the standard ranges of a chart; one action."""
    write(ws, _setting(_standard(chart_id)), [])


def has_own_ranges(ws: Workspace, chart_id: str) -> bool:
    """Whether the company has changed the ranges of a chart."""
    return bool(read(ws, _setting(_standard(chart_id))))


def _standard(chart_id: str) -> AccountChart:
    return next(chart for chart in standard_charts() if chart.id == chart_id)


def _setting(chart: AccountChart) -> Setting[list[str]]:
    label = msg("Change the account ranges of {chart}", chart=chart.name)
    return Setting(f"accounts.{chart.id}", [], label)


def _changed(ws: Workspace, chart: AccountChart) -> AccountChart:
    """The chart as the company has it; the standard one when the file holds something else."""
    pairs = (text.partition(":") for text in map(str, read(ws, _setting(chart))))
    texts = {key.strip(): ranges.strip() for key, _, ranges in pairs}
    try:
        return with_ranges(chart, texts, chart.language)
    except NotAllowed:
        return chart
