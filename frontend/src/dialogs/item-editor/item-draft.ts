import type { Item, ItemFields } from "../../data/item";
import { fromCustomRows, toCustomRows, type CustomRow } from "../../utils/custom-rows";
import { parseNumber } from "../../utils/numbers";
import { FIELD_GROUPS, type FieldSpec } from "./item-form";

/** What stands in the form: texts as they were typed, flags, lists, and rows of own fields. */
export type DraftValue = string | boolean | string[] | CustomRow[];
export interface Draft {
  name: string;
  [field: string]: DraftValue;
}

const SPECS: readonly FieldSpec[] = FIELD_GROUPS.flatMap((group) => group.fields);

const LISTS: readonly FieldSpec["type"][] = ["list", "categories", "labels", "custom"];
const FLAGS: readonly FieldSpec["type"][] = ["flag", "switch"];

export const emptyValue = (spec: FieldSpec): DraftValue => {
  if (LISTS.includes(spec.type)) return [];
  return FLAGS.includes(spec.type) ? false : "";
};

const valueOf = (item: Item, spec: FieldSpec): DraftValue => {
  if (spec.type === "custom") return toCustomRows(item.custom);
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
export const toField = (spec: FieldSpec, value: DraftValue): unknown => {
  if (spec.type === "custom") return fromCustomRows(value as CustomRow[]);
  if (typeof value !== "string") return value;
  const text = value.trim();
  if (text === "") return null;
  return spec.type === "number" ? (parseNumber(text) ?? text) : text;
};

const fieldOf = (draft: Draft, spec: FieldSpec): unknown =>
  toField(spec, draft[spec.name] ?? emptyValue(spec));

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Return the fields that differ from what the form was filled with; null for what has been emptied. */
export const changedFields = (draft: Draft, original: Draft): ItemFields => {
  const changed = SPECS.filter(
    (spec) => !isSame(fieldOf(draft, spec), fieldOf(original, spec)),
  ).map((spec) => [spec.name, fieldOf(draft, spec)]);
  const name = draft.name.trim();
  return {
    ...(Object.fromEntries(changed) as ItemFields),
    ...(name === original.name ? {} : { name }),
  };
};

/** Tell whether a group of fields has anything in it. */
export const hasAny = (draft: Draft, specs: readonly FieldSpec[]): boolean =>
  specs.some((spec) => !isSame(draft[spec.name], emptyValue(spec)));
