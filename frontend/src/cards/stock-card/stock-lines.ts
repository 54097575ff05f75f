import { fetchItem, fetchItems, type Item } from "../../data/item";
import { fetchLocation } from "../../data/location";
import type { HomeAssistant } from "../../ha/types";
import { stockInside, type PlacedStock } from "../inside";
import { shownItems, type StockCardConfig } from "./stock-card-config";

/** An item, and how much of it is where as far as the card is about it. */
export interface StockLine {
  item: Item;
  places: PlacedStock[];
}

export interface Stock {
  lines: StockLine[];
  total: number;
  /** The path of the place that the card is about. */
  within?: string | undefined;
}

const isMissing = (error: unknown): boolean =>
  (error as { translation_key?: string } | null)?.translation_key === "item_not_found";

/** Fetch the items that were chosen; one that has been deleted since is left out. */
const fetchChosen = async (hass: HomeAssistant, items: readonly string[]): Promise<Item[]> => {
  const found = await Promise.all(
    items.map((item) =>
      fetchItem(hass, item).catch((error: unknown) => {
        if (isMissing(error)) return undefined;
        throw error;
      }),
    ),
  );
  return found.filter((item) => item !== undefined);
};

const fetchMatching = (hass: HomeAssistant, config: StockCardConfig) =>
  fetchItems(
    hass,
    {
      sort: "name",
      ...(config.location ? { location: config.location } : {}),
      ...(config.category ? { categories: [config.category] } : {}),
      ...(config.labels?.length ? { labels: config.labels } : {}),
      ...(config.low_only ? { low_stock: true } : {}),
    },
    { limit: shownItems(config), offset: 0 },
  );

/** Fetch what a card is about. */
export const fetchStock = async (hass: HomeAssistant, config: StockCardConfig): Promise<Stock> => {
  if (config.items?.length) {
    const items = (await fetchChosen(hass, config.items)).filter(
      (item) => !item.archived && (!config.low_only || item.low_stock),
    );
    const lines = items.map((item) => ({ item, places: stockInside(item) }));
    return { lines, total: lines.length };
  }
  const place = config.location ? await fetchLocation(hass, config.location) : undefined;
  const within = place?.location.path;
  const { items, total } = await fetchMatching(hass, config);
  const lines = items.map((item) => ({ item, places: stockInside(item, within) }));
  return { lines, total, within };
};

/** Keep the places that a line had: one that has been emptied can be filled again. */
export const withPlacesOf = (line: StockLine, before: StockLine | undefined): StockLine => {
  const has = new Set(line.places.map(({ id }) => id));
  const emptied = (before?.places ?? []).filter(({ id }) => !has.has(id));
  return { ...line, places: [...line.places, ...emptied.map((at) => ({ ...at, quantity: 0 }))] };
};

/**
 * Keep the lines that somebody is at: what is not low any more, or has run out, would vanish under the finger.
 *
 * They stay where they are among what has been fetched anew.
 */
export const withTouched = (
  stock: Stock,
  shown: readonly StockLine[],
  touched: ReadonlySet<string>,
): Stock => {
  const fetched = new Map(stock.lines.map((line) => [line.item.id, line]));
  const lines = stock.lines.map((line) =>
    touched.has(line.item.id)
      ? withPlacesOf(
          line,
          shown.find(({ item }) => item.id === line.item.id),
        )
      : line,
  );
  shown.forEach((line, index) => {
    const { id } = line.item;
    if (touched.has(id) && !fetched.has(id)) lines.splice(Math.min(index, lines.length), 0, line);
  });
  return { ...stock, lines };
};
