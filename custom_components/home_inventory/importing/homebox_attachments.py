"""Homebox: the photos, papers and links of a collection. The files are in its archive, called by the ids of their records."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from ..domain.attachment_errors import FileEmptyError, FileTooLargeError
from ..domain.attachments import AttachmentKind
from ..domain.errors import InventoryError
from ..domain.fields import NAME, Url
from ..domain.import_notes import FileMissingNote, FileTooLargeNote, NotCarriedNote
from ..domain.imports import RowAttachment
from ..domain.media_types import is_picture
from .records import id_of, is_yes, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .packed import PackedFiles
    from .records import Record

_FOLDER: Final = "attachments"
_LINK: Final = "link/url"
_KINDS: Final = {
    "photo": AttachmentKind.PHOTO,
    "receipt": AttachmentKind.RECEIPT,
    "warranty": AttachmentKind.WARRANTY,
    "manual": AttachmentKind.MANUAL,
}
_DRAWN: Final = "thumbnail"
"""A small picture that Homebox has made of another one."""
_LONGEST_ENDING: Final = 6


class HomeboxAttachments:
    """Finds what belongs to the records of attachments."""

    def __init__(self, packed: PackedFiles) -> None:
        """Take the archive."""
        self._packed = packed
        self._names = {
            path.name: name
            for name in packed.names
            if (path := PurePosixPath(name)).parent.name == _FOLDER or path.parts[:1] == (_FOLDER,)
        }

    @property
    def names(self) -> frozenset[str]:
        """Return the names in the archive of all that is an attachment."""
        return frozenset(self._names.values())

    def of(self, records: Iterable[Record]) -> tuple[list[RowAttachment], list[InventoryError]]:
        """Return the attachments of a thing, the picture that stands for it first, and notes about what is left out."""
        found: list[RowAttachment] = []
        notes: list[InventoryError] = []
        for record in sorted(records, key=lambda record: not is_yes(record.get("primary"))):
            if text_of(record.get("type")) == _DRAWN:
                continue
            try:
                found.append(self._attachment(record))
            except FileTooLargeError as err:
                notes.append(FileTooLargeNote(told(record), int(err.placeholders["limit"])))
            except FileEmptyError, KeyError:
                notes.append(FileMissingNote(told(record)))
            except InventoryError:
                notes.append(NotCarriedNote(told(record)))
        return found, notes

    def _attachment(self, record: Record) -> RowAttachment:
        """Return an attachment. Raises KeyError if its file is not in the archive, and what is wrong with the file."""
        kind = _KINDS.get(text_of(record.get("type")))
        title = _title(record)
        if text_of(record.get("mime_type")) == _LINK:
            url = Url().read("url", text_of(record.get("path")))
            as_link = kind is None or kind is AttachmentKind.PHOTO
            return RowAttachment(kind=AttachmentKind.LINK if as_link else kind, title=title, url=url)  # type: ignore[arg-type]
        name = self._names[id_of(record.get("id"))]
        stored = self._packed.describe(name)
        if kind is None or (kind is AttachmentKind.PHOTO and not is_picture(stored.media_type)):
            kind = AttachmentKind.OTHER
        return RowAttachment(kind=kind, title=title, stored=stored, source=name)


def told(record: Record) -> str:
    """Return what an attachment is called, and what it is."""
    kind = text_of(record.get("type"))
    title = text_of(record.get("title")) or text_of(record.get("path")).rpartition("/")[2]
    return f"{title} ({kind})" if kind else title


def _title(record: Record) -> str:
    """Return the title of an attachment, without the ending of its file."""
    title = text_of(record.get("title"))
    path = PurePosixPath(title)
    if 1 < len(path.suffix) < _LONGEST_ENDING and path.suffix[1:].isalnum() and not path.suffix[1:].isdecimal():
        title = path.stem
    try:
        return NAME.read("title", title[:255]) or ""
    except InventoryError:
        return ""
