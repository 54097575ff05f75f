import { fetchItems, type FoundItem, type Item } from "../../data/item";
import { fetchLocation, fetchPlacesInside, type Location } from "../../data/location";
import { MOST, withoutDoubles } from "../../data/paged-list";
import type { HomeAssistant } from "../../ha/types";
import { isInside } from "../inside";

/** What is in a place. */
export interface Contents {
  place: Location;
  /** What is around it, outermost first. */
  around: { id: string; name: string }[];
  /** The places directly inside, without its slots. */
  places: Location[];
  /** Its slots in their order. */
  slots: Location[];
  items: FoundItem[];
  total: number;
}

const byNumber = new Intl.Collator(undefined, { numeric: true });

/** Whether some of an item is right here; what is in a slot is in its box. */
const isHere = (item: Item, here: ReadonlySet<string>): boolean =>
  item.locations.some(({ id }) => id !== null && here.has(id));

/** Fetch the items that are right here: the list has no filter for that, so all are read until they are found. */
const fetchHere = async (
  hass: HomeAssistant,
  { id, item_count: count }: Location,
  here: ReadonlySet<string>,
): Promise<FoundItem[]> => {
  const found: FoundItem[] = [];
  for (let offset = 0; found.length < count; offset += MOST) {
    const query = { location: id, sort: "name" } as const;
    const page = await fetchItems(hass, query, { limit: MOST, offset });
    found.push(...page.items.filter((item) => isHere(item, here)));
    if (page.items.length === 0 || offset + page.items.length >= page.total) break;
  }
  return withoutDoubles(found);
};

/** Fetch what is in a place: with everything inside or right here only, at least `limit` items if there are. */
export const fetchContents = async (
  hass: HomeAssistant,
  reference: string,
  { inside, limit }: { inside: boolean; limit: number },
): Promise<Contents> => {
  const { location: place, ancestors: around } = await fetchLocation(hass, reference);
  const children = await fetchPlacesInside(hass, place.id);
  const slots = children
    .filter(({ kind }) => kind === "slot")
    .sort((a, b) => byNumber.compare(a.name, b.name));
  const places = children.filter(({ kind }) => kind !== "slot");
  const known = { place, around, places, slots };
  if (!inside && places.length > 0) {
    const items = await fetchHere(hass, place, new Set([place, ...slots].map(({ id }) => id)));
    return { ...known, items, total: items.length };
  }
  // Slots are drawn whole: what is in the last of them may be last in the list, too.
  const page = { limit: slots.length > 0 ? MOST : limit, offset: 0 };
  const { items, total } = await fetchItems(hass, { location: place.id, sort: "name" }, page);
  return { ...known, items, total };
};

/** The items of a slot. */
export const itemsInSlot = (items: readonly FoundItem[], slot: Location): FoundItem[] =>
  items.filter((item) => item.locations.some(({ id }) => id === slot.id));

/** The items that are in none of the slots of a place. */
export const looseItems = ({ items, slots, place }: Contents): FoundItem[] => {
  if (slots.length === 0) return items;
  const ids = new Set(slots.map(({ id }) => id));
  return items.filter((item) =>
    item.locations.some(({ id, path }) => isInside(path, place.path) && !ids.has(id ?? "")),
  );
};
