"""Every path of the program."""

import getpass
import os
from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_data_path


def data_folder() -> Path:
    """Give the folder of the user's own data."""
    return user_data_path("taiyaku", appauthor=False)


def database() -> str:
    """Give the database to open when none is named: `TAIYAKU_DB`, or a file in the data folder."""
    return os.environ.get("TAIYAKU_DB") or str(data_folder() / "taiyaku.db")


def sample_database() -> Path:
    """Give the database of the bundled sample, apart from the user's own data."""
    return user_cache_path("taiyaku", appauthor=False) / "sample.db"


def keymap() -> Path:
    """Give the file in which the user may give actions of the screens other keys."""
    return user_config_path("taiyaku", appauthor=False) / "keys.toml"


def user_name() -> str:
    """Give the name that history and exports carry: `TAIYAKU_USER`, or the name one logged in with."""
    return os.environ.get("TAIYAKU_USER") or _login_name()


def _login_name() -> str:
    """Give the login name; a bare container may have none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "translator"
