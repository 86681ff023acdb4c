"""The ground floor: bytes to text, reflow, sentences, folding, numbers, alignment. It imports nothing of ours.

The doors below are loaded when they are first used: whoever needs only `segments.model` or `segments.errors`, as the command
line does for its help, does not wait for the engines behind them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from segments.align import Lexicon, align_sentences
    from segments.encoding import read_bytes
    from segments.readers.plain import read_text
    from segments.segment import segment_paragraphs, segment_text
    from segments.split import split_paragraph
    from segments.values import Value, read_values

__all__ = [
    "Lexicon",
    "Value",
    "align_sentences",
    "read_bytes",
    "read_text",
    "read_values",
    "segment_paragraphs",
    "segment_text",
    "split_paragraph",
]

_ROOMS = {
    "Lexicon": "segments.align",
    "Value": "segments.values",
    "align_sentences": "segments.align",
    "read_bytes": "segments.encoding",
    "read_text": "segments.readers.plain",
    "read_values": "segments.values",
    "segment_paragraphs": "segments.segment",
    "segment_text": "segments.segment",
    "split_paragraph": "segments.split",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 (each door has the type of its room; see above)
    if name not in _ROOMS:
        raise AttributeError(f"module 'segments' has no attribute '{name}'")
    return getattr(import_module(_ROOMS[name]), name)
