"""What stands above the columns of exported lists, in six languages.

They are data and no texts of the interface: an exported table is recognised by them when it comes back, whatever language
Home Assistant speaks by then. So a word that was once here may be added to, but never means another column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

# English; German; Spanish; French; Italian; Dutch.
TITLES: Final[Mapping[str, str]] = {
    "code": "Inventory code; Inventarcode; Código de inventario; Code d'inventaire; Codice inventario; Inventariscode",
    "name": "Name; Name; Nombre; Nom; Nome; Naam",
    "location": "Place; Ort; Lugar; Emplacement; Posizione; Plaats",
    "path": "Path; Pfad; Ruta; Chemin; Percorso; Pad",
    "quantity": "Quantity; Menge; Cantidad; Quantité; Quantità; Aantal",
    "unit": "Unit; Einheit; Unidad; Unité; Unità; Eenheid",
    "categories": "Categories; Kategorien; Categorías; Catégories; Categorie; Categorieën",
    "labels": "Labels; Label; Etiquetas; Étiquettes; Etichette; Labels",
    "description": "Description; Beschreibung; Descripción; Description; Descrizione; Beschrijving",
    "manufacturer": "Manufacturer; Hersteller; Fabricante; Fabricant; Produttore; Fabrikant",
    "model": "Model; Modell; Modelo; Modèle; Modello; Model",
    "serial_number": "Serial number; Seriennummer; Número de serie; Numéro de série; Numero di serie; Serienummer",
    "barcodes": "Barcodes; Strichcodes; Códigos de barras; Codes-barres; Codici a barre; Streepjescodes",
    "aliases": "Other names; Andere Namen; Otros nombres; Autres noms; Altri nomi; Andere namen",
    "purchase_date": "Purchase date; Kaufdatum; Fecha de compra; Date d'achat; Data di acquisto; Aankoopdatum",
    "purchase_price": "Purchase price; Kaufpreis; Precio de compra; Prix d'achat; Prezzo di acquisto; Aankoopprijs",
    "currency": "Currency; Währung; Moneda; Devise; Valuta; Munteenheid",
    "value": "Value; Wert; Valor; Valeur; Valore; Waarde",
    "vendor": "Vendor; Händler; Vendedor; Vendeur; Venditore; Verkoper",
    "vendor_url": "Web address; Webadresse; Dirección web; Adresse web; Indirizzo web; Webadres",
    "warranty_until": "Warranty until; Garantie bis; Garantía hasta; Garantie jusqu'au; Garanzia fino al; Garantie tot",
    "lifetime_warranty": "Lifetime warranty; Lebenslange Garantie; Garantía de por vida; Garantie à vie; Garanzia a vita; "
    "Levenslange garantie",
    "warranty_notes": "Warranty notes; Garantiehinweise; Notas de garantía; Notes de garantie; Note sulla garanzia; "
    "Garantienotities",
    "minimum_quantity": "Minimum quantity; Mindestmenge; Cantidad mínima; Quantité minimale; Quantità minima; "
    "Minimumaantal",
    "best_before": "Best before; Mindestens haltbar bis; Consumo preferente; À consommer de préférence avant; "
    "Da consumarsi entro; Ten minste houdbaar tot",
    "lot": "Lot; Charge; Lote; Lot; Lotto; Partij",
    "notes": "Notes; Notizen; Notas; Notes; Note; Notities",
    "lent_quantity": "Lent; Verliehen; Prestado; Prêté; Prestato; Uitgeleend",
    "borrowers": "Borrowers; Ausgeliehen an; Prestado a; Prêté à; Prestato a; Uitgeleend aan",
    "low_stock": "Low stock; Bestand niedrig; Existencias bajas; Stock faible; Scorta bassa; Voorraad laag",
    "promoted": "Has its own device; Hat ein eigenes Gerät; Tiene dispositivo propio; A son propre appareil; "
    "Ha un proprio dispositivo; Heeft een eigen apparaat",
    "archived": "Archived; Archiviert; Archivado; Archivé; Archiviato; Gearchiveerd",
    "created_at": "Added; Hinzugefügt; Añadido; Ajouté; Aggiunto; Toegevoegd",
    "updated_at": "Changed; Geändert; Modificado; Modifié; Modificato; Gewijzigd",
    "id": "ID; ID; ID; ID; ID; ID",
    "kind": "Kind; Art; Tipo; Type; Tipo; Soort",
    "item_count": "Items; Gegenstände; Artículos; Objets; Oggetti; Voorwerpen",
    "capacity": "Capacity; Fassungsvermögen; Capacidad; Capacité; Capienza; Capaciteit",
    "area": "Area; Bereich; Área; Zone; Area; Ruimte",
    "device_type": "Type; Typ; Tipo; Type; Tipo; Type",
    "firmware": "Firmware; Firmware; Firmware; Micrologiciel; Firmware; Firmware",
    "status": "Status; Status; Estado; État; Stato; Status",
    "addresses": "Addresses; Adressen; Direcciones; Adresses; Indirizzi; Adressen",
    "macs": "MAC addresses; MAC-Adressen; Direcciones MAC; Adresses MAC; Indirizzi MAC; MAC-adressen",
    "item_code": "Code of the item; Code des Gegenstands; Código del artículo; Code de l'objet; Codice dell'oggetto; "
    "Code van het voorwerp",
    "item_name": "Item; Gegenstand; Artículo; Objet; Oggetto; Voorwerp",
    "last_seen": "Last seen; Zuletzt gesehen; Visto por última vez; Vu pour la dernière fois; Visto l'ultima volta; "
    "Laatst gezien",
    "sources": "Sources; Quellen; Fuentes; Sources; Fonti; Bronnen",
    "hangs_on": "Hangs on; Hängt an; Conectado a; Relié à; Collegato a; Hangt aan",
    "sleeps": "Often away; Oft nicht da; A menudo ausente; Souvent absent; Spesso assente; Vaak weg",
    "ignored": "Ignored; Ignoriert; Ignorado; Ignoré; Ignorato; Genegeerd",
    "borrower": "Borrower; Ausgeliehen an; Prestado a; Emprunteur; Prestato a; Lener",
    "lent_on": "Lent on; Verliehen am; Prestado el; Prêté le; Prestato il; Uitgeleend op",
    "due_on": "Due back; Zurück bis; Devolver el; À rendre le; Da restituire il; Terug op",
    "overdue": "Overdue; Überfällig; Vencido; En retard; Scaduto; Te laat",
    "note": "Note; Notiz; Nota; Remarque; Nota; Notitie",
    "at": "When; Wann; Cuándo; Quand; Quando; Wanneer",
    "person": "Who; Wer; Quién; Qui; Chi; Wie",
    "source": "How; Wie; Cómo; Comment; Come; Hoe",
    "operation": "What was done; Was geschah; Qué se hizo; Action; Cosa è stato fatto; Wat er gebeurde",
    "before": "Before; Vorher; Antes; Avant; Prima; Voorheen",
    "after": "After; Nachher; Después; Après; Dopo; Daarna",
    "undone": "Undone; Rückgängig gemacht; Deshecho; Annulé; Annullato; Ongedaan gemaakt",
    "batch": "Batch; Schritt; Lote de cambios; Lot de modifications; Gruppo di modifiche; Reeks wijzigingen",
}
LIST_TITLES: Final[Mapping[str, str]] = {
    "items": "Items; Gegenstände; Artículos; Objets; Oggetti; Voorwerpen",
    "locations": "Places; Orte; Lugares; Emplacements; Posizioni; Plaatsen",
    "devices": "Devices; Geräte; Dispositivos; Appareils; Dispositivi; Apparaten",
    "loans": "Loans; Verliehen; Préstamos; Prêts; Prestiti; Uitgeleend",
    "history": "Activity; Aktivität; Actividad; Activité; Attività; Activiteit",
}
