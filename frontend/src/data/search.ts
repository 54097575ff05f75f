import type { HomeAssistant } from "../ha/types";
import { fetchItems, type ItemQuery } from "./item";
import { asked, asShown } from "./optimistic";
import type { Facets, SearchAnswer } from "./types.gen";

export type { Facet, Facets, FoundDevice, SearchAnswer, Totals } from "./types.gen";

/** An item, a place or a device that was found. */
export type Hit = SearchAnswer["results"][number];

/** Which parts of which field made it fit. */
export type Highlights = Hit["highlights"];

export type FacetName = keyof Facets;
export const FACETS: readonly FacetName[] = [
  "location",
  "category",
  "label",
  "manufacturer",
  "borrower",
];

/** What we can show; the search will know more one day. */
const TYPES: readonly Hit["type"][] = ["item", "location", "device"];

interface Paging {
  limit: number;
  offset: number;
}

/** Search items, places and devices by the words of a person. */
export const search = (
  hass: HomeAssistant,
  query: Omit<ItemQuery, "sort"> & { facets?: true },
  page: Paging,
): Promise<SearchAnswer> =>
  asked(
    hass.callWS<SearchAnswer>({ type: "home_inventory/search", types: TYPES, ...query, ...page }),
    ({ results }) => results.flatMap((hit) => (hit.type === "item" ? [hit.item] : [])),
  );

/** List items without asking for words, in the shape of a search. */
export const listItems = async (
  hass: HomeAssistant,
  query: ItemQuery,
  page: Paging,
): Promise<SearchAnswer> => {
  const { items, total, chips, indexing } = await fetchItems(hass, query, page);
  return {
    results: items.map((item) => ({
      type: "item",
      id: item.id,
      score: item.score,
      item,
      device: null,
      highlights: {},
    })),
    total,
    totals: { item: total, location: 0, device: 0 },
    query: query.query ?? null,
    words: query.query ?? "",
    chips: chips ?? [],
    did_you_mean: null,
    indexing: indexing ?? false,
  };
};

/** Ask for what an address says. Only items have an order of their own: a chosen one lists items. */
export const findHits = (
  hass: HomeAssistant,
  query: ItemQuery,
  page: Paging,
  withFacets: boolean,
): Promise<SearchAnswer> => {
  const { sort, ...words } = query;
  if (!words.query || (sort && sort !== "relevance")) return listItems(hass, query, page);
  return search(hass, { ...words, ...(withFacets ? { facets: true } : {}) }, page);
};

/** What was found as it will be by what is on its way; what goes away stays until the list is read again. */
export const hitAsShown = (hit: Hit): Hit => {
  const item = hit.type === "item" ? asShown("item", hit.item) : undefined;
  return hit.type === "item" && item && item !== hit.item ? { ...hit, item } : hit;
};
