"""The sample company's goals, set so that one of each status can be seen."""

from __future__ import annotations

from datetime import date, timedelta

from desktop.core.goal import Comparison, Goal, KeyResult, Milestone, PlanValue
from desktop.core.key_result_status import assess_key_result
from desktop.core.kpi import Kpi
from desktop.core.period import add_months
from desktop.services.demo_numbers import DemoNumbers
from desktop.services.demo_words import DemoWords
from desktop.services.goals import save_goal_whole
from desktop.services.outlooks import looking_ahead
from desktop.services.recent_values import RECENT
from desktop.services.series_reading import SeriesReader
from desktop.services.workspace import Workspace

_BEYOND = 1e9  # more than ever comes
_NUMBER, _STEP = -1, -2  # what key results are called by until they are saved


def add_goals(
    ws: Workspace,
    words: DemoWords,
    owners: dict[str, int],
    kpis: dict[str, Kpi],
    numbers: DemoNumbers,
) -> None:
    """Add the five goals; they start and end so many months from the day's own month."""
    goals = _Goals(ws, words, owners, kpis, numbers)
    goals.grow()
    goals.convert()
    goals.deliver()
    goals.write()
    goals.come_back()


class _Goals:
    def __init__(
        self,
        ws: Workspace,
        words: DemoWords,
        owners: dict[str, int],
        kpis: dict[str, Kpi],
        numbers: DemoNumbers,
    ) -> None:
        self._ws = ws
        self._words = words
        self._owners = owners
        self._kpis = kpis
        self._month = ws.today().replace(day=1)
        self._sales = {month.first: month.sales for month in numbers.months}
        self._orders: dict[date, float] = {}
        for day in numbers.days:
            month = day.day.replace(day=1)
            self._orders[month] = self._orders.get(month, 0.0) + day.orders

    def grow(self) -> None:
        """On track: last year's sales and an eighth, with last year's season as the plan."""
        start = add_months(self._month, -9)
        plan = self._season(start, 12, self._sales, 1.125)
        half = _rounded(plan[-1].value / 2)
        ordered = add_months(start, 4) + timedelta(days=8)
        self._save(
            "grow",
            "management",
            start,
            12,
            [
                self._result("sales", plan[-1].value, Comparison.TOTAL, own_id=_NUMBER, weight=2.0),
                self._step("grow_wool", "warehouse", ordered),
            ],
            plan,
            milestones=[
                Milestone(
                    goal_id=0,
                    key_result_id=_NUMBER,
                    title=self._words("halfway"),
                    due=next(step.day for step in plan if step.value >= half),
                    value=half,
                    done_on=self._passed(start, half),
                ),
                self._due("grow_wool", add_months(start, 5) - timedelta(days=1), ordered),
            ],
        )

    def convert(self) -> None:
        """At risk: as many orders as the year may just bring, or may not."""
        start = add_months(self._month, -6)
        by_itself = self._season(start, 12, self._orders, 1.0)[-1].value
        growth = self._landing("orders", start, 12) / by_itself
        plan = self._season(start, 12, self._orders, growth)
        photographed = add_months(start, 2) + timedelta(days=11)
        self._save(
            "convert",
            "marketing",
            start,
            12,
            [
                self._result("orders", plan[-1].value, Comparison.TOTAL, own_id=_NUMBER),
                self._result("conversion", 0.02, Comparison.PER_PERIOD),
                self._step("convert_photos", "marketing", photographed),
            ],
            plan,
            milestones=[
                self._due("convert_photos", add_months(start, 3) - timedelta(days=1), photographed)
            ],
        )

    def deliver(self) -> None:
        """Off track: the parcels take as long as ever."""
        results = [self._result("delivery", 2.0, baseline=3.4)]
        self._save("deliver", "warehouse", add_months(self._month, -5), 6, results)

    def write(self) -> None:
        """Outdated: nobody has looked at the list for months."""
        results = [self._result("readers", 6000.0)]
        self._save("write", "marketing", add_months(self._month, -10), 13, results)

    def come_back(self) -> None:
        """Open, and reached."""
        results = [self._result("returning", 0.28)]
        self._save("return", "service", add_months(self._month, -14), None, results)

    def _result(
        self,
        kpi: str,
        target: float,
        comparison: Comparison = Comparison.LEVEL,
        *,
        own_id: int | None = None,
        baseline: float | None = None,
        weight: float = 1.0,
    ) -> KeyResult:
        return KeyResult(
            id=own_id,
            goal_id=0,
            kpi_id=self._kpis[kpi].id,
            baseline=baseline,
            target=target,
            comparison=comparison,
            weight=weight,
            owner_id=self._kpis[kpi].owner_id,
        )

    def _step(self, title: str, owner: str, done_on: date) -> KeyResult:
        """A milestone result that is done."""
        return KeyResult(
            id=_STEP,
            goal_id=0,
            title=self._words(title),
            owner_id=self._owners[owner],
            done_on=done_on,
        )

    def _due(self, title: str, due: date, done_on: date) -> Milestone:
        """The day of a milestone result."""
        return Milestone(
            goal_id=0, key_result_id=_STEP, title=self._words(title), due=due, done_on=done_on
        )

    def _season(
        self, start: date, months: int, past: dict[date, float], growth: float
    ) -> list[PlanValue]:
        """Running totals at each month's end: the same months a year before, grown."""
        total = 0.0
        plan = []
        for number in range(months):
            month = add_months(start, number)
            total += past[add_months(month, -12)] * growth
            plan.append(PlanValue(add_months(month, 1) - timedelta(days=1), _rounded(total)))
        return plan

    def _landing(self, kpi: str, start: date, months: int) -> float:
        """What the orders of so many months are expected to come to."""
        reader, today = SeriesReader(self._ws), self._ws.today()
        end = add_months(start, months) - timedelta(days=1)
        found = assess_key_result(
            goal=Goal(statement="", start=start, deadline=end),
            key_result=self._result(kpi, _BEYOND, Comparison.TOTAL),
            kpi=self._kpis[kpi],
            series=reader.recent(self._kpis[kpi], RECENT, since=start),
            today=today,
            look_ahead=looking_ahead(reader, today),
        )
        return found.outlook.landing if found.outlook is not None else 0.0

    def _passed(self, start: date, amount: float) -> date | None:
        """The end of the month in which the sales since ``start`` came to ``amount``."""
        total = 0.0
        for month, sales in self._sales.items():
            total += sales if month >= start else 0.0
            if total >= amount:
                return add_months(month, 1) - timedelta(days=1)
        return None

    def _save(
        self,
        name: str,
        owner: str,
        start: date,
        months: int | None,
        results: list[KeyResult],
        plan: list[PlanValue] | None = None,
        milestones: list[Milestone] | None = None,
    ) -> None:
        end = None if months is None else add_months(start, months) - timedelta(days=1)
        goal = Goal(
            statement=self._words(name),
            why=self._words(f"{name}_why"),
            not_doing=self._words("grow_not") if name == "grow" else "",
            owner_id=self._owners[owner],
            start=start,
            deadline=end,
        )
        plans = {_NUMBER: plan} if plan else {}
        save_goal_whole(self._ws, goal, results, milestones or [], plans)


def _rounded(value: float) -> float:
    """To three figures, as people set targets."""
    places = 3 - len(str(int(value)))
    return float(round(value, places))
