"""The gender of what German households have and keep it in: the last part of a compound says it.

What is in no list goes without an article, which is understood; a wrong one is heard at once.
"""

from __future__ import annotations

from typing import Final

_ADJECTIVES: Final = (
    "rot|blau|grün|gelb|schwarz|weiß|grau|braun|orangefarben|bunt|durchsichtig|hell|dunkel|groß|größer|klein|kleiner|alt|älter"
    "|neu|lang|kurz|schmal|breit|flach|hoch|niedrig|link|recht|ober|oberst|unter|unterst|mittler|vorder|hinter|inner|äußer"
    "|erst|zweit|dritt|viert|fünft|letzt|rund|eckig|schwer|leicht|dick|dünn|kaputt|elektrisch|digital|tragbar|gestreift"
)
DECLINED: Final = rf"\b({_ADJECTIVES})(?:e|er|es|en)\b(?=\s+\w)"

_HER_PLACE: Final = (
    "garage|küche|kiste|box|truhe|kammer|schublade|lade|dose|tasche|vitrine|kommode|anrichte|tonne|werkstatt|stube|diele"
    "|wohnung|halle|etage|hütte|laube|ecke|nische|schachtel|mappe|toilette|dusche|wanne|scheune|bibliothek|schale|kabine|tüte"
    "|apotheke|tiefgarage|schatulle|kassette"
)
_HER_TOP: Final = "bank|theke|platte|terrasse|ablage|treppe|empore|galerie|konsole"
_HIS_PLACE: Final = (
    "keller|schrank|flur|koffer|karton|kasten|korb|eimer|schuppen|garten|container|spind|tresor|safe|ordner|rucksack|beutel"
    "|sack|wagen|raum|gang|carport|stall|anbau|topf|organizer|stock"
)
_HIS_TOP: Final = "tisch|boden|balkon|speicher|hof|estrich|hocker|stuhl"
_ITS_PLACE: Final = (
    "regal|büro|zimmer|bad|haus|fach|auto|glas|etui|depot|lager|atelier|labor|studio|geschoss|zelt|boot|kabinett"
)
_ITS_TOP: Final = "sideboard|brett|podest"
_AT_HER: Final = "garderobe|pinnwand|wand|leiste"

# Those in -e get their plural with -n.
_HER_E: Final = (
    "maschine|lampe|birne|schere|zange|säge|schraube|batterie|kerze|flasche|feile|raspel|leuchte|kette|hülse|klemme|bürste|walze"
    "|rolle|pumpe|fräse|presse|waage|pfanne|tasse|vase|decke|matratze|jacke|hose|mütze|brille|karte|kamera|düse|spritze|salbe"
    "|harke|schaufel|gabel|nadel|konserve|patrone|kassette|pille|tablette|creme|liege|schiene|scheibe|klinge|spule|gitarre|flöte"
)
_HER: Final = (
    "bohrmaschine|leiter|feder|mutter|uhr|tür|axt|wasserwaage|steckdose|zeitung|heizung|versicherung|rechnung|anleitung|halterung"
    "|dichtung|tastatur|maus|box|farbe|seife|milch|butter|wolle|folie|schnur|angel|sichel|kordel|gießkanne|kanne|schubkarre|karre"
)
_HIS: Final = (
    "hammer|schlüssel|schraubenzieher|schraubendreher|dreher|bohrer|schrauber|schleifer|drucker|router|föhn|toaster|mixer|mäher"
    "|kocher|trockner|staubsauger|sauger|kompressor|grill|wein|honig|kaffee|tee|reis|zucker|essig|nagel|dübel|pinsel|roller"
    "|koffer|rucksack|schlafsack|schlitten|helm|schirm|stift|kleber|leim|lack|spachtel|besen|eimer|schlauch|rechen|spaten|ofen"
    "|fernseher|computer|laptop|monitor|lautsprecher|kopfhörer|stuhl|tisch|ball|pass|ausweis|ring|schmuck|mantel|schuh|handschuh"
    "|gürtel|teller|löffel|topf|öffner|korkenzieher|kasten|wagenheber|handschuh|adapter|stecker|akku|magnet|spiegel|teppich"
)
_ITS: Final = (
    "messer|werkzeug|gerät|set|kabel|papier|öl|buch|spiel|brett|glas|kissen|besteck|fahrrad|rad|netzteil|ladegerät|netzwerkkabel"
    "|seil|pflaster|pulver|salz|mehl|bügeleisen|eisen|handtuch|tuch|laken|zelt|fernglas|telefon|handy|tablet|radio|band|blech"
    "|puzzle|mikrofon|stativ|klavier|keyboard|schloss|rohr|sieb|gewürz|waffeleisen|bild|album|kostüm|boot"
)


def _end(words: str) -> str:
    """Return a regular expression for names that end so."""
    return rf"(?:{words.replace('ß', 'ss')})$"


PLACE_PHRASES: Final = (
    (r"(?:tisch|bank|platte) \d+$", "auf {name}"),
    (r"\d$", "in {name}"),
    (_end(_AT_HER), "an der {declined}"),
    (_end(_HER_TOP), "auf der {declined}"),
    (_end(f"{_HIS_TOP}|{_ITS_TOP}"), "auf dem {declined}"),
    (_end(_HER_PLACE), "in der {declined}"),
    (_end(f"{_HIS_PLACE}|{_ITS_PLACE}"), "im {declined}"),
)
ARTICLES: Final = (
    (_end(f"{_AT_HER}|{_HER_TOP}|{_HER_PLACE}|{_HER_E}|{_HER}"), "die "),
    (_end(f"{_ITS_TOP}|{_ITS_PLACE}|{_ITS}"), "das "),
    (_end(f"{_HIS_TOP}|{_HIS_PLACE}|{_HIS}"), "der "),
    (rf"(?:{_HER_E})n$", "die "),
)
MANY: Final = rf"(?:{_HER_E})n$|(?:nägel|bücher|gläser|tücher|schuhe|stifte)$"
PLURALS: Final = (
    (rf"((?:{_HER_E}))$", r"\1n"),
    (r"([Nn])agel$", r"\1ägel"),
    (r"([Hh])ammer$", r"\1ämmer"),
    (r"([Tt])uch$", r"\1ücher"),
    (r"([Bb])uch$", r"\1ücher"),
    (r"([Gg])las$", r"\1läser"),
    (r"([Ss])tuhl$", r"\1tühle"),
    (r"((?:[Ss]tift|[Ss]chuh|[Gg]erät))$", r"\1e"),
    (r"((?:[Bb]ox))$", r"\1en"),
)
