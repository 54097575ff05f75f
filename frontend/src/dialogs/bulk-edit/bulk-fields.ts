import type { ItemChanges } from "../../data/item-set";
import { toField, type DraftValue } from "../item-editor/item-draft";
import { FIELD_GROUPS, type FieldSpec } from "../item-editor/item-form";

/** Fields in which no two items are the same. */
const OF_ONE = ["aliases", "barcodes", "serial_number", "custom"];

/** What many items can be given at once. */
export const BULK_FIELDS: readonly FieldSpec[] = FIELD_GROUPS.flatMap(
  ({ fields }) => fields,
).filter(({ name }) => !OF_ONE.includes(name));

/** Labels and categories come to those that are there, go, or replace them. */
export const LINK_STEPS = ["add", "remove", "replace"] as const;
export type LinkStep = (typeof LINK_STEPS)[number];

export const isLinked = (spec: FieldSpec): boolean =>
  spec.type === "labels" || spec.type === "categories";

/** Say what was filled in the way it is sent; nothing when it would change nothing. */
export const toChanges = (
  spec: FieldSpec,
  value: DraftValue,
  step: LinkStep,
): ItemChanges | undefined => {
  if (!isLinked(spec) || step === "replace")
    return { fields: { [spec.name]: toField(spec, value) } };
  if ((value as string[]).length === 0) return undefined;
  return { [`${step}_${spec.name}`]: value };
};
