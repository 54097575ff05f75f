"""Spanish. Answers name things before a colon, so that they do without the gender of names; places have theirs."""

from __future__ import annotations

from typing import Final

from ..language import Kind, Language, word_set
from .answers.es import ERRORS, TEXTS

_UNITS: Final = ("uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve")
_SMALL: Final = (
    *(*_UNITS, "diez", "once", "doce", "trece", "catorce", "quince", "dieciseis", "diecisiete", "dieciocho"),
    *("diecinueve", "veinte", *(f"veinti{unit}" for unit in _UNITS)),
)
_TENS: Final = ("treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa")
_INTO: Final = "en|a|al|dentro de|sobre|bajo|hacia"
_HER: Final = (
    "cocina|caja|cómoda|despensa|estantería|bodega|habitación|terraza|mesa|balda|maleta|cesta|sala|entrada|repisa|bañera"
    "|lavandería|oficina|alacena|nevera|buhardilla|vitrina|bolsa|lata|caseta|librería|casa|galería|mesita|azotea|cochera"
)
_HIS: Final = (
    "garaje|armario|cajón|salón|estante|sótano|trastero|taller|dormitorio|baño|pasillo|jardín|desván|escritorio|cobertizo"
    "|botiquín|baúl|despacho|frigorífico|congelador|cesto|maletín|aparador|banco|balcón|recibidor|bote|hueco|patio|cuarto"
    "|lavadero|comedor|perchero|mueble|contenedor|zapatero|archivador|botellero|horno|rincón|sofá|coche"
)

SPANISH: Final = Language(
    code="es",
    sentences={
        Kind.FIND: (
            (
                "(dónde está|dónde están|donde está|donde están|donde esta|donde estan|dónde tengo|dónde tenemos|dónde he puesto"
                "|dónde hemos puesto|dónde puse|dónde pusimos|dónde guardo|dónde guardamos|dónde he guardado|dónde puedo encontrar"
                "|dónde se encuentra|dónde se encuentran|dónde hay) {item}"
            ),
            "(has visto|habéis visto|alguien ha visto) {item}",
            "(sabes|dime|me dices) dónde (está|están) {item}",
            "dónde se (ha|han) metido {item}",
        ),
        Kind.CONTENTS: (
            "qué (hay|tengo|tenemos|está|se guarda) [guardado] (en|sobre|bajo) {place}",
            "que (hay|tengo|tenemos) [guardado] (en|sobre|bajo) {place}",
            "(qué|que) (hay|tengo|tenemos) dentro (de|del) {place}",
            "qué contiene {place}",
        ),
        Kind.COUNT: (
            (
                "(cuántos|cuántas|cuánto|cuánta|cuantos|cuantas) {item} (tenemos|tengo|hay|quedan|queda|nos quedan|nos queda"
                "|me quedan|me queda)"
            ),
        ),
        Kind.HAVE: ("(tenemos|tengo|hay|nos quedan|nos queda|me quedan|me queda|quedan|queda) {item}",),
        Kind.MOVE: (f"(mueve|mueva|traslada|cambia|lleva|he movido|hemos movido) {{item}} ({_INTO}) {{place}}",),
        Kind.PUT: (
            (
                f"(pon|ponga|coloca|guarda|mete|deja|he puesto|hemos puesto|he guardado|hemos guardado|puse|he dejado|he metido)"
                f" {{item}} ({_INTO}) {{place}}"
            ),
        ),
        Kind.ADD: (f"(añade|añada|agrega|suma|he añadido|hemos añadido) {{item}} ({_INTO}) {{place}}",),
        Kind.TAKE: (
            (
                "(he usado|hemos usado|usé|usamos|he gastado|hemos gastado|he cogido|hemos cogido|he sacado|hemos sacado|saca"
                "|coge|quita|usa|he utilizado|hemos utilizado|gasté) {item}"
            ),
        ),
        Kind.EMPTY: (
            (
                "(se ha acabado|se acabó|se han acabado|se acabaron|he acabado|hemos acabado|no queda|no quedan|ya no queda"
                "|ya no quedan|se nos ha acabado|se nos han acabado|ya no hay) {item}"
            ),
        ),
        Kind.WARRANTY: (
            (
                "(cuándo caduca|cuándo termina|cuándo vence|cuándo acaba|cuándo expira|hasta cuándo dura|hasta cuándo es"
                "|cuánto dura|hasta cuándo llega|hasta cuándo vale) la garantía {item}"
            ),
            "(hasta cuándo tiene|hasta cuándo tienen|cuánta tiene) garantía {item}",
            "hasta cuándo (está|están) en garantía {item}",
        ),
        Kind.COVERED: (
            "(está|están|sigue|siguen) [todavía|aún] (en|bajo) garantía {item}",
            "(está|están|sigue|siguen) {item} [todavía|aún] (en|bajo) garantía",
            "(tiene|tienen) [todavía|aún] garantía {item}",
            "{item} (tiene|tienen) [todavía|aún] garantía",
            "{item} (está|están|sigue|siguen) [todavía|aún] (en|bajo) garantía",
            "(hay|tenemos) [todavía|aún] garantía (del|de) {item}",
        ),
        Kind.STATUS: (
            "(está|están) (en línea|sin conexión|online|offline) {item}",
            "(está|están) {item} (en línea|sin conexión|online|offline|conectado a la red|conectada a la red)",
        ),
        Kind.LAST: (
            (
                "(dónde vi|dónde dejé|dónde he visto|dónde he dejado|dónde hemos dejado|dónde dejamos|dónde estaba|dónde estaban"
                "|cuándo vi|cuándo usé|dónde usé) {item}"
            ),
        ),
        Kind.LOW: (
            "qué (falta|nos falta|se está acabando|se nos está acabando|se está agotando|se acaba|está bajo)",
            "(de qué nos queda poco|de qué queda poco|de qué vamos cortos|de qué andamos cortos|de qué tenemos poco)",
            "qué (hay que|tenemos que|tengo que) (reponer|comprar)",
            "(qué cosas|qué productos|qué existencias) (faltan|se están acabando|se acaban|están bajas)",
            "qué nos estamos quedando sin",
            "qué queda poco",
        ),
        Kind.WHO: (
            "(quién tiene|quién ha cogido|quién se ha llevado|a quién he prestado|a quién le presté|a quién presté) {item}",
        ),
        Kind.LENT: (
            "qué (he prestado|hemos prestado|le he prestado|le hemos prestado|les he prestado|le presté) (a|al) {place}",
            "qué tiene {place} (prestado|en préstamo)",
            "qué (he prestado|hemos prestado)",
            "qué (tengo|tenemos) prestado",
        ),
        Kind.LEND: (
            "(presta|préstale|he prestado|hemos prestado|le he prestado|le hemos prestado|le presté) {item} (a|al) {place}",
        ),
        Kind.RETURNED: (
            (
                "{place} (ha devuelto|han devuelto|me ha devuelto|nos ha devuelto|me han devuelto|nos han devuelto|devolvió"
                "|me devolvió) {item}"
            ),
        ),
        Kind.FOLLOW: ("y {item}", "qué pasa con {item}"),
        Kind.PICK: (
            *("el {item}", "la {item}", "los {item}", "las {item}", "digo {item}", "me refiero a {item}"),
            *("sí", "si", "exacto", "correcto", "eso es"),
        ),
        Kind.UNDO: ("(deshaz|anula) (eso|esto|lo último|el último cambio)", "deshazlo"),
    },
    leading=frozenset(
        (
            *("en", "dentro"),
            *(
                "el",
                "la",
                "los",
                "las",
                "lo",
                "un",
                "una",
                "unos",
                "unas",
                "mi",
                "mis",
                "nuestro",
                "nuestra",
                "nuestros",
            ),
            *(
                "nuestras",
                "tu",
                "tus",
                "su",
                "sus",
                "este",
                "esta",
                "estos",
                "estas",
                "ese",
                "esa",
                "del",
                "de",
                "al",
                "a",
            ),
            *(
                "mas",
                "aun",
                "todavia",
                "algun",
                "alguna",
                "algo",
                "guardado",
                "guardada",
                "guardados",
                "guardadas",
                "le",
            ),
            *("por", "ultima", "vez"),
        )
    ),
    trailing=frozenset(
        (
            *(
                "me",
                "nos",
                "por",
                "favor",
                "todavia",
                "aun",
                "guardado",
                "guardada",
                "guardados",
                "guardadas",
                "ultima",
                "vez",
                "la",
            ),
            *("ahora", "tambien", "en", "casa", "mas", "entonces"),
        )
    ),
    ones=frozenset(("un", "una")),
    numbers={word: number for number, word in enumerate(_SMALL, 1)}
    | {word: number * 10 for number, word in enumerate(_TENS, 3)}
    | {"un": 1, "una": 1, "docena": 12, "cien": 100, "veintiun": 21},
    prepositions=frozenset(("en", "a", "al", "dentro", "sobre", "bajo", "hacia")),
    ours=word_set("mi mis nuestro nuestra nuestros nuestras tenemos tengo he hemos nos me puse"),
    elsewhere=word_set(
        "cita citas lluvia nieve tiempo correo correos mensaje mensajes invitados visita cumpleanos colegio"
        " planes musica hambre sed sueno frio calor miedo prisa vacaciones internet luz deberes"
    ),
    origins=frozenset(("de", "del", "desde")),
    units={
        **dict.fromkeys(("paquete", "paquetes"), "pack"),
        **dict.fromkeys(("caja", "cajas"), "box"),
        **dict.fromkeys(("botella", "botellas"), "bottle"),
        **dict.fromkeys(("lata", "latas"), "can"),
        **dict.fromkeys(("tarro", "tarros", "frasco", "frascos"), "jar"),
        **dict.fromkeys(("bolsa", "bolsas"), "bag"),
        **dict.fromkeys(("rollo", "rollos"), "roll"),
        **dict.fromkeys(("par", "pares"), "pair"),
        **dict.fromkeys(("juego", "juegos"), "set"),
        **dict.fromkeys(("hoja", "hojas"), "sheet"),
        **dict.fromkeys(("tubo", "tubos"), "tube"),
    },
    unit_of=frozenset(("de",)),
    unit_names={
        "": ("", ""),
        "pack": ("paquete", "paquetes"),
        "box": ("caja", "cajas"),
        "bottle": ("botella", "botellas"),
        "can": ("lata", "latas"),
        "jar": ("tarro", "tarros"),
        "bag": ("bolsa", "bolsas"),
        "roll": ("rollo", "rollos"),
        "pair": ("par", "pares"),
        "set": ("juego", "juegos"),
        "sheet": ("hoja", "hojas"),
        "tube": ("tubo", "tubos"),
    },
    months=(
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio"),
        *("agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
    date="{day} de {month} de {year}",
    ordinals={
        **dict.fromkeys(("primero", "primera", "primer"), 1),
        **dict.fromkeys(("segundo", "segunda"), 2),
        **dict.fromkeys(("tercero", "tercera", "tercer"), 3),
        **dict.fromkeys(("ultimo", "ultima"), -1),
    },
    yes=frozenset(("si", "exacto", "correcto", "eso es")),
    said_as={"doble a": "aa", "triple a": "aaa", "dos a": "aa", "tres a": "aaa", "a a": "aa"},
    bare_stop_words=frozenset(
        (
            "el",
            "la",
            "los",
            "las",
            "lo",
            "un",
            "una",
            "mi",
            "mis",
            "de",
            "del",
            "y",
            "para",
            "con",
            "nuestro",
            "nuestra",
        )
    ),
    many_verbs=frozenset(("estan",)),
    many_names=r"^\w+s\b",
    plurals=(
        (r"^(\w*)z\b", r"\1ces"),
        (r"^(\w*)ón\b", r"\1ones"),
        (r"^(\w*[aeiouáé])\b", r"\1s"),
        (r"^(\w*[^aeious\W])\b", r"\1es"),
    ),
    heads_first=True,
    lowers_names=True,
    inside_out=True,
    place_phrases=((rf"^({_HER})\b", "en la {name}"), (rf"^({_HIS})\b", "en el {name}")),
    place_in="en {place}",
    place_on="en {place}",
    decimal_point=",",
    texts=TEXTS,
    errors=ERRORS,
)
