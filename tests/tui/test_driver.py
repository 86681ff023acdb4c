"""What an input method commits arrives as it was typed, in every terminal."""

import sys

import pytest
from textual import events
from textual._xterm_parser import XTermParser

from tm.tui.driver import ALL_KEYS, DISAMBIGUATE, driver_class, read_long_commits

COMMIT = "朝鮮民主主義人民共和国政府は"[:13]


def typed(data: str) -> str:
    read_long_commits()
    return "".join(event.character or "" for event in XTermParser().feed(data) if isinstance(event, events.Key))


def test_a_commit_of_thirteen_characters_as_plain_text_arrives_whole() -> None:
    assert len(COMMIT) == 13
    assert typed(COMMIT) == COMMIT


def test_a_commit_of_thirteen_characters_as_one_sequence_arrives_whole() -> None:
    codes = ":".join(str(ord(character)) for character in COMMIT)
    assert typed(f"\x1b[0;;{codes}u") == COMMIT


def test_control_and_enter_are_told_from_enter() -> None:
    keys = [event.key for event in XTermParser().feed("\x1b[13;5u\r\n") if isinstance(event, events.Key)]
    assert keys == ["ctrl+enter", "enter", "ctrl+j"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a driver of its own")
def test_the_terminal_is_asked_for_ambiguous_keys_only(monkeypatch: pytest.MonkeyPatch) -> None:
    from textual.drivers.linux_driver import LinuxDriver

    written: list[str] = []
    monkeypatch.setattr(LinuxDriver, "write", lambda _driver, data: written.append(data))
    chosen = driver_class()
    assert chosen is not None
    driver = object.__new__(chosen)
    driver.write(ALL_KEYS)
    driver.write("text")
    assert written == [DISAMBIGUATE, "text"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a driver of its own")
def test_textual_still_asks_for_all_keys_in_the_way_we_replace() -> None:
    from textual.drivers import linux_driver

    flags = (
        linux_driver.KITTY_DISAMBIGUATE_ESCAPE_CODES
        | linux_driver.KITTY_REPORT_ALL_KEYS
        | linux_driver.KITTY_REPORT_ASSOCIATED_TEXT
    )
    assert f"\x1b[>{flags}u" == ALL_KEYS
