"""Reads what the asset is made from: Open English WordNet and the Wiktionary wordnets.

The folder (or archive) of inputs holds `wordnet/*.yaml` and `omw/wn-wikt-<language>.tab`;
docs/search-model.md says where they come from.
"""

from __future__ import annotations

import re
import tarfile
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BRACKETS: Final = re.compile(r"\([^)]*\)")
_COLUMNS: Final = 3

LANGUAGES: Final = {
    "da": "dan",
    "de": "deu",
    "en": "eng",
    "es": "spa",
    "fr": "fra",
    "it": "ita",
    "nl": "nld",
    "pl": "pol",
    "pt": "por",
    "sv": "swe",
}
"""Two letters as Home Assistant writes a language, and three as the files of inputs do."""


@dataclass(frozen=True, kw_only=True)
class Synset:
    """One meaning in Open English WordNet."""

    field: str
    """What the meaning is about, e.g. "noun.artifact"."""
    members: tuple[str, ...]
    """The words for it."""
    definitions: tuple[str, ...]
    examples: tuple[str, ...]
    hypernyms: tuple[str, ...]
    """The identifiers of the kinds that it is one of."""


class Inputs:
    """The inputs in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def synsets(self) -> dict[str, Synset]:
        """Every meaning by its identifier; reading them takes about half a minute."""
        found: dict[str, Synset] = {}
        for path in sorted((self._folder / "wordnet").glob("*.yaml")):
            with path.open(encoding="utf8") as file:
                content = yaml.load(file, Loader=yaml.CSafeLoader) or {}
            found |= {key: _synset(path.stem, value) for key, value in content.items()}
        if not found:
            raise FileNotFoundError(f"There is no wordnet/*.yaml in {self._folder}")
        return found

    def has(self, language: str) -> bool:
        """Whether there is a Wiktionary wordnet of a language."""
        return self._tab(language).exists()

    def lemmas(self, language: str) -> Iterator[tuple[str, str]]:
        """Yield the identifier of a meaning (of WordNet 3.0, e.g. "03481172-n") and a word for it in a language."""
        for line in self._tab(language).read_text(encoding="utf8").splitlines():
            columns = line.split("\t")
            if len(columns) == _COLUMNS and columns[1].endswith("lemma"):
                yield columns[0], columns[2]

    def _tab(self, language: str) -> Path:
        return self._folder / "omw" / f"wn-wikt-{LANGUAGES[language]}.tab"


def open_inputs(path: Path, work: Path) -> Inputs:
    """Return the inputs in a folder, or in an archive, which is unpacked below `work`."""
    if path.is_dir():
        return Inputs(path)
    folder = work / "inputs"
    with tarfile.open(path) as archive:
        archive.extractall(folder, filter="data")
    return Inputs(folder)


def _synset(field: str, value: dict[str, Any]) -> Synset:
    return Synset(
        field=field,
        members=tuple(member.replace("_", " ") for member in value.get("members", ())),
        definitions=tuple(_sentence(text) for text in value.get("definition", ())),
        examples=tuple(_sentence(text if isinstance(text, str) else text["text"]) for text in value.get("example", ())),
        hypernyms=tuple(value.get("hypernym", ())),
    )


def _sentence(text: str) -> str:
    """Leave out what stands in brackets: it says where a word is used, not what it means."""
    return " ".join(_BRACKETS.sub(" ", text).split())
