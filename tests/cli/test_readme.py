"""The README tells the truth: its commands are run, in their order."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

Tm = Callable[..., CompletedProcess[str]]
ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_of_the_readme_works(tm: Tm) -> None:
    blocks = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    commands = [line.removeprefix("$ ") for block in blocks for line in block.splitlines() if line.startswith("$ ")]
    assert len(commands) >= 10
    for command in commands:
        name, *arguments = shlex.split(command)
        assert name == "tm"
        result = tm(*arguments)
        assert result.returncode == 0, f"{command}: {result.stderr}"


def test_the_picture_of_the_readme_is_there() -> None:
    for picture in re.findall(r"!\[.*?\]\((.*?)\)", README):
        assert (ROOT / picture).read_bytes().startswith(b"\x89PNG")
