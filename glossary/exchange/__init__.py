"""Files of glossaries: what is read becomes concepts, and what could not be read is told with its place."""
