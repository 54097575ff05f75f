"""German. Answers do without the gender of names: they put them before a colon or leave the article out."""

from __future__ import annotations

from typing import Final

from ..language import Kind, Language

_UNITS: Final = ("ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun")
_SMALL: Final = (
    *("eins", *_UNITS[1:], "zehn", "elf", "zwolf", "dreizehn", "vierzehn", "funfzehn", "sechzehn", "siebzehn"),
    *("achtzehn", "neunzehn"),
)
_TENS: Final = ("zwanzig", "dreissig", "vierzig", "funfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_POSSESSIVES: Final = ("mein", "dein", "unser", "euer", "sein", "ihr")
_INTO: Final = "in|ins|im|auf|aufs|unter|nach|zu|zum|zur|an|hinter"

GERMAN: Final = Language(
    code="de",
    sentences={
        Kind.FIND: (
            (
                "(wo ist|wo sind|wo liegt|wo liegen|wo steht|wo stehen|wo finde ich|wo finden wir|wo habe ich|wo hab ich"
                "|wo haben wir) {item}"
            ),
        ),
        Kind.CONTENTS: (
            "was (ist|sind|liegt|steht|steckt|befindet sich) [alles|so] (in|im|auf|unter) {place}",
            "was (habe ich|haben wir) [alles|so] (in|im|auf|unter) {place}",
        ),
        Kind.COUNT: (
            "(wie viele|wieviele|wie viel|wieviel) {item} (haben wir|habe ich|hab ich|gibt es) [noch] [da|übrig]",
            "(wie viele|wieviele|wie viel|wieviel) {item} (sind|ist) [noch] (da|übrig)",
        ),
        Kind.HAVE: (
            "(haben wir|habe ich|hab ich) {item}",
            "(sind|ist) noch {item} (da|übrig|im Haus)",
        ),
        Kind.MOVE: (
            f"(verschieb|verschiebe|verleg|verlege|räum|räume|bring|bringe) {{item}} ({_INTO}) {{place}}",
            f"(ich habe|ich hab|wir haben) {{item}} ({_INTO}) {{place}} (geräumt|verschoben|verlegt|gebracht)",
        ),
        Kind.PUT: (
            f"(leg|lege|stell|stelle|pack|packe|tu|tue|häng|hänge) {{item}} ({_INTO}) {{place}}",
            f"(ich habe|ich hab|wir haben) {{item}} ({_INTO}) {{place}} (gelegt|gestellt|gepackt|getan|gehängt)",
        ),
        Kind.ADD: (f"(füge|füg) {{item}} ({_INTO}) {{place}} hinzu",),
        Kind.UNDO: (
            "(mach|mache) (das|es|dies|die letzte Änderung) rückgängig",
            "nimm (das|es|die letzte Änderung) zurück",
        ),
    },
    leading=frozenset(
        (
            *("der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines"),
            *(f"{word}{ending}" for word in _POSSESSIVES for ending in ("", "e", "en", "em", "er", "es")),
            *("unsre", "unsren", "unserm", "noch", "denn", "eigentlich", "auch", "irgendwelche", "irgendwo", "bitte"),
            *("mal", "alle", "etwas", "diese", "diesen", "dieser", "dieses", "diesem"),
        )
    ),
    trailing=frozenset(
        (
            *(
                "bitte",
                "noch",
                "da",
                "ubrig",
                "drin",
                "drinnen",
                "eigentlich",
                "denn",
                "wieder",
                "zuruck",
                "im",
                "haus",
            ),
            *(
                "hingelegt",
                "gelegt",
                "abgelegt",
                "hingestellt",
                "gestellt",
                "abgestellt",
                "hingetan",
                "getan",
                "verstaut",
            ),
            *("hingepackt", "gelassen", "versteckt", "aufbewahrt", "ein", "um", "weg"),
        )
    ),
    ones=frozenset(("ein", "eine", "einen", "einem", "einer")),
    numbers={word: number for number, word in enumerate(_SMALL, 1)}
    | {word: number * 10 for number, word in enumerate(_TENS, 2)}
    | {
        f"{unit}und{ten}": tens * 10 + number
        for tens, ten in enumerate(_TENS, 2)
        for number, unit in enumerate(_UNITS, 1)
    }
    | {"zwo": 2, "dutzend": 12, "hundert": 100},
    prepositions=frozenset(_INTO.split("|")),
    origins=frozenset(("aus", "von", "vom")),
    units={
        **dict.fromkeys(("packung", "packungen", "paket", "pakete", "packchen"), "pack"),
        **dict.fromkeys(("schachtel", "schachteln", "karton", "kartons"), "box"),
        **dict.fromkeys(("flasche", "flaschen"), "bottle"),
        **dict.fromkeys(("dose", "dosen"), "can"),
        **dict.fromkeys(("glas", "glaser"), "jar"),
        **dict.fromkeys(("beutel", "tute", "tuten", "sack", "sacke"), "bag"),
        **dict.fromkeys(("rolle", "rollen"), "roll"),
        **dict.fromkeys(("blatt", "bogen"), "sheet"),
        **dict.fromkeys(("tube", "tuben"), "tube"),
    },
    unit_of="",
    unit_names={
        "": ("Stück", "Stück"),
        "pack": ("Packung", "Packungen"),
        "box": ("Schachtel", "Schachteln"),
        "bottle": ("Flasche", "Flaschen"),
        "can": ("Dose", "Dosen"),
        "jar": ("Glas", "Gläser"),
        "bag": ("Beutel", "Beutel"),
        "roll": ("Rolle", "Rollen"),
        "pair": ("Paar", "Paar"),
        "set": ("Satz", "Sätze"),
        "sheet": ("Blatt", "Blatt"),
        "tube": ("Tube", "Tuben"),
    },
    many_verbs=frozenset(("sind", "liegen", "stehen")),
    decimal_point=",",
    texts={
        "and": " und ",
        "is": "liegt",
        "are": "liegen",
        "it_is": "Sonst liegt das",
        "they_are": "Sonst liegen sie",
        "slot": "Fach {name}",
        "nowhere": "ohne Ort",
        "at_home": "{place}",
        "found": "{item} {is} hier: {place}.",
        "found_in_parts": "{item} {is} an {count} Orten: {parts}.",
        "part": "{amount} hier: {place}",
        "no_place": "{item} {is} im Inventar, aber ohne Ort.",
        "none_left": "{items}: nichts mehr da.",
        "kept": " {it_is} hier: {place}.",
        "place_found": "{item} ist hier: {place}.",
        "more_found": " Ich kenne {count} weitere.",
        "contents": "{place}: {names}.",
        "contents_more": "{place}: {names} und {count} weitere.",
        "nothing_inside": "{place}: nichts drin.",
        "count": "{items}: {amount}, hier: {place}.",
        "count_parts": "{items}: {amount}. {parts}.",
        "count_only": "{items}: {amount}.",
        "count_several": "{amounts}.",
        "yes_count_several": "Ja: {amounts}.",
        "yes_count": "Ja. {items}: {amount}, hier: {place}.",
        "yes_count_parts": "Ja. {items}: {amount}. {parts}.",
        "yes_count_only": "Ja. {items}: {amount}.",
        "no_none_left": "Nein, {items}: nichts mehr da.",
        "amount": "{quantity} {unit}",
        "amount_unit": "{quantity} {unit}",
        "part_amount": "{quantity} {unit}",
        "part_amount_unit": "{quantity} {unit}",
        "moved": "OK, {item} {is} jetzt hier: {place}.",
        "moved_part": "OK, {items}: {amount} jetzt hier: {place}.",
        "stock_added": "OK, {items}: {amount} dazu, hier: {place}. Das macht {total}.",
        "item_added": "OK, {items}: {amount}, hier: {place}. Neu im Inventar.",
        "undone": "OK, das habe ich zurückgenommen.",
        "item_unknown": "{item} habe ich im Inventar nicht gefunden.",
        "item_unsure": "Ich bin nicht sicher, was gemeint ist. Vielleicht {candidates}?",
        "place_unknown": "Einen Ort namens {place} kenne ich nicht.",
        "place_unsure": "Ich bin nicht sicher, welcher Ort gemeint ist. Vielleicht {candidates}?",
        "which_item": "Davon gibt es mehrere: {candidates}. Was ist gemeint?",
        "which_place": "Diesen Ort gibt es mehrmals: {candidates}. Welcher ist gemeint?",
        "or": " oder ",
        "item_at": "{item} ({place})",
        "the_item": "{item}",
        "the_place": "{place}",
        "error": "Das hat nicht geklappt. Nichts wurde geändert.",
    },
    errors={
        "unauthorized": "Du darfst nachsehen, aber im Inventar nichts ändern.",
        "not_enough_stock": "So viel ist nicht da. {item}: {available} Stück.",
        "fractional_quantity": "Das wird nur in ganzen Stücken gezählt.",
        "location_required": "{item} liegt an mehreren Orten: {candidates}. Sag bitte, von wo.",
        "location_full": "{location} ist voll.",
        "slot_taken": "In Fach {slot} liegt schon {item}.",
        "slot_invalid": "Das passt nicht in dieses Fach.",
        "archived": "{name} ist archiviert und muss erst wiederhergestellt werden.",
        "undo_conflict": "Das lässt sich nicht zurücknehmen, denn {title} wurde danach geändert.",
        "already_undone": "Das wurde schon zurückgenommen.",
        "nothing_to_undo": "Es gibt nichts, was ich zurücknehmen könnte.",
        "value_too_long": "Dieser Name ist zu lang.",
        "value_out_of_range": "Diese Zahl geht nicht.",
        "store_busy": "Das Inventar ist gerade beschäftigt. Nichts wurde geändert, versuch es bitte später noch einmal.",
        "store_unavailable": "Ich komme gerade nicht an das Inventar. Nichts wurde geändert, versuch es bitte später noch einmal.",
    },
)
