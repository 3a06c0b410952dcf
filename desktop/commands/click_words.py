"""What click itself says, so that it is translated with everything else."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager

from desktop.core.message import msg
from desktop.core.resources import resource

# Click's own patterns, letter for letter: only named here, so that they are extracted.
CLICK_WORDS = (
    msg("Usage:"),
    msg("Options"),
    msg("Commands"),
    msg("Show this message and exit."),
    msg("Try '{command} {option}' for help."),
    msg("Error: {message}"),
    msg("Invalid value: {message}"),
    msg("Invalid value for {param_hint}: {message}"),
    msg("Missing argument"),
    msg("Missing option"),
    msg("No such option {name!r}."),
    msg("Option {name!r} requires an argument."),
    msg("Option {name!r} does not take a value."),
    msg("{value!r} is not {choice}."),
    msg("{value!r} is not a valid {number_type}."),
    msg("{value} is not in the range {range}."),
    msg("{value!r} does not match the format {format}."),
    msg("{name} {filename!r} is a directory."),
    msg("{name} {filename!r} is a file."),
    msg("default: {default}"),
    msg("file"),
    msg("directory"),
    msg("path"),
)


@contextmanager
def click_speaks(language: str) -> Iterator[None]:
    """Click asks gettext's own domain and the environment for words: give it ours."""
    domain, before = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain("sikte", str(resource("i18n")))
    gettext.textdomain("sikte")
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        gettext.textdomain(domain)
        os.environ.pop("LANGUAGE")
        if before is not None:
            os.environ["LANGUAGE"] = before
