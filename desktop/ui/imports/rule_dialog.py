"""How the values of a KPI come about: what divides, what is taken away, which date counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.qtkit.wording import tr
from desktop.services.imports import Gather, Rule, Running
from desktop.ui.dialogs import Dialog
from desktop.ui.imports.rule_words import running_word
from desktop.ui.widgets import Choice, FormRow

if TYPE_CHECKING:
    from desktop.services.imports import Column, Table

_AS_WRITTEN, _TURNED = "", "-"
_SIDES = 4  # texts of a column that may tell plus from minus
Over = tuple[str, str]  # how the divisor is gathered, and its column


class RuleDialog(Dialog):
    """``rule_changed`` carries the :class:`Rule` with what was chosen."""

    rule_changed = Signal(object)

    def __init__(self, parent: QWidget | None, table: Table, rule: Rule) -> None:
        super().__init__(
            parent,
            tr("How the values come about"),
            tr("“{column}” makes one value of each period.", column=rule.column),
            confirm=tr("Use"),
            width=680,
        )
        self._rule = rule
        figures = [c for c in table.columns if c.role == "value" and c.name != rule.column]
        labels = [c for c in table.columns if c.role == "label"]
        names = [c.name for c in figures]
        self.over: Choice[Over] = Choice(
            _divisors(names, labels), (rule.over_by.value, rule.over) if rule.over else ("", "")
        )
        self.less: Choice[str] = Choice(
            [("", tr("Nothing")), *((name, name) for name in names)],
            rule.less[0] if rule.less else "",
        )
        self.sign: Choice[tuple[str, str]] = Choice(_signs(labels), _sign_key(rule))
        self.running: Choice[Running] = Choice(
            [(each, running_word(each)) for each in Running], rule.running
        )
        self.once: Choice[str] = Choice(
            [
                ("", tr("For every row")),
                *((c.name, tr("Once for each “{column}”", column=c.name)) for c in labels),
            ],
            rule.once,
        )
        self.date: Choice[str] = Choice(_dates(table), rule.date)
        narrow = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        for choice in (self.over, self.less, self.sign, self.running, self.once, self.date):
            choice.setSizeAdjustPolicy(narrow)  # long names of columns end in dots
        self._once_row = FormRow(
            tr("Counts"),
            self.once,
            tr("Where all lines of an order repeat what the order came to."),
        )
        self._date_row = FormRow(tr("Date"), self.date)
        self.add_beside(
            FormRow(
                tr("Divided by"),
                self.over,
                tr("Both are added up first; the rows’ own rates are never averaged."),
            ),
            FormRow(tr("Less"), self.less, tr("Debit less credit, money in less money out.")),
        )
        self.add_beside(
            FormRow(tr("Sign"), self.sign),
            FormRow(
                tr("Each figure is"),
                self.running,
                tr("Totals so far become what each period added."),
            ),
        )
        self.add_beside(self._once_row, self._date_row)
        self._once_row.setVisible(bool(labels))
        self._date_row.setVisible(bool(table.dates))
        self.over.setFocus()

    def on_confirmed(self) -> None:
        how, over = self.over.value
        kind, text = self.sign.value
        add_up = self._rule.add_up
        if over:
            add_up = Gather.RATIO
        elif add_up is Gather.RATIO:
            add_up = Gather.SUM
        less = self.less.value
        if less and add_up is not Gather.RATIO:
            add_up = Gather.SUM
        rule = replace(
            self._rule,
            add_up=add_up,
            over=over,
            over_by=Gather(how) if over else Gather.SUM,
            less=(less,) if less else (),
            more=tuple(name for name in self._rule.more if name != less),
            sign=-1 if (kind, text) == (_TURNED, "") else 1,
            minus=((kind, text),) if text else (),
            running=self.running.value,
            date=self.date.value,
            once=self.once.value,
        )
        self.accept()
        self.rule_changed.emit(rule)


def _divisors(names: Sequence[str], labels: Sequence[Column]) -> list[tuple[Over, str]]:
    nothing: tuple[Over, str] = (("", ""), tr("Nothing"))
    sums = [((Gather.SUM.value, name), name) for name in names]
    counts = [
        ((Gather.DISTINCT.value, c.name), tr("The number of different “{column}”", column=c.name))
        for c in labels
    ]
    return [nothing, *sums, *counts]


def _signs(labels: Sequence[Column]) -> list[tuple[tuple[str, str], str]]:
    """As written, turned, or by what stands in a column with a few texts."""
    options = [
        ((_AS_WRITTEN, ""), tr("As in the file")),
        ((_TURNED, ""), tr("Turned: minus is plus")),
    ]
    options += [
        (
            (column.name, text),
            tr("Minus where “{column}” is “{text}”", column=column.name, text=text),
        )
        for column in labels
        if 2 <= len(column.values) <= _SIDES
        for text in column.values
    ]
    return options


def _sign_key(rule: Rule) -> tuple[str, str]:
    if rule.minus:
        return rule.minus[0]
    return (_TURNED if rule.sign < 0 else _AS_WRITTEN, "")


def _dates(table: Table) -> list[tuple[str, str]]:
    own = table.period.column if table.period is not None else None
    others = [(each.name, each.name) for each in table.dates]
    return [("", own or tr("The table’s own")), *others]
