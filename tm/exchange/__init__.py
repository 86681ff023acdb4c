"""Exchange of units with other tools: TMX and CSV. Pure: streams in, values out, and back."""
