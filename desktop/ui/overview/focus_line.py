"""The one metric that matters now, in one quiet line."""

from __future__ import annotations

from desktop.qtkit.wording import tr
from desktop.services.focus import current_focus, newest_value
from desktop.ui.context import AppContext


def focus_line(context: AppContext) -> str:
    """Its newest value and its line; empty while none is chosen."""
    focus = current_focus(context.workspace)
    if focus is None:
        return ""
    kpi, latest = newest_value(context.workspace, focus)
    if latest is None:
        return tr("· What matters most now: {kpi}", kpi=kpi.name)
    value = kpi.quantity(latest.value)
    if focus.line is None:
        return tr(
            "· What matters most now: {kpi}, {value} ({period})",
            kpi=kpi.name,
            value=value,
            period=latest.period,
        )
    return tr(
        "· What matters most now: {kpi}, {value} ({period}), with the line at {line}",
        kpi=kpi.name,
        value=value,
        period=latest.period,
        line=kpi.quantity(focus.line),
    )
