"""The user's own keys: a small TOML file that gives actions other keys."""

import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

from tm.errors import InputError
from tm.tui.actions import SCREENS, every_action


def read_keymap(path: Path) -> dict[str, str]:
    """Read the user's keys as {name of the action: keys}; a file that is not there changes nothing.

    The file has a table for each screen: `[editor]` and under it `confirm = "f5,ctrl+o"`.

    Raises:
        InputError: The file is no TOML, names an action that there is not, or gives one key to two actions of a screen.
    """
    if not path.exists():
        return {}
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path}: your keys cannot be read ({error}). Mend the file, or remove it.") from error
    keys = {
        f"{screen}.{name}": value
        for screen, table in tables.items()
        if isinstance(table, dict)
        for name, value in table.items()
    }
    for name, value in keys.items():
        _refuse_unknown(path, name, value)
    _refuse_clashes(path, keys)
    return keys


def _refuse_unknown(path: Path, name: str, keys: object) -> None:
    names = every_action()
    if name not in names:
        near = get_close_matches(name, names, 1)
        hint = f"Did you mean '{near[0]}'?" if near else "F1 shows every action."
        raise InputError(f"{path}: there is no action '{name}'. {hint}")
    if not isinstance(keys, str) or not keys.strip():
        raise InputError(f"{path}: '{name}' needs its keys as text, for example \"f5,ctrl+o\".")


def _refuse_clashes(path: Path, keys: Mapping[str, str]) -> None:
    """Refuse a key that would mean two things on one screen."""
    for screen, actions in SCREENS.items():
        owners: dict[str, str] = {}
        for action in actions:
            for key in keys.get(action.name, action.keys).split(","):
                other = owners.setdefault(key.strip(), action.name)
                if other != action.name:
                    raise InputError(
                        f"{path}: on the screen '{screen}' the key {key.strip()} means both '{other}' and "
                        f"'{action.name}'. Give one of them another key."
                    )
