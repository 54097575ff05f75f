/**
 * The cards are on every dashboard, the panel is not: of the texts they get only those that their files ask for.
 *
 * A key counts as asked for when it stands in one of the files as it is ("card.add.name"), or when the beginning of
 * it is put together with something (`kind.${...}` takes all of `kind.`).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import icons from "@mdi/js";
import { build } from "esbuild";

const TEXTS = /[\\/]src[\\/]localize[\\/]\w+\.json$/;
const SOURCES = /[\\/]src[\\/].*\.ts$/;
const KEY = /["'`]([a-z_]+(?:\.[a-z0-9_]+)+)["'`]/g;
const PREFIX = /`([a-z_]+\.(?:[a-z0-9_]+[._])*)\$\{/g;
const PLURAL = /_(one|other)$/;

/** Tell which keys the files that an entry point reaches ask for. */
export async function keysAskedFor(settings) {
  const { metafile } = await build({ ...settings, write: false, metafile: true });
  const sources = Object.keys(metafile.inputs)
    .filter((path) => /^src\/.*\.ts$/.test(path))
    .map((path) => readFileSync(join(settings.absWorkingDir, path), "utf8"));
  const found = (pattern) =>
    new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, key]) => key)));
  const keys = found(KEY);
  const prefixes = [...found(PREFIX)];
  return (key) =>
    keys.has(key) ||
    keys.has(key.replace(PLURAL, "")) ||
    prefixes.some((prefix) => key.startsWith(prefix));
}

/** A plugin of esbuild that leaves out the texts that nobody asks for, and takes a file of texts as one object. */
export const onlyTexts = (isAskedFor) => ({
  name: "only-texts",
  setup({ onLoad }) {
    onLoad({ filter: TEXTS }, ({ path }) => {
      const texts = Object.entries(JSON.parse(readFileSync(path, "utf8")));
      const kept = Object.fromEntries(texts.filter(([key]) => isAskedFor(key)));
      // As JSON each text would be exported under a name of its own, too.
      return { contents: `export default ${JSON.stringify(kept)};`, loader: "js" };
    });
  },
});

const ICONS = /import \{([^}]*)\} from "@mdi\/js";/g;

/** Write an icon where it is used: as one module all icons would come with the first. */
const withIcons = (source) =>
  source.replace(ICONS, (_, names) =>
    names
      .split(",")
      .map((name) => name.trim())
      .filter(Boolean)
      .map((name) => `const ${name} = ${JSON.stringify(icons[name])};`)
      .join(" "),
  );

/** A plugin of esbuild that takes the indents out of templates (elsewhere they mean nothing) and puts icons in. */
export const leanSources = {
  name: "lean-sources",
  setup({ onLoad }) {
    onLoad({ filter: SOURCES }, ({ path }) => ({
      contents: withIcons(readFileSync(path, "utf8").replace(/\n\s+/g, "\n")),
      loader: "ts",
    }));
  },
};
