"""A small asset of the search's meaning: a few words in eight dimensions, made when a test asks for it."""

import gzip
import json
from pathlib import Path

import numpy as np

from custom_components.home_inventory.search.embeddings import EMBEDDINGS_FILE, GLOSSARY_FILE, Embeddings

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
PIECES = [*LETTERS, *(f"##{letter}" for letter in LETTERS), "drill", "saw", "lamp", "the", "screw", "##driver", "##s"]
WORDS = ["screwdriver", "flashlight", "battery", "garden", "chair", "dryer", "hair dryer", "hose", "sage", "winter"]
NAMES = [*PIECES, *WORDS]
ROW = {name: row for row, name in enumerate(NAMES)}
GERMAN = {
    "lampe": [ROW["lamp"]],
    "garten": [ROW["garden"]],
    "stuhl": [ROW["chair"]],
    "schlauch": [ROW["hose"]],
    "akkuschrauber": [ROW["screwdriver"], ROW["drill"]],
    "sage": [ROW["saw"]],
    "mutze": [ROW["hair dryer"]],
    "taschenlampe": [ROW["flashlight"]],
}
FRENCH = {"lampe": [ROW["flashlight"]], "scie": [ROW["saw"]]}
GLOSSES = {
    "screwdriver": "a drill for screws",
    "garden chair": "a chair for the garden",
    "chair": "a seat",
    "hose": "a tube",
}


def vectors() -> np.ndarray:
    """Return int8 vectors, the same each time; a flashlight is almost a lamp."""
    made = np.random.default_rng(7).integers(-127, 128, (len(NAMES), 8)).astype(np.int8)
    made[ROW["flashlight"]] = made[ROW["lamp"]]
    made[ROW["flashlight"], 0] //= 2
    return made


def write_embeddings(folder: Path, **changes: object) -> None:
    """Write the table, with some of its arrays replaced."""
    parts = {
        "vectors": vectors(),
        "scales": np.full(len(NAMES), 0.01, np.float16),
        "pieces": np.int32(len(PIECES)),
        "names": np.frombuffer("\n".join(NAMES).encode(), np.uint8),
        "format": np.int32(1),
    }
    np.savez_compressed(folder / EMBEDDINGS_FILE, **(parts | changes))


def write_dictionary(folder: Path, language: str, words: dict[str, list[int]]) -> None:
    """Write the dictionary of a language."""
    (folder / f"dictionary_{language}.json.gz").write_bytes(gzip.compress(json.dumps(words).encode()))


def write_glossary(folder: Path, text: str = json.dumps(GLOSSES)) -> None:
    """Write the glossary."""
    (folder / GLOSSARY_FILE).write_bytes(gzip.compress(text.encode()))


def write_asset(folder: Path) -> Path:
    """Write all files."""
    write_embeddings(folder)
    write_dictionary(folder, "de", GERMAN)
    write_dictionary(folder, "fr", FRENCH)
    write_glossary(folder)
    return folder


def little_embeddings(folder: Path, *languages: str) -> Embeddings:
    """Return the embeddings of a new asset."""
    return Embeddings.load(write_asset(folder), languages)
