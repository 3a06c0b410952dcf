"""Everything in the company file as a workbook for people to read."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from desktop.core.chart_build import chart_series
from desktop.core.chart_series import ChartSeries
from desktop.core.faults import FileFault
from desktop.core.kpi import Kpi
from desktop.core.message import Message, msg
from desktop.core.sheet_chart import chart_window
from desktop.core.sitting import short_goal, standing
from desktop.core.stopping import stop_if_asked, stoppable
from desktop.core.wording import Wording
from desktop.exporting.company_content import (
    ActivityLine,
    CompanyContent,
    GoalLine,
    ImportLine,
    KpiLine,
    ResultLine,
    StepLine,
)
from desktop.services.activities import activities_by_goal
from desktop.services.company_identity import identity
from desktop.services.export_dismissed import dismissed_lines
from desktop.services.goal_views import GoalView, GoalViewer, ResultView
from desktop.services.kpi_rows import KpiRow, kpi_rows
from desktop.services.reviews import title
from desktop.services.series_reading import SeriesReader
from desktop.services.workspace import Workspace
from desktop.store.company_table import read_company
from desktop.store.former_plans import all_former_plans
from desktop.store.glossary_table import WORDS
from desktop.store.guides import read_answers, read_guides
from desktop.store.habit_tables import CHECK_INS, IDEAS, KPI_EVENTS, LANES, REVIEWS, WHEEL_EVENTS
from desktop.store.import_records import read_imports
from desktop.store.steps import read_steps
from desktop.store.strategy_tables import CAUSES, FOCUSES, LOOP_STEPS, LOOPS
from desktop.store.table import id_of
from desktop.store.tables import GOALS, PEOPLE

ENDING = ".xlsx"
_MOST_STEPS = 100_000
_READING = 0.25  # of the time


def export(
    ws: Workspace,
    path: Path,
    words: Wording,
    *,
    progress: Callable[[float], object] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Path:
    """Write goals, KPIs, values, words, imports and changes to ``path``, with native charts.

    Nothing is changed in the company file.  Raises :class:`FileFault` when the file cannot be
    written or is the company file, and :class:`Stopped` soon after ``cancelled()`` is true; what
    was at ``path`` is then as it was.
    """
    check_target(ws, path)
    tell = progress or _told_nobody
    with stoppable(cancelled):
        content = _Reader(ws, lambda done: tell(done * _READING)).content()
        from desktop.exporting.company_workbook import write_company_workbook  # openpyxl

        write_company_workbook(
            path, content, words, progress=lambda done: tell(_READING + done * (1 - _READING))
        )
    return path


def check_target(ws: Workspace, path: Path) -> None:
    """Raises :class:`FileFault` when a workbook must not be written to ``path``."""
    if path.suffix.lower() != ENDING:
        raise FileFault(
            msg(
                "{file} must end in {ending}: it is an Excel workbook.",
                file=path.name,
                ending=ENDING,
            )
        )
    with suppress(OSError):  # a place that cannot be looked at cannot be written to either
        if path.samefile(ws.path):
            raise FileFault(
                msg("{file} is the company file itself. Choose another name.", file=path.name)
            )


class _Reader:
    """Reads the company file, goal by goal and KPI by KPI."""

    def __init__(self, ws: Workspace, tell: Callable[[float], object]) -> None:
        self._ws, self._tell = ws, tell
        self._series = SeriesReader(ws)
        self._people = PEOPLE.all(ws.connection)
        self._owners = {person.id: person.name for person in self._people}

    def content(self) -> CompanyContent:
        ws = self._ws
        goals = GOALS.all(ws.connection)
        rows = kpi_rows(ws, archived=True)
        statements = {goal.id: goal.statement for goal in goals}
        guides = read_guides(ws.connection)
        viewer = GoalViewer(ws)
        whole = len(goals) + len(rows)
        views = []
        for done, goal in enumerate(goals):
            self._look(done / whole)
            guide = guides.get(id_of(goal))
            line = self._goal(viewer.view(goal), statements.get(goal.parent_id, ""))
            if guide is not None:
                raised_from = statements.get(guide.raised_from_id, "")
                line = replace(line, raised_from=raised_from, standing=standing(guide))
            views.append(line)
        lines = []
        for done, row in enumerate(rows, start=len(goals)):
            self._look(done / whole)
            lines.append(self._kpi(row))
        days = [view.how.as_of for view in views if view.how.as_of is not None]
        return CompanyContent(
            company=read_company(ws.connection),
            company_id=identity(ws),
            today=ws.today(),
            as_of=max(days, default=None),
            people=tuple(self._people),
            goals=tuple(views),
            kpis=tuple(lines),
            words=tuple(WORDS.all(ws.connection)),
            dismissed=dismissed_lines(ws),
            activities=self._activities(),
            ideas=tuple(IDEAS.all(ws.connection)),
            check_ins=tuple(CHECK_INS.all(ws.connection)),
            reviews=tuple((title(ws, each), each) for each in REVIEWS.all(ws.connection)),
            imports=self._imports(),
            steps=self._steps(),
            lanes=tuple(LANES.all(ws.connection)),
            events=tuple(WHEEL_EVENTS.all(ws.connection)),
            causes=tuple(CAUSES.all(ws.connection)),
            focuses=tuple(FOCUSES.all(ws.connection)),
            loops=tuple(
                (loop, tuple(LOOP_STEPS.all(ws.connection, "loop_id = ?", id_of(loop))))
                for loop in LOOPS.all(ws.connection)
            ),
            kpi_events=tuple(KPI_EVENTS.all(ws.connection)),
            former_plans=tuple(all_former_plans(ws.connection)),
        )

    def _look(self, done: float) -> None:
        stop_if_asked()
        self._tell(done)

    def _goal(self, view: GoalView, parent: str) -> GoalLine:
        answers = read_answers(self._ws.connection, id_of(view.goal))
        short = short_goal(view.goal.statement, answers)
        return GoalLine(
            goal=view.goal,
            parent=parent,
            owner=view.owner,
            how=view.assessment,
            results=tuple(self._result(view, result) for result in view.results),
            milestones=view.milestones,
            short="" if short == view.goal.statement else short,
            answers=answers,
        )

    def _result(self, view: GoalView, result: ResultView) -> ResultLine:
        return ResultLine(
            key_result=result.key_result,
            kpi=result.kpi,
            owner=result.owner,
            how=result.assessment,
            plan=result.plan,
            chart=None if result.kpi is None else self._chart(view, result, result.kpi),
        )

    def _chart(self, view: GoalView, result: ResultView, kpi: Kpi) -> ChartSeries:
        """What the goal's sheet shows of the key result."""
        series, today = self._series.whole(kpi), self._ws.today()
        window = chart_window(series, view.goal, today)
        return chart_series(
            series,
            cadence=window.cadence,
            first=window.first.start,
            last=window.last.end,
            goal=view.goal,
            key_result=result.key_result,
            plan_values=result.plan,
            today=today,
        )

    def _kpi(self, row: KpiRow) -> KpiLine:
        kpi = row.kpi
        parent = self._series.kpis.get(kpi.parent_id or 0)
        return KpiLine(
            kpi=kpi,
            owner=row.owner,
            parent="" if parent is None else parent.name,
            capacity_owner=self._owners.get(kpi.capacity_owner_id, ""),
            latest=row.latest,
            outdated=row.outdated,
            values=self._series.whole(kpi).measurements,
        )

    def _activities(self) -> tuple[ActivityLine, ...]:
        return tuple(
            ActivityLine(view.activity, view.state, view.kpi, view.owner, view.seen)
            for group in activities_by_goal(self._ws)
            for view in group.views
        )

    def _imports(self) -> tuple[ImportLine, ...]:
        return tuple(
            ImportLine(
                each.id,
                each.at.astimezone(),
                each.who,
                each.file_name,
                each.sha256,
                (each.counts.new, each.counts.changed, each.counts.same, each.counts.rejected),
                None if each.reverted_at is None else each.reverted_at.astimezone(),
            )
            for each in read_imports(self._ws.connection)
        )

    def _steps(self) -> tuple[StepLine, ...]:
        return tuple(
            StepLine(step.at.astimezone(), step.who, step.label, step.undone)
            for step in read_steps(self._ws.connection, _MOST_STEPS)
        )


def file_name(company: str, what: Message, words: Wording) -> str:
    """A name for the workbook that every system takes."""
    plain = "".join(
        c if c.isalnum() or c in " -_.&" else " " for c in f"{company} {words.say(what)}"
    )
    return " ".join(plain.split()).strip(". ")[:80] + ENDING


def _told_nobody(_: float) -> None:
    pass
