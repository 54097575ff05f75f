"""Files are kept by their content, whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
from typing import TYPE_CHECKING

import pytest

from custom_components.home_inventory.domain.attachment_errors import (
    FileEmptyError,
    FileNotKeptError,
    FileTooLargeError,
    FileUnknownError,
)
from custom_components.home_inventory.domain.media_types import media_type_of
from custom_components.home_inventory.files import FILE_LIMIT, MEGABYTE, FileStore
from tests.pictures import a_pdf, a_picture

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    """Return a store without any files."""
    return FileStore(tmp_path / "home_inventory" / "files", tmp_path / ".cache")


def files_in(folder: Path) -> list[Path]:
    """Return all files below a folder."""
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_file_is_called_by_its_content(store: FileStore) -> None:
    """The same content is kept once."""
    digest = hashlib.sha256(a_pdf()).hexdigest()

    twice = [store.put(a_pdf()), store.put(a_pdf())]

    assert {(kept.digest, kept.size, kept.media_type) for kept in twice} == {(digest, len(a_pdf()), "application/pdf")}
    assert files_in(store.folder) == [store.folder / digest[:2] / digest] == [store.path_of(digest)]
    assert store.path_of(digest).read_bytes() == a_pdf()
    assert store.describe(digest) == twice[0]
    assert files_in(store.incoming) == []


@pytest.mark.parametrize("digest", ["", "..", "../../secrets.yaml", "A" * 64, "a" * 63, "a" * 64 + "\n"])
def test_only_digests_are_looked_for(store: FileStore, digest: str) -> None:
    """No name leads out of the folder."""
    with pytest.raises(FileUnknownError):
        store.describe(digest)


def test_an_empty_file_is_refused(store: FileStore) -> None:
    """Nothing is left of it."""
    with pytest.raises(FileEmptyError):
        store.put(b"")

    assert files_in(store.folder.parents[1]) == []


def test_a_file_that_is_too_large_is_refused_while_it_comes_in(store: FileStore, tmp_path: Path) -> None:
    """With the limit in the error; nothing is left of it."""
    large = tmp_path / "large"
    with large.open("wb") as file:
        file.truncate(FILE_LIMIT + 1)

    with pytest.raises(FileTooLargeError) as refused:
        store.take(large)

    assert refused.value.placeholders == {"limit": str(FILE_LIMIT // MEGABYTE)}
    assert files_in(store.folder.parents[1]) == [large]


def test_a_full_disk_is_told(store: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """As an error with the reason; nothing is left of the file."""

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("custom_components.home_inventory.files.store.os.fsync", full)

    with pytest.raises(FileNotKeptError) as refused:
        store.put(a_pdf())

    assert refused.value.placeholders == {"reason": "No space left on device"}
    assert files_in(store.folder.parents[1]) == []


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (a_picture(), "image/png"),
        (a_picture(kind="JPEG"), "image/jpeg"),
        (a_picture(kind="GIF"), "image/gif"),
        (a_picture(kind="WEBP"), "image/webp"),
        (a_picture(kind="AVIF"), "image/avif"),
        (a_pdf(), "application/pdf"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "image/heic"),
        (b"\x00\x00\x00\x18ftypisom\x00\x00\x00\x00", "application/octet-stream"),
        (b"PK\x03\x04...", "application/zip"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "text/plain"),
        (b"<!DOCTYPE html><script>alert(1)</script>", "text/plain"),
        (b"  %PDF-1.4", "text/plain"),
        ("Beleg über 5 €".encode()[:-1], "text/plain"),
        (b"MZ\x90\x00\x03", "application/octet-stream"),
        (b"\xff\xfe<\x00h\x00t\x00m\x00l\x00", "application/octet-stream"),
    ],
)
def test_what_a_file_is_follows_from_how_it_begins(content: bytes, media_type: str) -> None:
    """Pages and drawings that a browser would run are text."""
    assert media_type_of(content) == media_type


def test_what_never_came_in_whole_is_cleared_away_after_a_day(store: FileStore) -> None:
    """What others keep in the same folder is left alone."""
    old, new, other = store.begin(), store.begin(), store.incoming / "other"
    other.touch()
    paths = sorted(files_in(store.incoming))
    [os.utime(path, (0, 0)) for path in (old._path, other)]

    store.clear_incoming()

    assert sorted(files_in(store.incoming)) == sorted({*paths} - {old._path})
    new.close()
