import { roundQuantity } from "../utils/numbers";
import {
  factOf,
  type Device,
  type DeviceDetail,
  type DeviceField,
  type DeviceFields,
} from "./device";
import type { Item, ItemFields } from "./item";
import type { ItemChanges } from "./item-set";
import type { LocationFields } from "./location";
import type { CategoryPath, Location, StockEntry } from "./types.gen";

/** Where something goes: enough of a place to show it there. */
export interface Destination {
  id: string;
  path: string;
}

type Change<Of> = (record: Of) => Of;

const pathsOf = (paths: readonly string[]): CategoryPath[] =>
  paths.map((path) => ({ id: path, path }));

const without = <Value>(values: readonly Value[], gone: readonly Value[] = []): Value[] =>
  values.filter((value) => !gone.includes(value));

/** An item with other values in its fields. */
export const withFields = <Of extends Item>({ categories, ...fields }: ItemFields): Change<Of> => {
  return (item) => ({
    ...item,
    ...fields,
    ...(categories ? { categories: pathsOf(categories) } : {}),
  });
};

/** An item with what many are given at once. */
export const withChanges = (changes: ItemChanges): Change<Item> => {
  const { fields = {}, add_labels: labels = [], add_categories: paths = [] } = changes;
  return (before) => {
    const item = withFields<Item>(fields)(before);
    const known = item.categories.filter(
      ({ path }) => ![...paths, ...(changes.remove_categories ?? [])].includes(path ?? ""),
    );
    return {
      ...item,
      labels: [...without(item.labels, [...labels, ...(changes.remove_labels ?? [])]), ...labels],
      categories: [...known, ...pathsOf(paths)],
    };
  };
};

export const withArchived =
  <Of extends { archived: boolean }>(archived: boolean): Change<Of> =>
  (record) => ({ ...record, archived });

/** Take so much of a lot along; undefined stays behind when nothing of it does. */
const split = (entry: StockEntry, quantity: number): [StockEntry, StockEntry | undefined] => {
  const taken = Math.min(entry.quantity, quantity);
  const left = roundQuantity(entry.quantity - taken);
  return [{ ...entry, quantity: taken }, left > 0 ? { ...entry, quantity: left } : undefined];
};

/** An item, or some of it, at another place; `from` is the place that it is taken from where it is at several. */
export const withMove = <Of extends Item>(
  to: Destination,
  { from, quantity }: { from?: string; quantity?: number } = {},
): Change<Of> => {
  return (item) => {
    let wanted = quantity ?? Infinity;
    const stay: StockEntry[] = [];
    const go: StockEntry[] = [];
    for (const entry of item.locations) {
      if (wanted <= 0 || (from && entry.id !== from)) {
        stay.push(entry);
        continue;
      }
      const [taken, left] = split(entry, wanted);
      wanted = roundQuantity(wanted - taken.quantity);
      go.push({ ...taken, id: to.id, path: to.path });
      if (left) stay.push(left);
    }
    return { ...item, locations: [...stay, ...go] };
  };
};

/** A device as a person says it is; what is cleared is as the sources say, which its detail knows. */
export const withDeviceFields =
  (detail: DeviceDetail, { location, ...fields }: DeviceFields, path?: string): Change<Device> =>
  (device) => {
    const offered = (field: string) => factOf(detail, field as DeviceField)?.offered ?? null;
    const said = Object.entries(fields).map(([field, value]) => [
      field,
      value ?? offered(field) ?? (field === "name" ? device.name : null),
    ]);
    const place = location === undefined ? {} : { location_id: location, path: path ?? null };
    return { ...device, ...(Object.fromEntries(said) as Partial<Device>), ...place };
  };

const renamedPath = (path: string, name: string): string =>
  [...path.split(" / ").slice(0, -1), name].join(" / ");

/** A place with other values in its fields. */
export const withPlaceFields =
  (fields: LocationFields): Change<Location> =>
  (place) => ({
    ...place,
    ...fields,
    ...(fields.name ? { path: renamedPath(place.path, fields.name) } : {}),
  });

/** A place inside another one; null is the top of the tree. */
export const withParent =
  (parent: string | null): Change<Location> =>
  (place) => ({ ...place, parent_id: parent });
