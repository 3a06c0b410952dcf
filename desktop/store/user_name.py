"""Who is at the keyboard of which computer, for the change log and for the lock."""

from __future__ import annotations

import getpass
import os
import sys


def user_name() -> str:
    """The name of the computer account; empty where the system has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such account, or Windows without USERNAME
        return ""


def computer_name() -> str:
    """The name of the computer; ``platform`` has it too, but takes long to load."""
    if sys.platform == "win32":  # pragma: no cover
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename
