"""Understanding a question: what of it narrows the search, and which words are left to search for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ..domain.filters import is_possible, narrow
from ..domain.models import ItemFilter
from .grammar import NAMED, Grammar, grammar_of
from .household import Household, Name
from .language import Meaning
from .languages import LANGUAGES
from .meanings import Criterion, Reader, named_criterion
from .tokens import Sentence
from .understood import Chip, ChipKind, Understood

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator
    from datetime import date


_ENDS_A_PART = frozenset(
    (*NAMED, Meaning.UNPLACED, *(meaning for meaning in Meaning if meaning.startswith("quantity_")))
)
"""What is only sure where nothing follows that could belong to it: "under 10" is a quantity, "under 10 years" is none."""

_PURCHASE: Final = frozenset((ChipKind.VENDOR, ChipKind.PURCHASE_DATE))
"""What is said of a purchase in one breath: "bought at Ikea last year", "bought last year at Ikea"."""

_DENIALS: Final = frozenset(("not", "nicht", "pas", "no", "niet", "non"))
"""Before a part of a question they turn it round, which no filter does: "not in the garage" stays words."""


def understand(
    text: str, household: Household, today: date, language: str, *, keep_as_words: Iterable[str] = ()
) -> Understood:
    """Return what a question asks for.

    `language` is a tag as "de-CH"; a question in another language is understood too, if more of it makes sense there.
    `keep_as_words` are texts of chips that somebody has taken away: they count as plain words, as does what stands in
    quotation marks. Anything that is not sure stays a word. Nothing is raised, whatever the text.
    """
    best: Reading | None = None
    for code in _order(language):
        reading = Reading(Sentence(text), grammar_of(code), household, today)
        for phrase in keep_as_words:
            reading.sentence.hide_phrase(phrase)
        reading.read()
        if best is None or reading.covered > best.covered:
            best = reading
        if best.covered == len(best.sentence.tokens):
            break
    return best.result() if best else Understood(words=text)


def _order(language: str) -> list[str]:
    """Return the languages to try: the one asked for, then English, then the rest."""
    own = language.replace("_", "-").partition("-")[0].casefold()
    return list(dict.fromkeys((*([own] if own in LANGUAGES else []), *LANGUAGES)))


@dataclass(slots=True)
class Reading:
    """A question, read in one language."""

    sentence: Sentence
    grammar: Grammar
    household: Household
    today: date
    wanted: ItemFilter = field(default_factory=ItemFilter)
    _found: list[tuple[int, int, Criterion]] = field(default_factory=list)
    """First and last word of each part, and what it means."""

    @property
    def covered(self) -> int:
        """Return how many words were taken as filters."""
        return sum(last - first + 1 for first, last, _ in self._found)

    def read(self) -> None:
        """Try every rule, the surest first."""
        for meaning in (*Meaning, Meaning.VENDOR):  # again: it may stand beside a time that was not taken yet
            for pattern in self.grammar.rules[meaning]:
                self._apply(meaning, pattern)

    def _apply(self, meaning: Meaning, pattern: re.Pattern[str]) -> None:
        """Take every part that a rule fits."""
        position = 0
        while match := pattern.search(self.sentence.line, position):
            first = self.sentence.at(match.start())
            end, criterion = self._meant(meaning, match)
            if criterion is not None and not self._is_denied(first) and self._take(first, end - 1, criterion):
                position = self.sentence.position(end)
            else:
                position = self.sentence.position(first + 1)

    def _meant(self, meaning: Meaning, match: re.Match[str]) -> tuple[int, Criterion | None]:
        """Return the word after a part of the question, and what the part means, if that is sure."""
        end = self.sentence.at(match.end())
        if match.groupdict().get("bought") is not None and not self._is_beside_a_purchase(match):
            return end, None
        if meaning in NAMED:
            end, name = self._name(meaning, match)
            return end, named_criterion(meaning, name) if name else None
        if meaning in _ENDS_A_PART and not self._may_end(end):
            return end, None
        return end, Reader(self.grammar, self.household, self.today).read(meaning, match)

    def _name(self, meaning: Meaning, match: re.Match[str]) -> tuple[int, Name | None]:
        """Return the longest name of the household's that the words of a match begin with, and the word after it."""
        first, last = self.sentence.at(match.start("name")), self.sentence.at(match.end("name"))
        if match.end("name") < match.end():  # "als X markiert": the words around it say where the name ends
            return self.sentence.at(match.end()), self._look_up(meaning, first, last)
        for end in range(last, first, -1):
            if self._may_end(end, meaning) and (name := self._look_up(meaning, first, end)):
                return end, name
        return last, None

    def _look_up(self, meaning: Meaning, first: int, end: int) -> Name | None:
        """Return what some words name."""
        household = self.household
        words = [token.key for token in self.sentence.tokens[first:end]]
        if meaning is Meaning.CODE:
            return self._coded(words[0].upper())
        index = {
            Meaning.PLACE: household.places,
            Meaning.CATEGORY: household.categories,
            Meaning.LABEL: household.labels,
            Meaning.VENDOR: household.vendors,
            Meaning.MAKER: household.makers,
            Meaning.BORROWER: household.borrowers,
        }[meaning]
        numbers = self.grammar.language.numbers
        found = index.find(words) or index.find([str(numbers.get(word, word)) for word in words])
        if (
            found is None and meaning is Meaning.BORROWER and first
        ):  # "the neighbours": the article is a part of the name
            found = index.find([token.key for token in self.sentence.tokens[first - 1 : end]])
        written = self.sentence.part(first, end - 1)
        if found is None and meaning is Meaning.PLACE and written.isupper():
            return self._coded(written)
        return found

    def _coded(self, code: str) -> Name | None:
        """Return the place that has a code."""
        name = self.household.codes.get(code)
        return Name(name.label, self.household.places.everything_inside(name)) if name else None

    def _may_end(self, end: int, meaning: Meaning | None = None) -> bool:
        """Return whether a part of the question may end before a word."""
        return (
            self.sentence.breaks_before(end)
            or self.sentence.is_hidden(end)
            or self.sentence.tokens[end].key in self.grammar.may_follow
            or (meaning is Meaning.VENDOR and self._is_time(end))
        )

    def _is_time(self, first: int) -> bool:
        """Return whether a time begins with a word."""
        return self.grammar.time.match(self.sentence.line, self.sentence.position(first)) is not None

    def _is_beside_a_purchase(self, match: re.Match[str]) -> bool:
        """Return whether a match is next to a part that was understood to be about the same purchase."""
        place = self.sentence.at(match.start("bought"))
        beside = place - 1 if match.start("bought") == match.start() else place
        return any(first <= beside <= last and found.kind in _PURCHASE for first, last, found in self._found)

    def _is_denied(self, first: int) -> bool:
        """Return whether the word before a part of the question says that it is not so."""
        return first > 0 and self.sentence.tokens[first - 1].key in _DENIALS

    def _take(self, first: int, last: int, criterion: Criterion) -> bool:
        """Take a part of the question as a filter, unless it contradicts what was taken already."""
        before, more = self.wanted, criterion.wanted
        is_second = any(
            getattr(before, name) and getattr(more, name) and getattr(before, name) != getattr(more, name)
            for name in ("vendor", "manufacturer", "borrower", "currency")
        )
        narrowed = narrow(before, more)
        if is_second or not is_possible(narrowed):
            return False
        self.wanted = narrowed
        self._found.append((first, last, criterion))
        self.sentence.hide(range(first, last + 1))
        return True

    def result(self) -> Understood:
        """Return what was understood."""
        if not self._found:
            return Understood(words=self.sentence.text.strip())
        self._found.sort(key=lambda found: found[0])
        chips = tuple(self._chip(*found) for found in self._found)
        return Understood(words=self._words(), wanted=self.wanted, chips=chips)

    def _chip(self, first: int, last: int, criterion: Criterion) -> Chip:
        """Return the chip of a part."""
        tokens = self.sentence.tokens
        return Chip(
            kind=criterion.kind,
            key=criterion.key,
            placeholders=criterion.placeholders,
            text=self.sentence.part(first, last),
            start=tokens[first].start,
            end=tokens[last].end,
        )

    def _words(self) -> str:
        """Return the words that are left, without those that only held the question together."""
        language = self.grammar.language
        pieces = [list(piece) for piece in self._pieces()]
        for piece in pieces:
            if piece and piece[0] == 0:
                self._strip(piece, language.asking | language.links, at_end=False)
            self._strip(piece, language.links, at_end=False)
            self._strip(piece, language.links, at_end=True)
        left = [number for piece in pieces for number in piece]
        idle = language.things | language.links | language.asking
        if self.wanted.device_statuses is not None:
            idle |= language.devices
        if all(not self.sentence.is_hidden(number) and self._key(number) in idle for number in left):
            return ""
        return " ".join(self.sentence.part(piece[0], piece[-1]) for piece in pieces if piece)

    def _pieces(self) -> Iterator[range]:
        """Return the runs of words between the parts that were understood."""
        start = 0
        for first, last, _ in self._found:
            yield range(start, first)
            start = last + 1
        yield range(start, len(self.sentence.tokens))

    def _strip(self, piece: list[int], words: frozenset[str], *, at_end: bool) -> None:
        """Take words off one end of a piece; what was kept as words stays."""
        edge = -1 if at_end else 0
        while piece and self._key(piece[edge]) in words and not self.sentence.is_hidden(piece[edge]):
            piece.pop(edge)

    def _key(self, number: int) -> str:
        """Return a word as it is compared."""
        return self.sentence.tokens[number].key
