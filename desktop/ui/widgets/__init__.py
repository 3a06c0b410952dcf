"""The small kit of widgets that every page is built from."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.ui.widgets.banner import Banner
    from desktop.ui.widgets.bullet import Bullet
    from desktop.ui.widgets.buttons import (
        danger_button,
        icon_button,
        primary_button,
        quiet_button,
        secondary_button,
    )
    from desktop.ui.widgets.card import Card
    from desktop.ui.widgets.choice import Choice
    from desktop.ui.widgets.data_table import DataTable
    from desktop.ui.widgets.date_field import DateField
    from desktop.ui.widgets.empty_state import EmptyState
    from desktop.ui.widgets.form_row import FormRow
    from desktop.ui.widgets.hairline import Hairline
    from desktop.ui.widgets.number_field import NumberField
    from desktop.ui.widgets.page_frame import PageFrame
    from desktop.ui.widgets.progress_line import ProgressLine
    from desktop.ui.widgets.rows_model import Column, RowsModel
    from desktop.ui.widgets.segmented_control import SegmentedControl
    from desktop.ui.widgets.sparkline import Sparkline, paint_sparkline
    from desktop.ui.widgets.status_mark import StatusMark, paint_status, status_word
    from desktop.ui.widgets.stepper import Stepper
    from desktop.ui.widgets.text import Caption, Figure, Heading, Label

__all__ = [
    "Banner",
    "Bullet",
    "Caption",
    "Card",
    "Choice",
    "Column",
    "DataTable",
    "DateField",
    "EmptyState",
    "Figure",
    "FormRow",
    "Hairline",
    "Heading",
    "Label",
    "NumberField",
    "PageFrame",
    "ProgressLine",
    "RowsModel",
    "SegmentedControl",
    "Sparkline",
    "StatusMark",
    "Stepper",
    "danger_button",
    "icon_button",
    "paint_sparkline",
    "paint_status",
    "primary_button",
    "quiet_button",
    "secondary_button",
    "status_word",
]

# Loaded when first asked for: a page pays only for the widgets that it shows.
_MODULES = {
    "Banner": "banner",
    "Bullet": "bullet",
    "Caption": "text",
    "Card": "card",
    "Choice": "choice",
    "Column": "rows_model",
    "DataTable": "data_table",
    "DateField": "date_field",
    "EmptyState": "empty_state",
    "Figure": "text",
    "FormRow": "form_row",
    "Hairline": "hairline",
    "Heading": "text",
    "Label": "text",
    "NumberField": "number_field",
    "PageFrame": "page_frame",
    "ProgressLine": "progress_line",
    "RowsModel": "rows_model",
    "SegmentedControl": "segmented_control",
    "Sparkline": "sparkline",
    "StatusMark": "status_mark",
    "Stepper": "stepper",
    "danger_button": "buttons",
    "icon_button": "buttons",
    "paint_sparkline": "sparkline",
    "paint_status": "status_mark",
    "primary_button": "buttons",
    "quiet_button": "buttons",
    "secondary_button": "buttons",
    "status_word": "status_mark",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
