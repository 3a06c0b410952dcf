"""The house's look in a workbook: ink, paper, accent, and the four colours of a status."""

from __future__ import annotations

from desktop.core.assessment import Status

FONT = "Calibri"  # there on most computers; our own font cannot travel in a workbook
SIZE = 11
TITLE_SIZE = 18

INK = "1F1D1A"
SOFT = "625C53"
ACCENT = "0F5C6E"
HAIRLINE = "DFD9CE"
HEAD = "F2EEE7"  # the ground of a head row
ENTRY = "FFFEFC"  # a cell to be filled in
ENTRY_EDGE = "0F5C6E"
CLOSED = "EDE9E1"  # a cell that is not
ACTUAL = "1F1D1A"
PLAN = "0F5C6E"
TARGET = "AB3A06"
UNFINISHED = "B9B2A6"

_STATUS = {
    Status.REACHED: "00694E",
    Status.ON_TRACK: "00694E",
    Status.AT_RISK: "825800",
    Status.OFF_TRACK: "AB3A06",
}
MARK = {
    Status.REACHED: "✓",
    Status.ON_TRACK: "●",
    Status.AT_RISK: "▲",
    Status.OFF_TRACK: "■",
}


def status_colour(status: Status) -> str:
    return _STATUS.get(status, SOFT)
