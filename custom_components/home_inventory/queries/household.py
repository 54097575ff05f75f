"""What a household calls its places, categories, labels, makers and vendors, and who borrows things."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC
from typing import TYPE_CHECKING

from .tokens import keys, roots

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import tzinfo


@dataclass(frozen=True, slots=True)
class Name:
    """Something that has a name."""

    label: str
    """As it is shown."""
    ids: frozenset[str]
    """What it stands for."""
    spellings: tuple[str, ...] = ()
    """What else it may be called: paths that end with its name."""


class NameIndex:
    """Names by what they are called; read only when a question seems to hold one."""

    def __init__(
        self, load: Callable[[], Iterable[Name]], inside: Callable[[str], AbstractSet[str]] | None = None
    ) -> None:
        """Take where the names come from, which is asked at most once, and what is inside the thing with an id."""
        self._load = load
        self._inside = inside
        self._exact: dict[tuple[str, ...], list[Name]] | None = None
        self._alike: dict[tuple[str, ...], list[Name]] = {}

    @property
    def was_asked(self) -> bool:
        """Return whether a name was looked up."""
        return self._exact is not None

    def find(self, words: Sequence[str]) -> Name | None:
        """Return what folded words name: exactly, else give or take their endings. Several of one name become one."""
        exact = self._read()
        named = exact.get(tuple(words)) or self._alike.get(roots(words))
        if not named:
            return None
        return Name(named[0].label, self.everything_inside(*named))

    def everything_inside(self, *names: Name) -> frozenset[str]:
        """Return the ids that names stand for, with everything inside."""
        ids = frozenset[str]().union(*(name.ids for name in names))
        return ids if self._inside is None else frozenset().union(*map(self._inside, ids))

    def _read(self) -> dict[tuple[str, ...], list[Name]]:
        """Return the names by their words."""
        if self._exact is None:
            self._exact = {}
            for name in self._load():
                for spelling in (name.label, *name.spellings):
                    if words := keys(spelling):
                        self._exact.setdefault(words, []).append(name)
                        self._alike.setdefault(roots(words), []).append(name)
        return self._exact


def no_names() -> NameIndex:
    """Return an index without names."""
    return NameIndex(tuple)


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """What a question can refer to, and what money and days are there."""

    places: NameIndex = field(default_factory=no_names)
    codes: Mapping[str, Name] = field(default_factory=dict)
    """Places by their four-letter code in capitals."""
    categories: NameIndex = field(default_factory=no_names)
    labels: NameIndex = field(default_factory=no_names)
    vendors: NameIndex = field(default_factory=no_names)
    makers: NameIndex = field(default_factory=no_names)
    borrowers: NameIndex = field(default_factory=no_names)
    """Those who have something."""
    currency: str = "EUR"
    zone: tzinfo = UTC
