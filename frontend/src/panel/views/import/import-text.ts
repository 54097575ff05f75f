import type { ImportAnswer } from "../../../data/import";
import { translateIfKnown } from "../../../localize/localize";

/** Call what a column can hold what its field is called. */
export const targetName = (language: string, target: string): string =>
  translateIfKnown(language, `import_target.${target}`) ??
  translateIfKnown(language, `field.${target}`) ??
  target;

/** Say which program a file is of. */
export const formatName = (language: string, format: string): string =>
  translateIfKnown(language, `import_format.${format}`) ?? format;

/** Say what is new or changed, and how much: items; of a list of places, these. */
export const aboutWhat = (
  counts?: ImportAnswer["counts"],
): { what: "" | "_places"; count: number } => {
  if (!counts) return { what: "", count: 0 };
  const items = counts.new + counts.updated;
  const places = counts.places + counts.described;
  return items > 0 || places === 0
    ? { what: "", count: items }
    : { what: "_places", count: places };
};
