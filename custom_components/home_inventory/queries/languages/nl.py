"""Dutch."""

from __future__ import annotations

from typing import Final

from ..language import Bound, Language, Meaning, Period, counts, pairs, words

_LEFT: Final = "[(stuks|over|op voorraad)]"
_ENDS: Final = "(eindigt|eindigen|afloopt|aflopen|verloopt|verlopen|vervalt|geldig|loopt|geldt|eindigend|aflopend)"
_COSTS: Final = "[(die|dat)] (kost|kosten|voor|waard)"
_BOUGHT: Final = "(gekocht|gekochte|besteld|bestelde)"

DUTCH: Final = Language(
    code="nl",
    decimal=",",
    the="(de|het|een|mijn|onze|ons|jouw|jullie)",
    box="(doos|kist|krat|bak|lade|plank|kast|koffer|tas|plaats|plek)",
    rules={
        Meaning.WARRANTY_TIME: (
            f"[(met|waarvan de)] (garantie|garanties) [die] {_ENDS} {{time}}",
            f"[(met|waarvan de)] (garantie|garanties) [die] {{time}} {_ENDS}",
            "[(met|nog|onder)] (garantie|garanties) {bounded}",
        ),
        Meaning.BEST_BEFORE_TIME: (
            "[(die|dat)] [(ten minste|minstens|nog)] (houdbaar|tht|houdbaarheidsdatum) {time}",
            "(op te maken|op te eten|opmaken) {bounded}",
        ),
        Meaning.ADDED_TIME: (
            "[die] [(ik|we)] (toegevoegd|toegevoegde|ingevoerd|geregistreerd) {time}",
            "[die] [(ik|we)] {time} (toegevoegd|toegevoegde|ingevoerd|geregistreerd) [(heb|hebben|zijn)]",
        ),
        Meaning.WARRANTY_EXPIRED: (
            "[met] (verlopen|afgelopen|vervallen) (garantie|garanties)",
            "[(waarvan de|met)] (garantie|garanties) [(is|zijn)] (verlopen|afgelopen|vervallen|voorbij) [(is|zijn)]",
            "(buiten|uit de|niet meer onder|niet meer in) garantie",
        ),
        Meaning.WARRANTY_NONE: ("(zonder|met geen|die geen) garantie [(hebben|heeft)]",),
        Meaning.WARRANTY_ACTIVE: (
            "[(die|dat)] [nog] (onder|in|binnen) [de] garantie",
            "[nog] met [(geldige|lopende)] garantie",
            "die nog garantie hebben",
        ),
        Meaning.BEST_BEFORE_PAST: ("over de (datum|houdbaarheidsdatum|tht)", "niet meer houdbaar"),
        Meaning.PRICE_BELOW: (
            f"[{_COSTS}] (onder|minder dan|goedkoper dan|onder de|<) {{money}} [(kosten|kost)]",
            f"({_COSTS} (onder|minder dan)|goedkoper dan) {{sum}}",
        ),
        Meaning.PRICE_ABOVE: (
            f"[{_COSTS}] (boven|boven de|meer dan|duurder dan|>) {{money}} [(kosten|kost|waard)]",
            f"({_COSTS} (boven|meer dan)|duurder dan) {{sum}}",
        ),
        Meaning.PRICE_MOST: (f"[{_COSTS}] (tot|hooguit|maximaal|hoogstens) {{money}}",),
        Meaning.PRICE_LEAST: (f"[{_COSTS}] (minstens|minimaal|vanaf) {{money}}",),
        Meaning.LABEL: (
            "(gelabeld|gemarkeerd) [(als|met)] {label}",
            "met {the} label {label}",
        ),
        Meaning.CATEGORY: ("[(in|uit|van)] {the} (categorie|categorieën) {category}",),
        Meaning.VENDOR: (
            f"[die] [(ik|we)] {_BOUGHT} (bij|van|in|via) {{the}} {{vendor}}",
            f"(bij|via) {{the}} {{vendor}} (heb|hebben|zijn) {_BOUGHT}",
            f"(bij|via) {{the}} {{vendor}} {_BOUGHT} [(heb|hebben|zijn)]",
            "{bought} (bij|van|in|via) {the} {vendor}",
            "(bij|via) {the} {vendor} {bought}",
        ),
        Meaning.PURCHASE_TIME: (
            f"[die] [(heb|hebben)] [(ik|we)] {{time}} [(heb|hebben)] {_BOUGHT} [(heb|hebben|zijn)]",
            f"[die] [(ik|we)] {_BOUGHT} {{time}}",
            "[die] [(heb|hebben)] [(ik|we)] {time} {bought}",
            "{bought} {time}",
        ),
        Meaning.MAKER: (
            "(gemaakt|geproduceerd) door {maker}",
            "[van] {the} (merk|fabrikant) {maker}",
        ),
        Meaning.BORROWER: (
            (
                "[wat] [(heb|hebben)] [die] [(ik|we|wij)] [allemaal] aan {the} {borrower} "
                "(uitgeleend|uitgeleende|geleend) [(heb|hebben|is|zijn)]"
            ),
            "[die] [(ik|we)] (uitgeleend|uitgeleende) [(is|zijn)] aan {the} {borrower}",
            "wat heeft {the} {borrower} (allemaal|van mij|van ons|allemaal van mij|allemaal van ons) (geleend|te leen)",
            "wat heeft {the} {borrower} (geleend|te leen)",
            "[die] door {the} {borrower} geleend [(is|zijn)]",
        ),
        Meaning.OVERDUE: (
            "[die] (te laat|over tijd) [terug] [(is|zijn)]",
            "[die] [al] terug (had|hadden) moeten (zijn|komen)",
        ),
        Meaning.LENT: (
            "[wat] (heb|hebben) (ik|we|wij) [allemaal] uitgeleend",
            "[die] [(nog|nu)] (uitgeleend|uitgeleende) [(is|zijn)]",
        ),
        Meaning.DEVICE_OFFLINE: (
            "(offline|onbereikbare) (apparaat|apparaten)",
            "(apparaat|apparaten) [(dat|die)] [(is|zijn)] (offline|onbereikbaar|niet bereikbaar) [(is|zijn)]",
            "[(dat|die)] (offline|onbereikbaar|niet bereikbaar) (is|zijn)",
            "(is|zijn) [nu] (offline|onbereikbaar|niet bereikbaar)",
        ),
        Meaning.DEVICE_ONLINE: (
            "(online|bereikbare|verbonden) (apparaat|apparaten)",
            "(apparaat|apparaten) [(dat|die)] [(is|zijn)] (online|bereikbaar|verbonden) [(is|zijn)]",
            "[(dat|die)] (online|bereikbaar) (is|zijn)",
            "(is|zijn) [nu] (online|bereikbaar)",
        ),
        Meaning.DEVICE_MISSING: (
            "(vermiste|ontbrekende|verdwenen) (apparaat|apparaten)",
            "(apparaat|apparaten) (dat|die) (vermist|verdwenen|ontbreekt|ontbreken|weg) [(is|zijn)]",
        ),
        Meaning.UNPLACED: (
            "[(die|dat)] (zonder|die geen|geen) [(een|vaste)] (plaats|plek|locatie) [(hebben|heeft)]",
            "(niet opgeborgen|nergens)",
        ),
        Meaning.LOW_STOCK: (
            "[(met|die)] (lage|weinig|te weinig|beperkte) voorraad",
            "(laag in voorraad|voorraad laag|bijna op|bijna leeg|raakt op|raken op)",
            "onder [(het|de)] (minimum|minimumvoorraad)",
        ),
        Meaning.QUANTITY_NONE: ("(niet op voorraad|niet meer op voorraad|uitverkocht|opgebruikt)",),
        Meaning.PROMOTED: ("met [een] eigen apparaat",),
        Meaning.ARCHIVED: ("in {the} archief", "gearchiveerde (dingen|spullen|items)", "die gearchiveerd zijn"),
        Meaning.CODE: ("(in|op|uit) {the} {box} {code}",),
        Meaning.PLACE: (
            "[(die|dat)] [(ligt|liggen|staat|staan|is|zijn)] (in|op|binnen|onderin|bovenin) {the} {place}",
        ),
        Meaning.QUANTITY_BELOW: (f"(onder de|onder|minder dan|<) {{n}} {_LEFT}",),
        Meaning.QUANTITY_ABOVE: (f"(boven de|boven|meer dan|>) {{n}} {_LEFT}",),
        Meaning.QUANTITY_MOST: (f"(hooguit|hoogstens|maximaal) {{n}} {_LEFT}",),
        Meaning.QUANTITY_LEAST: (f"(minstens|minimaal|ten minste) {{n}} {_LEFT}",),
    },
    periods={
        Period.YESTERDAY: ("gisteren",),
        Period.TODAY: ("vandaag",),
        Period.TOMORROW: ("morgen",),
        Period.LAST_WEEK: ("(vorige|afgelopen) week",),
        Period.THIS_WEEK: ("deze week",),
        Period.NEXT_WEEK: ("(volgende|komende) week",),
        Period.LAST_MONTH: ("(vorige|afgelopen) maand",),
        Period.THIS_MONTH: ("deze maand",),
        Period.NEXT_MONTH: ("(volgende|komende) maand",),
        Period.LAST_YEAR: ("(vorig|afgelopen) jaar",),
        Period.THIS_YEAR: ("dit jaar",),
        Period.NEXT_YEAR: ("(volgend|komend) jaar",),
        Period.WEEKDAY: ("[(komende|volgende|aanstaande)] {w}",),
        Period.LAST_WEEKDAY: ("(afgelopen|vorige) {w}",),
        Period.SOON: ("binnenkort", "gauw"),
        Period.COMING: (
            "[(in|binnen)] [de] (komende|volgende) {n} {unit}",
            "(in|binnen|over) [de] {n} {unit}",
        ),
        Period.PAST: ("[(in|gedurende)] [de] (laatste|afgelopen) {n} {unit}",),
        Period.DATE: ("{iso}", "{dmy}", "{d} {m} {y}", "{d} {m}"),
        Period.MONTH: ("{m} {y}", "{m}"),
        Period.YEAR: ("{y}",),
    },
    bounds={
        Bound.IN: "(in|op|tijdens)",
        Bound.BY: "(tot|tot en met|uiterlijk|uiterlijk op|tot eind|voor het einde van)",
        Bound.BEFORE: "voor",
        Bound.AFTER: "na",
        Bound.SINCE: "(sinds|vanaf)",
    },
    lasting="voor",
    weekdays=("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    units=("(dag|dagen)", "(week|weken)", "(maand|maanden)", "(jaar|jaren)"),
    months=(
        *("(januari|jan)", "(februari|feb)", "(maart|mrt)", "(april|apr)", "mei", "(juni|jun)", "(juli|jul)"),
        *("(augustus|aug)", "(september|sep|sept)", "(oktober|okt)", "(november|nov)", "(december|dec)"),
    ),
    numbers=counts(
        "een=1 twee=2 drie=3 vier=4 vijf=5 zes=6 zeven=7 acht=8 negen=9 tien=10 elf=11 twaalf=12 twintig=20 "
        "dertig=30 vijftig=50 honderd=100"
    ),
    currencies=pairs(
        "€=EUR euro=EUR euros=EUR eur=EUR £=GBP gbp=GBP usd=USD $=dollar dollar=dollar dollars=dollar chf=CHF "
        "frank=franc pond=pound"
    ),
    asking=words("toon laat zien vind zoek naar lijst alle alles waar is zijn wat welke hebben we ik mij de het mijn"),
    things=words("ding dingen spullen spul voorwerp voorwerpen item items artikel artikelen alles iets alle"),
    devices=words("apparaat apparaten"),
    links=words("en of die dat de het met zijn is ook hebben heeft er ligt liggen staat staan"),
    joins=words("van"),
    after=words(
        "offline online uitgeleend geleend voor zonder onder boven meer minder bij in op van uit gekocht besteld toegevoegd houdbaar minstens hooguit ligt "
        "liggen staat staan om waarvan sinds tot vanaf gelabeld nog door over duurder goedkoper"
    ),
)
