"""English."""

from __future__ import annotations

from typing import Final

from ..language import Kind, Language

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
                "(where is|where's|where are|where did I put|where did we put|where did I leave|where did we leave"
                "|where did I store|where have I put|where have we put|where do I keep|where do we keep"
                "|where can I find|where do I find) {item}"
            ),
        ),
        Kind.CONTENTS: (
            "(what is|what's|what are) [stored|kept] (in|on|inside) {place}",
            "what do (I|we) (have|keep) (in|on|inside) {place}",
        ),
        Kind.COUNT: (
            "(how many|how much) {item} (do we have|do I have|have we got|have I got|are there|is there) [left]",
            "(how many|how much) {item} (are left|is left)",
        ),
        Kind.HAVE: (
            "(do we have|do I have|have we got|have I got|do we still have|do I still have) any {item}",
            "(is there|are there) any {item} (left|at home|in stock)",
        ),
        Kind.MOVE: (
            "(move|I moved|we moved|I have moved|I've moved) {item} (to|into|in|onto|on|inside|under) {place}",
        ),
        Kind.PUT: (
            "(put|place|I put|we put|I have put|I've put|I placed) {item} (to|into|in|onto|on|inside|under) {place}",
        ),
        Kind.ADD: ("(add|I added|we added) {item} (to|into|in|onto|on) {place}",),
        Kind.UNDO: ("undo (that|this|it)", "undo (the|my) last (change|move|thing)", "take that back"),
    },
    leading=frozenset(
        (
            *("a", "an", "the", "my", "our", "your", "his", "her", "their", "some", "any", "more", "all", "of"),
            *("this", "that", "these", "those"),
        )
    ),
    trailing=frozenset(("please", "left", "again", "back", "now", "away", "over", "kept", "stored")),
    ones=frozenset(("a", "an", "another")),
    numbers={word: number for number, word in enumerate(_SMALL, 1)}
    | {word: number * 10 for number, word in enumerate(_TENS, 2)}
    | {"dozen": 12, "hundred": 100},
    prepositions=frozenset(("to", "into", "in", "onto", "on", "inside", "under")),
    origins=frozenset(("from",)),
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
    unit_of="of",
    unit_names={
        "": ("", ""),
        **{unit: (unit, f"{unit}s") for unit in ("pack", "bottle", "can", "jar", "bag", "roll", "pair", "set")},
        "box": ("box", "boxes"),
        "sheet": ("sheet", "sheets"),
        "tube": ("tube", "tubes"),
    },
    many_verbs=frozenset(("are",)),
    many_names=r"(?<![su])s$",
    plurals=((r"([^aeiou])y$", r"\1ies"), (r"(s|x|z|ch|sh)$", r"\1es"), (r"$", "s")),
    lowers_names=True,
    inside_out=True,
    between_places=" ",
    place_in="in {article}{place}",
    place_on="on {article}{place}",
    on_words=r"\b(shelf|shelves|table|desk|bench|worktop|counter|rack|sideboard)\b",
    article="the ",
    no_article=r"\d$|'s\b",
    texts={
        "and": " and ",
        "is": "is",
        "are": "are",
        "it_is": "It is",
        "they_are": "They are",
        "slot": "slot {name}",
        "nowhere": "without a place",
        "at_home": "at {place}",
        "found": "The {item} {is} {place}.",
        "found_in_parts": "The {item} {is} in {count} places: {parts}.",
        "part": "{amount} {place}",
        "no_place": "The {item} {is} in the inventory, but without a place.",
        "none_left": "You have no {items} left.",
        "kept": " {it_is} kept {place}.",
        "place_found": "The {item} is {place}.",
        "more_found": " I know {count} more.",
        "contents": "{place}: {names}.",
        "contents_more": "{place}: {names} and {count} more.",
        "nothing_inside": "There is nothing {place}.",
        "count": "You have {amount}, {place}.",
        "count_parts": "You have {amount}: {parts}.",
        "count_only": "You have {amount}.",
        "count_several": "You have {amounts}.",
        "yes_count_several": "Yes, you have {amounts}.",
        "yes_count": "Yes, you have {amount}, {place}.",
        "yes_count_parts": "Yes, you have {amount}: {parts}.",
        "yes_count_only": "Yes, you have {amount}.",
        "no_none_left": "No, you have no {items} left.",
        "amount": "{quantity} {items}",
        "amount_unit": "{quantity} {unit} of {item}",
        "part_amount": "{quantity}",
        "part_amount_unit": "{quantity} {unit}",
        "moved": "OK, the {item} {is} now {place}.",
        "moved_part": "OK, {amount} {is} now {place}.",
        "stock_added": "OK, I added {amount} {place}. That makes {total}.",
        "item_added": "OK, I added {amount} {place}. That is new in the inventory.",
        "undone": "OK, I took that back.",
        "item_unknown": "I could not find {item} in the inventory.",
        "item_unsure": "I am not sure what you mean. Is it {candidates}?",
        "place_unknown": "I don't know a place called {place}.",
        "place_unsure": "I am not sure which place you mean. Is it {candidates}?",
        "which_item": "There are several. Do you mean {candidates}?",
        "which_place": "There are several places of that name: {candidates}. Which one?",
        "or": " or ",
        "item_at": "the {item} {place}",
        "the_item": "the {item}",
        "the_place": "the {place}",
        "error": "That did not work. Nothing was changed.",
    },
    errors={
        "unauthorized": "You may look things up, but not change anything in the inventory.",
        "not_enough_stock": "There are only {available} of {item}.",
        "fractional_quantity": "This is only counted in whole pieces.",
        "location_required": "The {item} is in several places: {candidates}. Say from where.",
        "location_full": "There is no more room in {location}.",
        "slot_taken": "Slot {slot} holds {item} already.",
        "slot_invalid": "That can't go into this slot.",
        "archived": "{name} is archived. Restore it first.",
        "undo_conflict": "That can't be taken back, because {title} was changed later.",
        "already_undone": "That was taken back already.",
        "nothing_to_undo": "There is nothing that I could take back.",
        "value_too_long": "That name is too long.",
        "value_out_of_range": "That number is not possible.",
        "store_busy": "The inventory is busy at the moment. Nothing was changed, please try again later.",
        "store_unavailable": "I can't reach the inventory at the moment. Nothing was changed, please try again later.",
    },
)
