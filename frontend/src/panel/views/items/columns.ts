import { html, nothing, type TemplateResult } from "lit";
import { itemBadges } from "../../../components/item-badges";
import { quantityText } from "../../../components/quantity-text";
import type { Item, ItemSort } from "../../../data/item";
import { showColumns } from "../../../dialogs/columns/show-dialog-columns";
import type { HassElement, HomeAssistant } from "../../../ha/types";
import { translate, type TranslationKey } from "../../../localize/localize";
import { formatDay, formatMoment, formatMoney } from "../../../utils/format";
import { addressOf, trailOf } from "../../../utils/path";

/** What a cell is drawn with. */
export interface CellContext {
  hass: HomeAssistant;
  home: string;
  currency: string;
  warningDays: number;
  /** The names of labels by their ids. */
  labels: ReadonlyMap<string, string>;
}

type Cell = string | TemplateResult | typeof nothing | null;

export interface Column {
  name: string;
  label: TranslationKey;
  /** How wide it is at least, in pixels, and its share of what is left. */
  width: readonly [least: number, share: number];
  /** Numbers stand at the end, so that their digits are below each other. */
  end?: boolean;
  /** The order that its header asks for first, and the one for the second time. */
  sorts?: readonly [ItemSort, ItemSort];
  cell: (item: Item, context: CellContext) => Cell;
}

const text = (
  name: "manufacturer" | "model" | "serial_number" | "vendor",
  sorts?: Column["sorts"],
): Column => ({
  name,
  label: `field.${name}`,
  width: [120, 1],
  ...(sorts ? { sorts } : {}),
  cell: (item) => item[name],
});

const day = (value: string | null, { hass }: CellContext): string | null =>
  value && formatDay(value, hass.locale);

const money = (value: number, item: Item, { hass, currency }: CellContext): string =>
  formatMoney(value, item.currency ?? currency, hass.locale);

const places = (item: Item, { home }: CellContext): string =>
  [...new Set(item.locations.map(({ path }) => path).filter((path) => path !== null))]
    .map((path) => addressOf(path, home))
    .join(" · ");

const firstBestBefore = (item: Item): string | null =>
  item.locations
    .map((entry) => entry.best_before)
    .filter((best) => best !== null)
    .sort()[0] ?? null;

/** What the table can show beside the name, in this order. */
export const COLUMNS: readonly Column[] = [
  { name: "location", label: "field.location", width: [180, 2], cell: places },
  {
    name: "quantity",
    label: "field.quantity",
    width: [110, 0],
    end: true,
    sorts: ["quantity", "-quantity"],
    cell: (item, { hass }) => quantityText(hass, item.quantity, item.unit),
  },
  {
    name: "status",
    label: "list.status",
    width: [170, 2],
    cell: (item, { hass, warningDays }) => itemBadges(hass, item, warningDays),
  },
  {
    name: "categories",
    label: "field.categories",
    width: [140, 1],
    cell: (item) => item.categories.map(({ path }) => trailOf(path ?? "")).join(", "),
  },
  {
    name: "labels",
    label: "field.labels",
    width: [120, 1],
    cell: (item, { labels }) => item.labels.map((id) => labels.get(id) ?? id).join(", "),
  },
  {
    name: "code",
    label: "field.code",
    width: [84, 0],
    sorts: ["code", "-code"],
    cell: (item) => html`<span class="code">${item.code}</span>`,
  },
  text("manufacturer", ["manufacturer", "-manufacturer"]),
  text("model", ["model", "-model"]),
  text("serial_number"),
  {
    name: "warranty_until",
    label: "field.warranty_until",
    width: [140, 0],
    sorts: ["warranty", "-warranty"],
    cell: (item, context) => day(item.warranty_until, context),
  },
  {
    name: "best_before",
    label: "field.best_before",
    width: [130, 0],
    cell: (item, context) => day(firstBestBefore(item), context),
  },
  {
    name: "purchase_date",
    label: "field.purchase_date",
    width: [140, 0],
    sorts: ["purchased", "-purchased"],
    cell: (item, context) => day(item.purchase_date, context),
  },
  {
    name: "purchase_price",
    label: "field.purchase_price",
    width: [130, 0],
    end: true,
    sorts: ["value", "-value"],
    cell: (item, context) =>
      item.purchase_price === null ? null : money(item.purchase_price, item, context),
  },
  {
    name: "value",
    label: "list.value",
    width: [130, 0],
    end: true,
    cell: (item, context) =>
      item.purchase_price === null
        ? null
        : money(item.purchase_price * item.quantity, item, context),
  },
  text("vendor"),
  {
    name: "updated",
    label: "list.updated",
    width: [170, 0],
    sorts: ["-updated", "updated"],
    cell: (item, { hass }) => formatMoment(item.updated_at, hass.locale),
  },
  {
    name: "created",
    label: "list.created",
    width: [170, 0],
    sorts: ["-created", "created"],
    cell: (item, { hass }) => formatMoment(item.created_at, hass.locale),
  },
];

