"""Repair: where source and match differ only in values and terms, the target with the wanted ones in their place."""

from tm.match.repair.repair import Change, Repaired, repair

__all__ = ["Change", "Repaired", "repair"]
