"""The workbench: one function for each thing a user does, used by the command line and the screens alike."""
