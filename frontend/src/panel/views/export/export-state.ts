import {
  DELIMITERS,
  EXPORT_FORMATS,
  EXPORT_LISTS,
  type Delimiter,
  type ExportFormat,
  type ExportList,
  type ExportOrder,
} from "../../../data/export";
import { PANEL_PATH } from "../../../ha/navigate";
import { fromSearch, toSearch } from "../filter-address";
import { toQuery, type ItemFilter } from "../filter-state";

/** What is to be exported, as the address says it. */
export interface Wanted {
  format: ExportFormat;
  what: ExportList;
  /** What the items, or what is lent of them, are narrowed by. */
  filter: ItemFilter;
}

/** How tables are written, as this browser did last. */
export interface Manner {
  delimiter: Delimiter;
  headings: "words" | "keys";
  history: boolean;
  /** The columns that were chosen for a list; without an entry the usual ones. */
  columns: Partial<Record<ExportList, string[]>>;
}

const REMEMBERED = "home-inventory:export";

const oneOf = <T extends string>(words: readonly T[], word: unknown): T =>
  words.find((known) => known === word) ?? words[0]!;

export const isTable = (format: ExportFormat): boolean => format === "csv" || format === "xlsx";
export const isFiltered = (what: ExportList): boolean => what === "items" || what === "loans";

/** Read from an address what is to be exported. */
export const readWanted = (search: string): Wanted => {
  const values = new URLSearchParams(search);
  return {
    format: oneOf(EXPORT_FORMATS, values.get("format")),
    what: oneOf(EXPORT_LISTS, values.get("what")),
    filter: fromSearch(search),
  };
};

/** Say as it stands behind the path what is to be exported. */
export const writeWanted = ({ format, what, filter }: Wanted): string => {
  const values = new URLSearchParams(toSearch(withoutLayout(filter)));
  if (what !== EXPORT_LISTS[0]) values.set("what", what);
  if (format !== EXPORT_FORMATS[0]) values.set("format", format);
  const text = values.toString();
  return text && `?${text}`;
};

/** Where the list that somebody looks at is exported. */
export const exportPath = (filter: ItemFilter): string =>
  `${PANEL_PATH}/export${writeWanted({ format: "csv", what: "items", filter })}`;

const withoutLayout = (filter: ItemFilter): ItemFilter => {
  const others = { ...filter };
  delete others.layout;
  return others;
};

/** The texts that say what a filter narrows by, in the order in which people set it; flags by the keys of their texts. */
export const namesOf = (filter: ItemFilter): string[] =>
  [
    filter.text.trim() && `“${filter.text.trim()}”`,
    filter.place?.path,
    filter.category?.name,
    filter.label?.name,
    filter.manufacturer?.name,
    filter.borrower?.name,
  ].filter((name): name is string => Boolean(name));

/** Return the order for what is wanted, in a manner. */
export const orderOf = ({ format, what, filter }: Wanted, manner: Manner): ExportOrder => {
  if (!isTable(format)) return { format, history: manner.history };
  const columns = manner.columns[what];
  return {
    format,
    what,
    ...(isFiltered(what) ? { filter: { ...toQuery(filter) } } : {}),
    ...(columns?.length ? { columns } : {}),
    headings: manner.headings,
    ...(format === "csv" ? { delimiter: manner.delimiter } : {}),
  };
};

/** Return how this browser wrote tables last; with commas the first time, or what goes with the decimal comma of a language. */
export const rememberedManner = (language: string): Manner => {
  let kept: Partial<Manner> = {};
  try {
    kept = (JSON.parse(localStorage.getItem(REMEMBERED) ?? "null") as Partial<Manner> | null) ?? {};
  } catch {
    /* What can't be read was never chosen. */
  }
  const hasComma = new Intl.NumberFormat(language).format(1.5).includes(",");
  const usual = hasComma ? "semicolon" : "comma";
  return {
    delimiter: oneOf(DELIMITERS, kept.delimiter ?? usual),
    headings: kept.headings === "keys" ? "keys" : "words",
    history: kept.history !== false,
    columns: typeof kept.columns === "object" && kept.columns ? kept.columns : {},
  };
};

export const rememberManner = (manner: Manner): void => {
  try {
    localStorage.setItem(REMEMBERED, JSON.stringify(manner));
  } catch {
    /* It lasts until the page is loaded again. */
  }
};

/** Move the column at a place one place up or down. */
export const moved = (columns: readonly string[], place: number, by: -1 | 1): string[] => {
  const to = place + by;
  if (to < 0 || to >= columns.length) return [...columns];
  const others = [...columns];
  others.splice(to, 0, ...others.splice(place, 1));
  return others;
};
