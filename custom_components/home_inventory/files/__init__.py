"""The files of attachments: kept by what is in them, and drawn small."""

from .store import FILE_LIMIT, FileStore

__all__ = ["FILE_LIMIT", "FileStore"]
