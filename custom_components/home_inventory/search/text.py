"""From texts to the words that are compared: the same for what is indexed and for what is asked."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WRITTEN_OUT: Final = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "\u0131": "i",
        "\u2019": "'",
        "\u02bc": "'",
    }
)
"""Letters that Unicode does not take apart, and the apostrophes that phones write."""
_CLITIC: Final = re.compile(
    r"(?<=[^\W\d_])'(?:s|m|re|ve|ll|d|t)\b|\b(?:[cdjlmnst]|qu|un|all|dall|dell|nell|sull|dov|cos|quest)'(?=[^\W\d_])"
)
"""What an apostrophe ties to a word and says nothing: "mum's", "don't", "l'ampoule", "dell'auto"."""
_TOKEN: Final = re.compile(r"\d+|[^\W\d_]+")

_STOP_WORDS: Final = {
    "en": """a an the this that these those my our your his her their its it i we you he she they me us them
        and or of for to in on at by with from into onto as than then so if is are was were be been being am do does did
        don doesn didn isn aren have has had haven hasn got get where what which who whose how when there here
        any some please could would should will need want tell show find look looking search give put keep kept
        thing things something anything stuff many much still""",
    "de": """der das den dem des ein eine einen einem einer eines mein meine meinen meinem meiner unser unsere unseren
        dein deine ihr ihre sein seine ich du er sie es wir mir mich uns und oder aber mit ohne von vom zu zum zur im am
        an auf aus bei fur in nach ist sind wo wohin was welche welcher welches wer wie viel viele wieviel
        habe hab haben hat gibt noch etwas irgendetwas irgendwo ding dinge sachen kann konnen bitte suche such
        finde zeig zeige liegt liegen steht stehen""",
    "fr": """le la les un une des du de ce cet cette ces mon ma nos notre votre vos leur je tu il elle nous vous
        ils elles et ou est sont ai as avons avez ont y en dans avec sans au aux chez qui que quoi quel quelle quels
        quelles comment combien quelque chose truc trucs machin cherche chercher trouve trouver montre ranges range se
        trouvent moi""",
    "es": """el la los las una unos unas lo mi mis tu tus su sus nuestro nuestra nuestros nuestras yo me nos
        y del al en con sin por para es son esta estan hay tengo tiene tenemos donde que cual cuales quien como
        cuanto cuanta cuantos cuantas algo alguna algunos algunas cosa cosas busco buscar encuentro encuentra
        encontrar muestra favor""",
    "it": """il lo gli i mio mia miei mie nostro nostra nostri nostre tuo suo sua io noi
        e ed o di da del dello della dei degli delle al allo alla ai agli alle nel nello nella nei nelle sul
        sulla con senza per tra fra dov dove e sono c ce ci ho hai abbiamo abbia che chi quale quali quanto quanta
        quanti quante qualcosa cosa cose cerco cercare trovo trovare trova mostra mostrami si""",
    "nl": """de het een mijn onze ons jouw zijn haar hun ik jij je wij we ze en of met zonder naar uit bij te voor om
        op is waar wat welke wie hoe veel heb heeft hebben hebt staat staan ligt liggen nog iets ergens ding dingen
        spullen zoek zoeken vind vinden toon alsjeblieft kun mag er""",
}
_DEPENDING: Final = {
    "can": "i we you one",
    "left": "how many much any",
    "may": "i we",
    "die": "wo ist sind der das und ich wir habe haben",
    "war": "wo was ich",
    "mes": "ou sont est je ai dans les des",
    "ses": "ou sont est dans les des",
    "son": "ou est sont le la dans",
    "sur": "ou est sont le la les quelque",
    "pour": "le la les un une des quelque chose cherche",
    "un": "y el la en con de per il mon ma est algo",
    "uno": "dove donde e il la ho tengo",
    "per": "il la lo un qualcosa cerco ho dove",
    "le": "dove sono mie e",
    "van": "waar is de het een mijn ik",
    "der": "wo ist",
}
"""Words that name things in one language and mean nothing in another: "mes" is "my" in French and "knife" in Dutch. They
are dropped only beside one of these words."""
_DEPENDING_IN: Final = {
    "de": "die war der in",
    "fr": "a l d c j m n s t mes ses son sur pour un",
    "es": "a de la un una uno e o",
    "it": "a l d la le un una uno per in da de su",
    "nl": "in van der te aan",
}
"""Words that say nothing in a language, besides those above: they do say something in another, or stand with another."""

STOP_WORDS: Final = frozenset(word for words in _STOP_WORDS.values() for word in words.split()) - frozenset(_DEPENDING)
"""Folded words of six languages that say nothing about a thing. A question of nothing else keeps them: see `content`."""
FUNCTION_WORDS: Final = {
    language: frozenset(words.split()) | frozenset(_DEPENDING_IN.get(language, "").split())
    for language, words in _STOP_WORDS.items()
}
"""The same words by language, for a text whose language is known."""
_WITNESSES: Final = {word: frozenset(words.split()) for word, words in _DEPENDING.items()}


def fold(text: str) -> str:
    """Return a text without capitals and accents: "Öl-Kännchen, groß" becomes "ol-kannchen, gross"."""
    if text.isascii():  # most texts are, and this is asked for at every change and every search
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_WRITTEN_OUT))
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return bare.casefold().translate(_WRITTEN_OUT)


def tokens(text: str) -> list[str]:
    """Return the words of a text in its order, folded, letters and digits apart: "18V-55" is 18, v and 55."""
    folded = fold(text)
    if "'" in folded:
        folded = _CLITIC.sub(" ", folded)
    return _TOKEN.findall(folded)


def content(words: Sequence[str]) -> list[str]:
    """Return the folded words of a question that say what is looked for; all of them if none does."""
    there = frozenset(words)
    return [
        word for word in words if word not in STOP_WORDS and not (word in _WITNESSES and _WITNESSES[word] & there)
    ] or list(words)


def spans(folded: str) -> Iterator[tuple[int, int]]:
    """Yield where the words of a folded text stand in it: the same words as `tokens` returns."""
    if "'" in folded:
        folded = _CLITIC.sub(lambda found: " " * len(found[0]), folded)
    yield from (found.span() for found in _TOKEN.finditer(folded))
