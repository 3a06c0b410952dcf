"""The card of a KPI: its newest value and its chart, what is known of it, what it has taught."""

from __future__ import annotations

from desktop.core.message import msg
from desktop.core.sheet_card import CardSheet
from desktop.core.wording import Wording
from desktop.sheets.card_conclusions import conclusions_height, draw_conclusions
from desktop.sheets.card_sections import SectionColumns
from desktop.sheets.chart import Chart, drawable
from desktop.sheets.elements import Box, Layout
from desktop.sheets.foot import FOOT_HEIGHT, draw_foot
from desktop.sheets.head import Head, draw_head
from desktop.sheets.ink import Ink
from desktop.sheets.paper import Page
from desktop.sheets.pen import Pen
from desktop.sheets.review import LINE

_CHART_SHARE = 0.46
_GAP, _COLUMN_GAP = 4.0, 9.0
_LEAST_CHART, _MOST_CHART = 56.0, 106.0
_MORE_LINES, _MORE_WITHOUT_CHART = 4, 12  # to write on, where there is room
# Lines of a fact and of a conclusion, from all to the least.
_FULLNESS = ((20, 10), (12, 8), (8, 6), (6, 5), (4, 4), (3, 3), (2, 2), (1, 1))


def lay_out_card(sheet: CardSheet, page: Page, ink: Ink, wording: Wording) -> Layout:
    """One page: facts and conclusions are shortened together until both have room, and what is
    left over makes the chart larger and gives more lines to write on."""
    layout = Layout(page.width, page.height, " ".join(sheet.name.split()))
    pen, box = Pen(layout, ink, wording), page.content
    top = draw_head(pen, _head(pen, sheet), box) + _GAP
    bottom = box.bottom - FOOT_HEIGHT - 2.0
    chart = sheet.chart if drawable(sheet.chart) else None
    share = _CHART_SHARE if chart is not None else 0.0
    left = share * box.width
    x = box.x + left + (_COLUMN_GAP if chart is not None else 0.0)
    columns = 2 if chart is not None else 4
    room = bottom - top - _GAP
    for facts, taught in _FULLNESS:
        sections = SectionColumns(pen, sheet.sections, box.right - x, columns, facts)
        least = conclusions_height(pen, sheet.conclusions, box.width, taught)
        if sections.height + least <= room:
            break
    wanted = max(sections.height, _LEAST_CHART if chart is not None else 0.0)
    middle = min(wanted, room - least)
    spare = room - middle - least
    most = _MORE_LINES if chart is not None else _MORE_WITHOUT_CHART
    more = min(int(spare / LINE + 1e-6), most)
    spare -= more * LINE
    if chart is not None:
        middle += min(spare, max(_MOST_CHART - middle, 0.0))
        place = Box(box.x, top, left, middle)
        Chart(pen, chart, place, lower_is_better=sheet.lower_is_better).draw()
        pen.block("chart", place)
    sections.draw(Box(x, top, box.right - x, middle))
    y = top + middle + _GAP
    draw_conclusions(pen, sheet.conclusions, Box(box.x, y, box.width, least + more * LINE), taught)
    printed = msg("KPI {number}, printed {day}", number=str(sheet.kpi_id), day=sheet.today)
    draw_foot(pen, printed, [], box)
    return layout


def _head(pen: Pen, sheet: CardSheet) -> Head:
    """The newest value stands where a goal has its score."""
    message, figure = msg("There are no values yet."), None
    if sheet.value is not None and sheet.period is not None:
        figure = (sheet.value, pen.wording.period(sheet.period))
        message = sheet.outdated or msg("The newest full period is {period}.", period=sheet.period)
    return Head(
        company=sheet.company.name,
        title=sheet.name,
        message=pen.say(message),
        as_of=sheet.as_of,
        figure=figure,
    )
