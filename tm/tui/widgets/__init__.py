"""The widgets, each with its own styles and messages."""
