import { translateIfKnown } from "../../../localize/localize";

/** Call what a column can hold what its field is called. */
export const targetName = (language: string, target: string): string =>
  translateIfKnown(language, `import_target.${target}`) ??
  translateIfKnown(language, `field.${target}`) ??
  target;

/** Say which program a file is of. */
export const formatName = (language: string, format: string): string =>
  translateIfKnown(language, `import_format.${format}`) ?? format;
