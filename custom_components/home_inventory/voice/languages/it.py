"""Italian. Prepositions are taken apart from their articles in code; answers name things before a colon."""

from __future__ import annotations

from typing import Final

from ..language import Kind, Language, word_set
from .answers.it import ERRORS, PLACE_PHRASES, TEXTS, UNIT_NAMES

_UNITS: Final = ("uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove")
_SMALL: Final = (
    *(*_UNITS, "dieci", "undici", "dodici", "tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto"),
    "diciannove",
)
_TENS: Final = ("venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta")
_ENDINGS: Final = ("l", "lo", "lla", "i", "gli", "lle", "ll'")
_INTO: Final = (
    *("in", "su", "a", "dentro", "sotto", "verso", "ne"),
    *(f"{stem}{ending}" for stem in ("ne", "su", "a") for ending in _ENDINGS),
    *("nello", "sullo", "allo"),
)
_FROM: Final = (
    "da",
    *(f"{stem}{ending}" for stem in ("da", "de") for ending in _ENDINGS),
    "dallo",
    "dello",
    "di",
    "d'",
)

ITALIAN: Final = Language(
    code="it",
    sentences={
        Kind.FIND: (
            (
                "(dov'è|dove è|dove sono|dove si trova|dove si trovano|dove ho messo|dove abbiamo messo|dove tengo|dove teniamo"
                "|dove trovo|dove posso trovare|dove stanno|dove sta|dove ho riposto|dove conserviamo) {item}"
            ),
            "(hai visto|avete visto|qualcuno ha visto) {item}",
            "(sai|dimmi|sai dirmi|mi dici) (dov'è|dove è|dove sono) {item}",
        ),
        Kind.CONTENTS: (
            "(cosa c'è|che cosa c'è|che c'è|cosa abbiamo|cosa ho|cosa si trova|che cosa abbiamo|cosa sta) {place}",
            "(cosa contiene|che cosa contiene) {place}",
        ),
        Kind.COUNT: (
            (
                "(quanti|quante|quanto|quanta) {item} (abbiamo|ho|ci sono|c'è|restano|resta|ci restano|rimangono|rimane|sono rimasti"
                "|sono rimaste|è rimasto|è rimasta)"
            ),
        ),
        Kind.HAVE: (
            "(abbiamo|ho|ci sono|c'è|restano|resta|rimangono|ci restano|ci rimangono) ancora {item}",
            "(abbiamo|ci sono) {item}",
        ),
        Kind.MOVE: ("(sposta|sposti|trasferisci|porta|ho spostato|abbiamo spostato) {item}",),
        Kind.PUT: (
            (
                "(metti|metta|riponi|posa|ho messo|abbiamo messo|ho riposto|ho posato|rimetti|ho rimesso|appoggia) {item}"
            ),
        ),
        Kind.ADD: ("(aggiungi|aggiunga|ho aggiunto|abbiamo aggiunto) {item}",),
        Kind.TAKE: (
            (
                "(ho usato|abbiamo usato|ho preso|abbiamo preso|ho consumato|abbiamo consumato|ho utilizzato|togli|prendi|usa|leva"
                "|ho tolto|abbiamo utilizzato) {item}"
            ),
        ),
        Kind.EMPTY: (
            (
                "(ho finito|abbiamo finito|è finito|è finita|sono finiti|sono finite|non c'è più|non ci sono più|non abbiamo più)"
                " {item}"
            ),
        ),
        Kind.WARRANTY: (
            (
                "(quando scade|quando finisce|quando termina|fino a quando dura|fino a quando vale|quanto dura) la garanzia {item}"
            ),
            "(fino a quando è|fino a quando sono) in garanzia {item}",
            "fino a quando {item} (è|sono) in garanzia",
            "(fino a quando ha|quanta ha) garanzia {item}",
        ),
        Kind.COVERED: (
            "(è|sono) [ancora] in garanzia {item}",
            "{item} (è|sono) [ancora] in garanzia",
            "(ha|hanno) [ancora] la garanzia {item}",
            "{item} (ha|hanno) [ancora] la garanzia",
            "(vale|dura|è valida) [ancora] la garanzia {item}",
        ),
        Kind.STATUS: (
            "(è|sono) (online|offline|raggiungibile|raggiungibili|in rete) {item}",
            "{item} (è|sono) (online|offline|raggiungibile|raggiungibili|in rete)",
        ),
        Kind.LAST: (
            (
                "(dove ho visto|dove ho lasciato|dove abbiamo lasciato|dov'era|dove era|dove erano|quando ho visto|dove abbiamo visto"
                "|dove ho usato|quando ho usato) {item}"
            ),
        ),
        Kind.LOW: (
            "(cosa|che cosa) (manca|ci manca|sta finendo|sta per finire|scarseggia|si sta esaurendo|è quasi finito)",
            "(cosa|che cosa) (dobbiamo|devo|c'è da|bisogna) (comprare|ricomprare|rifornire|reintegrare)",
            "(di cosa|di che cosa) (abbiamo poco|stiamo finendo le scorte|siamo a corto)",
            "(quali|che) (scorte|cose|prodotti) (stanno finendo|mancano|scarseggiano|sono basse)",
            "(cosa|che cosa) stiamo (finendo|per finire)",
        ),
        Kind.WHO: ("(chi ha|a chi ho prestato|a chi abbiamo prestato) {item}",),
        Kind.LENT: (
            (
                "(cosa|che cosa) (ho prestato|abbiamo prestato|gli ho prestato|le ho prestato)"
                " (a|ad|al|allo|alla|ai|agli|alle) {place}"
            ),
            "(cosa|che cosa) ha {place} in prestito",
            "(cosa|che cosa) ha preso in prestito {place}",
            "(cosa|che cosa) (ho prestato|abbiamo prestato)",
        ),
        Kind.LEND: (
            ("(presta|presti|prestate|ho prestato|abbiamo prestato) {item} (a|ad|al|allo|alla|ai|agli|alle) {place}"),
        ),
        Kind.RETURNED: (
            (
                "{place} (ha restituito|hanno restituito|mi ha restituito|ci ha restituito|ha riportato|hanno riportato"
                "|mi ha ridato|ci ha ridato|mi ha riportato|ci ha riportato) {item}"
            ),
        ),
        Kind.FOLLOW: ("e {item}", "che mi dici {item}"),
        Kind.PICK: (
            *(
                "il {item}",
                "la {item}",
                "lo {item}",
                "i {item}",
                "gli {item}",
                "le {item}",
                "quello {item}",
                "quella {item}",
            ),
            *("sì", "si", "esatto", "certo", "giusto", "intendo {item}", "quelle {item}", "quelli {item}"),
        ),
        Kind.UNDO: ("annulla (questo|ciò|l'ultima modifica|l'ultima azione|quello)", "annulla [tutto]", "annullalo"),
    },
    leading=word_set("""finito finita finiti finite
        il lo la i gli le l' un uno una un' mio mia miei mie nostro nostra nostri nostre tuo tua questo questa questi
        queste quel quella dei degli delle del dello della dell' di d' ancora piu preso anche messo alcuni alcune
        qualche al alla allo all' nel nella nello nell' nei negli nelle in su sul sulla sullo sull' sui sugli sulle
        dentro sotto a per con"""),
    trailing=word_set(
        """per favore ancora piu adesso ora l'ultima ultima volta la l' di recente in casa anche via dentro invece mi ci"""
    ),
    elided=("l'", "un'", "d'", "dell'", "nell'", "sull'", "all'", "dall'"),
    ones=frozenset(("un", "uno", "una", "un'")),
    numbers={word: number for number, word in enumerate(_SMALL, 1)}
    | {word: number * 10 for number, word in enumerate(_TENS, 2)}
    | {f"{ten}{unit}": tens * 10 + number for tens, ten in enumerate(_TENS, 2) for number, unit in enumerate(_UNITS, 1)}
    | {
        f"{ten[:-1]}{unit}": tens * 10 + at
        for tens, ten in enumerate(_TENS, 2)
        for at, unit in ((1, "uno"), (8, "otto"))
    }
    | {"una": 1, "un": 1, "un'": 1, "dozzina": 12, "cento": 100},
    prepositions=frozenset(_INTO),
    ours=word_set("mio mia miei mie nostro nostra nostri nostre ho abbiamo ci"),
    elsewhere=word_set(
        "appuntamento appuntamenti pioggia neve tempo posta mail messaggio messaggi ospiti visite compleanno scuola"
        " impegni musica fame sete sonno freddo caldo paura fretta vacanze internet corrente compiti"
    ),
    origins=frozenset(_FROM),
    units={
        **dict.fromkeys(("pacco", "pacchi", "pacchetto", "pacchetti", "confezione", "confezioni"), "pack"),
        **dict.fromkeys(("scatola", "scatole"), "box"),
        **dict.fromkeys(("bottiglia", "bottiglie"), "bottle"),
        **dict.fromkeys(("lattina", "lattine"), "can"),
        **dict.fromkeys(("barattolo", "barattoli", "vasetto", "vasetti"), "jar"),
        **dict.fromkeys(("sacco", "sacchi", "sacchetto", "sacchetti", "busta", "buste"), "bag"),
        **dict.fromkeys(("rotolo", "rotoli"), "roll"),
        **dict.fromkeys(("paio", "paia"), "pair"),
        **dict.fromkeys(("set",), "set"),
        **dict.fromkeys(("foglio", "fogli"), "sheet"),
        **dict.fromkeys(("tubetto", "tubetti"), "tube"),
    },
    unit_of=frozenset(("di", "d'")),
    unit_names=UNIT_NAMES,
    months=(
        *("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio"),
        *("agosto", "settembre", "ottobre", "novembre", "dicembre"),
    ),
    date="{day} {month} {year}",
    ordinals={
        **dict.fromkeys(("primo", "prima"), 1),
        **dict.fromkeys(("secondo", "seconda"), 2),
        **dict.fromkeys(("terzo", "terza"), 3),
        **dict.fromkeys(("ultimo", "ultima"), -1),
    },
    yes=frozenset(("si", "esatto", "certo", "giusto")),
    said_as={"doppia a": "aa", "doppio a": "aa", "tripla a": "aaa", "a a": "aa", "due a": "aa"},
    bare_stop_words=frozenset(
        (
            *(
                "il",
                "lo",
                "la",
                "gli",
                "le",
                "l",
                "un",
                "uno",
                "una",
                "di",
                "del",
                "della",
                "dello",
                "dei",
                "delle",
                "degli",
            ),
            *("da", "per", "con", "e", "mio", "mia", "miei", "mie", "d", "dell"),
        )
    ),
    many_verbs=frozenset(("sono",)),
    many_names="",
    heads_first=True,
    lowers_names=True,
    inside_out=True,
    place_phrases=PLACE_PHRASES,
    place_in="in {place}",
    place_on="su {place}",
    decimal_point=",",
    texts=TEXTS,
    errors=ERRORS,
)
