"""Colours can be read, the typeface is ours, icons are there and used."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.core.assessment import Status
from desktop.core.resources import resource, resource_folder
from desktop.ui.theme import Text, Theme, apply_theme, font, icon, icon_pixmap, palette
from desktop.ui.theme.tokens import DARK, LIGHT, Palette
from tests.conftest import CHECKOUT

PALETTES = [LIGHT, DARK]
GROUNDS = ("ground", "raised", "sunken", "selected")
TEXTS = ("ink", "ink_soft", "accent", "good", "bad", "risk", "quiet")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", PALETTES, ids=lambda tokens: tokens.name)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_every_text_can_be_read_on_every_ground(tokens: Palette, ground: str, text: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", PALETTES, ids=lambda tokens: tokens.name)
def test_banners_and_buttons_can_be_read(tokens: Palette) -> None:
    for ground in (tokens.good_ground, tokens.bad_ground, tokens.risk_ground, tokens.quiet_ground):
        assert contrast(tokens.ink, ground) >= 4.5
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast(tokens.on_accent, tokens.accent_strong) >= 4.5


@pytest.mark.parametrize("tokens", PALETTES, ids=lambda tokens: tokens.name)
def test_edges_and_focus_can_be_seen(tokens: Palette) -> None:
    for ground in (tokens.ground, tokens.raised, tokens.sunken):
        assert contrast(tokens.outline, ground) >= 3
        assert contrast(tokens.focus, ground) >= 3


def simulated(colour: str) -> tuple[float, ...]:
    """A colour as deuteranopic eyes see it (Viénot, Brettel and Mollon 1999), in linear light."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    ]
    red, green, blue = linear
    both = 0.29275 * red + 0.70725 * green
    return (both, both, -0.02234 * red + 0.02234 * green + blue)


@pytest.mark.parametrize("tokens", PALETTES, ids=lambda tokens: tokens.name)
def test_good_and_bad_differ_for_colour_blind_eyes(tokens: Palette) -> None:
    good, bad = simulated(tokens.good), simulated(tokens.bad)
    assert max(abs(a - b) for a, b in zip(good, bad, strict=True)) > 0.05


def test_theme_reaches_qt(qapp: QApplication, qtbot: QtBot) -> None:
    for theme, tokens in ((Theme.DARK, DARK), (Theme.LIGHT, LIGHT)):
        assert apply_theme(qapp, theme) is tokens
        assert palette() is tokens
        label = QLabel("x")
        qtbot.addWidget(label)
        assert label.palette().color(QPalette.ColorRole.Window) == QColor(tokens.ground)
        assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(tokens.ink)


def test_typeface_is_the_bundled_one(qapp: QApplication) -> None:
    info = QFontInfo(font(Text.FIGURE, strong=True))
    assert info.family() == "Source Sans 3"
    assert info.pixelSize() == 40
    assert info.weight() == 600


def test_every_status_has_a_colour() -> None:
    known = {status: LIGHT.status(status) for status in Status}
    assert known[Status.OFF_TRACK] == LIGHT.bad
    assert known[Status.ON_TRACK] == known[Status.REACHED] == LIGHT.good
    assert known[Status.AT_RISK] == LIGHT.risk
    assert known[Status.OUTDATED] == LIGHT.quiet


def test_icons_are_drawn_in_the_asked_colour(qapp: QApplication) -> None:
    image = icon_pixmap("target", 32, "#AB3A06", 2.0).toImage()
    assert image.width() == 64
    drawn = {
        image.pixelColor(x, y).name()
        for x in range(64)
        for y in range(64)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert drawn == {"#ab3a06"}
    assert not icon("target").isNull()


def test_every_icon_is_used_and_every_used_icon_is_there() -> None:
    there = {path.stem for path in (resource_folder() / "icons").glob("*.svg")}
    sources = [path.read_text("utf-8") for path in (CHECKOUT / "desktop" / "ui").rglob("*.py")]
    words = set(re.findall(r'"([a-z][a-z0-9-]*)"', "\n".join(sources)))
    used = there & words | {"sikte", "combo-arrow", "tick-light", "tick-dark"}
    assert there - used == set()
    called = re.findall(
        r'(?:icon|icon_button|icon_pixmap|EmptyState)\(\s*"([a-z0-9-]+)"', "\n".join(sources)
    )
    assert set(called) - there == set()
    assert resource("icons", "LICENSE.txt").is_file()
