"""What can be wrong with attachments and their files."""

from .errors import InventoryError


class AttachmentNotFoundError(InventoryError):
    """There is no such attachment, or it was removed."""

    code = "attachment_not_found"


class AlreadyAttachedError(InventoryError):
    """The item has this very file or link."""

    code = "already_attached"


class TooManyAttachmentsError(InventoryError):
    """The item has as many attachments as an item may have."""

    code = "too_many_attachments"


class NotAPictureError(InventoryError):
    """Something else than a picture can't be a photo."""

    code = "not_a_picture"


class LinkNeedsAddressError(InventoryError):
    """A file can't be a link."""

    code = "link_needs_address"


class FileUnknownError(InventoryError):
    """No such file was uploaded, or it was cleared away since."""

    code = "file_unknown"


class FileEmptyError(InventoryError):
    """Nothing is in the file."""

    code = "file_empty"


class FileTooLargeError(InventoryError):
    """The file is larger than is kept."""

    code = "file_too_large"


class FileNotKeptError(InventoryError):
    """The file can't be written: the disk is full, or nobody may write there."""

    code = "file_not_kept"


class FileNotAllowedError(InventoryError):
    """Home Assistant may not read the file, or there is none."""

    code = "file_not_allowed"


class UploadBrokenError(InventoryError):
    """What was sent is no file, or it ended too early."""

    code = "upload_broken"


class PictureUnreadableError(InventoryError):
    """The picture is damaged, or only half there."""

    code = "picture_unreadable"


class PictureTooLargeError(InventoryError):
    """The picture has more dots than are drawn."""

    code = "picture_too_large"
