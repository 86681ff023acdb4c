"""Every command explains itself, with examples; the README names every command."""

from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

import click
import pytest

from tm.cli.main import cli

Tm = Callable[..., CompletedProcess[str]]
ROOT = Path(__file__).resolve().parents[2]


def commands(group: click.Group, *path: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, *path, name)
        else:
            yield (*path, name), command


ALL = list(commands(cli))


@pytest.mark.parametrize("path", [path for path, _ in ALL], ids=" ".join)
def test_a_command_has_help_with_examples(path: tuple[str, ...]) -> None:
    command = dict(ALL)[path]
    with click.Context(command, info_name="tm " + " ".join(path)) as context:
        said = command.get_help(context)
    assert "Examples:" in said
    assert "tm " + " ".join(path) in said
    assert "--db" in said
    assert "--debug" in said


@pytest.mark.parametrize("path", [path for path, _ in ALL], ids=" ".join)
def test_the_readme_names_every_command(path: tuple[str, ...]) -> None:
    assert f"tm {path[0]}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_version_is_told(tm: Tm) -> None:
    assert tm("--version").stdout.startswith("tm, version ")
