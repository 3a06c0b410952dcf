"""The company and its people."""

from __future__ import annotations

import re
from dataclasses import replace

from desktop.core.company import Company, Person
from desktop.core.faults import NotAllowed
from desktop.core.message import msg
from desktop.core.period import Cadence
from desktop.services.workspace import Workspace
from desktop.store.belongings import forget_person
from desktop.store.company_table import read_company, update_company
from desktop.store.measurements import has_any
from desktop.store.tables import KPIS, PEOPLE

_CURRENCY = re.compile(r"[A-Z]{3}")


def company(ws: Workspace) -> Company:
    return read_company(ws.connection)


def save_company(ws: Workspace, company: Company) -> None:
    """Raises :class:`NotAllowed` for an empty name, a currency that is no ISO 4217 code, or a
    fiscal year that would tear apart quarters or years with values."""
    company = replace(company, name=company.name.strip(), currency=company.currency.strip().upper())
    if not company.name:
        raise NotAllowed(msg("The company needs a name."))
    if not _CURRENCY.fullmatch(company.currency):
        raise NotAllowed(msg("A currency is three letters, such as SEK, DKK or EUR."))
    before = read_company(ws.connection)
    with ws.action(msg("Change the company’s details")):
        if company.year_start != before.year_start:
            _check_periods(ws, before.year_start, company.year_start)
        update_company(ws.connection, company)


def _check_periods(ws: Workspace, old_start: int, new_start: int) -> None:
    """A year's or quarter's value cannot be divided among new periods.  Quarters only move
    when the fiscal year does not move by whole quarters."""
    torn = {Cadence.YEAR} if (new_start - old_start) % 3 == 0 else {Cadence.YEAR, Cadence.QUARTER}
    for kpi in KPIS.all(ws.connection):
        if kpi.cadence in torn and kpi.id is not None and has_any(ws.connection, kpi.id):
            raise NotAllowed(
                msg(
                    "The fiscal year cannot start in another month: {kpi} has values for whole "
                    "quarters or years, which would no longer fit.",
                    kpi=kpi.name,
                )
            )


def people(ws: Workspace) -> list[Person]:
    """By name."""
    return PEOPLE.all(ws.connection)


def save_person(ws: Workspace, person: Person) -> Person:
    """The person with an ``id``; raises :class:`NotAllowed` for an empty name."""
    person = replace(person, name=person.name.strip())
    if not person.name:
        raise NotAllowed(msg("A person or team needs a name."))
    label = (
        msg("Add {name}", name=person.name)
        if person.id is None
        else msg("Change {name}", name=person.name)
    )
    with ws.action(label):
        return PEOPLE.save(ws.connection, person)


def delete_person(ws: Workspace, person_id: int) -> None:
    """Remove the person; what they owned stays, without an owner."""
    person = PEOPLE.get(ws.connection, person_id)
    if person is None:
        return
    with ws.action(msg("Delete {name}", name=person.name)):
        forget_person(ws.connection, person_id)
        PEOPLE.delete(ws.connection, person_id)
