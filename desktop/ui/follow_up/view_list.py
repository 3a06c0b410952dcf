"""The views of the Follow up page, in their order; each is loaded when first shown."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from desktop.core.need import Need
from desktop.core.record import record
from desktop.qtkit.wording import tr
from desktop.ui.context import AppContext
from desktop.ui.follow_up.view import View

WEEK = "week"


@record(frozen=True, slots=True)
class ViewEntry:
    """``module`` (below this package) holds the class that is the view; ``begin`` is what
    beginning something new there is called, empty where nothing is begun."""

    key: str
    title: str
    module: str
    class_name: str
    begin: str = ""

    def make(self, context: AppContext) -> View:
        """The view, with its module imported now."""
        module = import_module(f"desktop.ui.follow_up.{self.module}")
        made: View = getattr(module, self.class_name)(context)
        made.setObjectName(f"follow_up_{self.key}")
        made.setAccessibleName(self.title)
        return made


def view_list() -> tuple[ViewEntry, ...]:
    """The views with their names in the current language."""
    return (
        ViewEntry(WEEK, tr("This week"), "week.week_view", "WeekView"),
        ViewEntry(
            "check_ins",
            tr("Check-ins"),
            "check_ins.check_ins_view",
            "CheckInsView",
            begin=tr("Start a check-in round"),
        ),
        ViewEntry(
            "activities",
            tr("Activities"),
            "activities.activities_view",
            "ActivitiesView",
            begin=tr("Try something for a goal"),
        ),
        ViewEntry("ideas", tr("Ideas"), "ideas.ideas_view", "IdeasView", begin=tr("Note an idea")),
        ViewEntry(
            "reviews",
            tr("Reviews"),
            "reviews.reviews_view",
            "ReviewsView",
            begin=tr("Look back"),
        ),
        ViewEntry("report", tr("Report"), "report.report_view", "ReportView"),
    )


def reachable(needs: Iterable[Need]) -> list[Need]:
    """The needs whose action has a view here, or another page."""
    here = {f"follow_up/{entry.key}" for entry in view_list()}
    return [each for each in needs if each.page in here or not each.page.startswith("follow_up/")]
