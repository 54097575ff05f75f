"""Questions: what somebody typed into a search box, understood with the names that this household uses."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..db import loans
from ..queries import Household, Name, NameIndex, Understood, understand
from .base import Manager

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date, tzinfo

    from ..domain.models import Category, Location
    from ..domain.tree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as it was asked, and what its words refer to besides the inventory's own names."""

    text: str
    language: str
    """A tag as "de-CH"."""
    today: date
    zone: tzinfo
    currency: str
    labels: Mapping[str, str]
    """Home Assistant's labels: names by their ids."""
    keep_as_words: tuple[str, ...] = ()


class QuestionManager(Manager):
    """Understanding questions."""

    async def async_understand(self, question: Question) -> Understood:
        """Return what a question asks for; makers, vendors and borrowers are read only if it seems to name one."""
        household = self._household(question, (), (), ())
        understood = await asyncio.to_thread(_understand, question, household)
        makers: Iterable[str] = ()
        vendors: Iterable[str] = ()
        borrowers: Iterable[str] = ()
        if not (household.vendors.was_asked or household.makers.was_asked or household.borrowers.was_asked):
            return understood
        if household.vendors.was_asked or household.makers.was_asked:
            makers, vendors = await self._catalog.makers.async_list(self._database)
        if household.borrowers.was_asked:
            borrowers = [borrower.name for borrower in await self._database.async_read(loans.list_borrowers)]
        return await asyncio.to_thread(_understand, question, self._household(question, makers, vendors, borrowers))

    def _household(
        self, question: Question, makers: Iterable[str], vendors: Iterable[str], borrowers: Iterable[str]
    ) -> Household:
        """Return the names that are in use; the indexes are made when they are asked for."""
        places, categories = self._catalog.locations, self._catalog.categories
        labels = [Name(name, frozenset({label_id})) for label_id, name in question.labels.items()]
        in_use = [place for place in places if place.archived_at is None]
        return Household(
            places=NameIndex(lambda: _names(places, in_use), places.inside),
            codes={place.code: Name(place.name, frozenset({place.id})) for place in in_use},
            categories=NameIndex(lambda: _names(categories, tuple(categories)), categories.inside),
            labels=NameIndex(lambda: labels),
            vendors=NameIndex(lambda: [Name(name, frozenset({name})) for name in vendors]),
            makers=NameIndex(lambda: [Name(name, frozenset({name})) for name in makers]),
            borrowers=NameIndex(lambda: [Name(name, frozenset({name})) for name in borrowers]),
            currency=question.currency,
            zone=question.zone,
        )


def _understand(question: Question, household: Household) -> Understood:
    """Understand a question; runs in any thread."""
    return understand(question.text, household, question.today, question.language, keep_as_words=question.keep_as_words)


def _names[N: (Location, Category)](tree: Tree[N], nodes: Iterable[N]) -> Iterator[Name]:
    """Return what nodes of a tree are called: by their names, and by paths that end with them."""
    for node in nodes:
        line = [outer.name for outer in tree.ancestors(node.id)]
        paths = tuple(" ".join(line[start:]) for start in range(len(line) - 1))
        yield Name(node.name, frozenset({node.id}), paths)
