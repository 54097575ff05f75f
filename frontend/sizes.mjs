/** What the first look at the panel and each card cost on the wire, and how much they may. */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { partOf } from "./build-texts.mjs";

const KB = 1000;
/** The first page that asks for most. */
const OVERVIEW = "src/panel/views/overview-view.ts";

/** What may be loaded, in bytes as gzip: what is passed fails the build. */
const LIMITS = { panel: 105 * KB, card: 30 * KB };

/** Answers questions about what one build has written. */
class Output {
  constructor(folder, { metafile, texts }) {
    const outputs = Object.entries(metafile.outputs);
    this.folder = folder;
    this.texts = texts;
    this.outputs = new Map(outputs.map(([path, file]) => [basename(path), file]));
  }

  /** The file that a source became the beginning of. */
  nameOf(source) {
    return [...this.outputs].find(([, file]) => file.entryPoint === source)?.[0];
  }

  /** A file with all that it imports before it runs. */
  withImports(name, found = new Set()) {
    if (!name || found.has(name)) return found;
    found.add(name);
    for (const { path, kind } of this.outputs.get(name).imports) {
      if (kind === "import-statement") this.withImports(basename(path), found);
    }
    return found;
  }

  /** The files that some are loaded from later on. */
  laterOf(name) {
    return this.outputs
      .get(name)
      .imports.filter(({ kind }) => kind === "dynamic-import")
      .map(({ path }) => basename(path));
  }

  bytes(names) {
    const sizes = [...names].map((name) => gzipSync(readFileSync(join(this.folder, name))).length);
    return sizes.reduce((sum, size) => sum + size, 0);
  }

  /** What some parts of the texts cost in the largest language, besides the English ones in the code. */
  textBytes(...parts) {
    const languages = [...this.texts.languages.keys()].filter((language) => language !== "en");
    const filesOf = (language) => parts.map((part) => this.texts.fileName(part, language));
    return Math.max(...languages.map((language) => this.bytes(filesOf(language))));
  }
}

/** List what is loaded for the panel at its first page, and for each card on a dashboard that has no other. */
export function measure(folder, builtPanel, builtCards) {
  const panel = new Output(folder, builtPanel);
  const cards = new Output(folder, builtCards);
  const first = panel.withImports("panel.js");
  panel.withImports(panel.nameOf(OVERVIEW), first);
  const entry = cards.withImports("cards.js");
  const eachCard = [...cards.outputs]
    .filter(([, { entryPoint }]) => /^src\/cards\/.*-card\.ts$/.test(entryPoint ?? ""))
    .map(([name, { entryPoint }]) => ({
      name: basename(entryPoint, ".ts"),
      bytes:
        cards.bytes(cards.withImports(name, new Set(entry))) +
        cards.textBytes("base", partOf(entryPoint)),
      limit: LIMITS.card,
    }));
  return [
    {
      name: "panel, first load",
      bytes: panel.bytes(first) + panel.textBytes("base", partOf(OVERVIEW)),
      limit: LIMITS.panel,
    },
    { name: "cards on every page", bytes: cards.bytes(entry), limit: LIMITS.card },
    ...eachCard,
  ];
}

/** Say how much everything is; fails when something is more than it may be. */
export function checkSizes(sizes) {
  for (const { name, bytes, limit } of sizes) {
    const [kb, most] = [bytes / KB, limit / KB];
    console.log(`${name.padEnd(20)} ${kb.toFixed(1).padStart(6)} kB gzip of ${most}`);
  }
  const tooMuch = sizes.filter(({ bytes, limit }) => bytes > limit).map(({ name }) => name);
  if (tooMuch.length > 0) {
    console.error(`More than may be loaded: ${tooMuch.join(", ")}. See frontend/sizes.mjs.`);
    process.exitCode = 1;
  }
}
