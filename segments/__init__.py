"""The ground floor: bytes to text, reflow, sentences, folding, numbers, alignment. It imports nothing of ours."""

from segments.encoding import read_bytes
from segments.readers.plain import read_text
from segments.segment import segment_paragraphs, segment_text
from segments.split import split_paragraph

__all__ = ["read_bytes", "read_text", "segment_paragraphs", "segment_text", "split_paragraph"]
