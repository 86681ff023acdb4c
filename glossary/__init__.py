"""The middle floor: concepts and terms, their recognition, their files."""
