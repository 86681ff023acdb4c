"""The dialogs: questions, errors, conflicts."""
