"""Options that many commands share, and the database they open."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from tm.model import Memory, Project
    from tm.store import Store

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(slots=True)
class Settings:
    """What was said before the command's name, or among its own options."""

    db: str = ""
    debug: bool = False


def _keep(context: click.Context, parameter: click.Parameter, value: Any) -> Any:  # noqa: ANN401 (click's signature)
    """Note down a shared option, wherever on the line it stood."""
    if value:
        setattr(context.ensure_object(Settings), parameter.name or "", value)
    return value


def database_option(command: Command) -> Command:
    """Let a command take `--db`."""
    return click.option(
        "--db",
        metavar="FILE|URL",
        expose_value=False,
        callback=_keep,
        help="The database to use; otherwise TAIYAKU_DB, or taiyaku.db in your data folder.",
    )(command)


def debug_option(command: Command) -> Command:
    """Let a command take `--debug`."""
    return click.option(
        "--debug", is_flag=True, expose_value=False, callback=_keep, help="Show the traceback of an error."
    )(command)


def json_option(command: Command) -> Command:
    """Let a command take `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON, for scripts.")(command)


def project_option(command: Command) -> Command:
    """Let a command take `--project`."""
    return click.option(
        "--project", "project_name", metavar="NAME", default="", help="The project; otherwise the one opened last."
    )(command)


def encoding_option(command: Command) -> Command:
    """Let a command take `--encoding`."""
    return click.option(
        "--encoding", metavar="NAME", help="The file's encoding (utf-8, cp932, euc-jp …); otherwise detected."
    )(command)


def path_argument(name: str = "file") -> Callable[[Command], Command]:
    """Let a command take a file; whether it exists and may be read is found out when it is opened."""
    return click.argument(name, type=click.Path(path_type=Path, readable=False))


def open_store(context: click.Context) -> "Store":
    """Open the database, to be closed when the command ends.

    Raises:
        StoreError: It cannot be opened.
    """
    from tm.locations import database, user_name
    from tm.store import Store
    from tm.workbench.importing import sweep_imports

    settings = context.ensure_object(Settings)
    store = context.with_resource(Store.open(settings.db or database(), user=user_name()))
    sweep_imports(store)
    return store


def chosen_project(store: "Store", name: str) -> "Project":
    """Give the project that was named, or the one opened last, or a new default one.

    Raises:
        RequestError: There is no project of that name.
    """
    from tm.errors import RequestError
    from tm.workbench import default_project, list_projects

    if not name:
        return default_project(store)
    for project in list_projects(store):
        if project.name == name:
            return project
    raise RequestError(f"There is no project '{name}'. See them with: tm projects")


def chosen_memory(store: "Store", project: "Project", name: str) -> "Memory":
    """Give the memory that was named, or the one that the project writes to.

    Raises:
        RequestError: There is no memory of that name.
    """
    from tm.errors import RequestError
    from tm.workbench import list_memories

    if not name:
        return project.memory
    for memory in list_memories(store):
        if memory.name == name:
            return memory
    raise RequestError(f"There is no memory '{name}'. See them with: tm memories")
