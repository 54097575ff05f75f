"""French. Answers name things before a colon, so that they do without the gender of names; places have theirs."""

from __future__ import annotations

from typing import Final

from ..language import Kind, Language, word_set
from .answers.fr import ERRORS, TEXTS

_SMALL: Final = (
    *("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize"),
    *("quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"),
)
_INTO: Final = "dans|sur|sous|à|au|aux|en|vers|derrière"
_HER: Final = (
    "cuisine|cave|chambre|salle|boîte|boite|caisse|buanderie|cabane|remise|malle|valise|trousse|terrasse|mallette"
    "|corbeille|commode|bibliothèque|penderie|pharmacie|niche|maison|vitrine|mezzanine|pièce|voiture|véranda|mallette"
)

FRENCH: Final = Language(
    code="fr",
    sentences={
        Kind.FIND: (
            (
                "(où est|où sont|ou est|ou sont|où se trouve|où se trouvent|où est-ce que j'ai mis|où j'ai mis|où ai-je mis"
                "|où avons-nous mis|où est-ce qu'on a mis|où est-ce qu'on range|où puis-je trouver|où trouver|où range-t-on"
                "|tu as vu|as-tu vu|quelqu'un a vu|où on range|où on a mis|où est-ce que je trouve|où est-ce que j'ai rangé|où ai-je rangé) {item}"
            ),
            "(tu sais|sais-tu|dis-moi|dis moi) où (est|sont) {item}",
        ),
        Kind.CONTENTS: (
            "on a quoi (dans|sur|sous|à|au|en) {place}",
            (
                "(qu'est-ce qu'il y a|qu'y a-t-il|il y a quoi|qu'est-ce qu'on a|qu'avons-nous|qu'est-ce que j'ai"
                "|qu'est-ce que nous avons) [de rangé] (dans|sur|sous|à|au|en) {place}"
            ),
            "(que contient|que contiennent|qu'est-ce que contient) {place}",
        ),
        Kind.COUNT: (
            (
                "combien {item} (avons-nous|ai-je|on a|j'ai|reste-t-il|nous reste-t-il|il reste|il nous reste|y a-t-il|il y a"
                "|est-ce qu'on a|est-ce qu'il reste|est-ce qu'il nous reste|a-t-on)"
            ),
            "combien (reste-t-il|avons-nous|y a-t-il|il reste|il y a|a-t-on) {item}",
            "(il reste|on a|il nous reste|il y a) combien {item}",
        ),
        Kind.HAVE: (
            (
                "(avons-nous|est-ce qu'on a|est-ce que nous avons|a-t-on|est-ce qu'il y a|y a-t-il|reste-t-il|est-ce qu'il reste"
                "|est-ce qu'il nous reste|nous reste-t-il|est-ce que j'ai|ai-je) {item}"
            ),
            "(il reste|on a|il nous reste|il y a|nous avons) (encore|toujours|des|du) {item}",
        ),
        Kind.MOVE: (f"(déplace|déplacez|bouge|transfère|j'ai déplacé) {{item}} ({_INTO}) {{place}}",),
        Kind.PUT: (
            (
                f"(mets|met|range|pose|place|remets|j'ai mis|j'ai rangé|j'ai posé|on a mis|on a rangé|nous avons mis|j'ai remis)"
                f" {{item}} ({_INTO}) {{place}}"
            ),
        ),
        Kind.ADD: (f"(ajoute|ajoutez|rajoute|j'ai ajouté|on a ajouté|nous avons ajouté) {{item}} ({_INTO}) {{place}}",),
        Kind.TAKE: (
            (
                "(j'ai utilisé|on a utilisé|nous avons utilisé|j'ai pris|on a pris|nous avons pris|j'ai consommé|on a consommé"
                "|enlève|enlever|retire|sors|prends|utilise) {item}"
            ),
        ),
        Kind.EMPTY: (
            "(j'ai fini|on a fini|nous avons fini|il n'y a plus|on n'a plus|nous n'avons plus|je n'ai plus) {item}",
        ),
        Kind.WARRANTY: (
            (
                "(quand expire|quand se termine|quand finit|jusqu'à quand dure|jusqu'à quand court|jusqu'à quand va"
                "|combien de temps dure|quand prend fin) la garantie {item}"
            ),
            "(quand est-ce que|quand) la garantie {item} (expire|se termine|finit|s'arrête|prend fin|expire-t-elle)",
            "jusqu'à quand {item} (est|sont|est-il|est-elle) [encore] (sous garantie|garanti|garantie)",
            "(jusqu'à quand est|combien de temps est) (garanti|garantie) {item}",
        ),
        Kind.COVERED: (
            "est-ce que {item} (est|sont|a|ont) [encore|toujours] (sous garantie|garanti|garantie|une garantie)",
            "{item} (est-il|est-elle|sont-ils|sont-elles) [encore|toujours] (sous garantie|garanti|garantie)",
            "la garantie {item} (est-elle|court-elle) [encore|toujours] (valable|bonne)",
            "(y a-t-il|est-ce qu'il y a|est-ce qu'on a|avons-nous) [encore|toujours] une garantie (sur|pour) {item}",
        ),
        Kind.STATUS: (
            "est-ce que {item} (est|sont) (en ligne|hors ligne|joignable|joignables|connecté au réseau|connectée au réseau)",
            "{item} (est-il|est-elle) (en ligne|hors ligne|joignable)",
        ),
        Kind.LAST: (
            (
                "(où ai-je vu|où est-ce que j'ai vu|où j'ai vu|où ai-je laissé|où est-ce que j'ai laissé|où j'ai laissé|où était"
                "|où étaient|quand ai-je vu|où avons-nous laissé|où ai-je posé|où est-ce que j'ai posé|où est-ce qu'on a laissé"
                "|où ai-je utilisé) {item}"
            ),
        ),
        Kind.LOW: (
            "(qu'est-ce qui|qu'est-ce qu'il|qu'est ce qui) (manque|nous manque|va manquer|est bientôt vide|s'épuise|est presque fini)",
            "(que manque-t-il|que nous manque-t-il|il manque quoi)",
            "(de quoi va-t-on manquer|de quoi manquons-nous|de quoi manque-t-on|de quoi allons-nous manquer)",
            "(qu'est-ce qu'il faut|que faut-il|que devons-nous|qu'est-ce qu'on doit) (acheter|racheter|réapprovisionner|renouveler)",
            "(quels|quelles) (stocks|réserves|produits|provisions) sont (bas|basses|faibles|presque vides)",
            "qu'est-ce qu'on n'a (bientôt|presque) plus",
        ),
        Kind.WHO: (
            "(qui a|à qui ai-je prêté|à qui j'ai prêté|à qui avons-nous prêté|à qui est-ce que j'ai prêté) {item}",
        ),
        Kind.LENT: (
            "(qu'est-ce que j'ai|qu'ai-je|qu'avons-nous|qu'est-ce qu'on a|qu'est-ce que nous avons) prêté (à|au|aux) {place}",
            "(qu'est-ce que|que) {place} (m'a emprunté|nous a emprunté|a emprunté)",
            "qu'est-ce qu'{place} (m'a emprunté|nous a emprunté|a emprunté)",
            "(qu'est-ce que j'ai|qu'ai-je|qu'avons-nous|qu'est-ce qu'on a|qu'est-ce que nous avons) prêté",
        ),
        Kind.LEND: ("(prête|prêter|j'ai prêté|nous avons prêté|on a prêté) {item} (à|au|aux) {place}",),
        Kind.RETURNED: (
            (
                "{place} (a rendu|ont rendu|m'a rendu|nous a rendu|m'ont rendu|nous ont rendu|a rapporté|ont rapporté|a ramené"
                "|ont ramené) {item}"
            ),
        ),
        Kind.FOLLOW: ("et {item}", "qu'en est-il {item}"),
        Kind.PICK: (
            *("le {item}", "la {item}", "les {item}", "celui {item}", "celle {item}", "je parle {item}"),
            *("oui", "exact", "exactement", "c'est ça", "oui c'est ça"),
        ),
        Kind.UNDO: ("annule (ça|cela|ceci)", "annule (la|ma) dernière (action|modification)", "défais (ça|cela)"),
    },
    leading=frozenset(
        (
            *("ce", "que", "j'ai", "mis", "laisse", "vu", "pose", "qu'on", "qu'il", "nous", "dans", "sur", "utilise"),
            *(
                "le",
                "la",
                "les",
                "l'",
                "un",
                "une",
                "des",
                "de",
                "du",
                "d'",
                "au",
                "aux",
                "a",
                "mon",
                "ma",
                "mes",
                "notre",
            ),
            *(
                "nos",
                "ton",
                "ta",
                "tes",
                "votre",
                "vos",
                "ce",
                "cet",
                "cette",
                "ces",
                "encore",
                "toujours",
                "range",
                "rangee",
            ),
            *(
                "ranges",
                "rangees",
                "passe",
                "passee",
                "passes",
                "passees",
                "pris",
                "emprunte",
                "pour",
                "quelques",
                "plus",
            ),
        )
    ),
    trailing=frozenset(
        (
            *("nous", "vous", "me", "m"),
            *(
                "encore",
                "deja",
                "stp",
                "svp",
                "dernier",
                "derniere",
                "fois",
                "en",
                "pour",
                "la",
                "maintenant",
                "plait",
                "te",
            ),
            *("vous", "s'il", "encore", "aussi", "de", "plus", "alors", "ranges", "rangees", "rangee", "dernierement"),
        )
    ),
    elided=("l'", "d'"),
    ones=frozenset(("un", "une")),
    numbers={word: number for number, word in enumerate(_SMALL, 1)}
    | {"une": 1, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
    | {"soixante-dix": 70, "quatre-vingt": 80, "quatre-vingts": 80, "quatre-vingt-dix": 90, "cent": 100}
    | {"douzaine": 12},
    prepositions=frozenset(("dans", "sur", "sous", "a", "au", "aux", "en", "vers", "derriere")),
    ours=word_set("mon ma mes notre nos nous j ai avons on"),
    elsewhere=word_set(
        "rendez rdv pluie neige meteo temps courrier mail mails message messages"
        " invites anniversaire ecole projets musique faim soif vacances internet courant devoirs"
    ),
    origins=frozenset(("de", "du", "d'", "des")),
    units={
        **dict.fromkeys(("paquet", "paquets"), "pack"),
        **dict.fromkeys(("boite", "boites"), "box"),
        **dict.fromkeys(("bouteille", "bouteilles"), "bottle"),
        **dict.fromkeys(("conserve", "conserves", "canette", "canettes"), "can"),
        **dict.fromkeys(("pot", "pots", "bocal", "bocaux"), "jar"),
        **dict.fromkeys(("sac", "sacs", "sachet", "sachets"), "bag"),
        **dict.fromkeys(("rouleau", "rouleaux"), "roll"),
        **dict.fromkeys(("paire", "paires"), "pair"),
        **dict.fromkeys(("jeu", "jeux"), "set"),
        **dict.fromkeys(("feuille", "feuilles"), "sheet"),
        **dict.fromkeys(("tube", "tubes"), "tube"),
    },
    unit_of=frozenset(("de", "d'")),
    unit_names={
        "": ("", ""),
        "pack": ("paquet", "paquets"),
        "box": ("boîte", "boîtes"),
        "bottle": ("bouteille", "bouteilles"),
        "can": ("boîte", "boîtes"),
        "jar": ("pot", "pots"),
        "bag": ("sac", "sacs"),
        "roll": ("rouleau", "rouleaux"),
        "pair": ("paire", "paires"),
        "set": ("jeu", "jeux"),
        "sheet": ("feuille", "feuilles"),
        "tube": ("tube", "tubes"),
    },
    months=(
        *("janvier", "février", "mars", "avril", "mai", "juin", "juillet"),
        *("août", "septembre", "octobre", "novembre", "décembre"),
    ),
    date="{day} {month} {year}",
    ordinals={
        **dict.fromkeys(("premier", "premiere"), 1),
        **dict.fromkeys(("deuxieme", "second", "seconde"), 2),
        "troisieme": 3,
        **dict.fromkeys(("dernier", "derniere"), -1),
    },
    yes=frozenset(("oui", "exact", "exactement", "c'est ca", "oui c'est ca")),
    said_as={"double a": "aa", "triple a": "aaa", "deux a": "aa", "trois a": "aaa", "a a": "aa"},
    bare_stop_words=frozenset(
        ("le", "la", "les", "l", "d", "de", "du", "un", "une", "mon", "ma", "mes", "et", "pour", "avec")
    ),
    many_verbs=frozenset(("sont",)),
    many_names=r"^\w+[sx]\b(?<!jus)",
    plurals=((r"^(\w+(?:eau|eu))\b", r"\1x"), (r"^(\w+[^sxz\W])\b", r"\1s")),
    heads_first=True,
    lowers_names=True,
    inside_out=True,
    place_phrases=(
        (r"^étagère|^etagère", "sur l'{name}"),
        (r"^établi", "sur l'{name}"),
        (r"^(table|planche|console|tablette)\b", "sur la {name}"),
        (r"^(toilettes|combles|tiroirs|caisses|boîtes)\b", "dans les {name}"),
        (r"^case \d", "dans la {name}"),
        (r"^[aeiouyâàéèêëîïôûhœ]", "dans l'{name}"),
        (rf"^({_HER})\b", "dans la {name}"),
        (r"^(rayon|plan de travail)\b", "sur le {name}"),
        (
            (
                r"^(garage|salon|bureau|tiroir|placard|grenier|couloir|jardin|bac|coffre|carton|panier|meuble|buffet|réfrigérateur"
                r"|frigo|congélateur|dressing|sous-sol|balcon|sac|pot|cellier|débarras|cabanon|hall|casier|seau|vestiaire|porte)"
            ),
            "dans le {name}",
        ),
    ),
    place_in="dans {place}",
    place_on="sur {place}",
    decimal_point=",",
    texts=TEXTS,
    errors=ERRORS,
)
