"""Asking sources of devices: when, how, and who hears of it. This is Home Assistant's side; the rules are in manager/syncs.py."""

from .engine import SyncEngine, async_attach

__all__ = ["SyncEngine", "async_attach"]
