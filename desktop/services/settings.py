"""Settings that belong to the company and travel with its file."""

from __future__ import annotations

from typing import Generic, TypeVar

from desktop.core.message import Message, msg
from desktop.core.record import record
from desktop.services.workspace import Workspace
from desktop.store.settings import read_setting, write_setting

Value = TypeVar("Value", str, int, float, bool, list[str])


@record(frozen=True, slots=True)
class Setting(Generic[Value]):
    """A setting, the value that it has until it is set, and what undo calls a change of it."""

    key: str
    default: Value
    label: Message


# how many active goals are still few, for the company and for each owner
MOST_ACTIVE_GOALS = Setting("goals.most_active", 5, msg("Change how many goals are too many"))
MOST_GOALS_PER_OWNER = Setting("goals.most_per_owner", 3, msg("Change how many goals are too many"))
# how often goals are checked in on (a core.check_in.Rhythm), and whether the pulse is asked for
CHECK_IN_RHYTHM = Setting(
    "check_in.rhythm", "weekly", msg("Change how often goals are checked in on")
)
CHECK_IN_PULSE = Setting("check_in.pulse", False, msg("Change whether check-ins ask for the pulse"))


def read(ws: Workspace, setting: Setting[Value]) -> Value:
    """The company's value, or the default; so too when the file holds another type."""
    value = read_setting(ws.connection, setting.key)
    fits = type(value) is type(setting.default)
    return value if fits else setting.default


def write(ws: Workspace, setting: Setting[Value], value: Value) -> None:
    """Setting the default again leaves no trace in the file."""
    with ws.action(setting.label):
        write_setting(ws.connection, setting.key, None if value == setting.default else value)
