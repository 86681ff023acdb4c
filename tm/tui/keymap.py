"""The user's own keys: a small TOML file that gives actions other keys."""

import tomllib
from difflib import get_close_matches
from pathlib import Path

from tm.errors import InputError
from tm.tui.actions import every_action


def read_keymap(path: Path) -> dict[str, str]:
    """Read the user's keys as {name of the action: keys}; a file that is not there changes nothing.

    The file has a table for each screen: `[editor]` and under it `confirm = "f5,ctrl+t"`.

    Raises:
        InputError: The file is no TOML, or names an action that there is not.
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
    return keys


def _refuse_unknown(path: Path, name: str, keys: object) -> None:
    names = [action.name for action in every_action()]
    if name not in names:
        near = get_close_matches(name, names, 1)
        hint = f"Did you mean '{near[0]}'?" if near else "F1 shows every action."
        raise InputError(f"{path}: there is no action '{name}'. {hint}")
    if not isinstance(keys, str) or not keys.strip():
        raise InputError(f"{path}: '{name}' needs its keys as text, for example \"f5,ctrl+t\".")
