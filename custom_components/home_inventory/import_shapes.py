"""The shapes of importing; `shapes.py` says which of them the front end gets."""

from typing import Literal, TypedDict

from .domain.complete import Way  # noqa: TC001 - script/gen_types reads them
from .domain.import_progress import Phase  # noqa: TC001
from .domain.imports import Target  # noqa: TC001


class ImportStep(TypedDict):
    """How far an import has come: `done` of `total` rows."""

    phase: Phase
    done: int
    total: int


class ImportColumn(TypedDict):
    """A column of a file, what it holds (null: it is left out), and the first of what stands in it."""

    name: str
    target: Target | None
    examples: list[str]


class ImportCounts(TypedDict):
    """How many rows and what else there is to do.

    `rows` are all of them, `described` places that change, `attachments` the photos, papers and links that come
    along (those of a complete export are not counted).
    """

    rows: int
    new: int
    updated: int
    unchanged: int
    rejected: int
    remarks: int
    places: int
    described: int
    categories: int
    attachments: int


class ImportEntry(TypedDict):
    """A row that brings something new; `fields` are those that change."""

    line: int
    name: str
    kind: Literal["new", "updated"]
    item: str
    place: str | None
    quantity: float | None
    fields: list[str]


class ImportRemark(TypedDict):
    """A row that can't be taken, or of which something is left out; the message is in the language of Home Assistant."""

    line: int
    name: str
    code: str
    message: str
    placeholders: dict[str, str]


class ImportComplete(TypedDict):
    """What a complete export is and what is done with it.

    `restore` puts all of it in place of an inventory that nobody uses yet, `merge` changes what differs; `history` says whether the
    file has the history. The counts are those of the file.
    """

    way: Way
    history: bool
    locations: int
    categories: int
    items: int
    devices: int
    batches: int


class ImportAnswer(TypedDict):
    """What taking in a file has done, or would do: then `batch` is null. Lists are cut at 200 entries, counts are not."""

    format: str
    kind: str
    counts: ImportCounts
    entries: list[ImportEntry]
    rejected: list[ImportRemark]
    remarks: list[ImportRemark]
    places: list[str]
    files: list[str]
    batch: str | None
    complete: ImportComplete | None


class ImportPreview(TypedDict):
    """What a file is and what it would do; `answer` is null as long as no column holds names.

    `sheets` are those of a workbook that have rows, `sheet` the one that is read.
    """

    token: str
    format: str
    formats: list[str]
    kind: str
    sheets: list[str]
    sheet: str | None
    rows: int
    columns: list[ImportColumn]
    targets: list[Target]
    answer: ImportAnswer | None
