"""French."""

from __future__ import annotations

from typing import Final

from ..language import Bound, Language, Meaning, Period, counts, pairs, words

_LEFT: Final = "[(restants|restantes|pièces|unités|en stock)]"
_ENDS: Final = "(finit|finissant|se termine|se terminent|se terminant|expire|expirent|expirant|prend fin|valable|valide|court|expirée)"
_COSTS: Final = "[qui] (coûtant|coûte|coûtent|valant|valent|à)"
_BOUGHT: Final = "(acheté|achetés|achetée|achetées|commandé|commandés|commandée|commandées)"

FRENCH: Final = Language(
    code="fr",
    decimal=",",
    the="(le|la|les|l|un|une|mon|ma|mes|notre|nos|votre|vos)",
    box="(boîte|caisse|carton|bac|tiroir|étagère|armoire|placard|coffre|sac|lieu|emplacement)",
    rules={
        Meaning.WARRANTY_TIME: (
            f"[(avec|dont|sous)] [(la|une)] (garantie|garanties) [qui] {_ENDS} {{time}}",
            "[(avec|dont|sous)] [(la|une)] (garantie|garanties|garanti|garantis) {bounded}",
        ),
        Meaning.BEST_BEFORE_TIME: (
            "[(qui sont|est)] (à consommer|à utiliser|à manger) [(de préférence)] {bounded}",
            "[(date limite|dlc|ddm|dluo)] (périmé|périmés|périmée|périmées|périme|périment) {time}",
            "(dlc|ddm|dluo|date de péremption) {time}",
        ),
        Meaning.ADDED_TIME: (
            "[(que j ai|qui ont été)] (ajouté|ajoutés|ajoutée|ajoutées|enregistré|enregistrés|saisi|saisis) {time}",
        ),
        Meaning.WARRANTY_EXPIRED: (
            "[(avec|dont)] [(la|une)] (garantie|garanties) [est] (expirée|expirées|terminée|terminées|échue|finie)",
            "(hors|plus sous|hors de) garantie",
        ),
        Meaning.WARRANTY_NONE: ("(sans|qui n ont pas de) (garantie|garanties)",),
        Meaning.WARRANTY_ACTIVE: (
            "[qui sont] [encore] sous garantie",
            "[encore] (garanti|garantis|garantie|garanties) aujourd hui",
            "avec [une] garantie [(valide|en cours)]",
        ),
        Meaning.BEST_BEFORE_PAST: (
            "(périmé|périmés|périmée|périmées)",
            "(dlc|ddm|date de péremption) (dépassée|dépassées|passée)",
        ),
        Meaning.PRICE_BELOW: (
            f"[{_COSTS}] (moins de|moins cher que|moins chers que|sous|<) {{money}}",
            f"({_COSTS} moins de|moins cher que|moins chers que|moins chères que) {{sum}}",
        ),
        Meaning.PRICE_ABOVE: (
            f"[{_COSTS}] (plus de|plus cher que|plus chers que|au dessus de|>) {{money}}",
            f"({_COSTS} plus de|plus cher que|plus chers que|plus chères que) {{sum}}",
        ),
        Meaning.PRICE_MOST: (f"[{_COSTS}] (au plus|jusqu à|maximum) {{money}}",),
        Meaning.PRICE_LEAST: (f"[{_COSTS}] (au moins|à partir de) {{money}}",),
        Meaning.LABEL: (
            "[qui sont] (étiqueté|étiquetés|étiquetée|étiquetées|marqué|marqués|marquée|marquées) [(comme|avec)] {label}",
            "avec {the} (étiquette|label) {label}",
        ),
        Meaning.CATEGORY: ("[(dans|de|en)] {the} (catégorie|catégories) {category}",),
        Meaning.VENDOR: (
            f"[(que j ai|que nous avons)] {_BOUGHT} (chez|à|au|sur|dans) {{the}} {{vendor}}",
            "{bought} (chez|à|au|sur|dans) {the} {vendor}",
        ),
        Meaning.PURCHASE_TIME: (
            f"[(que j ai|que nous avons|j ai|nous avons)] {_BOUGHT} {{time}}",
            "{bought} {time}",
        ),
        Meaning.MAKER: (
            "(fabriqué|fabriqués|fabriquée|fabriquées|produit|produits) par {maker}",
            "[de] {the} (marque|fabricant) {maker}",
        ),
        Meaning.BORROWER: (
            (
                "[(qu est ce que|que|qui est|qui sont)] [(j ai|nous avons|on a|ai je|avons nous)] "
                "(prêté|prêtée|prêtés|prêtées) (à|au|aux) {the} {borrower}"
            ),
            "[(qui est|qui sont)] (emprunté|empruntée|empruntés|empruntées) par {the} {borrower}",
            "(qu est ce qu|qu est ce que|qu|que) {the} {borrower} (a|m a|nous a) emprunté",
        ),
        Meaning.OVERDUE: (
            "[(qui est|qui sont)] en retard",
            "[qui] (aurait|auraient) dû (revenir|être rendu|être rendus)",
        ),
        Meaning.LENT: (
            "(qu est ce que|que) (j ai|nous avons|on a|ai je|avons nous) prêté",
            "[(qui est|qui sont)] [(actuellement|encore)] (prêté|prêtée|prêtés|prêtées|en prêt)",
        ),
        Meaning.DEVICE_OFFLINE: (
            "(appareil|appareils) [qui] [(est|sont)] (hors ligne|déconnecté|déconnectés|injoignable|injoignables)",
            "[qui] (est|sont) [actuellement] (hors ligne|injoignable|injoignables)",
        ),
        Meaning.DEVICE_ONLINE: (
            "(appareil|appareils) [qui] [(est|sont)] (en ligne|connecté|connectés|joignable|joignables)",
            "[qui] (est|sont) [actuellement] (en ligne|joignable|joignables)",
        ),
        Meaning.DEVICE_MISSING: (
            "(appareil|appareils) (manquant|manquants|disparu|disparus)",
            "(appareil|appareils) qui (manque|manquent|a disparu|ont disparu)",
        ),
        Meaning.UNPLACED: (
            "[qui sont] (sans|qui n ont pas de) (place|lieu|emplacement|endroit)",
            "(non rangé|non rangés|non rangées|nulle part|pas rangé|pas rangés)",
        ),
        Meaning.LOW_STOCK: (
            "[(en|avec un|à)] (stock faible|stock bas|faible stock)",
            "[qui sont] (presque épuisé|presque épuisés|presque épuisée|presque épuisées|bientôt épuisé|bientôt épuisés)",
            "(sous|en dessous) [(du|le)] (minimum|stock minimum)",
        ),
        Meaning.QUANTITY_NONE: ("(en rupture de stock|en rupture|plus en stock|épuisé|épuisés|épuisée|épuisées)",),
        Meaning.PROMOTED: ("avec [un] appareil propre", "avec leur propre appareil"),
        Meaning.ARCHIVED: (
            "dans {the} (archives|archive)",
            "(objets|choses|articles) (archivé|archivés|archivées)",
            "qui sont (archivés|archivées)",
        ),
        Meaning.CODE: ("(dans|sur|en|à) {the} {box} {code}",),
        Meaning.PLACE: (
            "[qui] [(est|sont)] [(rangé|rangés|rangée|rangées|stocké|stockés)] (dans|sur|en|au|aux|à la|à l) {the} {place}",
        ),
        Meaning.QUANTITY_BELOW: (f"(moins de|sous|<) {{n}} {_LEFT}",),
        Meaning.QUANTITY_ABOVE: (f"(plus de|>) {{n}} {_LEFT}",),
        Meaning.QUANTITY_MOST: (f"(au plus|au maximum|jusqu à) {{n}} {_LEFT}",),
        Meaning.QUANTITY_LEAST: (f"au moins {{n}} {_LEFT}",),
    },
    periods={
        Period.YESTERDAY: ("hier",),
        Period.TODAY: ("aujourd hui",),
        Period.TOMORROW: ("demain",),
        Period.LAST_WEEK: ("[la] semaine (dernière|passée)",),
        Period.THIS_WEEK: ("cette semaine",),
        Period.NEXT_WEEK: ("[la] semaine prochaine",),
        Period.LAST_MONTH: ("[le] mois (dernier|passé)",),
        Period.THIS_MONTH: ("ce mois [ci]",),
        Period.NEXT_MONTH: ("[le] mois prochain",),
        Period.LAST_YEAR: ("[l] (an|année) (dernier|dernière|passée)",),
        Period.THIS_YEAR: ("cette année",),
        Period.NEXT_YEAR: ("[l] (an|année) (prochain|prochaine)",),
        Period.WEEKDAY: ("{w} [prochain]",),
        Period.LAST_WEEKDAY: ("{w} (dernier|passé)",),
        Period.SOON: ("bientôt", "prochainement"),
        Period.COMING: ("[(dans|d ici)] [les] {n} (prochains|prochaines) {unit}", "(dans|d ici|sous) [les] {n} {unit}"),
        Period.PAST: (
            "[(dans|ces|durant)] [les] {n} (derniers|dernières) {unit}",
            "[(dans|ces)] [les] (derniers|dernières) {n} {unit}",
        ),
        Period.DATE: ("{iso}", "[le] {dmy}", "[le] {d} {m} {y}", "[le] {d} {m}"),
        Period.MONTH: ("{m} {y}", "{m}"),
        Period.YEAR: ("{y}",),
    },
    bounds={
        Bound.IN: "(en|le|pendant|au mois de|durant)",
        Bound.BY: "(jusqu à|jusqu en|jusqu au|d ici|d ici à|avant fin|avant la fin de|jusqu à fin)",
        Bound.BEFORE: "(avant|avant le)",
        Bound.AFTER: "(après|après le)",
        Bound.SINCE: "(depuis|depuis le|à partir de|à partir du|dès)",
    },
    lasting="(pour|pendant)",
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    units=("(jour|jours)", "(semaine|semaines)", "mois", "(an|ans|année|années)"),
    months=(
        *("(janvier|janv)", "(février|févr)", "mars", "(avril|avr)", "mai", "juin", "(juillet|juil)", "août"),
        *("(septembre|sept)", "(octobre|oct)", "(novembre|nov)", "(décembre|déc)"),
    ),
    numbers=counts(
        "un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 "
        "vingt=20 trente=30 cinquante=50 cent=100"
    ),
    currencies=pairs(
        "€=EUR euro=EUR euros=EUR eur=EUR £=GBP gbp=GBP usd=USD $=dollar dollar=dollar dollars=dollar chf=CHF "
        "francs=franc livres=pound"
    ),
    asking=words(
        "qu y a t il est ce montre montrez moi trouve cherche liste tous toutes tout où est sont quels quelles les la le mes des"
    ),
    things=words("chose choses objet objets article articles trucs truc tout tous toutes affaires"),
    devices=words("appareil appareils"),
    links=words("et ou qui que les la le l des de du avec sont est aussi"),
    joins=words("de du des d"),
    after=words(
        "hors prete pretes pretee pretees emprunte pour sans sous plus moins chez dans sur en au aux par depuis avant après acheté achetés achetée achetées ajouté "
        "ajoutés ajoutée ajoutées à coûtant étiqueté étiquetés étiquetée étiquetées svp dont marqué fabriqué"
    ),
)
