"""Faults of the environment or of what was asked, each with a sentence for the user."""

from __future__ import annotations

from desktop.core.message import Message


class Fault(Exception):
    """Something that the user can be told in one sentence and act on; never a bug of ours."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


class FileFault(Fault):
    """A company file or a file from outside that cannot be used as asked."""


class FileInUse(FileFault):
    """Another instance holds the company file."""


class NewerFile(FileFault):
    """The company file was made by a newer version; it can be opened read-only."""


class NotAllowed(Fault):
    """An action that the state of things does not allow (read-only file, still in use)."""


class Stopped(Exception):
    """Work has seen that the user cancelled it: no result, and nothing to tell."""
