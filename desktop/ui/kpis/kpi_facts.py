"""What stands with a KPI's number: definition, formula, source and capacity, in one line."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core.kpi import Kpi
from desktop.core.kpi_words import formula_in_words
from desktop.qtkit.wording import tr


def facts(kpi: Kpi, names: Mapping[str, str]) -> str:
    """The definition and how the number comes about; empty when nothing is written.  ``names`` are
    those of the KPIs by key."""
    parts = []
    if kpi.definition:
        ended = kpi.definition.endswith((".", "!", "?"))
        parts.append(kpi.definition if ended else f"{kpi.definition}.")
    if kpi.formula:
        parts.append(tr("Formula: {formula}.", formula=formula_in_words(kpi.formula, names)))
    if kpi.source:
        parts.append(tr("Source: {source}.", source=kpi.source))
    if kpi.capacity is not None:
        parts.append(tr("Capacity: {capacity}.", capacity=kpi.quantity(kpi.capacity)))
    return " ".join(parts)
