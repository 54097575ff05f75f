"""German. Names have their article where their gender is known, and none where it is not."""

from __future__ import annotations

from typing import Final

from ..language import Kind, Language, word_set
from .answers.de import ERRORS, TEXTS
from .german_nouns import ARTICLES, DECLINED, MANY, PLACE_PHRASES, PLURALS

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
            "(hast du|habt ihr|hat jemand) {item} gesehen",
            "(weißt du|weiß jemand|sag mir|kannst du mir sagen) wo {item} (ist|sind|liegt|liegen|steht|stehen)",
            "wo (gehört|gehören|kommt|kommen) {item} hin",
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
        Kind.TAKE: (
            (
                "(ich habe|ich hab|wir haben) {item} (verbraucht|benutzt|genommen|herausgenommen|rausgenommen|gebraucht|entnommen"
                "|verwendet)"
            ),
            "(nimm|entnimm|entferne) {item}",
        ),
        Kind.EMPTY: (
            "(ich habe|ich hab|wir haben) {item} aufgebraucht",
            "(wir haben kein|wir haben keine|wir haben keinen|es gibt kein|es gibt keine|es gibt keinen) {item} mehr",
        ),
        Kind.WARRANTY: (
            "(wann läuft|wann endet|bis wann läuft|bis wann geht|wie lange läuft|wie lange gilt|wie lange geht) die Garantie {item}",
            "(bis wann|wie lange) (ist|haben wir|habe ich) {item} Garantie",
            "(bis wann|wie lange) (hat|haben) {item} Garantie",
            "wann ist die Garantie {item} (zu Ende|vorbei|abgelaufen)",
        ),
        Kind.COVERED: (
            "(hat|haben) {item} Garantie",
            "ist auf {item} [noch] Garantie",
            "(gibt es|haben wir|habe ich) [noch] Garantie (auf|für) {item}",
            "(ist|sind) {item} in Garantie",
            "läuft die Garantie {item}",
        ),
        Kind.STATUS: ("(ist|sind) {item} (online|offline|erreichbar|nicht erreichbar|am Netz|im Netz)",),
        Kind.LAST: (
            (
                "(wo|wann) (habe ich|hab ich|haben wir) {item} (zuletzt|das letzte Mal) (gesehen|hingelegt|gehabt|benutzt|hingestellt"
                "|abgelegt|hingetan)"
            ),
            "wo (war|waren|lag|lagen) {item} zuletzt",
        ),
        Kind.LOW: (
            "was (geht|wird) [bald|gerade|langsam] (aus|knapp|alle|leer|zur Neige|zu Ende)",
            "was fehlt [uns|mir] [noch|alles]",
            "was ist [bald|fast|gerade] (knapp|alle|leer)",
            "was (müssen wir|muss ich) [bald] (einkaufen|kaufen|nachkaufen|auffüllen|nachfüllen)",
            "(welche|welcher) (Vorräte|Vorrat|Sachen) (gehen aus|werden knapp|sind knapp|fehlen|ist knapp)",
            "wovon haben wir [nur noch|zu] wenig",
        ),
        Kind.WHO: (
            "wer hat {item}",
            "(wem habe ich|wem hab ich|wem haben wir) {item} (geliehen|ausgeliehen|verliehen)",
        ),
        Kind.LENT: (
            "was (habe ich|hab ich|haben wir) an {place} (verliehen|ausgeliehen|verborgt)",
            "was (habe ich|hab ich|haben wir) {place} (geliehen|ausgeliehen|geborgt)",
            "was hat sich {place} (geliehen|ausgeliehen|geborgt|von mir geliehen|von uns geliehen|von uns ausgeliehen)",
            "was hat {place} (von mir|von uns) (geliehen|ausgeliehen|geborgt)",
            "was (habe ich|hab ich|haben wir) (verliehen|alles verliehen|ausgeliehen|verborgt)",
        ),
        Kind.LEND: (
            "(verleih|verleihe|leih|leihe|borge) {item} an {place}",
            "(ich habe|ich hab|wir haben) {item} an {place} (verliehen|ausgeliehen|verborgt)",
        ),
        Kind.RETURNED: (
            "{place} (hat|haben) {item} (zurückgegeben|zurückgebracht|wiedergebracht|wiedergegeben)",
            "(ich habe|ich hab|wir haben) {item} von {place} (zurück|zurückbekommen|wieder|wiederbekommen)",
        ),
        Kind.FOLLOW: ("und {item}", "(wie sieht es|wie steht es) mit {item} aus", "was ist mit {item}"),
        Kind.PICK: (
            *("der {item}", "die {item}", "das {item}", "den {item}", "ich meine {item}", "nummer {item}"),
            *("ja", "genau", "richtig", "ja bitte", "ja genau", "stimmt"),
        ),
        Kind.UNDO: (
            "(mach|mache) (das|es|dies|die letzte Änderung) rückgängig",
            "rückgängig [machen]",
            "nimm (das|es|die letzte Änderung) zurück",
        ),
    },
    leading=frozenset(
        (
            *("der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines"),
            *(f"{word}{ending}" for word in _POSSESSIVES for ending in ("", "e", "en", "em", "er", "es")),
            *("unsre", "unsren", "unserm", "noch", "denn", "eigentlich", "auch", "irgendwelche", "irgendwo", "bitte"),
            *(
                "meiner",
                "meines",
                "auf",
                "fur",
                "von",
                "vom",
                "gerade",
                "geliehen",
                "ausgeliehen",
                "in",
                "im",
                "welche",
                "noch",
            ),
            *("mal", "bloss", "nur", "alle", "etwas", "diese", "diesen", "dieser", "dieses", "diesem"),
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
            *("heraus", "raus", "ab", "gerade", "geliehen", "ausgeliehen", "auch", "mehr", "zu", "ende", "hin"),
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
    ours=word_set("mein meine meinen meinem meiner meines unser unsere unseren unserem unserer wir ich"),
    elsewhere=word_set(
        "termin termine regen schnee wetter post mail mails nachricht nachrichten zeit besuch"
        " gaste geburtstag schule urlaub plane musik hunger durst ferien internet strom hausaufgaben"
    ),
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
    unit_of=frozenset(),
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
    months=(
        *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli"),
        *("August", "September", "Oktober", "November", "Dezember"),
    ),
    date="{day}. {month} {year}",
    ordinals={
        **{f"erste{ending}": 1 for ending in ("", "r", "s", "n")},
        **{f"zweite{ending}": 2 for ending in ("", "r", "s", "n")},
        **{f"dritte{ending}": 3 for ending in ("", "r", "s", "n")},
        **{f"letzte{ending}": -1 for ending in ("", "r", "s", "n")},
        "eins": 1,
        "zwei": 2,
        "drei": 3,
        "1": 1,
        "2": 2,
        "3": 3,
    },
    yes=frozenset(("ja", "genau", "richtig", "ja bitte", "ja genau", "stimmt")),
    said_as={"doppel a": "aa", "mignon": "aa", "dreifach a": "aaa", "a a": "aa", "a a a": "aaa"},
    many_verbs=frozenset(("sind", "liegen", "stehen")),
    many_names=MANY,
    plurals=PLURALS,
    inside_out=True,
    between_places=" ",
    place_phrases=PLACE_PHRASES,
    declined=DECLINED,
    articles=ARTICLES,
    place_in="in {place}",
    place_on="in {place}",
    decimal_point=",",
    texts=TEXTS,
    errors=ERRORS,
)
