"""A sitting on one page: the questions at the left, the goal as it stands at the right."""

from __future__ import annotations

from desktop.core.message import Message, msg
from desktop.core.sheet_sitting import SittingSheet
from desktop.core.sitting import Sitting, sitting_name
from desktop.core.wording import Wording
from desktop.sheets.elements import Box, Layout
from desktop.sheets.foot import FOOT_HEIGHT, draw_foot, goal_identity
from desktop.sheets.head import Head, draw_head
from desktop.sheets.ink import Ink
from desktop.sheets.paper import Page
from desktop.sheets.pen import Pen
from desktop.sheets.sitting_aside import SittingAside
from desktop.sheets.sitting_column import QuestionColumn

_LEFT_SHARE = 0.65
_COLUMN_GAP, _GAP = 9.0, 4.0


def lay_out_sitting(sheet: SittingSheet, page: Page, ink: Ink, wording: Wording) -> Layout:
    """The questions take what they need first: answers are shortened to their lines, and what is
    open gets as many lines to write on as have room.  At the right, examples give way."""
    say = wording.say
    name = sitting_name(sheet.sitting)
    step = msg("Sitting {n} of {all}: {name}", n=int(sheet.sitting), all=len(Sitting), name=name)
    title = f"{sheet.statement} – {say(name)}" if sheet.statement else say(name)
    layout = Layout(page.width, page.height, " ".join(title.split()))
    pen, box = Pen(layout, ink, wording), page.content
    top = draw_head(pen, _head(pen, sheet, step), box) + _GAP
    bottom = box.bottom - FOOT_HEIGHT - 2.0
    left = (box.width - _COLUMN_GAP) * _LEFT_SHARE
    questions = QuestionColumn(pen, sheet.questions, Box(box.x, top, left, bottom - top))
    questions.draw()
    right = Box(box.x + left + _COLUMN_GAP, top, box.width - left - _COLUMN_GAP, bottom - top)
    aside = SittingAside(pen, sheet, right)
    aside.draw()
    draw_foot(pen, _identity(sheet), [*questions.left_out, *aside.left_out], box)
    return layout


def _head(pen: Pen, sheet: SittingSheet, step: Message) -> Head:
    if sheet.goal_id is None:
        message, facts = pen.say(_today(sheet.sitting)), pen.say(step)
        return Head(sheet.company.name, pen.say(sitting_name(sheet.sitting)), message, None, facts)
    owner = sheet.owner or pen.say(msg("No owner yet"))
    return Head(
        company=sheet.company.name,
        title=sheet.statement,
        message=pen.say(step),
        as_of=None,
        facts=owner,
    )


def _today(sitting: Sitting) -> Message:
    """What a blank form begins with."""
    return {
        Sitting.GOAL: msg(
            "Three short sittings on three days: first what and why, then how we would see it, "
            "and last how far and what we try."
        ),
        Sitting.SIGNS: msg(
            "Today we choose how we would see it: first in words, and then in numbers."
        ),
        Sitting.MEASURE: msg(
            "Today we decide how far, where the number comes from and what we try."
        ),
    }[sitting]


def _identity(sheet: SittingSheet) -> Message:
    if sheet.goal_id is None:
        return msg("Workshop form, printed {day}", day=sheet.today)
    return goal_identity(sheet.goal_id, sheet.today)
