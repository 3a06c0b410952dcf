"""The pages of the window, in the order of the navigation; each is loaded when first shown."""

from __future__ import annotations

from importlib import import_module

from desktop.core.record import record
from desktop.qtkit.wording import tr
from desktop.ui.context import AppContext
from desktop.ui.page import Page


@record(frozen=True, slots=True)
class PageEntry:
    """One place of the navigation: ``module`` holds the class that is the page."""

    key: str
    title: str
    icon: str
    shortcut: str
    module: str
    class_name: str
    begin: str  # what beginning something new there is called; empty where nothing is begun

    def make(self, context: AppContext) -> Page:
        """The page, with its module imported now."""
        page: Page = getattr(import_module(self.module), self.class_name)(context)
        page.setObjectName(f"page_{self.key}")
        page.setAccessibleName(self.title)
        return page


def page_list() -> tuple[PageEntry, ...]:
    """The pages with their names in the current language."""
    titles = (
        ("overview", tr("Overview"), "compass", ""),
        ("goals", tr("Goals"), "target", tr("New goal")),
        ("kpis", tr("KPIs"), "chart-line", tr("New KPI")),
        ("imports", tr("Import"), "import", ""),
        ("follow_up", tr("Follow up"), "list-checks", tr("Start a check-in round")),
        ("year", tr("Year"), "calendar", tr("New event in the year")),
        ("sheets", tr("Sheets"), "file-text", ""),
        ("settings", tr("Settings"), "settings-2", tr("Add a person or team")),
    )
    return tuple(
        PageEntry(
            key,
            title,
            icon,
            f"Ctrl+{number}",
            f"desktop.ui.{key}.page",
            f"{key.title().replace('_', '')}Page",
            begin,
        )
        for number, (key, title, icon, begin) in enumerate(titles, start=1)
    )
