"""Colour, type, spacing and radius; everything that is drawn takes its looks from here."""

from __future__ import annotations

from enum import IntEnum

from desktop.core.assessment import Status
from desktop.core.record import record


class Text(IntEnum):
    """Sizes of type in pixels at 100 %."""

    CAPTION = 12  # what stands under or over a number
    SMALL = 13  # labels, table heads
    BODY = 15
    TITLE = 20  # sections, goals
    DISPLAY = 28  # the page's name
    FIGURE = 40  # the one number of a page


class Space(IntEnum):
    """Distances in pixels, on a grid of eight."""

    HAIR = 1
    TIGHT = 4
    SMALL = 8
    MEDIUM = 16
    LARGE = 24
    WIDE = 32
    PAGE = 48


SPACE = Space
RADIUS = 4  # corners of controls and of what floats


@record(frozen=True, slots=True)
class Palette:
    """The colours of one theme, as #RRGGBB.

    Everything that is text (``ink``, ``ink_soft``, ``accent`` and the four of a status) has a
    contrast of at least 4.5:1 on ``ground``, ``raised`` and ``sunken``; ``outline`` and ``focus``
    at least 3:1.
    """

    name: str
    ground: str  # the page
    raised: str  # fields and what floats
    sunken: str  # navigation, bands, a row under the pointer
    selected: str  # the selected row
    hairline: str
    outline: str  # edges of fields
    ink: str
    ink_soft: str
    disabled: str
    accent: str
    accent_strong: str  # the accent under the pointer
    on_accent: str
    focus: str
    good: str
    bad: str
    risk: str
    quiet: str
    good_ground: str
    bad_ground: str
    risk_ground: str
    quiet_ground: str
    # The notation of charts: actual dark, last year lighter, plan outlined, bands of one hue.
    actual: str
    last_year: str
    plan: str
    target: str
    band_1: str
    band_2: str
    band_3: str

    def status(self, status: Status) -> str:
        """The colour of a status, as text and as shape."""
        return {
            Status.REACHED: self.good,
            Status.ON_TRACK: self.good,
            Status.AT_RISK: self.risk,
            Status.OFF_TRACK: self.bad,
        }.get(status, self.quiet)


LIGHT = Palette(
    name="light",
    ground="#FAF8F4",
    raised="#FFFEFC",
    sunken="#F2EEE7",
    selected="#E2ECEC",
    hairline="#DFD9CE",
    outline="#8C857A",
    ink="#1F1D1A",
    ink_soft="#625C53",
    disabled="#A29C92",
    accent="#0F5C6E",
    accent_strong="#0A4653",
    on_accent="#FFFFFF",
    focus="#1B7F96",
    good="#00694E",
    bad="#AB3A06",
    risk="#825800",
    quiet="#625C53",
    good_ground="#E1EFE8",
    bad_ground="#F9E6DB",
    risk_ground="#F8ECCF",
    quiet_ground="#EDE9E1",
    actual="#1F1D1A",
    last_year="#B9B2A6",
    plan="#0F5C6E",
    target="#0F5C6E",
    band_1="#D3CCC0",
    band_2="#E1DBD1",
    band_3="#EEEAE3",
)

DARK = Palette(
    name="dark",
    ground="#16181C",
    raised="#1E2126",
    sunken="#1B1E22",
    selected="#20343A",
    hairline="#2F343B",
    outline="#79766F",
    ink="#E9E5DC",
    ink_soft="#ACA79D",
    disabled="#6B6963",
    accent="#6FC0CF",
    accent_strong="#93D3DF",
    on_accent="#0D1A1E",
    focus="#6FC0CF",
    good="#4CC39C",
    bad="#F28B62",
    risk="#E3B34F",
    quiet="#ACA79D",
    good_ground="#18322A",
    bad_ground="#3A241B",
    risk_ground="#352B17",
    quiet_ground="#282B30",
    actual="#E9E5DC",
    last_year="#6B6B6A",
    plan="#6FC0CF",
    target="#6FC0CF",
    band_1="#40454D",
    band_2="#33373E",
    band_3="#272A30",
)
