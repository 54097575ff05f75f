"""The command line of Home Inventory: speaks to a running Home Assistant over its websocket."""

__version__ = "0.1.0"
