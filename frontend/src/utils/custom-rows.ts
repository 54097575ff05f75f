import { parseNumber } from "./numbers";

/** A field of the household's own as it stands in the form; numbers and flags stay what they are. */
export interface CustomRow {
  name: string;
  text: string;
  type: "text" | "number" | "flag";
}

export type CustomProblem = "unnamed" | "double";

const typeOf = (value: unknown): CustomRow["type"] => {
  if (typeof value === "boolean") return "flag";
  return typeof value === "number" ? "number" : "text";
};

export const toCustomRows = (custom: Record<string, unknown>): CustomRow[] =>
  Object.entries(custom).map(([name, value]) => ({
    name,
    text: typeof value === "string" ? value : value === null ? "" : JSON.stringify(value),
    type: typeOf(value),
  }));

const valueOf = ({ text, type }: CustomRow): string | number | boolean | null => {
  if (type === "flag") return text === "true";
  if (text.trim() === "") return null;
  return (type === "number" ? parseNumber(text) : undefined) ?? text.trim();
};

const isUsed = (row: CustomRow): boolean => Boolean(row.name.trim() || row.text.trim());

/** Turn the rows into what is kept; rows that nobody wrote anything into are none. */
export const fromCustomRows = (rows: readonly CustomRow[]): Record<string, unknown> =>
  Object.fromEntries(rows.filter(isUsed).map((row) => [row.name.trim(), valueOf(row)]));

/** Return why the rows can't be kept as they are: a value without a name, or a name that is there twice. */
export const customProblem = (rows: readonly CustomRow[]): CustomProblem | undefined => {
  const names = rows.filter(isUsed).map((row) => row.name.trim());
  if (names.includes("")) return "unnamed";
  return new Set(names).size < names.length ? "double" : undefined;
};
