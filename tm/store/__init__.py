"""The store: the only place with SQL."""

from sqlalchemy import Connection

from tm.store.engine import Store

__all__ = ["Connection", "Store"]
