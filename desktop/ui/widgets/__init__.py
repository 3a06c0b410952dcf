"""The small kit of widgets that every page is built from."""

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
