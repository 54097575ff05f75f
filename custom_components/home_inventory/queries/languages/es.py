"""Spanish."""

from __future__ import annotations

from typing import Final

from ..language import Bound, Language, Meaning, Period, counts, pairs, words

_LEFT: Final = "[(unidades|piezas|restantes|en stock|en existencia)]"
_ENDS: Final = "(termina|terminan|acaba|acaban|caduca|caducan|vence|vencen|expira|expiran|finaliza|vigente|válida)"
_COSTS: Final = "[que] (cuesta|cuestan|valen|vale|por)"
_BOUGHT: Final = "(comprado|comprados|comprada|compradas|compré|compramos|pedido|pedidos|pedida)"

SPANISH: Final = Language(
    code="es",
    decimal=",",
    the="(el|la|los|las|un|una|mi|mis|nuestro|nuestra|nuestros|nuestras)",
    box="(caja|cajón|contenedor|estante|estantería|armario|bolsa|lugar|sitio|baúl)",
    rules={
        Meaning.WARRANTY_TIME: (
            f"[(con|cuya|de)] [la] (garantía|garantías) [que] {_ENDS} {{time}}",
            "[(con|en)] [la] (garantía|garantías) {bounded}",
        ),
        Meaning.BEST_BEFORE_TIME: (
            "[que] (caduca|caducan|caducado|caducados|caducidad|consumir preferentemente|a consumir|para consumir) {time}",
            "[con] fecha de caducidad {time}",
        ),
        Meaning.ADDED_TIME: (
            "[que] (añadí|añadido|añadidos|añadida|añadidas|agregado|agregados|agregada|agregadas|registrado|registrados) {time}",
        ),
        Meaning.WARRANTY_EXPIRED: (
            "[con] [la] (garantía|garantías) (caducada|caducadas|vencida|vencidas|expirada|expiradas|terminada)",
            "(fuera de|ya sin) garantía",
        ),
        Meaning.WARRANTY_NONE: ("(sin|que no tienen|que no tiene) (garantía|garantías)",),
        Meaning.WARRANTY_ACTIVE: (
            "[(que están|todavía|aún)] (en|bajo) garantía",
            "con [la] garantía [(vigente|válida|activa)]",
        ),
        Meaning.BEST_BEFORE_PAST: (
            "[que están] (caducado|caducados|caducada|caducadas)",
            "con fecha de caducidad pasada",
        ),
        Meaning.PRICE_BELOW: (
            f"[({_COSTS}|de)] (menos de|más barato que|más baratos que|más baratas que|por debajo de|<) {{money}}",
            f"({_COSTS} menos de|más barato que|más baratos que|más baratas que) {{sum}}",
        ),
        Meaning.PRICE_ABOVE: (
            f"[({_COSTS}|de)] (más de|más caro que|más caros que|más caras que|por encima de|>) {{money}}",
            f"({_COSTS} más de|más caro que|más caros que|más caras que) {{sum}}",
        ),
        Meaning.PRICE_MOST: (f"[({_COSTS}|de)] (como máximo|hasta|a lo sumo) {{money}}",),
        Meaning.PRICE_LEAST: (f"[({_COSTS}|de)] (al menos|como mínimo|desde) {{money}}",),
        Meaning.LABEL: (
            "(etiquetado|etiquetados|etiquetada|etiquetadas|marcado|marcados|marcada|marcadas) [(como|con)] {label}",
            "con {the} etiqueta {label}",
        ),
        Meaning.CATEGORY: ("[(en|de)] {the} (categoría|categorías) {category}",),
        Meaning.VENDOR: (
            f"[que] [he] {_BOUGHT} (en|a|de|por) {{the}} {{vendor}}",
            "{bought} (en|a|de|por) {the} {vendor}",
        ),
        Meaning.PURCHASE_TIME: (
            f"[que] [(he|hemos)] {_BOUGHT} {{time}}",
            "{bought} {time}",
        ),
        Meaning.MAKER: (
            "(hecho|hechos|hecha|hechas|fabricado|fabricados|fabricada|fabricadas) por {maker}",
            "[de] {the} (marca|fabricante) {maker}",
        ),
        Meaning.BORROWER: (
            (
                "[que] [le] [(he|hemos)] [(está|están)] (prestado|prestados|prestada|prestadas|presté|prestamos|dejado) "
                "(a|al) {the} {borrower}"
            ),
            "qué (tiene|ha tomado) {the} {borrower} (prestado|prestados|en préstamo)",
        ),
        Meaning.OVERDUE: (
            "[que] [(está|están|va|van)] (con retraso|atrasado|atrasados|atrasada|atrasadas)",
            "[que] (debería|deberían) haber vuelto",
        ),
        Meaning.LENT: (
            "[que] (he|hemos) prestado",
            "[que] [(está|están)] [(todavía|aún)] (prestado|prestados|prestada|prestadas|en préstamo)",
        ),
        Meaning.DEVICE_OFFLINE: (
            "(dispositivo|dispositivos|aparato|aparatos) [que] [(está|están)] (sin conexión|desconectado|desconectados|fuera de línea|offline)",
            "[que] (está|están) [ahora] (sin conexión|desconectado|desconectados|desconectada|desconectadas|fuera de línea|offline)",
        ),
        Meaning.DEVICE_ONLINE: (
            "(dispositivo|dispositivos|aparato|aparatos) [que] [(está|están)] (conectado|conectados|en línea|online)",
            "[que] (está|están) [ahora] (conectado|conectados|conectada|conectadas|en línea|online)",
        ),
        Meaning.DEVICE_MISSING: (
            "(dispositivo|dispositivos|aparato|aparatos) (perdido|perdidos|desaparecido|desaparecidos|ausente|ausentes)",
            "(dispositivo|dispositivos|aparato|aparatos) que (falta|faltan|ha desaparecido|han desaparecido)",
        ),
        Meaning.UNPLACED: (
            "(sin|que no tienen|que no tiene) [(un|ningún)] (lugar|sitio|ubicación)",
            "(sin guardar|sin colocar|en ningún (sitio|lugar))",
        ),
        Meaning.LOW_STOCK: (
            "[(con|que tienen)] (poco stock|pocas existencias|existencias bajas|stock bajo|bajo stock)",
            "[que] (casi agotado|casi agotados|casi agotada|casi agotadas|se están acabando|se está acabando)",
            "por debajo del mínimo",
        ),
        Meaning.QUANTITY_NONE: ("(agotado|agotados|agotada|agotadas|sin existencias|sin stock)",),
        Meaning.PROMOTED: ("con dispositivo propio",),
        Meaning.ARCHIVED: (
            "en {the} archivo",
            "(cosas|objetos|artículos) (archivado|archivados|archivadas)",
            "que están (archivados|archivadas)",
        ),
        Meaning.CODE: ("(en|sobre|dentro de) {the} {box} {code}",),
        Meaning.PLACE: (
            "[que] [(está|están|hay)] [(guardado|guardados|guardada|guardadas)] (en|sobre|dentro de|dentro del) {the} {place}",
        ),
        Meaning.QUANTITY_BELOW: (f"[con] (menos de|por debajo de|<) {{n}} {_LEFT}",),
        Meaning.QUANTITY_ABOVE: (f"[con] (más de|por encima de|>) {{n}} {_LEFT}",),
        Meaning.QUANTITY_MOST: (f"(como máximo|a lo sumo|hasta) {{n}} {_LEFT}",),
        Meaning.QUANTITY_LEAST: (f"(al menos|como mínimo|por lo menos) {{n}} {_LEFT}",),
    },
    periods={
        Period.YESTERDAY: ("ayer",),
        Period.TODAY: ("hoy",),
        Period.TOMORROW: ("mañana",),
        Period.LAST_WEEK: ("[la] semana pasada", "[la] última semana"),
        Period.THIS_WEEK: ("esta semana",),
        Period.NEXT_WEEK: ("[la] (próxima semana|semana próxima|semana que viene)",),
        Period.LAST_MONTH: ("[el] (mes pasado|último mes)",),
        Period.THIS_MONTH: ("este mes",),
        Period.NEXT_MONTH: ("[el] (próximo mes|mes próximo|mes que viene)",),
        Period.LAST_YEAR: ("[el] (año pasado|último año)",),
        Period.THIS_YEAR: ("este año",),
        Period.NEXT_YEAR: ("[el] (próximo año|año próximo|año que viene)",),
        Period.WEEKDAY: ("[(este|próximo)] {w}", "{w} que viene"),
        Period.LAST_WEEKDAY: ("{w} pasado",),
        Period.SOON: ("pronto",),
        Period.COMING: (
            "[(en|dentro de)] [(los|las)] (próximos|próximas) {n} {unit}",
            "(en|dentro de) [(los|las)] {n} {unit}",
        ),
        Period.PAST: ("[(en|durante)] [(los|las)] (últimos|últimas) {n} {unit}",),
        Period.DATE: ("{iso}", "[el] {dmy}", "[el] {d} de {m} [(de|del)] {y}", "[el] {d} de {m}"),
        Period.MONTH: ("{m} [(de|del)] {y}", "{m}"),
        Period.YEAR: ("{y}",),
    },
    bounds={
        Bound.IN: "(en|durante|el)",
        Bound.BY: "(hasta|hasta el|a más tardar|antes de fin de|antes de que acabe|hasta finales de)",
        Bound.BEFORE: "(antes de|antes del)",
        Bound.AFTER: "(después de|después del|tras)",
        Bound.SINCE: "(desde|desde el|a partir de|a partir del)",
    },
    lasting="(por|durante)",
    weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    units=("(día|días)", "(semana|semanas)", "(mes|meses)", "(año|años)"),
    months=(
        *("(enero|ene)", "(febrero|feb)", "(marzo|mar)", "(abril|abr)", "(mayo|may)", "(junio|jun)", "(julio|jul)"),
        *("(agosto|ago)", "(septiembre|setiembre|sep)", "(octubre|oct)", "(noviembre|nov)", "(diciembre|dic)"),
    ),
    numbers=counts(
        "un=1 una=1 uno=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 "
        "veinte=20 treinta=30 cincuenta=50 cien=100"
    ),
    currencies=pairs(
        "€=EUR euro=EUR euros=EUR eur=EUR £=GBP gbp=GBP usd=USD $=dollar dólar=dollar dólares=dollar chf=CHF "
        "francos=franc libras=pound"
    ),
    asking=words(
        "muestra muéstrame busca encuentra lista todos todas todo dónde está están qué cuáles los las el la mis hay"
    ),
    things=words("cosa cosas objeto objetos artículo artículos todo todos todas"),
    devices=words("dispositivo dispositivos aparato aparatos"),
    links=words("y o que los las el la de del con están está también hay"),
    joins=words("de del"),
    after=words(
        "offline online prestado prestados prestada prestadas sin para sin bajo más menos en sobre por desde hasta antes después comprado comprados comprada compradas añadido "
        "añadidos añadida añadidas etiquetado etiquetados etiquetada etiquetadas cuya fabricado al como"
    ),
)
