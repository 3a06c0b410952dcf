"""Where a KPI belongs: who owns it, where its number comes from, and its place among the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit

from desktop.core.company import Person
from desktop.core.kpi import Kpi, Perspective, Phase
from desktop.core.names import name
from desktop.core.unit import Unit
from desktop.qtkit.wording import say, tr
from desktop.ui.kpis.editor.section import Section
from desktop.ui.widgets import Caption, Choice, FormRow, NumberField, SegmentedControl


class PlaceSection(Section):
    """Owner, audience, source, leading or lagging, phase, perspective, breakdown and capacity."""

    def __init__(self, people: Sequence[Person], kpis: Sequence[Kpi]) -> None:
        super().__init__(
            tr("Who, where and why"),
            tr("A number is trusted when its owner and its source stand beside it."),
        )
        none = tr("None")
        everyone: list[tuple[int | None, str]] = [(None, tr("Nobody yet"))]
        everyone += [(person.id, person.name) for person in people]
        phases: list[tuple[Phase | None, str]] = [(None, none)]
        phases += [(phase, say(name(phase))) for phase in Phase]
        views: list[tuple[Perspective | None, str]] = [(None, none)]
        views += [(view, say(name(view))) for view in Perspective]
        larger: list[tuple[int | None, str]] = [(None, none)]
        larger += [(kpi.id, kpi.name) for kpi in kpis]
        self.owner = Choice(everyone)
        self.audience = QLineEdit()
        self.source, self.source_place = QLineEdit(), QLineEdit()
        self.leading = SegmentedControl(
            [("lagging", tr("Lagging")), ("leading", tr("Leading"))], name=tr("Kind")
        )
        self.phase = Choice(phases)
        self.perspective = Choice(views)
        self.parent_kpi = Choice(larger)
        self.capacity = NumberField()
        self.capacity_owner = Choice(everyone)
        self._capacity_row = FormRow(
            tr("Capacity"), self.capacity, tr("The most that can be taken care of in a period.")
        )
        self.add(
            FormRow(tr("Owner"), self.owner),
            FormRow(
                tr("For whom"), self.audience, tr("Who looks at it, and who takes part in it.")
            ),
        )
        self.add(
            FormRow(tr("Source"), self.source, tr("The program or list that it is read from.")),
            FormRow(
                tr("Where in it"), self.source_place, tr("The report, the menu or the column.")
            ),
        )
        self.fields.addWidget(self.leading)
        self.fields.addWidget(
            Caption(
                tr(
                    "Leading warns in time (visits, leads). "
                    "Lagging tells what has been achieved (sales, profit)."
                )
            )
        )
        self.add(
            FormRow(tr("Phase of the customer journey"), self.phase),
            FormRow(tr("Scorecard perspective"), self.perspective),
        )
        self.add(
            FormRow(tr("Part of"), self.parent_kpi, tr("A larger KPI that this is a part of."))
        )
        self.add(self._capacity_row, FormRow(tr("Whose capacity"), self.capacity_owner))

    def set_unit(self, unit: Unit, decimals: int) -> None:
        """The capacity is in the KPI's own unit."""
        self.capacity.set_unit(unit, decimals)

    def fill(self, kpi: Kpi) -> None:
        self.owner.set_value(kpi.owner_id)
        self.audience.setText(kpi.audience)
        self.source.setText(kpi.source)
        self.source_place.setText(kpi.source_place)
        for field in (self.audience, self.source, self.source_place):
            field.setCursorPosition(0)  # a long text is read from its beginning
        self.leading.set_value("leading" if kpi.leading else "lagging")
        self.phase.set_value(kpi.phase)
        self.perspective.set_value(kpi.perspective)
        self.parent_kpi.set_value(kpi.parent_id)
        self.capacity.set_unit(kpi.unit, kpi.decimals)
        self.capacity.set_value(kpi.capacity)
        self.capacity_owner.set_value(kpi.capacity_owner_id)

    def read(self, kpi: Kpi) -> Kpi:
        return replace(
            kpi,
            owner_id=self.owner.value,
            audience=self.audience.text().strip(),
            source=self.source.text().strip(),
            source_place=self.source_place.text().strip(),
            leading=self.leading.value == "leading",
            phase=self.phase.value,
            perspective=self.perspective.value,
            parent_id=self.parent_kpi.value,
            capacity=self.capacity.value(),
            capacity_owner_id=self.capacity_owner.value,
        )

    def wrong(self) -> FormRow | None:
        fault = self.capacity.fault_text()
        self._capacity_row.set_error(fault)
        return self._capacity_row if fault else None
