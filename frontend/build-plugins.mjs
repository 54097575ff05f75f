/** What the build does to sources, so that they are small on the wire. */
import { readFileSync } from "node:fs";
import icons from "@mdi/js";

const SOURCES = /[\\/]src[\\/].*\.ts$/;
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

/** A plugin of esbuild that takes the indents out of templates (elsewhere they mean nothing), and puts icons and texts in. */
export const leanSources = (texts) => ({
  name: "lean-sources",
  setup({ onLoad }) {
    onLoad({ filter: SOURCES }, ({ path }) => {
      const source = readFileSync(path, "utf8").replace(/\n\s+/g, "\n");
      return { contents: texts.weave(path, withIcons(source)), loader: "ts" };
    });
  },
});
