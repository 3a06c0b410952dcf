"""Where the bundled files are, in the checkout, in an installed wheel and in a frozen bundle."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def resource_folder() -> Path:
    """The folder that holds i18n, icons, fonts, library and samples."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "resources"
    checkout = Path(__file__).resolve().parents[2] / "resources"
    if checkout.is_dir():
        return checkout
    return Path(__file__).resolve().parents[1] / "resources"


def resource(*parts: str) -> Path:
    """The path of one bundled file."""
    return resource_folder().joinpath(*parts)
