"""Who made what has a hardware address, in a word that people know."""

from .lookup import Vendor, Vendors
from .short_names import short_name

__all__ = ["Vendor", "Vendors", "short_name"]