/** The name is always there, and first. */
export const NAME_SORTS = ["name", "-name"] as const;
const NAME_WIDTH: Column["width"] = [200, 3];
const BOX_PX = 44;
const PADDING_PX = 16;

/** The columns in CSS. */
export const tableTracks = (columns: readonly Column[], boxes: boolean): string =>
  [
    ...(boxes ? [`${BOX_PX}px`] : []),
    ...[NAME_WIDTH, ...columns.map(({ width }) => width)].map(([least, share]) =>
      share > 0 ? `minmax(${least}px, ${share}fr)` : `${least}px`,
    ),
  ].join(" ");

/** How wide a table is at least, in pixels. */
export const tableWidth = (columns: readonly Column[], boxes: boolean): number =>
  columns.reduce((sum, { width: [least] }) => sum + least, NAME_WIDTH[0]) +
  PADDING_PX +
  (boxes ? BOX_PX : 0);

const REMEMBERED = "home-inventory:items:columns";
const USUAL = ["location", "quantity", "status", "categories", "code"];

/** Which columns this browser shows. */
export const rememberedColumns = (): string[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(REMEMBERED) ?? "null");
    if (Array.isArray(kept)) return kept.filter((name): name is string => typeof name === "string");
  } catch {
    /* What can't be read was never chosen. */
  }
  return USUAL;
};

const rememberColumns = (names: readonly string[]): void => {
  try {
    localStorage.setItem(REMEMBERED, JSON.stringify(names));
  } catch {
    /* They last until the page is loaded again. */
  }
};

/** Ask which columns are shown, and keep the answer; those of before when nothing was chosen. */
export const chooseColumns = async (
  host: HassElement & { hass?: HomeAssistant },
  now: string[],
): Promise<string[]> => {
  const { language } = host.hass!;
  const choices = COLUMNS.map(({ name, label }) => ({ name, label: translate(language, label) }));
  const chosen = await showColumns(host, { columns: now, choices });
  if (chosen) rememberColumns(chosen);
  return chosen ?? now;
};

export const columnsOf = (names: readonly string[]): Column[] =>
  COLUMNS.filter(({ name }) => names.includes(name));

/** The order that a header asks for when it is chosen: the other one if it has been already. */
export const nextSort = ([one, other]: readonly [ItemSort, ItemSort], now?: ItemSort): ItemSort =>
  now === one ? other : one;

/** What a screen reader is told of a header. */
export const ariaSort = (
  sorts: readonly [ItemSort, ItemSort] | undefined,
  now?: ItemSort,
): "ascending" | "descending" | "none" | typeof nothing => {
  if (!sorts) return nothing;
  if (!now || !sorts.includes(now)) return "none";
  const isDown = ["quantity", "value"].includes(now.replace("-", ""))
    ? !now.startsWith("-")
    : now.startsWith("-");
  return isDown ? "descending" : "ascending";
};
