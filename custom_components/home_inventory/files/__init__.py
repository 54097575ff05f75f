"""The files of attachments: kept by what is in them, and drawn small."""

from .store import FILE_LIMIT, MEGABYTE, FileStore
from .thumbnails import SIZES, Thumbnails

__all__ = ["FILE_LIMIT", "MEGABYTE", "SIZES", "FileStore", "Thumbnails"]
