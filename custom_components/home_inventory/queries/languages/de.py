"""German."""

from __future__ import annotations

from typing import Final

from ..language import Bound, Language, Meaning, Period, counts, pairs, words

_LEFT: Final = "[(stück|übrig|davon|auf lager|vorrätig)]"
_ENDS: Final = "(endet|enden|ausläuft|auslaufen|abläuft|ablaufen|läuft|laufen|gilt|geht|endend|ablaufend|auslaufend)"
_LATE: Final = "[(endet|enden|ausläuft|auslaufen|abläuft|ablaufen|ab|aus|gilt|geht)]"
_COSTS: Final = "[(die|das|der)] (für|kostet|kosten|wert)"
_BOUGHT: Final = "(gekauft|gekaufte|bestellt|bestellte|erworben)"

GERMAN: Final = Language(
    code="de",
    decimal=",",
    the=(
        "(der|die|das|dem|den|des|ein|eine|einem|einer|einen|mein|meine|meinem|meiner|meinen|unser|unsere|unserem"
        "|unserer|unseren)"
    ),
    box="(kiste|box|karton|schachtel|behälter|schublade|regal|fach|schrank|tasche|koffer|ort|platz)",
    rules={
        Meaning.WARRANTY_TIME: (
            f"[(mit|deren|dessen|wo die|bei denen die)] (garantie|garantien|gewährleistung) [die] {_ENDS} {{time}} {_LATE}",
            f"[(mit|deren|dessen|in|unter|noch)] (garantie|garantien|gewährleistung) {{time}} {_LATE}",
        ),
        Meaning.BEST_BEFORE_TIME: (
            "[(die|das)] [(mindestens|noch)] (haltbar|mhd|mindesthaltbarkeitsdatum|mindesthaltbarkeit) {time}",
            "[zu] (verbrauchen|verzehren|aufbrauchen) {bounded}",
            "{bounded} (haltbar|zu verbrauchen|verbrauchen|aufbrauchen)",
        ),
        Meaning.ADDED_TIME: (
            "[(die|das)] [(ich|wir)] (hinzugefügt|erfasst|eingetragen|angelegt|dazugekommen) {time}",
            "[(die|das)] [(ich|wir)] {time} (hinzugefügt|hinzugefügte|erfasst|erfasste|eingetragen|angelegt) [(habe|haben|wurde|wurden)]",
            "(hinzugefügt|erfasst) {time}",
        ),
        Meaning.WARRANTY_EXPIRED: (
            "[mit] (abgelaufene|abgelaufener|abgelaufenen) (garantie|garantien|gewährleistung)",
            "[(deren|bei denen die)] (garantie|garantien|gewährleistung) [(ist|sind)] (abgelaufen|ausgelaufen|vorbei|erloschen) [(ist|sind)]",
            "(aus der|außer|außerhalb der|nicht mehr in|nicht mehr unter) (garantie|gewährleistung)",
        ),
        Meaning.WARRANTY_NONE: ("(ohne|die keine|mit keiner) (garantie|gewährleistung) [(haben|hat)]",),
        Meaning.WARRANTY_ACTIVE: (
            "[noch] (in|unter|innerhalb) [der] (garantie|gewährleistung)",
            "[(die|das)] [noch] (mit|mit gültiger|mit laufender) (garantie|gewährleistung)",
            "[die] noch (garantie|gewährleistung) (haben|hat)",
        ),
        Meaning.BEST_BEFORE_PAST: (
            "[mit] (abgelaufenes|abgelaufenem) (mhd|mindesthaltbarkeitsdatum|haltbarkeitsdatum)",
            "(mhd|mindesthaltbarkeitsdatum|haltbarkeit) [ist] abgelaufen",
            "(nicht mehr haltbar|über dem (mhd|mindesthaltbarkeitsdatum))",
        ),
        Meaning.PRICE_BELOW: (
            f"[{_COSTS}] (unter|weniger als|billiger als|günstiger als|<) {{money}} [(kosten|kostet)]",
            f"({_COSTS} (unter|weniger als)|billiger als|günstiger als) {{sum}}",
        ),
        Meaning.PRICE_ABOVE: (
            f"[{_COSTS}] (über|mehr als|teurer als|>) {{money}} [(kosten|kostet|wert)]",
            f"({_COSTS} (über|mehr als)|teurer als) {{sum}}",
        ),
        Meaning.PRICE_MOST: (f"[{_COSTS}] (bis|bis zu|höchstens|maximal) {{money}}",),
        Meaning.PRICE_LEAST: (f"[{_COSTS}] (mindestens|ab) {{money}}",),
        Meaning.LABEL: (
            "mit {the} (label|etikett|kennzeichnung|schlagwort) {label}",
            "[als] {label} (markiert|markierte|gekennzeichnet|etikettiert)",
            "(markiert|gekennzeichnet|etikettiert) (als|mit) {label}",
        ),
        Meaning.CATEGORY: ("[(in|aus|von)] {the} (kategorie|kategorien) {category}",),
        Meaning.VENDOR: (
            f"[(die|das|den)] [(ich|wir)] {_BOUGHT} (bei|beim|von|im|in) {{the}} {{vendor}}",
            f"(bei|beim|von) {{the}} {{vendor}} {_BOUGHT} [(habe|haben|wurde|wurden)]",
            "{bought} (bei|beim|von|im|in) {the} {vendor}",
            "(bei|beim|von) {the} {vendor} {bought}",
        ),
        Meaning.PURCHASE_TIME: (
            "[(die|das|den)] [(habe|haben)] [(ich|wir)] {time} (gekauft|gekaufte|gekauften|bestellt|bestellte|erworben) [(habe|haben|wurde|wurden)]",
            f"[(die|das|den)] [(ich|wir)] {_BOUGHT} {{time}}",
            "[(die|das|den)] [(habe|haben)] [(ich|wir)] {time} {bought}",
            "{bought} {time}",
        ),
        Meaning.MAKER: (
            "(hergestellt|produziert|gebaut) von {maker}",
            "[(von|vom|der)] {the} (marke|hersteller) {maker}",
        ),
        Meaning.BORROWER: (
            (
                "[was] [(die|das|den)] [(habe|hab|haben)] [(ich|wir)] [alles] [gerade] an {the} {borrower} "
                "(verliehen|verliehene|ausgeliehen|ausgeliehene|verborgt|verborgte) [(habe|haben|ist|sind)]"
            ),
            "[(die|das|den)] (verliehen|verliehene|ausgeliehen|ausgeliehene|verborgt|verborgte) [(ist|sind)] an {the} {borrower}",
            "was (habe|hab|haben) (ich|wir) {the} {borrower} [alles] (geliehen|ausgeliehen|verliehen|geborgt)",
            "was hat [sich] {the} {borrower} (alles|von mir|von uns|alles von mir|alles von uns) (geliehen|ausgeliehen|geborgt)",
            "was hat [sich] {the} {borrower} (geliehen|ausgeliehen|geborgt)",
            "[(die|das|den)] von {the} {borrower} (geliehen|ausgeliehen|geborgt) [(ist|sind|wurde|wurden)]",
        ),
        Meaning.OVERDUE: (
            "[(die|das)] (überfällig|überfällige|überfälliger|überfälliges) [(ist|sind)]",
            "[(die|das)] [(schon|längst)] zurück sein (sollte|sollten|müsste|müssten)",
        ),
        Meaning.LENT: (
            "[was] (habe|hab|haben) (ich|wir) [alles] [gerade] (verliehen|ausgeliehen|verborgt)",
            (
                "[(die|das)] [(gerade|noch)] (verliehen|verliehene|verliehener|verliehenes|ausgeliehen|ausgeliehene"
                "|ausgeliehener|ausgeliehenes|verborgt|verborgte) [(ist|sind)]"
            ),
        ),
        Meaning.DEVICE_OFFLINE: (
            "(offline|getrennte|unerreichbare|nicht erreichbare) (gerät|geräte)",
            "(gerät|geräte) [(das|die)] [(ist|sind)] (offline|getrennt|unerreichbar|nicht erreichbar) [(ist|sind)]",
            "[(das|die|der)] (offline|unerreichbar|nicht erreichbar) (ist|sind)",
            "(ist|sind) [gerade] (offline|nicht erreichbar)",
        ),
        Meaning.DEVICE_ONLINE: (
            "(online|verbundene|erreichbare) (gerät|geräte)",
            "(gerät|geräte) [(das|die)] [(ist|sind)] (online|verbunden|erreichbar) [(ist|sind)]",
            "[(das|die|der)] (online|erreichbar) (ist|sind)",
            "(ist|sind) [gerade] (online|erreichbar)",
        ),
        Meaning.DEVICE_MISSING: (
            "(fehlende|vermisste|verschwundene) (gerät|geräte)",
            "(gerät|geräte) [(das|die)] (fehlt|fehlen|vermisst werden|vermisst wird|verschwunden) [(ist|sind)]",
        ),
        Meaning.UNPLACED: (
            "[(die|das)] (ohne|mit keinem|die keinen|keinen) [(einen|festen)] (ort|platz|standort|lagerort) [(haben|hat)]",
            "[(die|das)] (nirgends|nicht eingeräumt|unverräumt|nicht verräumt) [(sind|ist)]",
        ),
        Meaning.LOW_STOCK: (
            "[(mit|die|das)] (geringer|geringem|niedriger|niedrigem|wenig|zu wenig|knapper|knappem) (bestand|vorrat)",
            "[(die|das)] (fast alle|fast leer|bald alle|knapp) [(sind|ist|werden|wird)]",
            "[(die|das)] (fast aufgebraucht|geht zur neige|gehen zur neige|zur neige gehen|unter mindestbestand)",
            "[(unter dem|unterm)] mindestbestand",
            "bestand [ist] (niedrig|gering|knapp)",
        ),
        Meaning.QUANTITY_NONE: ("(nicht vorrätig|nicht mehr vorrätig|nicht auf lager|aufgebraucht|ausgegangen)",),
        Meaning.PROMOTED: ("mit (eigenem|eigenen) (gerät|entitäten)",),
        Meaning.ARCHIVED: ("(im|in {the}) archiv", "die archiviert sind", "archivierte (dinge|sachen|gegenstände)"),
        Meaning.CODE: ("(in|auf|aus|im) {the} {box} {code}",),
        Meaning.PLACE: (
            "[(die|das|der)] [(liegt|liegen|steht|stehen|sind|ist)] (in|im|ins|auf|am|unterm|hinterm|innerhalb von) {the} {place}",
        ),
        Meaning.QUANTITY_BELOW: (f"(unter|weniger als|<) {{n}} {_LEFT}",),
        Meaning.QUANTITY_ABOVE: (f"(über|mehr als|>) {{n}} {_LEFT}",),
        Meaning.QUANTITY_MOST: (f"(höchstens|maximal|bis zu) {{n}} {_LEFT}",),
        Meaning.QUANTITY_LEAST: (f"(mindestens|wenigstens) {{n}} {_LEFT}",),
    },
    periods={
        Period.YESTERDAY: ("gestern",),
        Period.TODAY: ("heute",),
        Period.TOMORROW: ("morgen",),
        Period.LAST_WEEK: ("(letzte|letzter|vergangene|vorige) woche",),
        Period.THIS_WEEK: ("(diese|dieser) woche",),
        Period.NEXT_WEEK: ("(nächste|nächster|kommende|kommender) woche",),
        Period.LAST_MONTH: ("(letzten|letztem|vergangenen|vorigen) monat",),
        Period.THIS_MONTH: ("(diesen|diesem) monat",),
        Period.NEXT_MONTH: ("(nächsten|nächstem|kommenden) monat",),
        Period.LAST_YEAR: ("(letztes|letzten|vergangenes|voriges|vergangenen) jahr",),
        Period.THIS_YEAR: ("(dieses|diesem|diesen) jahr", "heuer"),
        Period.NEXT_YEAR: ("(nächstes|nächsten|kommendes|kommenden) jahr",),
        Period.WEEKDAY: ("[(nächsten|nächstem|kommenden|diesen|diesem)] {w}",),
        Period.LAST_WEEKDAY: ("(letzten|letztem|vergangenen|vorigen) {w}",),
        Period.SOON: ("bald", "demnächst"),
        Period.COMING: ("[(in|innerhalb|binnen|innerhalb von)] [(den|der|die)] [(nächsten|kommenden)] {n} {unit}",),
        Period.PAST: ("[in] [(den|der|die)] (letzten|vergangenen) {n} {unit}",),
        Period.DATE: ("{iso}", "{dmy}", "[(dem|den|zum)] {d} {m} {y}", "[(dem|den|zum)] {d} {m}"),
        Period.MONTH: ("{m} {y}", "{m}"),
        Period.YEAR: ("[jahr] {y}",),
    },
    bounds={
        Bound.IN: "(im|in|am|während)",
        Bound.BY: "(bis|bis zum|spätestens|bis ende|bis zum ende)",
        Bound.BEFORE: "(vor|vor dem|vorm)",
        Bound.AFTER: "(nach|nach dem)",
        Bound.SINCE: "(seit|seit dem|ab|ab dem)",
    },
    lasting="für",
    weekdays=("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "(samstag|sonnabend)", "sonntag"),
    units=("(tag|tage|tagen)", "(woche|wochen)", "(monat|monate|monaten)", "(jahr|jahre|jahren)"),
    months=(
        *("(januar|jänner|jan)", "(februar|feber|feb)", "(märz|mär)", "(april|apr)", "mai", "(juni|jun)", "(juli|jul)"),
        *("(august|aug)", "(september|sept|sep)", "(oktober|okt)", "(november|nov)", "(dezember|dez)"),
    ),
    numbers=counts(
        "eins=1 ein=1 eine=1 einen=1 einem=1 einer=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 "
        "zehn=10 elf=11 zwölf=12 zwanzig=20 dreißig=30 fünfzig=50 hundert=100"
    ),
    currencies=pairs(
        "€=EUR euro=EUR euros=EUR eur=EUR £=GBP gbp=GBP usd=USD $=dollar dollar=dollar chf=CHF franken=CHF pfund=pound"
    ),
    asking=words(
        "zeig zeige mir finde suche such nach liste alle alles wo ist sind was welche haben wir ich die das der"
    ),
    things=words("ding dinge dingen sache sachen gegenstand gegenstände artikel zeug alles etwas alle"),
    devices=words("gerät geräte"),
    links=words("und oder die das der den dem mit sind ist auch haben hat wurden wurde liegt liegen steht stehen"),
    joins=words("von"),
    after=words(
        "offline online verliehen ausgeliehen geliehen überfällig für ohne unter über mehr weniger bei in im auf am von vom aus gekauft bestellt hinzugefügt haltbar mindestens "
        "höchstens bitte zum zur deren dessen seit bis ab markiert gekennzeichnet noch um teurer billiger"
    ),
)
