/**
 * Build the panel and the cards into the integration, or serve the development page.
 *
 * The entry points keep their names (Python appends `?v=<hash>` from build.json); everything they load later is a
 * chunk whose name has a hash, so nothing imports an entry point under a second address.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, context } from "esbuild";
import { leanSources } from "./build-plugins.mjs";
import { checkAsked, cutTexts } from "./build-texts.mjs";
import { checkSizes, measure } from "./sizes.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const OUTPUT = join(HERE, "../custom_components/home_inventory/frontend");
const SHARED = {
  absWorkingDir: HERE,
  bundle: true,
  format: "esm",
  splitting: true,
  target: "es2022",
  chunkNames: "chunk-[hash]",
  // What reads barcodes where the browser can't: fetched from beside the chunk that asks for it.
  loader: { ".wasm": "file" },
  assetNames: "[name]-[hash]",
  logLevel: "warning",
};

/** Remove what an earlier build left behind. */
function emptyOutput() {
  mkdirSync(OUTPUT, { recursive: true });
  for (const name of readdirSync(OUTPUT)) {
    if (name !== ".gitkeep") rmSync(join(OUTPUT, name), { recursive: true });
  }
}

/** Write build.json: a hash over all files, and which files there are. */
function describeOutput() {
  const files = readdirSync(OUTPUT)
    .filter((name) => name.endsWith(".js") || name.startsWith("texts-"))
    .sort();
  const hash = createHash("sha256");
  for (const name of files) hash.update(name).update(readFileSync(join(OUTPUT, name)));
  const description = {
    hash: hash.digest("hex").slice(0, 16),
    panel: "panel.js",
    cards: "cards.js",
    files,
  };
  writeFileSync(join(OUTPUT, "build.json"), `${JSON.stringify(description, null, 2)}\n`);
  return description;
}

const RELEASE = {
  ...SHARED,
  outdir: OUTPUT,
  minify: true,
  charset: "utf8",
  legalComments: "eof",
  metafile: true,
};

/** Build one of the two, with the texts in the parts that its code asks for. */
async function buildApp(settings) {
  const texts = await cutTexts(settings);
  const plugins = [texts.plugin, leanSources(texts)]; // the first that knows a file has it
  const { metafile } = await build({ ...settings, plugins });
  texts.write(OUTPUT);
  return { texts, metafile };
}

/** The panel and the cards share no files: a card would otherwise bring along what only views need. */
async function buildRelease() {
  emptyOutput();
  const panel = await buildApp({ ...RELEASE, entryPoints: { panel: "src/panel.ts" } });
  const cards = await buildApp({
    ...RELEASE,
    entryPoints: { cards: "src/cards.ts" },
    chunkNames: "card-[hash]",
  });
  writeFileSync(join(OUTPUT, ".gitkeep"), "");
  const { hash, files } = describeOutput();
  console.log(`Built ${files.length} files, version ${hash}`);
  checkAsked(panel.texts, cards.texts);
  checkSizes(measure(OUTPUT, panel, cards));
}

async function serve() {
  const server = await context({
    ...SHARED,
    entryPoints: { dev: "dev/dev-page.ts" },
    outdir: join(HERE, "dev/dist"),
    sourcemap: true,
  });
  const { port } = await server.serve({
    host: "127.0.0.1",
    port: 5199,
    servedir: join(HERE, "dev"),
    fallback: join(HERE, "dev/index.html"),
  });
  console.log(`http://127.0.0.1:${port}/home-inventory/items`);
}

await (process.argv.includes("--serve") ? serve() : buildRelease());
