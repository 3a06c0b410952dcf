"""Fill-in forms: which KPIs, for whom, which periods; the workbook that goes to a colleague."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.core.faults import NotAllowed
from desktop.core.kpi import Kpi
from desktop.core.message import msg
from desktop.core.period import Cadence, Period, add_months
from desktop.core.wording import Wording
from desktop.exporting.fill_in_form import FormContent, FormKpi, write_form
from desktop.services.company_identity import lasting_identity
from desktop.services.export import check_target
from desktop.services.kpis import kpis
from desktop.services.series_reading import SeriesReader
from desktop.services.workspace import Workspace
from desktop.store.company_table import read_company

MOST_PERIODS = 400  # that stand side by side


@dataclass(frozen=True, slots=True)
class FormWish:
    """What a form asks for: the periods from that of ``first`` to that of ``last``, of these KPIs.

    ``recipient`` is only said in the form.  With ``correct``, values that are there can be
    changed in it; otherwise only the missing and unfinished ones can be filled in.
    """

    kpi_ids: tuple[int, ...]
    first: date
    last: date
    recipient: str = ""
    correct: bool = False


def form_kpis(ws: Workspace) -> list[Kpi]:
    """The KPIs that can be asked for: those with values of their own, by name."""
    return [kpi for kpi in kpis(ws) if not kpi.formula]


def latest_months(today: date, count: int) -> tuple[date, date]:
    """The first and the last day of the ``count`` months up to today's."""
    return add_months(today, 1 - count), Period.containing(Cadence.MONTH, today).end


def make_form(ws: Workspace, path: Path, wish: FormWish, words: Wording) -> Path:
    """Write the form; the company file gets an identity, if it has none, so that the form is
    known when it comes back.

    Raises :class:`NotAllowed` for a form without KPIs or periods, :class:`FileFault` for a file
    that cannot be written.
    """
    check_target(ws, path)
    wanted = set(wish.kpi_ids)
    chosen = [kpi for kpi in form_kpis(ws) if kpi.id in wanted]
    if not chosen:
        raise NotAllowed(msg("Choose at least one KPI. KPIs with a formula fill in themselves."))
    reader = SeriesReader(ws)
    company = read_company(ws.connection)
    periods = {
        cadence: _periods(cadence, wish, company.year_start)
        for cadence in {kpi.cadence for kpi in chosen}
    }
    content = FormContent(
        company=company,
        company_id=lasting_identity(ws),
        recipient=" ".join(wish.recipient.split()),
        kpis=tuple(
            FormKpi(
                kpi,
                periods[kpi.cadence],
                {each.period: each for each in reader.whole(kpi).measurements},
            )
            for kpi in chosen
        ),
        today=ws.today(),
        correct=wish.correct,
    )
    write_form(path, content, words)
    return path


def _periods(cadence: Cadence, wish: FormWish, year_start: int) -> tuple[Period, ...]:
    """The periods from that of the first day to that of the last."""
    if wish.last < wish.first:
        raise NotAllowed(msg("The form ends before it begins."))
    first = Period.containing(cadence, wish.first, year_start)
    count = first.until(Period.containing(cadence, wish.last, year_start)) + 1
    if count > MOST_PERIODS:
        raise NotAllowed(
            msg(
                "That would be {count} columns. Choose fewer periods, at most {most}.",
                count=count,
                most=MOST_PERIODS,
            )
        )
    return tuple(first.shift(number) for number in range(count))
