import type { Item, ItemFields } from "../../data/item";
import { parseNumber } from "../../utils/numbers";
import { FIELD_GROUPS, type FieldSpec } from "./item-form";

/** What stands in the form: texts as they were typed, flags, and lists. */
export type Draft = Record<string, string | boolean | string[]>;

const SPECS: readonly FieldSpec[] = FIELD_GROUPS.flatMap((group) => group.fields);

const isList = (spec: FieldSpec): boolean => ["list", "categories", "labels"].includes(spec.type);

const emptyValue = (spec: FieldSpec): Draft[string] => {
  if (isList(spec)) return [];
  return spec.type === "flag" ? false : "";
};

const valueOf = (item: Item, spec: FieldSpec): Draft[string] => {
  if (spec.name === "categories")
    return item.categories.map(({ path }) => path).filter((path) => path !== null);
  const value = item[spec.name] as string | number | boolean | string[] | null | undefined;
  if (value === null || value === undefined) return emptyValue(spec);
  if (typeof value === "boolean") return value;
  return Array.isArray(value) ? value : String(value);
};

/** Fill the form from an item, or leave it empty. */
export const toDraft = (item?: Item): Draft => ({
  name: item?.name ?? "",
  ...Object.fromEntries(
    SPECS.map((spec) => [spec.name, item ? valueOf(item, spec) : emptyValue(spec)]),
  ),
});

/** Turn what was typed into what is sent; a number that is none is sent as it is, so that the backend can say so. */
const toField = (spec: FieldSpec, value: Draft[string]): unknown => {
  if (typeof value !== "string") return value;
  const text = value.trim();
  if (text === "") return null;
  return spec.type === "number" ? (parseNumber(text) ?? text) : text;
};

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Return the fields that differ from what the form was filled with; null for what has been emptied. */
export const changedFields = (draft: Draft, original: Draft): ItemFields => {
  const changed = SPECS.filter((spec) => !isSame(draft[spec.name], original[spec.name])).map(
    (spec) => [spec.name, toField(spec, draft[spec.name] ?? "")],
  );
  const name = String(draft.name).trim();
  return {
    ...(Object.fromEntries(changed) as ItemFields),
    ...(name === original.name ? {} : { name }),
  };
};

/** Tell whether a group of fields has anything in it. */
export const hasAny = (draft: Draft, specs: readonly FieldSpec[]): boolean =>
  specs.some((spec) => !isSame(draft[spec.name], emptyValue(spec)));
