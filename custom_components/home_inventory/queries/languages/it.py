"""Italian."""

from __future__ import annotations

from typing import Final

from ..language import Bound, Language, Meaning, Period, counts, pairs, words

_LEFT: Final = "[(pezzi|rimasti|rimaste|disponibili|unità)]"
_ENDS: Final = "(scade|scadono|termina|terminano|finisce|finiscono|valida|valido|scadente|in scadenza|scaduta)"
_COSTS: Final = "[che] (costa|costano|vale|valgono|da)"
_IN: Final = (
    "(in|nel|nella|nello|nell|nei|nelle|negli|su|sul|sulla|sullo|sull|sui|dentro|dentro il|dentro la|dentro al)"
)
_BOUGHT: Final = "(comprato|comprati|comprata|comprate|acquistato|acquistati|acquistata|acquistate|ordinato|ordinati)"

ITALIAN: Final = Language(
    code="it",
    decimal=",",
    the="(il|lo|la|l|i|gli|le|un|uno|una|mio|mia|il mio|la mia|nostro|nostra|il nostro|la nostra)",
    box="(scatola|cassa|cassetto|contenitore|scaffale|ripiano|armadio|mobile|borsa|baule|luogo|posto)",
    rules={
        Meaning.WARRANTY_TIME: (
            f"[(con|la cui|con la)] (garanzia|garanzie) [che] {_ENDS} {{time}}",
            "[(con|in|la cui|con la)] (garanzia|garanzie) {bounded}",
        ),
        Meaning.BEST_BEFORE_TIME: (
            "[che] (scade|scadono|in scadenza|scadenza) {time}",
            "da (consumare|consumarsi|mangiare|usare) [preferibilmente] {bounded}",
        ),
        Meaning.ADDED_TIME: (
            "[(che ho|che abbiamo)] (aggiunto|aggiunti|aggiunta|aggiunte|inserito|inseriti|inserita|inserite|registrato|registrati) {time}",
        ),
        Meaning.WARRANTY_EXPIRED: (
            "[(con|la cui|con la)] (garanzia|garanzie) [è] (scaduta|scadute|finita|terminata)",
            "(fuori|non più in|fuori dalla) garanzia",
        ),
        Meaning.WARRANTY_NONE: ("(senza|privo di|privi di|che non hanno) [(la|una)] garanzia",),
        Meaning.WARRANTY_ACTIVE: (
            "[(che sono|ancora)] (in|sotto) garanzia",
            "con [(la|una)] garanzia [(valida|attiva)]",
        ),
        Meaning.BEST_BEFORE_PAST: ("[che sono] (scaduto|scaduti|scaduta|scadute)",),
        Meaning.PRICE_BELOW: (
            f"[{_COSTS}] (meno di|sotto i|sotto|più economico di|più economici di|<) {{money}}",
            f"({_COSTS} meno di|più economico di|più economici di) {{sum}}",
        ),
        Meaning.PRICE_ABOVE: (
            f"[{_COSTS}] (più di|oltre|oltre i|sopra i|più caro di|più cari di|>) {{money}}",
            f"({_COSTS} più di|più caro di|più cari di) {{sum}}",
        ),
        Meaning.PRICE_MOST: (f"[{_COSTS}] (al massimo|fino a) {{money}}",),
        Meaning.PRICE_LEAST: (f"[{_COSTS}] (almeno|a partire da) {{money}}",),
        Meaning.LABEL: (
            "(etichettato|etichettati|etichettata|etichettate|contrassegnato|contrassegnati) [(come|con)] {label}",
            "con {the} etichetta {label}",
        ),
        Meaning.CATEGORY: ("[(in|nella|nelle|della|di)] {the} (categoria|categorie) {category}",),
        Meaning.VENDOR: (
            f"[(che ho|che abbiamo)] {_BOUGHT} (da|dal|dalla|all|a|in|su|presso) {{the}} {{vendor}}",
            "{bought} (da|dal|dalla|all|a|in|su|presso) {the} {vendor}",
        ),
        Meaning.PURCHASE_TIME: (
            f"[(che ho|che abbiamo|ho|abbiamo)] {_BOUGHT} {{time}}",
            "{bought} {time}",
        ),
        Meaning.MAKER: (
            "(fatto|fatti|prodotto|prodotti|prodotta|fabbricato|fabbricati) da {maker}",
            "[(di|della|del)] {the} (marca|marchio|produttore) {maker}",
        ),
        Meaning.BORROWER: (
            (
                "[(che cosa|cosa|che)] [(ho|abbiamo)] [(è|sono)] (prestato|prestata|prestati|prestate|in prestito) "
                "(a|ad|al|alla|all|ai|agli|alle) {the} {borrower}"
            ),
            "(che cosa|cosa) (ha|ha preso) {the} {borrower} in prestito",
            "(che cosa|cosa) ha in prestito {the} {borrower}",
        ),
        Meaning.OVERDUE: (
            "[(che è|che sono)] in ritardo",
            "[che] (dovrebbe|dovrebbero) essere già (tornato|tornati|tornata|tornate)",
        ),
        Meaning.LENT: (
            "[(che cosa|cosa|che)] (ho|abbiamo) prestato",
            "[(che è|che sono)] [ancora] (prestato|prestata|prestati|prestate|in prestito)",
        ),
        Meaning.DEVICE_OFFLINE: (
            "(dispositivo|dispositivi|apparecchio|apparecchi) [che] [(è|sono)] (offline|scollegato|scollegati|irraggiungibile|irraggiungibili|non raggiungibile|non raggiungibili)",
            "[che] (è|sono) [ora] (offline|irraggiungibile|irraggiungibili|non raggiungibile|non raggiungibili)",
        ),
        Meaning.DEVICE_ONLINE: (
            "(dispositivo|dispositivi|apparecchio|apparecchi) [che] [(è|sono)] (online|collegato|collegati|raggiungibile|raggiungibili)",
            "[che] (è|sono) [ora] (online|raggiungibile|raggiungibili)",
        ),
        Meaning.DEVICE_MISSING: (
            "(dispositivo|dispositivi|apparecchio|apparecchi) (mancante|mancanti|scomparso|scomparsi|sparito|spariti)",
            "(dispositivo|dispositivi|apparecchio|apparecchi) che (manca|mancano|è scomparso|sono scomparsi|sono spariti)",
        ),
        Meaning.UNPLACED: (
            "(senza|privi di|che non hanno) [un] (posto|luogo|posizione)",
            "(da sistemare|non sistemato|non sistemati|da nessuna parte)",
        ),
        Meaning.LOW_STOCK: (
            "[(con|che hanno)] (scorte basse|scorta bassa|poche scorte|scorte scarse)",
            "(in esaurimento|quasi finito|quasi finiti|quasi finita|quasi finite|che stanno finendo)",
            "sotto [(il|la)] (minimo|scorta minima)",
        ),
        Meaning.QUANTITY_NONE: ("(esaurito|esauriti|esaurita|esaurite|non disponibili)",),
        Meaning.PROMOTED: ("con dispositivo proprio", "con un proprio dispositivo"),
        Meaning.ARCHIVED: (
            "(nell|in) archivio",
            "(cose|oggetti|articoli) (archiviato|archiviati|archiviate)",
            "che sono (archiviati|archiviate)",
        ),
        Meaning.CODE: (f"{_IN} {{the}} {{box}} {{code}}",),
        Meaning.PLACE: (f"[che] [(è|sono|si trova|si trovano)] {_IN} {{the}} {{place}}",),
        Meaning.QUANTITY_BELOW: (f"(meno di|sotto|sotto i|sotto le|<) {{n}} {_LEFT}",),
        Meaning.QUANTITY_ABOVE: (f"(più di|oltre|sopra|sopra i|>) {{n}} {_LEFT}",),
        Meaning.QUANTITY_MOST: (f"(al massimo|fino a) {{n}} {_LEFT}",),
        Meaning.QUANTITY_LEAST: (f"almeno {{n}} {_LEFT}",),
    },
    periods={
        Period.YESTERDAY: ("ieri",),
        Period.TODAY: ("oggi",),
        Period.TOMORROW: ("domani",),
        Period.LAST_WEEK: ("[la] (settimana scorsa|scorsa settimana)",),
        Period.THIS_WEEK: ("questa settimana",),
        Period.NEXT_WEEK: ("[la] (settimana prossima|prossima settimana)",),
        Period.LAST_MONTH: ("[(il|lo)] (mese scorso|scorso mese)",),
        Period.THIS_MONTH: ("questo mese",),
        Period.NEXT_MONTH: ("[il] (mese prossimo|prossimo mese)",),
        Period.LAST_YEAR: ("[(l|lo)] (anno scorso|scorso anno)",),
        Period.THIS_YEAR: ("quest anno",),
        Period.NEXT_YEAR: ("[(l|il)] (anno prossimo|prossimo anno)",),
        Period.WEEKDAY: ("[prossimo] {w}", "{w} prossimo", "{w} prossima"),
        Period.LAST_WEEKDAY: ("{w} (scorso|scorsa)",),
        Period.SOON: ("presto", "a breve"),
        Period.COMING: (
            "[(nei|nelle|entro)] [(i|le)] (prossimi|prossime) {n} {unit}",
            "(tra|fra|entro) [(i|le)] {n} {unit}",
        ),
        Period.PAST: ("[(nei|nelle|negli)] [(gli|le|i)] (ultimi|ultime) {n} {unit}",),
        Period.DATE: ("{iso}", "[(il|al)] {dmy}", "[(il|al)] {d} {m} {y}", "[(il|al)] {d} {m}"),
        Period.MONTH: ("{m} {y}", "{m}"),
        Period.YEAR: ("{y}",),
    },
    bounds={
        Bound.IN: "(in|nel|a|ad|durante|il)",
        Bound.BY: "(entro|entro il|entro la|fino a|fino al|entro la fine di|entro fine|entro l)",
        Bound.BEFORE: "(prima di|prima del|prima della|prima dell)",
        Bound.AFTER: "(dopo|dopo il|dopo la)",
        Bound.SINCE: "(da|dal|dalla|a partire da|a partire dal)",
    },
    lasting="per",
    weekdays=("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"),
    units=("(giorno|giorni)", "(settimana|settimane)", "(mese|mesi)", "(anno|anni)"),
    months=(
        *("(gennaio|gen)", "(febbraio|feb)", "(marzo|mar)", "(aprile|apr)", "(maggio|mag)", "(giugno|giu)"),
        *("(luglio|lug)", "(agosto|ago)", "(settembre|set)", "(ottobre|ott)", "(novembre|nov)", "(dicembre|dic)"),
    ),
    numbers=counts(
        "un=1 una=1 uno=1 due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 undici=11 "
        "dodici=12 venti=20 trenta=30 cinquanta=50 cento=100"
    ),
    currencies=pairs(
        "€=EUR euro=EUR eur=EUR £=GBP gbp=GBP usd=USD sterline=GBP $=dollar dollaro=dollar dollari=dollar "
        "chf=CHF franchi=franc"
    ),
    asking=words(
        "mostra mostrami trova cerca elenca tutti tutte tutto dove è sono che cosa quali i gli le il la mie miei"
    ),
    things=words("cosa cose oggetto oggetti articolo articoli tutto tutti tutte roba"),
    devices=words("dispositivo dispositivi apparecchio apparecchi"),
    links=words("e o del della dell dei c che i gli le il la di con sono è anche"),
    joins=words("di del della dell dei"),
    after=words(
        "offline online prestato prestata prestati prestate per senza sotto sopra oltre più meno in nel nella su sul da dal dalla comprato comprati comprata comprate "
        "acquistato acquistati aggiunto aggiunti aggiunta aggiunte etichettato etichettati etichettate fatto prodotto dopo prima "
        "entro almeno al la"
    ),
)
