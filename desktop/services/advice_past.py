"""What targets are held against while they are typed: the past of KPIs, and who owns what."""

from __future__ import annotations

from datetime import date

from desktop.core.former_plan import FormerPlan
from desktop.core.goal import GoalState, KeyResult
from desktop.core.kpi import Kpi
from desktop.core.lesson import Lesson
from desktop.core.seasonal_plan import season_before
from desktop.core.series import Series
from desktop.services.company import people
from desktop.services.series_reading import SeriesReader
from desktop.services.target_log import target_log
from desktop.services.workspace import Workspace
from desktop.store.tables import GOALS


class Past:
    """Each KPI's values are read when first asked for, and kept for as long as one editor shows
    one goal."""

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        self.today = ws.today()
        self.owners = {person.id: person.name for person in people(ws)}
        self._series: dict[int | None, Series] = {}
        self._lessons: dict[int, Lesson | None] = {}

    def series(self, kpi: Kpi) -> Series:
        """All values of a KPI of the file."""
        if kpi.id not in self._series:
            self._series[kpi.id] = SeriesReader(self._ws).whole(kpi)
        return self._series[kpi.id]

    def former(self, key_result: KeyResult) -> tuple[FormerPlan, ...]:
        """The targets and plans that a key result had before, the first set first."""
        if key_result.id is None or key_result.id < 0:
            return ()
        return target_log(self._ws, key_result.id)

    def keeps_log(self, key_result: KeyResult) -> bool:
        """Whether a change of its target is kept: its goal is active in the file."""
        found = GOALS.get(self._ws.connection, key_result.goal_id)
        saved = key_result.id is not None and key_result.id > 0
        return saved and found is not None and found.state is GoalState.ACTIVE

    def season(self, kpi: Kpi, start: date) -> bool:
        """Whether the years before ``start`` show a season that a plan could follow."""
        return season_before(self.series(kpi), start) is not None

    def lesson(self, kpi: Kpi) -> Lesson | None:
        """What was learned the last time a goal was set on a KPI of the file."""
        if kpi.id is None:
            return None
        if kpi.id not in self._lessons:
            from desktop.services.reviews import lesson  # when a target is typed

            self._lessons[kpi.id] = lesson(self._ws, kpi.id)
        return self._lessons[kpi.id]
