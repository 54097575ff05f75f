"""How near the meaning of a question is to that of each document; documents are lists of token ids."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from .folded import Added, Folded, to_units
from .ragged import Floats, Integers, Ragged
from .shared import Shared

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    from .embeddings import Embeddings

_FILLERS: Final = {
    "en": "a an and any are can could did do does find for got has have i in is it keep look looking me my need of on our "
    "please put show some tell the there to was we were what whats where wheres which who you your",
    "de": "wo ist sind war der die das den dem ein eine einen mein meine meinen unser unsere haben habe hab wir ich du "
    "bitte finde such suche zeig zeige mir gibt es noch und im welche welcher",
    "fr": "ou est sont etait la le les un une des du de mon ma mes notre nos avons ai je nous cherche trouve montre moi se "
    "qu quel quelle il y plait dans et",
    "es": "donde esta estan el los las unos unas mi mis nuestro nuestra tenemos tengo hay busca buscar muestra muestrame "
    "por favor que en del",
    "it": "dov dove sono lo gli uno mio mia miei mie nostro nostra abbiamo ho cerca cercare trova mostra mostrami si "
    "trovano ce ci sta nel nella della per favore",
    "nl": "waar zijn het een mijn onze ons hebben heb wij ik staat staan ligt liggen zoek vind toon laat zien er nog wat",
}
FILLERS: Final = frozenset(word for words in _FILLERS.values() for word in words.split())
"""Words of questions that say nothing about a thing, in six languages. Pooled with the others they would blur them."""


class Meaning:
    """The documents of an index by number. `add` is for one thread at a time, everything else for any.

    Most documents are in one large part that is never changed. What was added since is a small part of its own, until
    `settle` makes them one: a search right after an update costs no more than any other.
    """

    def __init__(self, embeddings: Embeddings) -> None:
        """Start without documents."""
        self._embeddings = embeddings
        self._lock = Lock()
        self._added = Added()
        self._settled = Folded.empty(embeddings.dimensions)
        self._fresh = (self._added, self._settled)
        """What a search made of the added documents, for the next one."""
        self._last_asked: tuple[str, Floats] | None = None

    def __len__(self) -> int:
        """Return how many documents there are."""
        with self._lock:
            return len(self._settled) + len(self._added)

    def add(self, token_ids: Sequence[int], gloss_ids: Sequence[int] = ()) -> None:
        """Take the next document: the tokens of its text, and of what is known about the things it mentions."""
        with self._lock:
            self._added.add(token_ids, gloss_ids)

    def settle(self) -> None:
        """Fold what was added into the large part. Searches go on meanwhile; what is added meanwhile stays added."""
        with self._lock:
            settled, added = self._settled, self._added
            tokens, glosses = added.lists()
        if not len(tokens):
            return
        grown = settled.grown(self._embeddings, tokens, glosses)
        with self._lock:
            if self._settled is settled:  # otherwise another thread has done the same
                self._settled, self._added = grown, added.after(len(tokens))

    def cosine(self, query: str) -> Floats:
        """Return the cosine of each document with a folded query, [documents]; 0 for those without tokens."""
        settled, fresh = self._parts()
        vectors = self._asked(query)
        if not len(vectors):
            return np.zeros(len(settled) + len(fresh), np.float32)
        asked, _ = to_units(vectors.sum(axis=0, keepdims=True))
        return np.concatenate([settled.cosine(asked[0]), fresh.cosine(asked[0])])

    def late(self, query: str, candidates: Integers) -> Floats:
        """Return how well some documents match a folded query word by word, [candidates].

        Each word of the query counts with the document's nearest token, and as much as it says. IndexError for a
        document that there is not.
        """
        return self._late(query, candidates, Folded.late)

    def late_gloss(self, query: str, candidates: Integers) -> Floats:
        """Return the same for what is known about the things that the documents mention."""
        return self._late(query, candidates, Folded.late_gloss)

    def keep(self, documents: Integers) -> Meaning:
        """Return a new one that has only these documents, in this order."""
        kept = Meaning(self._embeddings)
        kept._settled = self._whole().keep(documents)
        return kept

    def pack(self) -> dict[str, NDArray[Any]]:
        """Return everything as arrays for a file; they fit embeddings of the same fingerprint only."""
        whole = self._whole()
        return {
            "asset": np.frombuffer(self._embeddings.fingerprint.encode(), np.uint8),
            "used": whole.used,
            "tokens": whole.tokens.flat,
            "token_counts": whole.tokens.lengths,
            "glosses": whole.glosses.lists.flat,
            "gloss_counts": whole.glosses.lists.lengths,
            "gloss_numbers": whole.glosses.numbers,
            "scale": whole.scale,
        }

    @classmethod
    def unpack(cls, arrays: Mapping[str, NDArray[Any]], embeddings: Embeddings) -> Meaning:
        """Return what was packed. ValueError if the arrays are damaged or belong to other embeddings."""
        try:
            if arrays["asset"].tobytes().decode() != embeddings.fingerprint:
                raise ValueError("made with other embeddings")
            used, scale = arrays["used"], arrays["scale"]
            tokens = Ragged.of(arrays["tokens"], arrays["token_counts"])
            glosses = Shared.of(Ragged.of(arrays["glosses"], arrays["gloss_counts"]), arrays["gloss_numbers"])
        except KeyError as error:
            raise ValueError(f"{error} is missing") from error
        is_whole = len(tokens) == len(glosses) == len(scale) and scale.dtype == np.float32
        if not is_whole or not _are_below(used, embeddings.count):
            raise ValueError("the parts do not fit each other")
        if not all(_are_below(lists.flat, len(used)) for lists in (tokens, glosses.lists)):
            raise ValueError("tokens that are not in use")
        meaning = cls(embeddings)
        meaning._settled = Folded.of(used, embeddings.rows(used), tokens, glosses, scale)
        return meaning

    def _whole(self) -> Folded:
        """Return all documents in one part."""
        with self._lock:
            settled = self._settled
            tokens, glosses = self._added.lists()
        return settled.grown(self._embeddings, tokens, glosses) if len(tokens) else settled

    def _parts(self) -> tuple[Folded, Folded]:
        """Return the large part and, made anew if more was added, the small one."""
        with self._lock:
            settled, added = self._settled, self._added
            made_of, fresh = self._fresh
            if made_of is added and len(fresh) == len(added):
                return settled, fresh
            tokens, glosses = added.lists()
        fresh = Folded.empty(self._embeddings.dimensions).grown(self._embeddings, tokens, glosses)
        self._fresh = (added, fresh)
        return settled, fresh

    def _asked(self, query: str) -> Floats:
        """Return the vectors of a query, [tokens, dimensions]; of words that only make it a question if it has no others."""
        known = self._last_asked  # a search asks three times
        if known is None or known[0] != query:
            ids = self._embeddings.encode(query, FILLERS) or self._embeddings.encode(query)
            self._last_asked = known = (query, self._embeddings.rows(np.array(ids, np.int64)))
        return known[1]

    def _late(
        self, query: str, candidates: Integers, late: Callable[[Folded, Integers, Floats, Floats], Floats]
    ) -> Floats:
        """Return how well the lists of some documents match a query word by word."""
        settled, fresh = self._parts()
        out = np.zeros(len(candidates), np.float32)
        vectors = self._asked(query)
        if not len(vectors):
            return out
        asked, lengths = to_units(vectors)
        weights = lengths / lengths.sum()
        is_fresh = candidates >= len(settled)
        for part, is_here, first in ((settled, ~is_fresh, 0), (fresh, is_fresh, len(settled))):
            if is_here.any():
                out[is_here] = late(part, candidates[is_here] - first, asked, weights)
        return out


def _are_below(numbers: NDArray[Any], limit: int) -> bool:
    """Return whether these are whole numbers from 0 to a limit."""
    is_whole = numbers.ndim == 1 and np.issubdtype(numbers.dtype, np.integer)
    return bool(is_whole and (not len(numbers) or (numbers.min() >= 0 and numbers.max() < limit)))
