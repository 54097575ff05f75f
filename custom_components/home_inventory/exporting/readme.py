"""What stands in the archive of everything for whoever opens it, perhaps in years, perhaps without this program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

README_NAME: Final = "README.txt"
_TEXTS: Final[Mapping[str, str]] = {
    "en": """{home}: everything in the inventory, exported on {day}

inventory.json  Everything, so that Home Inventory can take it in again: in the panel under "Import and export".
                The format is described in docs/export-format.md of the project.
items.csv       The items as a table, archived ones too. Can be changed in a spreadsheet and imported.
locations.csv   The places.
devices.csv     The devices.
loans.csv       What is lent.
files/          Photos, receipts and manuals. Each name begins with the code of its item.

A list without entries and a folder without files are left out.
""",
    "de": """{home}: alles aus dem Inventar, exportiert am {day}

inventory.json  Alles, so dass Home Inventory es wieder einlesen kann: im Panel unter „Import und Export“.
                Das Format ist in docs/export-format.md des Projekts beschrieben.
items.csv       Die Gegenstände als Tabelle, auch archivierte. Lässt sich in einer Tabellenkalkulation ändern und importieren.
locations.csv   Die Orte.
devices.csv     Die Geräte.
loans.csv       Was verliehen ist.
files/          Fotos, Belege und Anleitungen. Jeder Name beginnt mit dem Code des Gegenstands.

Eine Liste ohne Einträge und ein Ordner ohne Dateien fehlen.
""",
    "es": """{home}: todo el inventario, exportado el {day}

inventory.json  Todo, para que Home Inventory pueda volver a leerlo: en el panel, en «Importar y exportar».
                El formato se describe en docs/export-format.md del proyecto.
items.csv       Los artículos como tabla, también los archivados. Se puede modificar en una hoja de cálculo e importar.
locations.csv   Los lugares.
devices.csv     Los dispositivos.
loans.csv       Lo que está prestado.
files/          Fotos, recibos y manuales. Cada nombre empieza con el código de su artículo.

Las listas sin entradas y las carpetas sin archivos no se incluyen.
""",
    "fr": """{home} : tout l'inventaire, exporté le {day}

inventory.json  Tout, pour que Home Inventory puisse le reprendre : dans le panneau, sous « Importer et exporter ».
                Le format est décrit dans docs/export-format.md du projet.
items.csv       Les objets sous forme de tableau, y compris les archivés. Peut être modifié dans un tableur puis importé.
locations.csv   Les emplacements.
devices.csv     Les appareils.
loans.csv       Ce qui est prêté.
files/          Photos, reçus et notices. Chaque nom commence par le code de l'objet.

Une liste sans entrée et un dossier sans fichier sont omis.
""",
    "it": """{home}: tutto l'inventario, esportato il {day}

inventory.json  Tutto, in modo che Home Inventory possa rileggerlo: nel pannello sotto «Importa ed esporta».
                Il formato è descritto in docs/export-format.md del progetto.
items.csv       Gli oggetti come tabella, anche quelli archiviati. Si può modificare in un foglio di calcolo e importare.
locations.csv   Le posizioni.
devices.csv     I dispositivi.
loans.csv       Ciò che è prestato.
files/          Foto, ricevute e manuali. Ogni nome inizia con il codice del suo oggetto.

Un elenco senza voci e una cartella senza file vengono omessi.
""",
    "nl": """{home}: alles uit de inventaris, geëxporteerd op {day}

inventory.json  Alles, zodat Home Inventory het weer kan inlezen: in het paneel onder „Importeren en exporteren”.
                Het formaat staat beschreven in docs/export-format.md van het project.
items.csv       De voorwerpen als tabel, ook gearchiveerde. Kan in een spreadsheet worden gewijzigd en geïmporteerd.
locations.csv   De plaatsen.
devices.csv     De apparaten.
loans.csv       Wat is uitgeleend.
files/          Foto's, bonnen en handleidingen. Elke naam begint met de code van het voorwerp.

Een lijst zonder regels en een map zonder bestanden ontbreken.
""",
}


def readme_text(language: str, home: str, at: datetime) -> str:
    """Return the text in a language; in English where it is none of ours."""
    text = _TEXTS.get(language.partition("-")[0], _TEXTS["en"])
    return text.format(home=home, day=f"{at:%Y-%m-%d %H:%M}")
