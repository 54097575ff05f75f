"""What columns are called, in six languages: from their names follows a proposal of what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..domain.imports import Target
from ..domain.text import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# In each line: English, German, Spanish, French, Italian, Dutch.
_NAMES: Final[Mapping[Target, str]] = {
    Target.NAME: "name, item, item name, title, product, asset name, entry name, part, article, thing; "
    "bezeichnung, gegenstand, artikel, produkt, titel, ding; nombre, articulo, producto, titulo, objeto; "
    "nom, article, produit, objet, titre, designation; nome, articolo, prodotto, titolo, oggetto; naam, artikel, voorwerp",
    Target.LOCATION: "location, place, room, storage location, storage, where, path, default location, area; "
    "ort, lagerort, standort, raum, platz, lagerplatz, zimmer; ubicacion, lugar, habitacion, sitio, estancia; "
    "emplacement, lieu, piece, endroit, localisation; posizione, luogo, stanza, ubicazione, posto; "
    "locatie, plaats, plek, kamer, ruimte",
    Target.QUANTITY: "quantity, qty, amount, count, stock, in stock, number, units, pieces; "
    "menge, anzahl, bestand, stuck, stueck, stuckzahl; cantidad, existencias, numero, unidades; "
    "quantite, qte, nombre d'exemplaires, stock; quantita, qta, giacenza, pezzi; aantal, hoeveelheid, voorraad, stuks",
    Target.UNIT: "unit, unit of measure, unitofmeasure, uom, quantity unit; einheit, mengeneinheit; unidad; unite; unita; "
    "eenheid",
    Target.CATEGORIES: "category, categories, tags, labels, group, type, product group; "
    "kategorie, kategorien, gruppe, typ, schlagworte, schlagworter; categoria, categorias, etiquetas, grupo, tipo; "
    "categorie, categories, etiquettes, groupe; categorie, etichette, gruppo; categorie, categorieen, groep, soort",
    Target.DESCRIPTION: "description, details, summary; beschreibung, details; descripcion; description; descrizione; "
    "beschrijving, omschrijving",
    Target.MANUFACTURER: "manufacturer, maker, brand, make; hersteller, marke; fabricante, marca; "
    "fabricant, marque; produttore, marca; fabrikant, merk",
    Target.MODEL: "model, model number, model no, part number, mpn; modell, modellnummer; modelo; modele; modello; "
    "modelnummer",
    Target.SERIAL_NUMBER: "serial number, serial, serial no, sn, s/n; seriennummer, serien-nr; numero de serie; "
    "numero de serie, n° de serie; numero di serie, matricola; serienummer",
    Target.BARCODES: "barcode, barcodes, ean, upc, gtin, isbn; strichcode; codigo de barras; code-barres, code barres; "
    "codice a barre; streepjescode",
    Target.ALIASES: "alias, aliases, other names; andere namen, weitere namen; otros nombres; autres noms; altri nomi; "
    "andere namen",
    Target.PURCHASE_DATE: "purchase date, purchased, date purchased, bought, bought on, purchase time, date of purchase; "
    "kaufdatum, gekauft am, gekauft, anschaffungsdatum; fecha de compra, comprado el; date d'achat, achete le; "
    "data di acquisto, data acquisto, acquistato il; aankoopdatum, gekocht op",
    Target.PURCHASE_PRICE: "purchase price, price, cost, purchase cost, unit price, value, valuation; "
    "preis, kaufpreis, einzelpreis, wert, anschaffungspreis; precio, precio de compra, coste, valor; "
    "prix, prix d'achat, cout, valeur; prezzo, prezzo di acquisto, costo, valore; prijs, aankoopprijs, waarde",
    Target.CURRENCY: "currency; wahrung, waehrung; moneda, divisa; devise, monnaie; valuta; valuta, munt",
    Target.VENDOR: "vendor, supplier, seller, shop, store, purchased from, purchase from, bought at, retailer; "
    "handler, haendler, lieferant, verkaufer, geschaft; vendedor, proveedor, tienda; vendeur, fournisseur, magasin; "
    "venditore, fornitore, negozio; verkoper, leverancier, winkel",
    Target.VENDOR_URL: "url, link, website, product link, vendor url, web address; webadresse, weblink; enlace; lien; "
    "collegamento, sito; koppeling",
    Target.WARRANTY_UNTIL: "warranty until, warranty, warranty expires, warranty end, warranty expiration; "
    "garantie bis, garantieende, garantie; garantia hasta, fin de garantia, garantia; "
    "garantie jusqu'au, fin de garantie; garanzia fino al, garanzia, scadenza garanzia; garantie tot, garantie",
    Target.LIFETIME_WARRANTY: "lifetime warranty; lebenslange garantie; garantia de por vida; garantie a vie; "
    "garanzia a vita; levenslange garantie",
    Target.WARRANTY_NOTES: "warranty notes, warranty details; garantiehinweise; notas de garantia; notes de garantie; "
    "note sulla garanzia; garantienotities",
    Target.MINIMUM_QUANTITY: "minimum quantity, minimum, min quantity, min stock, min level, min amount, minquantity, "
    "minamount, minimum stock, reorder level; mindestmenge, mindestbestand; cantidad minima, minimo; "
    "quantite minimale, stock minimum; quantita minima, scorta minima; minimale hoeveelheid, minimumvoorraad",
    Target.BEST_BEFORE: "best before, best before date, expiry, expiry date, expires, expiration date, use by; "
    "mindesthaltbarkeitsdatum, mhd, haltbar bis, ablaufdatum; fecha de caducidad, caducidad; "
    "date limite, ddm, dlc, date de peremption; scadenza, da consumarsi entro; houdbaar tot, houdbaarheidsdatum, tht",
    Target.LOT: "lot, batch, lot number, batch code; charge, chargennummer; lote; lotto; partij",
    Target.NOTES: "notes, note, comment, comments, remarks; notizen, notiz, bemerkung, bemerkungen, kommentar, "
    "anmerkung; notas, nota, comentarios, observaciones; notes, remarques, commentaire; note, osservazioni, commenti; "
    "notities, opmerkingen",
    Target.ARCHIVED: "archived; archiviert; archivado; archive; archiviato; gearchiveerd",
    Target.CODE: "code, home inventory code; codigo; codice",
    Target.REFERENCE: "id, uuid, reference, import ref, external id; kennung; referencia; identifiant; riferimento; kenmerk",
}


def _words(text: str) -> Iterable[str]:
    """Return the names in a line, as they are compared."""
    return (name_key(word) for part in text.split(";") for word in part.split(",") if word.strip())


_BY_NAME: Final[Mapping[str, Target]] = {
    word: target for target, text in reversed(tuple(_NAMES.items())) for word in _words(text)
}
_ONCE: Final = frozenset(Target) - {Target.CUSTOM, Target.CATEGORIES, Target.BARCODES, Target.ALIASES, Target.NOTES}
"""What only one column can hold."""


def propose(columns: Iterable[str]) -> dict[str, Target]:
    """Return what columns of an unknown program hold: what is not known is kept as a field of the household's own."""
    mapping: dict[str, Target] = {}
    used: set[Target] = set()
    for column in columns:
        target = _BY_NAME.get(name_key(column.replace("_", " "))) or Target.CUSTOM
        if target in used and target in _ONCE:
            target = Target.CUSTOM
        used.add(target)
        mapping[column] = target
    return mapping


def is_for_one(target: Target) -> bool:
    """Return whether only one column can hold this."""
    return target in _ONCE
