"""What is said in Italian."""

from __future__ import annotations

from typing import Final

TEXTS: Final = {
    "and": " e ",
    "is": "",
    "are": "",
    "it_is": "Posto abituale",
    "they_are": "Posto abituale",
    "slot": "scomparto {name}",
    "nowhere": "senza posto",
    "at_home": "a {place}",
    "found": "{item}: {place}.",
    "found_in_parts": "{item}, in {count} posti: {parts}.",
    "part": "{amount} {place}",
    "no_place": "{item}: nell'inventario, ma senza posto.",
    "none_left": "{items}: non ce n'è più.",
    "kept": " {it_is}: {place}.",
    "place_found": "{item}: {place}.",
    "more_found": " Ne conosco altri {count}.",
    "contents": "{place}: {names}.",
    "contents_more": "{place}: {names} e altri {count}.",
    "nothing_inside": "Non c'è niente {place}.",
    "count": "{items}: {amount}, {place}.",
    "count_parts": "{items}: {amount}. {parts}.",
    "count_only": "{items}: {amount}.",
    "count_several": "{amounts}.",
    "yes_count_several": "Sì: {amounts}.",
    "yes_count": "Sì. {items}: {amount}, {place}.",
    "yes_count_parts": "Sì. {items}: {amount}. {parts}.",
    "yes_count_only": "Sì. {items}: {amount}.",
    "no_none_left": "No. {items}: non ce n'è più.",
    "amount": "{quantity}",
    "amount_unit": "{quantity} {unit}",
    "part_amount": "{quantity}",
    "part_amount_unit": "{quantity} {unit}",
    "moved": "Va bene. {item}: ora {place}.",
    "moved_part": "Va bene. {items}: {amount} ora {place}.",
    "stock_added": "Va bene. {items}: {amount} in più, {place}. Adesso sono {total}.",
    "item_added": "Va bene. {items}: {amount}, {place}. È nuovo nell'inventario.",
    "taken": "Va bene. {items}: {amount} in meno. Ne restano {left}.",
    "how_many_taken": "Quanto? Dillo con un numero: {item}.",
    "warranty": "{item}: la garanzia vale fino al {date}.",
    "warranty_over": "{item}: la garanzia è scaduta il {date}.",
    "warranty_for_life": "{item}: garanzia a vita.",
    "warranty_unknown": "{item}: non conosco una garanzia.",
    "covered": "Sì. {item}: la garanzia vale fino al {date}.",
    "not_covered": "No. {item}: la garanzia è scaduta il {date}.",
    "covered_for_life": "Sì. {item}: garanzia a vita.",
    "last_here": "{item}: {place}, dal {date}.",
    "last_there": "{item}: l'ultima volta {place}, fino al {date}.",
    "nobody_has": "{item}: nessuno risulta averlo. {it_is}: {place}.",
    "low": "Stanno finendo: {names}.",
    "low_more": "Stanno finendo: {names} e altri {count}.",
    "low_entry": "{item} (restano {left})",
    "nothing_low": "Non manca niente.",
    "undone": "Va bene, ho annullato.",
    "item_unknown": "Non ho trovato «{item}» nell'inventario.",
    "item_unsure": "Non sono sicuro. Forse {candidates}?",
    "place_unknown": "Non conosco un posto chiamato «{place}».",
    "place_unsure": "Non sono sicuro del posto. Forse {candidates}?",
    "which_item": "Ce ne sono diversi: {candidates}. Quale?",
    "which_place": "Ci sono diversi posti con questo nome: {candidates}. Quale?",
    "or": " o ",
    "item_at": "{item} {place}",
    "the_item": "{item}",
    "the_place": "{place}",
    "error": "Non ha funzionato. Non è stato cambiato niente.",
}
ERRORS: Final = {
    "unauthorized": "Puoi consultare l'inventario, ma non modificarlo.",
    "not_enough_stock": "Non ce n'è abbastanza. {item}: {available}.",
    "fractional_quantity": "Questo si conta solo a pezzi interi.",
    "location_required": "{item} si trova in diversi posti: {candidates}. Di' da dove.",
    "location_full": "Qui non c'è più spazio: {location}.",
    "slot_taken": "Lo scomparto {slot} contiene già: {item}.",
    "slot_invalid": "Non può andare in questo scomparto.",
    "archived": "{name} è archiviato. Prima va ripristinato.",
    "undo_conflict": "Non si può annullare, perché {title} è stato cambiato dopo.",
    "already_undone": "È già stato annullato.",
    "nothing_to_undo": "Non c'è niente da annullare.",
    "value_too_long": "Questo nome è troppo lungo.",
    "value_out_of_range": "Questo numero non è possibile.",
    "store_busy": "L'inventario è occupato. Non è stato cambiato niente, riprova più tardi.",
    "store_unavailable": "L'inventario non risponde. Non è stato cambiato niente, riprova più tardi.",
}
"""What is said when a use case was refused, by the code of the error."""
PLACE_PHRASES: Final = (
    (
        r"^(cucina|cantina|soffitta|bagno|camera|salotto|soggiorno|giardino|garage|lavanderia|terrazza|taverna|mansarda)$",
        "in {place}",
    ),
    (r"^(mensola|scrivania|panca)\b", "sulla {place}"),
    (r"^scaffale", "sullo {place}"),
    (r"^(tavolo|ripiano|banco|balcone)\b", "sul {place}"),
    (r"^[aeiouàèéìòù]", "nell'{place}"),
    (r"^(s[bcdfghlmnpqrtvz]|z|gn|ps)\w*[oe]\b", "nello {place}"),
    (
        (
            r"^(scatola|cassetta|credenza|cassettiera|borsa|valigia|cesta|dispensa|libreria|madia|vetrina|cassapanca|camera"
            r"|stanza|casa|cassa|cabina|cantina|cucina|lavanderia|veranda|valigetta)\b"
        ),
        "nella {place}",
    ),
    (
        (
            r"^(cassetto|mobile|comò|baule|frigorifero|congelatore|cesto|corridoio|capanno|laboratorio|contenitore|barattolo"
            r"|secchio|ripostiglio|garage|bagno|giardino|mobiletto|pensile|guardaroba|portico|cestino)\b"
        ),
        "nel {place}",
    ),
)
"""How a place is told whose name, in small letters, fits a regular expression."""
UNIT_NAMES: Final = {
    "": ("", ""),
    "pack": ("confezione", "confezioni"),
    "box": ("scatola", "scatole"),
    "bottle": ("bottiglia", "bottiglie"),
    "can": ("lattina", "lattine"),
    "jar": ("barattolo", "barattoli"),
    "bag": ("sacco", "sacchi"),
    "roll": ("rotolo", "rotoli"),
    "pair": ("paio", "paia"),
    "set": ("set", "set"),
    "sheet": ("foglio", "fogli"),
    "tube": ("tubetto", "tubetti"),
}
"""How a unit is spoken, one and many."""
