"""Readers: each turns one kind of document into paragraphs with a report of what it dropped or mended."""
