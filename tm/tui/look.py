"""How values look: marks, bars and differences that read without colour too. Foreign text is never markup."""

from collections.abc import Iterable

from textual.content import Content

from segments.visible import visible
from tm.match import Difference, Operation
from tm.model import Progress, Status

MUTED = "$foreground-muted"
"""What is said quietly. (`$text-muted` needs a background to be worked out, which lines drawn one by one do not give it.)"""

MARKS = {
    Status.OPEN: "  ",
    Status.DRAFT: "~ ",
    Status.CONFIRMED: "✓ ",
    Status.ACCEPTED: "✓✓",
    Status.REJECTED: "✗ ",
}
"""Two cells for each status."""

STATUS_STYLES = {
    Status.OPEN: MUTED,
    Status.DRAFT: "$text-warning",
    Status.CONFIRMED: "$text-success",
    Status.ACCEPTED: "bold $text-success",
    Status.REJECTED: "bold $text-error",
}

_MARKED = {
    Operation.EQUAL: ("{}", ""),
    Operation.DELETE: ("[-{}-]", "$text-error strike"),
    Operation.INSERT: ("{{+{}+}}", "$text-success bold"),
}


def shown(text: str, style: str = "") -> Content:
    """Give foreign text for the screen, controls as pictures."""
    return Content.styled(visible(text), style) if style else Content(visible(text))


def mark(status: Status) -> Content:
    """Give the two cells that stand for a status."""
    return Content.styled(MARKS[status], STATUS_STYLES[status])


def marked_differences(pieces: Iterable[Difference]) -> Content:
    """Give differences as text: `[-only in the first-]` and `{+only in the second+}`, coloured besides."""
    parts = []
    for piece in pieces:
        pattern, style = _MARKED[piece.operation]
        parts.append(shown(pattern.format(piece.text), style))
    return Content("").join(parts)


def bar(progress: Progress, width: int) -> Content:
    """Give a bar of so many cells: done, drafted, and the rest."""
    total = max(progress.total, 1)
    done = progress.done * width // total
    drafted = min(width - done, -(-progress.draft * width // total))
    return Content.assemble(
        ("█" * done, "$text-success"), ("▒" * drafted, "$text-warning"), ("░" * (width - done - drafted), MUTED)
    )


def percent(progress: Progress) -> str:
    """Give how much is done; 100% only when everything is."""
    return f"{progress.done * 100 // max(progress.total, 1)}%"
