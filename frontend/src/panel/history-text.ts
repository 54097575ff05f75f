import { quantityText } from "../components/quantity-text";
import type { Batch, Change } from "../data/change";
import type { Item } from "../data/item";
import { userName } from "../data/user";
import type { HomeAssistant } from "../ha/types";
import {
  translate,
  translateIfKnown,
  type Placeholders,
  type TranslationKey,
} from "../localize/localize";
import { formatDay, formatNumber } from "../utils/format";
import { trailOf } from "../utils/path";
import { summarizeStock } from "../utils/stock-changes";
import { attachmentSentences } from "./attachment-history";

interface Context {
  hass: HomeAssistant;
  home?: string;
}

/** Whose history it is; where its unit is not known, quantities are told without one. */
export interface HistoryContext extends Context {
  item: Pick<Item, "id"> & Partial<Pick<Item, "unit" | "quantity">>;
}

const amountText = ({ hass, item }: HistoryContext, quantity: number): string =>
  item.unit === undefined
    ? formatNumber(quantity, hass.locale)
    : quantityText(hass, quantity, item.unit);

const LONGEST_VALUE = 60;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const text = ({ hass }: Context, key: TranslationKey, values?: Placeholders): string =>
  translate(hass.language, key, values);

/** Changes carry the path that a place has today. */
const pathOf = (batch: Batch, id: string): unknown =>
  batch.changes
    .flatMap(({ before, after }) => [before, after])
    .find((stock) => stock?.location_id === id)?.location;

const placeName = (context: HistoryContext, batch: Batch, id: string | null): string => {
  if (id === null) return text(context, "item.no_place_short");
  const path = pathOf(batch, id);
  return typeof path === "string"
    ? trailOf(path, context.home)
    : text(context, "history.former_place");
};

/** Write a value if it is short enough to be read in a sentence. */
const shortValue = (context: Context, value: unknown): string | undefined => {
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return text(context, value ? "value.yes" : "value.no");
  if (typeof value !== "string" || value.length > LONGEST_VALUE || value.includes("\n")) return;
  return DAY.test(value) ? formatDay(value, context.hass.locale) : value;
};

/** Write the names and numbers of a list in a row; ids say nothing to anybody. */
const inARow = (name: string, value: unknown): unknown =>
  Array.isArray(value) && !name.endsWith("_ids") ? value.join(", ") : value;

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === "" ||
  (Array.isArray(value) && value.length === 0);

const fieldSentence = (context: Context, name: string, change: Change): string | undefined => {
  const field = translateIfKnown(context.hass.language, `field.${name.replace(/_ids$/, "s")}`);
  const label = name === "category_ids" ? text(context, "field.categories") : field;
  if (!label) return undefined;
  const before = inARow(name, change.before?.[name]);
  const after = inARow(name, change.after?.[name]);
  if (isEmpty(after)) return text(context, "history.cleared", { field: label });
  const to = shortValue(context, after);
  const from = shortValue(context, before);
  if (to === undefined) return text(context, "history.changed", { field: label });
  if (isEmpty(before)) return text(context, "history.set", { field: label, to });
  return from === undefined
    ? text(context, "history.set", { field: label, to })
    : text(context, "history.changed_from", { field: label, from, to });
};

const itemSentences = (context: Context, change: Change): string[] => {
  if (change.operation !== "update") return [text(context, `history.${change.operation}`)];
  const names = new Set([...Object.keys(change.before ?? {}), ...Object.keys(change.after ?? {})]);
  return [...names]
    .map((name) => fieldSentence(context, name, change))
    .filter((sentence) => sentence !== undefined);
};

const stockSentences = (context: HistoryContext, batch: Batch, isNew: boolean): string[] => {
  const { moves, deltas } = summarizeStock(batch.changes, context.item.id);
  const quantity = (value: number) => amountText(context, value);
  return [
    ...moves.map((move) =>
      text(context, "history.moved", {
        quantity: quantity(move.quantity),
        from: placeName(context, batch, move.from),
        to: placeName(context, batch, move.to),
      }),
    ),
    ...deltas.map(({ place, by }) => {
      const key = isNew ? "history.added_at" : by > 0 ? "history.more" : "history.less";
      const values = { quantity: quantity(Math.abs(by)), place: placeName(context, batch, place) };
      return text(context, key, values);
    }),
  ];
};

const loanSentence = (context: HistoryContext, { before, after }: Change): string => {
  const { hass, item } = context;
  const name: unknown = (after ?? before)?.borrower;
  const borrower = typeof name === "string" ? name : "";
  const amount = (values: Change["after"]) =>
    values?.quantity ? Number(values.quantity) : item.quantity;
  const quantity = (value: number | undefined) =>
    value === undefined ? text(context, "history.all_of_it") : amountText(context, value);
  if (before && after) {
    const [was, left] = [amount(before), amount(after)];
    const back = quantity(was === undefined || left === undefined ? undefined : was - left);
    return text(context, "history.lent_back", { borrower, quantity: back });
  }
  if (before) return text(context, "history.lent_back_all", { borrower });
  const due = after?.due_on;
  return text(context, typeof due === "string" ? "history.lent_until" : "history.lent", {
    borrower,
    quantity: quantity(amount(after)),
    day: typeof due === "string" ? formatDay(due, hass.locale) : "",
  });
};

/** Write what a change did to a place, a category or a device. */
export const describeChange = (context: Context, change: Change): string[] => {
  const { before, after } = change;
  const paths = [before?.location, after?.location];
  const isMoved = before && after && "parent_id" in before && paths[0] !== paths[1];
  const nameOf = (path: unknown) =>
    typeof path === "string" ? trailOf(path, context.home) : text(context, "history.top");
  const moved = isMoved
    ? [text(context, "history.place_moved", { from: nameOf(paths[0]), to: nameOf(paths[1]) })]
    : [];
  const sentences = [...moved, ...itemSentences(context, change)];
  return sentences.length > 0 ? sentences : [text(context, "history.other")];
};

/** Write what a batch did to an item, a sentence for each thing. */
export const describeBatch = (context: HistoryContext, batch: Batch): string[] => {
  const changes = batch.changes.filter(
    (change) => change.kind === "item" && change.id === context.item.id,
  );
  const isNew = changes.some((change) => change.operation === "create");
  const stock = stockSentences(context, batch, isNew);
  const item = changes
    .filter((change) => change.operation !== "create" || stock.length === 0)
    .flatMap((change) => itemSentences(context, change));
  const loans = batch.changes
    .filter(({ kind, item_id: id }) => kind === "loan" && id === context.item.id)
    .map((change) => loanSentence(context, change));
  const attachments = attachmentSentences(
    context.hass,
    batch.changes.filter(
      ({ kind, item_id: id }) => kind === "attachment" && id === context.item.id,
    ),
  );
  const sentences = [...stock, ...loans, ...attachments, ...item];
  return sentences.length > 0 ? sentences : [text(context, "history.other")];
};

/** Say who did it: a name, or what did it (a voice command, an automation). */
export const describeActor = (hass: HomeAssistant, batch: Batch): string => {
  const name = userName(hass, batch.user_id);
  const source = translateIfKnown(hass.language, `source.${batch.source}`);
  if (name && source) return `${name} · ${source}`;
  return name ?? source ?? translate(hass.language, "source.system");
};
