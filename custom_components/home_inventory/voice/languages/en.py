"""English."""

from __future__ import annotations

from typing import Final

from ..language import Kind, Language, word_set
from .answers.en import ERRORS, TEXTS

_SMALL: Final = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

ENGLISH: Final = Language(
    code="en",
    sentences={
        Kind.FIND: (
            (
                "(where is|where's|wheres|where are|where did I put|where did we put|where did I leave|where did we leave"
                "|where did I store|where have I put|where have we put|where do I keep|where do we keep"
                "|where can I find|where do I find|where would I find|have you seen|has anyone seen|has anybody seen) {item}"
            ),
            "(do you know|tell me|can you tell me|any idea) where {item} (is|are)",
            "where (does|do) {item} (live|go|belong)",
        ),
        Kind.CONTENTS: (
            "(what is|what's|whats|what are) [stored|kept] (in|on|inside) {place}",
            "what do (I|we) (have|keep) (in|on|inside) {place}",
            "what have (I|we) got (in|on|inside) {place}",
        ),
        Kind.COUNT: (
            "(how many|how much) {item} (do we have|do I have|have we got|have I got|are there|is there) [left]",
            "(how many|how much) {item} (are left|is left)",
        ),
        Kind.HAVE: (
            "(do we have|do I have|have we got|have I got|do we still have|do I still have) {item}",
            "(is there|are there) any {item} (left|at home|in stock)",
        ),
        Kind.MOVE: (
            "(move|I moved|we moved|I have moved|I've moved) {item} (to|into|in|onto|on|inside|under) {place}",
        ),
        Kind.PUT: (
            "(put|place|I put|we put|I have put|I've put|I placed) {item} (to|into|in|onto|on|inside|under) {place}",
        ),
        Kind.ADD: ("(add|I added|we added) {item} (to|into|in|onto|on) {place}",),
        Kind.TAKE: (
            (
                "(I used|we used|I have used|I've used|we have used|we've used|I took|we took|I have taken|I've taken|use"
                "|take|remove|I just used|we just used) {item}"
            ),
        ),
        Kind.EMPTY: (
            "(I used up|we used up|I have used up|we have used up|we are out of|we're out of|I am out of|I'm out of) {item}",
            "(we have no|there is no|there are no) more {item}",
            "(we ran out of|we have run out of|we've run out of|I ran out of) {item}",
        ),
        Kind.WARRANTY: (
            "(when does|when will|until when does|how long does) the (warranty|guarantee) (of|on|for) {item} (expire|end|run out|last|run)",
            "(how long is|until when is|when is) the (warranty|guarantee) (of|on|for) {item}",
            "(until when is|how long is) {item} (under|in) (warranty|guarantee)",
            "(when does|when will) {item} (warranty|guarantee) (expire|end|run out)",
        ),
        Kind.COVERED: (
            "(is|are) {item} (under|in) (warranty|guarantee)",
            "(does|do) {item} [still] have [a|any] (warranty|guarantee)",
            "(do we|do I) [still] have [a|any] (warranty|guarantee) (on|for) {item}",
        ),
        Kind.STATUS: ("(is|are) {item} (online|offline|reachable|unreachable|connected to the network)",),
        Kind.LAST: (
            (
                "(where did I last|where did we last|when did I last|when did we last|where have I last|where was the last place I)"
                " (see|put|leave|store|use|seen|have) {item}"
            ),
            "(where was|where were) {item} (last seen|last)",
        ),
        Kind.LOW: (
            "what are we (running out of|running low on|low on|out of|missing|short of)",
            "what (is|are) [running|getting] (low|short|missing|out)",
            "what am I (running out of|running low on|low on|missing)",
            "(which|what) (things|items|supplies|stocks) are [running] (low|missing)",
            "(what do we|what do I) (need to|have to) (restock|buy|stock up on)",
            "what should (we|I) buy",
            "what needs (restocking|to be restocked)",
            "what's (running low|running out|missing|low)",
        ),
        Kind.WHO: (
            "(who has|who's got|who has got|who borrowed|who took|who has taken) {item}",
            "(who did I|who did we) lend {item} to",
        ),
        Kind.LENT: (
            "what (have I|have we|did I|did we) (lent|lend|loaned|loan) to {place}",
            "what (has|does|did) {place} (borrowed|borrow|borrowed from me|borrowed from us|borrow from me|borrow from us)",
            "what (have I|have we|did I|did we) (lent|lend|loaned) [out]",
            "what is [still] lent [out]",
        ),
        Kind.LEND: (
            "(lend|I lent|we lent|I have lent|I've lent|we have lent|we've lent|I am lending|we are lending) {item} to {place}",
        ),
        Kind.RETURNED: (
            (
                "{place} (has given back|have given back|gave back|has returned|have returned|returned|has brought back"
                "|have brought back|brought back) {item}"
            ),
            "(I got|we got|I have got|we have got|I've got|we've got) {item} back from {place}",
            "{item} (is|are) back from {place}",
        ),
        Kind.FOLLOW: ("and {item}", "(what|how) about {item}"),
        Kind.PICK: (
            *("the {item}", "that {item}", "number {item}", "I mean {item}", "I meant {item}"),
            *("yes", "yeah", "yep", "correct", "exactly", "right", "yes please"),
        ),
        Kind.UNDO: ("undo (that|this|it)", "undo (the|my) last (change|move|thing)", "take that back"),
    },
    leading=frozenset(
        (
            *("a", "an", "the", "my", "our", "your", "his", "her", "their", "some", "any", "more", "all", "of"),
            *("this", "that", "these", "those", "still", "got", "another", "about", "in", "on", "inside"),
        )
    ),
    trailing=frozenset(
        (
            "please",
            "left",
            "gone",
            "again",
            "back",
            "now",
            "away",
            "over",
            "kept",
            "stored",
            "still",
            "one",
            "ones",
            "out",
            "too",
            "up",
        )
    ),
    ones=frozenset(("a", "an", "another")),
    numbers={word: number for number, word in enumerate(_SMALL, 1)}
    | {word: number * 10 for number, word in enumerate(_TENS, 2)}
    | {"dozen": 12, "hundred": 100},
    prepositions=frozenset(("to", "into", "in", "onto", "on", "inside", "under")),
    ours=word_set("my our we i us"),
    elsewhere=word_set(
        "appointment appointments meeting meetings event events rain weather mail email emails message messages"
        " time guests visitors birthday school plans news music homework holiday holidays internet power"
    ),
    origins=frozenset(("from", "out")),
    units={
        **dict.fromkeys(("pack", "packs", "packet", "packets", "package", "packages"), "pack"),
        **dict.fromkeys(("box", "boxes"), "box"),
        **dict.fromkeys(("bottle", "bottles"), "bottle"),
        **dict.fromkeys(("can", "cans", "tin", "tins"), "can"),
        **dict.fromkeys(("jar", "jars"), "jar"),
        **dict.fromkeys(("bag", "bags"), "bag"),
        **dict.fromkeys(("roll", "rolls"), "roll"),
        **dict.fromkeys(("pair", "pairs"), "pair"),
        **dict.fromkeys(("set", "sets"), "set"),
        **dict.fromkeys(("sheet", "sheets"), "sheet"),
        **dict.fromkeys(("tube", "tubes"), "tube"),
    },
    unit_of=frozenset(("of",)),
    unit_names={
        "": ("", ""),
        **{unit: (unit, f"{unit}s") for unit in ("pack", "bottle", "can", "jar", "bag", "roll", "pair", "set")},
        "box": ("box", "boxes"),
        "sheet": ("sheet", "sheets"),
        "tube": ("tube", "tubes"),
    },
    months=(
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    date="{day} {month} {year}",
    ordinals={"first": 1, "second": 2, "third": 3, "last": -1, "two": 2, "three": 3, "1": 1, "2": 2, "3": 3},
    yes=frozenset(("yes", "yeah", "yep", "correct", "exactly", "right", "yes please", "the first", "that one")),
    said_as={"double a": "aa", "triple a": "aaa", "a a": "aa", "a a a": "aaa"},
    bare_stop_words=frozenset(("from", "by", "made")),
    many_verbs=frozenset(("are",)),
    many_names=r"(?<![su])s$",
    plurals=((r"([^aeiou])y$", r"\1ies"), (r"(s|x|z|ch|sh)$", r"\1es"), (r"$", "s")),
    lowers_names=True,
    inside_out=True,
    between_places=" ",
    place_in="in {article}{place}",
    place_on="on {article}{place}",
    on_words=r"(shelf|shelves|table|desk|bench|worktop|counter|rack|sideboard|nightstand|window ?sill|mantelpiece)\b",
    article="the ",
    no_article=r"\d$|'s\b",
    texts=TEXTS,
    errors=ERRORS,
)
