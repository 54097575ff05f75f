import type { Chosen } from "../../components/facet-chips";
import type { Place } from "../../components/place-field";
import type { DeviceStatus } from "../../data/device";
import type { ItemQuery, ItemSort } from "../../data/item";
import type { FacetName } from "../../data/search";
import { lastName } from "../../utils/path";
import type { Layout } from "./items/layout";

interface Named {
  id: string;
  name: string;
}

/** What a list of items is narrowed by, as a person set it. */
export interface ItemFilter {
  text: string;
  /** Texts of chips that were removed. */
  kept: string[];
  place?: Place;
  category?: Named;
  label?: Named;
  manufacturer?: Named;
  /** Who has some of it. */
  borrower?: Named;
  /** Somebody has some of it. */
  lent?: boolean;
  /** It should have been back before today. */
  overdue?: boolean;
  /** How the device is doing that an item is. */
  deviceStatus?: DeviceStatus;
  lowStock: boolean;
  /** Some of it has no place yet. */
  unplaced?: boolean;
  /** The warranty ends within so many days. */
  warrantyDays?: number;
  archived: boolean;
  sort?: ItemSort;
  /** How the list is shown; as a plain list if nothing is said. */
  layout?: Layout;
}

export const NO_FILTER: ItemFilter = { text: "", kept: [], lowStock: false, archived: false };

export const countFilters = (filter: ItemFilter): number =>
  [
    ...[filter.place, filter.category, filter.label, filter.manufacturer],
    ...[filter.borrower, filter.lent, filter.overdue],
    ...[filter.deviceStatus, filter.lowStock, filter.archived, filter.unplaced],
    filter.warrantyDays !== undefined,
  ].filter(Boolean).length;

export const hasFilter = (filter: ItemFilter): boolean =>
  Boolean(filter.text.trim()) || countFilters(filter) > 0;

/** Return what is asked for, in whatever way it is narrowed. */
export const withoutFilters = ({ text, kept, sort, layout }: ItemFilter): ItemFilter => ({
  ...NO_FILTER,
  text,
  kept,
  ...(sort ? { sort } : {}),
  ...(layout ? { layout } : {}),
});

/** Return the filter narrowed by a value of a facet, or without any of that facet. */
export const withFacet = (filter: ItemFilter, facet: FacetName, value?: Named): ItemFilter =>
  facet === "location"
    ? { ...filter, place: value && { id: value.id, path: value.name } }
    : { ...filter, [facet]: value };

export const chosenOf = ({
  place,
  category,
  label,
  manufacturer,
  borrower,
}: ItemFilter): Chosen => ({
  ...(place ? { location: { id: place.id, name: lastName(place.path) } } : {}),
  ...(category ? { category } : {}),
  ...(label ? { label } : {}),
  ...(manufacturer ? { manufacturer } : {}),
  ...(borrower ? { borrower } : {}),
});

/** Say what a list is narrowed by that has a name. */
const named = ({ place, category, label, manufacturer, borrower }: ItemFilter): ItemQuery => ({
  ...(place ? { location: place.id } : {}),
  ...(category ? { categories: [category.id] } : {}),
  ...(label ? { labels: [label.id] } : {}),
  ...(manufacturer ? { manufacturer: manufacturer.id } : {}),
  ...(borrower ? { borrower: borrower.id } : {}),
});

/** Say a filter in the words of the websocket command. */
export const toQuery = (filter: ItemFilter): ItemQuery => {
  const text = filter.text.trim();
  return {
    sort: filter.sort ?? (text ? "relevance" : "name"),
    ...(text ? { query: text } : {}),
    ...(text && filter.kept.length > 0 ? { keep_as_words: filter.kept } : {}),
    ...toWanted(filter),
  };
};

/** Say what a list is narrowed by, without words and order: what many items are changed by at once. */
export const toWanted = (filter: ItemFilter): ItemQuery => ({
  ...named(filter),
  ...(filter.deviceStatus ? { device_status: [filter.deviceStatus] } : {}),
  ...(filter.lent ? { lent: true } : {}),
  ...(filter.overdue ? { overdue: true } : {}),
  ...(filter.lowStock ? { low_stock: true } : {}),
  ...(filter.unplaced ? { unplaced: true } : {}),
  ...(filter.warrantyDays === undefined ? {} : { warranty_days: filter.warrantyDays }),
  ...(filter.archived ? { archived: true } : {}),
});
