"""Keys as terminals send them, without what breaks Japanese input methods.

Textual asks terminals with the Kitty keyboard protocol to report every key as an escape sequence with its text. An input
method's commit of five characters or more is then longer than Textual's parser reads, and arrives as junk; iTerm2 drops
it. We ask only for keys that could not be told apart otherwise (flag 1), so that a commit arrives as plain text.
"""

import sys
import unicodedata
from typing import Final

from textual import _xterm_parser, events
from textual.driver import Driver

ALL_KEYS: Final = "\x1b[>25u"
DISAMBIGUATE: Final = "\x1b[>1u"
LONGEST_SEQUENCE: Final = 1024


def driver_class() -> type[Driver] | None:
    """Give the driver for this terminal; None leaves the choice to Textual, whose Windows driver asks for flag 1 itself."""
    if sys.platform == "win32":
        return None
    from textual.drivers.linux_driver import LinuxDriver  # noqa: PLC0415 (it needs termios, which Windows lacks)

    class PlainTextDriver(LinuxDriver):
        """A driver for Unix terminals that lets an input method's commit arrive as plain text."""

        def write(self, data: str) -> None:
            """Write to the terminal; the request for all keys is sent as one for ambiguous keys only."""
            super().write(DISAMBIGUATE if data == ALL_KEYS else data)

    return PlainTextDriver


def read_long_commits() -> None:
    """Let the parser read commits of any sensible length, for terminals that report text as sequences all the same."""
    _xterm_parser._MAX_SEQUENCE_SEARCH_THRESHOLD = LONGEST_SEQUENCE  # noqa: SLF001 (it has no setting)


def text_as_paste(event: events.Event) -> events.Event:
    """Give a key that is a character Python calls unprintable as a paste of it; any other event as it is.

    Textual's editors drop the key otherwise: the ideographic space (U+3000) and every other space but one, the joiners of
    emoji, private characters, and what is newer than Python's tables.
    """
    if not isinstance(event, events.Key) or event.character is None or event.is_printable:
        return event
    if "+" in event.key or unicodedata.category(event.character) in {"Cc", "Cs"}:
        return event
    return events.Paste(event.character)
