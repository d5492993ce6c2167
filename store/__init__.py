"""The store: SQLite, and the only place with SQL."""

from store.database import Store

__all__ = ["Store"]
