/**
 * Cut the texts into parts that come with the code that asks for them.
 *
 * Whatever is loaded later (`import("./x")`) has a part: the texts that it and all that it imports ask for, less those
 * of the base, which come with the first code. English goes into the code itself, so that there is always a text to
 * show; the other languages become files of their own, which `withTexts` fetches while the code is on its way.
 *
 * A key counts as asked for when it stands in a source as it is ("card.add.name"), or when the beginning of it is put
 * together with something (`kind.${...}` takes all of `kind.`).
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { build } from "esbuild";

const FOLDER = "src/localize";
const KEY = /["'`]([a-z_]+(?:\.[a-z0-9_]+)+)["'`]/g;
const PREFIX = /`([a-z_]+\.(?:[a-z0-9_]+[._])*)\$\{/g;
const PLURAL = /_(one|other)$/;
const SOURCE = /^src\/.*\.ts$/;
const LATER = /\bimport\("(\.[^"]+)"\)/g;
/** A key whose beginning is not known until it runs: nobody can tell which texts it takes. */
const UNKNOWN = /\b(?:localize|translate|translateIfKnown)\((?:[\w.!? ]+(?:"en")?,)?\s*`\$\{/;
/** Folders whose files have nothing to do with each other. */
const ASSORTED = new Set(["views", "cards", "data", "utils"]);

const BASE = "base";
const ALL = "all";

const keysIn = (source, pattern) => [...source.matchAll(pattern)].map(([, key]) => key);

/** Tell which of the keys a source asks for. */
export function keysOf(source, keys) {
  const named = new Set(keysIn(source, KEY));
  const prefixes = keysIn(source, PREFIX);
  return keys.filter(
    (key) =>
      named.has(key) ||
      named.has(key.replace(PLURAL, "")) ||
      prefixes.some((prefix) => key.startsWith(prefix)),
  );
}

/** Name the part of a file that is loaded later: dialogs share one, and so do the files of a folder. */
export function partOf(path) {
  if (path.startsWith("src/dialogs/")) return "dialogs";
  const folder = basename(dirname(path));
  return ASSORTED.has(folder) ? basename(path, ".ts") : folder;
}

/** Who imports whom, and who asks for what. */
class Sources {
  constructor(home, inputs, keys) {
    this.inputs = inputs;
    const paths = Object.keys(inputs).filter((path) => SOURCE.test(path));
    const texts = paths.map((path) => [path, readFileSync(join(home, path), "utf8")]);
    const unknown = texts.filter(([, text]) => UNKNOWN.test(text)).map(([path]) => path);
    if (unknown.length > 0) throw new Error(`A key has to begin with a word: ${unknown}`);
    this.asked = new Map(texts.map(([path, text]) => [path, keysOf(text, keys)]));
  }

  importsOf(path, kind) {
    return this.inputs[path].imports.filter((one) => one.kind === kind).map((one) => one.path);
  }

  /** What a file and all that it imports before it runs ask for. */
  keysOf(path, keys = new Set(), seen = new Set()) {
    if (seen.has(path) || !this.inputs[path]) return keys;
    seen.add(path);
    for (const key of this.asked.get(path) ?? []) keys.add(key);
    for (const next of this.importsOf(path, "import-statement")) this.keysOf(next, keys, seen);
    return keys;
  }

  /** The files that are loaded later. */
  get later() {
    const paths = Object.keys(this.inputs);
    return new Set(paths.flatMap((path) => this.importsOf(path, "dynamic-import")));
  }
}

/** The texts of one build, in parts. */
export class Texts {
  constructor(home, app, languages, sources, entry) {
    Object.assign(this, { home, app, languages });
    const base = sources.keysOf(entry);
    this.parts = new Map([[BASE, base]]);
    this.partOfFile = new Map();
    for (const path of [...sources.later].filter((path) => SOURCE.test(path)).sort()) {
      const own = [...sources.keysOf(path)].filter((key) => !base.has(key));
      if (own.length > 0) this._add(path, own);
    }
    this.asked = new Set([...this.parts.values()].flatMap((keys) => [...keys]));
    const content = [...this.parts].map(([part, keys]) => [part, [...keys]]);
    this.hash = createHash("sha256")
      .update(JSON.stringify([content, [...languages]]))
      .digest("hex")
      .slice(0, 8);
  }

  _add(path, keys) {
    const part = partOf(path);
    this.partOfFile.set(join(this.home, path), part);
    this.parts.set(part, new Set([...(this.parts.get(part) ?? []), ...keys]));
  }

  /** A part in a language, as JSON. */
  json(part, language) {
    const texts = Object.entries(this.languages.get(language));
    const keys = this.parts.get(part);
    return JSON.stringify(Object.fromEntries(texts.filter(([key]) => !keys || keys.has(key))));
  }

  fileName(part, language) {
    return `texts-${this.app}-${part}-${language}-${this.hash}.json`;
  }

  /** Write what is fetched: all parts but those in English, and whole languages for what nobody has foreseen. */
  write(folder) {
    for (const language of this.languages.keys()) {
      const parts = language === "en" ? [ALL] : [...this.parts.keys(), ALL];
      for (const part of parts) {
        writeFileSync(join(folder, this.fileName(part, language)), this.json(part, language));
      }
    }
  }

  /** What stands in the place of src/localize/texts.ts. */
  get module() {
    const others = [...this.languages.keys()].filter((language) => language !== "en");
    return `
      export const ENGLISH = ${this.json(BASE, "en")};
      const others = ${JSON.stringify(others)};
      const fetchJson = async (name) => {
        const answer = await fetch(new URL(name, import.meta.url));
        if (!answer.ok) throw new Error(answer.statusText);
        return answer.json();
      };
      export const fetchTexts = (language, part) =>
        others.includes(language) || (language === "en" && part === "${ALL}")
          ? fetchJson(\`texts-${this.app}-\${part}-\${language}-${this.hash}.json\`)
          : undefined;`;
  }

  /** A source that is loaded with its texts, and loads others with theirs. */
  weave(path, source) {
    let isLoading = false;
    const woven = source.replace(LATER, (call, target) => {
      const part = this.partOfFile.get(`${join(dirname(path), target)}.ts`);
      isLoading ||= part !== undefined;
      return part === undefined ? call : `withTexts_("${part}", ${call})`;
    });
    const own = this.partOfFile.get(path);
    const localize = JSON.stringify(join(this.home, FOLDER, "localize.ts"));
    return [
      own === undefined ? "" : `import "texts-of:${own}";`,
      isLoading ? `import { withTexts as withTexts_ } from ${localize};` : "",
      woven,
    ].join("");
  }

  /** A plugin of esbuild that puts the texts where they are asked for. */
  get plugin() {
    return {
      name: "texts",
      setup: ({ onResolve, onLoad }) => {
        onResolve({ filter: /^texts-of:/ }, ({ path }) => ({ path, namespace: "texts" }));
        onLoad({ filter: /.*/, namespace: "texts" }, ({ path }) => ({
          contents: `import { addTexts } from "./localize";
            addTexts("en", ${this.json(path.replace("texts-of:", ""), "en")});`,
          resolveDir: join(this.home, FOLDER),
        }));
        onLoad({ filter: /[\\/]src[\\/]localize[\\/]texts\.ts$/ }, () => ({
          contents: this.module,
        }));
      },
    };
  }
}

const readLanguages = (home) => {
  const files = readdirSync(join(home, FOLDER)).filter((name) => name.endsWith(".json"));
  return new Map(
    files.map((name) => [
      basename(name, ".json"),
      JSON.parse(readFileSync(join(home, FOLDER, name), "utf8")),
    ]),
  );
};

/** Cut the texts of what is built with some settings, which have one entry point: `{ panel: "src/panel.ts" }`. */
export async function cutTexts(settings) {
  const home = settings.absWorkingDir;
  const [[app, entry]] = Object.entries(settings.entryPoints);
  const { metafile } = await build({ ...settings, write: false, metafile: true });
  const languages = readLanguages(home);
  const sources = new Sources(home, metafile.inputs, Object.keys(languages.get("en")));
  return new Texts(home, app, languages, sources, entry);
}

/** Fail when there are texts that nobody asks for: either they are left over, or the build can't see who does. */
export function checkAsked(...cuts) {
  const keys = Object.keys(cuts[0].languages.get("en"));
  const left = keys.filter((key) => !cuts.some(({ asked }) => asked.has(key)));
  if (left.length === 0) return;
  console.error(`Texts that nobody asks for: ${left.join(", ")}. See frontend/build-texts.mjs.`);
  process.exitCode = 1;
}
