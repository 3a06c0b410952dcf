"""Who is at the keyboard, for the change log and for the lock."""

from __future__ import annotations

import getpass


def user_name() -> str:
    """The name of the computer account; empty where the system has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such account, or Windows without USERNAME
        return ""
