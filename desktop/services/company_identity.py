"""What tells one company file from another, also after it has been copied or renamed."""

from __future__ import annotations

import secrets

from desktop.core.message import msg
from desktop.core.own_workbook import OwnWorkbook
from desktop.services.settings import Setting, read, write
from desktop.services.workspace import Workspace
from desktop.store.company_table import read_company

_IDENTITY = Setting("company.identity", "", msg("Make the first fill-in form"))


def identity(ws: Workspace) -> str:
    """The company file's own, empty until the first form was made."""
    return read(ws, _IDENTITY)


def lasting_identity(ws: Workspace) -> str:
    """The same, made and kept when there is none yet; empty in a file that is read-only."""
    if not identity(ws) and not ws.read_only:
        write(ws, _IDENTITY, secrets.token_hex(8))
    return identity(ws)


def made_here(ws: Workspace, own: OwnWorkbook) -> bool:
    """Whether a workbook comes from this company: by identity, by name where one has none."""
    mine = identity(ws)
    if own.company_id and mine:
        return own.company_id == mine
    return own.company == read_company(ws.connection).name
