"""Writers: each puts translated paragraphs where the originals stood, in the document's own format."""
