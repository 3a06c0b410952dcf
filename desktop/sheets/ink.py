"""The colours of paper: one palette in colour, one for black-and-white."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.assessment import Status


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours as #RRGGBB on white.  Green and red are only for good and bad differences and for
    a status, which always has a word and a shape as well.

    ``better`` fills the bar of a good difference and ``worse`` that of a bad one; an empty fill
    leaves it white.  ``bands`` go from poor to good.
    """

    text: str
    soft: str
    hairline: str
    actual: str
    last_year: str
    plan: str
    good: str
    bad: str
    risk: str
    better: str
    worse: str
    bands: tuple[str, str, str]
    room: str  # between the natural limits
    fan: tuple[str, str]  # the 80 % and the 50 % range of a forecast
    signal: str

    def status(self, status: Status) -> str:
        """The colour of a status' shape and word."""
        return {
            Status.REACHED: self.good,
            Status.ON_TRACK: self.good,
            Status.AT_RISK: self.risk,
            Status.OFF_TRACK: self.bad,
        }.get(status, self.soft)


COLOUR = Ink(
    text="#1F1D1A",
    soft="#5F594F",
    hairline="#CFC8BC",
    actual="#1F1D1A",
    last_year="#B9B2A6",
    plan="#0F5C6E",
    good="#00694E",
    bad="#AB3A06",
    risk="#825800",
    better="#00694E",
    worse="#AB3A06",
    bands=("#CDC5B8", "#DFD9CE", "#EFEBE4"),
    room="#F3F0EA",
    fan=("#E2E3E1", "#C9CCCB"),
    signal="#0F5C6E",
)
GREY = Ink(
    text="#000000",
    soft="#4D4D4D",
    hairline="#BFBFBF",
    actual="#000000",
    last_year="#B0B0B0",
    plan="#404040",
    good="#000000",
    bad="#000000",
    risk="#000000",
    better="",
    worse="#000000",
    bands=("#C8C8C8", "#DCDCDC", "#EEEEEE"),
    room="#F1F1F1",
    fan=("#E0E0E0", "#C8C8C8"),
    signal="#000000",
)
