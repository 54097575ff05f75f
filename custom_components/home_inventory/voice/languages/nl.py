"""Dutch. Answers name things before a colon, so that they do without the gender of names; places have theirs."""

from __future__ import annotations

from typing import Final

from ..language import Kind, Language, word_set
from .answers.nl import ERRORS, TEXTS

_UNITS: Final = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_SMALL: Final = (
    *(*_UNITS, "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien"),
    "negentien",
)
_TENS: Final = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_INTO: Final = "in|op|naar|onder|bij|achter"

DUTCH: Final = Language(
    code="nl",
    sentences={
        Kind.FIND: (
            (
                "(waar is|waar zijn|waar ligt|waar liggen|waar staat|waar staan|waar heb ik|waar hebben we|waar vind ik"
                "|waar bewaren we|waar kan ik|waar hangt|waar zit|waar zitten|waar bewaar ik) {item}"
            ),
            "(heb je|hebben jullie|heeft iemand) {item} gezien",
            "(weet je|weet iemand|vertel me|zeg eens) waar {item} (is|zijn|ligt|liggen|staat|staan)",
        ),
        Kind.CONTENTS: (
            "wat (zit|zitten|ligt|liggen|staat|is|bewaren we|hebben we|heb ik) [er] [allemaal] (in|op|onder) {place}",
        ),
        Kind.COUNT: (
            "hoeveel {item} (hebben we|heb ik|zijn er|is er|liggen er|hebben wij) [nog] [over]",
            "hoeveel {item} (zijn|is) [er] [nog] over",
        ),
        Kind.HAVE: ("(hebben we|heb ik|hebben wij|is er nog|zijn er nog|ligt er nog) {item}",),
        Kind.MOVE: (
            f"(verplaats|verhuis|breng|ik heb|we hebben) {{item}} ({_INTO}) {{place}} (verplaatst|gebracht|verhuisd)",
            f"(verplaats|verhuis|breng) {{item}} ({_INTO}) {{place}}",
        ),
        Kind.PUT: (
            f"(leg|zet|stop|berg|hang|plaats) {{item}} ({_INTO}) {{place}}",
            f"(ik heb|we hebben) {{item}} ({_INTO}) {{place}} (gelegd|gezet|gestopt|gedaan|opgeborgen|gehangen)",
        ),
        Kind.ADD: (
            "(voeg) {item} (toe aan|toe in|aan) {place}",
            "(ik heb|we hebben) {item} aan {place} toegevoegd",
        ),
        Kind.TAKE: (
            "(ik heb|we hebben) {item} (gebruikt|gepakt|verbruikt|genomen|uitgehaald|weggehaald)",
            "(pak|neem|haal|gebruik) {item}",
        ),
        Kind.EMPTY: (
            "(ik heb|we hebben) {item} opgemaakt",
            "(we hebben geen|er is geen|er zijn geen|ik heb geen) {item} meer",
        ),
        Kind.WARRANTY: (
            (
                "(wanneer verloopt|wanneer eindigt|tot wanneer loopt|tot wanneer geldt|hoe lang loopt|hoe lang geldt|wanneer stopt)"
                " de garantie {item}"
            ),
            "(tot wanneer|hoe lang) (is|heeft|hebben|zit er op|heb ik op|hebben we op) {item} garantie",
            "wanneer is de garantie {item} (voorbij|afgelopen|verlopen)",
            "(tot wanneer|hoe lang) valt {item} onder de garantie",
        ),
        Kind.COVERED: (
            "(heeft|hebben) {item} [nog] garantie",
            "(zit|zitten) er [nog] garantie op {item}",
            "(valt|vallen) {item} onder [de] garantie",
            "(hebben we|heb ik) [nog] garantie op {item}",
        ),
        Kind.STATUS: ("(is|zijn) {item} (online|offline|bereikbaar|onbereikbaar)",),
        Kind.LAST: (
            (
                "(waar|wanneer) (heb ik|hebben we) {item} (voor het laatst|het laatst|laatst) (gezien|gelegd|gelaten|gebruikt|gehad"
                "|neergelegd)"
            ),
            "waar (was|waren|lag|lagen) {item} (het laatst|voor het laatst|laatst)",
        ),
        Kind.LOW: (
            "wat (is|raakt|zijn|raken) [er] [bijna|binnenkort] (op|leeg)",
            "wat (ontbreekt|mist|missen we|komen we tekort)",
            "wat (moeten we|moet ik) (kopen|bijvullen|aanvullen|bijkopen)",
            "(waar hebben we weinig van|waar hebben we te weinig van|waar zijn we bijna doorheen)",
            "welke (voorraden|spullen|dingen) (raken op|zijn bijna op|zijn laag|ontbreken)",
        ),
        Kind.WHO: ("wie heeft {item}", "aan wie (heb ik|hebben we) {item} (uitgeleend|geleend)"),
        Kind.LENT: (
            "wat (heb ik|hebben we|hebben wij) aan {place} (uitgeleend|geleend)",
            "wat heeft {place} van (mij|ons) geleend",
            "wat (heb ik|hebben we|hebben wij) (uitgeleend|allemaal uitgeleend)",
        ),
        Kind.LEND: (
            "leen {item} uit aan {place}",
            "leen {item} aan {place} uit",
            "(ik heb|we hebben|wij hebben) {item} aan {place} (uitgeleend|geleend)",
            "(ik heb|we hebben|wij hebben) {item} uitgeleend aan {place}",
        ),
        Kind.RETURNED: (
            "{place} (heeft|hebben) {item} (teruggegeven|teruggebracht)",
            "(ik heb|we hebben) {item} terug van {place}",
        ),
        Kind.FOLLOW: ("en {item}", "hoe zit het met {item}"),
        Kind.PICK: (
            *("de {item}", "het {item}", "die {item}", "dat {item}", "ik bedoel {item}", "nummer {item}"),
            *("ja", "klopt", "precies", "ja graag", "inderdaad"),
        ),
        Kind.UNDO: ("maak (dat|het|dit) ongedaan", "(draai|zet) (dat|het) terug", "maak de laatste wijziging ongedaan"),
    },
    leading=frozenset(
        (
            *(
                "de",
                "het",
                "een",
                "mijn",
                "onze",
                "ons",
                "je",
                "jouw",
                "zijn",
                "haar",
                "hun",
                "deze",
                "dit",
                "die",
                "dat",
            ),
            *(
                "nog",
                "ook",
                "wat",
                "eigenlijk",
                "toch",
                "van",
                "op",
                "er",
                "geleend",
                "gepakt",
                "enkele",
                "alle",
                "'t",
                "t",
            ),
            *("vinden", "uitgeleend", "alsjeblieft", "in", "net", "zojuist"),
        )
    ),
    trailing=frozenset(
        (
            *(
                "alsjeblieft",
                "nog",
                "over",
                "gelegd",
                "neergelegd",
                "gezet",
                "gelaten",
                "opgeborgen",
                "gestopt",
                "gedaan",
            ),
            *(
                "vinden",
                "terug",
                "weg",
                "nu",
                "ook",
                "eigenlijk",
                "in",
                "huis",
                "er",
                "toe",
                "uit",
                "op",
                "graag",
                "liggen",
            ),
            *("geleend", "neergezet", "staan", "bewaard", "gebleven"),
        )
    ),
    ones=frozenset(("een",)),
    numbers={word: number for number, word in enumerate(_SMALL, 1) if word != "een"}
    | {word: number * 10 for number, word in enumerate(_TENS, 2)}
    | {f"{unit}en{ten}": tens * 10 + at for tens, ten in enumerate(_TENS, 2) for at, unit in enumerate(_UNITS, 1)}
    | {"dozijn": 12, "honderd": 100},
    prepositions=frozenset((*_INTO.split("|"), "aan", "toe")),
    ours=word_set("mijn onze ons we wij ik"),
    elsewhere=word_set(
        "afspraak afspraken regen sneeuw weer post mail mails bericht berichten tijd"
        " bezoek gasten verjaardag school plannen muziek honger dorst vakantie internet stroom huiswerk"
    ),
    origins=frozenset(("uit", "van", "vanuit", "vanaf")),
    units={
        **dict.fromkeys(("pak", "pakken", "pakje", "pakjes", "verpakking", "verpakkingen"), "pack"),
        **dict.fromkeys(("doos", "dozen", "doosje", "doosjes"), "box"),
        **dict.fromkeys(("fles", "flessen"), "bottle"),
        **dict.fromkeys(("blik", "blikken", "blikje", "blikjes"), "can"),
        **dict.fromkeys(("pot", "potten", "potje", "potjes"), "jar"),
        **dict.fromkeys(("zak", "zakken", "zakje", "zakjes"), "bag"),
        **dict.fromkeys(("rol", "rollen"), "roll"),
        **dict.fromkeys(("paar",), "pair"),
        **dict.fromkeys(("set", "sets"), "set"),
        **dict.fromkeys(("vel", "vellen"), "sheet"),
        **dict.fromkeys(("tube", "tubes"), "tube"),
    },
    unit_of=frozenset(),
    unit_names={
        "": ("", ""),
        "pack": ("pak", "pakken"),
        "box": ("doos", "dozen"),
        "bottle": ("fles", "flessen"),
        "can": ("blik", "blikken"),
        "jar": ("pot", "potten"),
        "bag": ("zak", "zakken"),
        "roll": ("rol", "rollen"),
        "pair": ("paar", "paar"),
        "set": ("set", "sets"),
        "sheet": ("vel", "vellen"),
        "tube": ("tube", "tubes"),
    },
    months=(
        *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
        *("augustus", "september", "oktober", "november", "december"),
    ),
    date="{day} {month} {year}",
    ordinals={
        **dict.fromkeys(("eerste", "1"), 1),
        **dict.fromkeys(("tweede", "twee", "2"), 2),
        **dict.fromkeys(("derde", "drie", "3"), 3),
        "laatste": -1,
    },
    yes=frozenset(("ja", "klopt", "precies", "ja graag", "inderdaad")),
    said_as={"dubbel a": "aa", "penlite": "aa", "drie dubbel a": "aaa", "triple a": "aaa", "a a": "aa"},
    bare_stop_words=frozenset(("de", "het", "een", "mijn", "onze", "ons", "van", "voor", "met", "en")),
    many_verbs=frozenset(("zijn", "liggen", "staan", "zitten")),
    lowers_names=True,
    inside_out=True,
    place_phrases=(
        (r"^(plank|rek|schap) \d+$", "op {name}"),
        (r"^(doos|lade|kist|bak|vak|box|krat) \d+$", "in {name}"),
        (r"(plank|tafel|zolder|werkbank|overloop)$", "op de {name}"),
        (r"(schap|rek|terras|balkon|bureau|dressoir)$", "op het {name}"),
        (
            r"(kantoor|schuurtje|kastje|hok|krat|kistje|doosje|laatje|toilet|blik|vak|atelier|mandje|koffertje|tuinhuis)$",
            "in het {name}",
        ),
    ),
    place_in="in {article}{place}",
    place_on="op {article}{place}",
    article="de ",
    no_article=r"\d$",
    decimal_point=",",
    texts=TEXTS,
    errors=ERRORS,
)
