import type { Item, StockEntry } from "../src/data/item";
import type { Location, LocationKind } from "../src/data/location";

const AT = "2026-11-20T09:30:00+00:00";
let last = 0;

const nextId = (): string => `01K${String(++last).padStart(23, "0")}`;

/** A code that follows from a number: A, B, ... as digits. */
const nextCode = (): string =>
  [...(last * 7919 + 4711).toString(26).slice(-4).padStart(4, "b")]
    .map((digit) => String.fromCharCode(65 + parseInt(digit, 26)))
    .join("");

export const makeLocation = (
  parent: Location | undefined,
  name: string,
  kind: LocationKind,
): Location => ({
  id: nextId(),
  code: nextCode(),
  name,
  path: parent ? `${parent.path} / ${name}` : name,
  parent_id: parent?.id ?? null,
  kind,
  capacity: null,
  area_id: null,
  floor_id: null,
  description: null,
  item_count: 0,
  child_count: 0,
  archived: false,
  created_at: AT,
  updated_at: AT,
});

export const makeItem = (name: string, fields: Partial<Item> = {}): Item => ({
  id: nextId(),
  code: nextCode(),
  name,
  description: null,
  quantity: 0,
  unit: null,
  minimum_quantity: null,
  low_stock: false,
  locations: [],
  lent_quantity: 0,
  loans: [],
  photo: null,
  categories: [],
  labels: [],
  manufacturer: null,
  model: null,
  serial_number: null,
  aliases: [],
  barcodes: [],
  purchase_date: null,
  purchase_price: null,
  currency: null,
  vendor: null,
  vendor_url: null,
  warranty_until: null,
  lifetime_warranty: false,
  warranty_notes: null,
  notes: null,
  custom: {},
  promoted: false,
  archived: false,
  created_at: AT,
  updated_at: AT,
  ...fields,
});

const PLACES: [path: string, kind: LocationKind][] = [
  ["Maple Street", "site"],
  ["Maple Street / Attic", "floor"],
  ["Maple Street / Attic / Box 7", "box"],
  ["Maple Street / Garage", "room"],
  ["Maple Street / Garage / Shelf 1", "furniture"],
  ["Maple Street / Garage / Shelf 2", "furniture"],
  ["Maple Street / Garage / Shelf 2 / Toolbox", "box"],
  ["Maple Street / Kitchen", "room"],
  ["Maple Street / Kitchen / Cupboard over the sink, left door", "furniture"],
  ["Maple Street / Living room", "room"],
  ["Cabin", "site"],
  ["Cabin / Shed", "room"],
];

export const makeLocations = (): Location[] => {
  const byPath = new Map<string, Location>();
  for (const [path, kind] of PLACES) {
    const names = path.split(" / ");
    const parent = byPath.get(names.slice(0, -1).join(" / "));
    byPath.set(path, makeLocation(parent, names.at(-1)!, kind));
  }
  return [...byPath.values()];
};

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

type Thing = [name: string, place: string, quantity: number, fields?: Partial<Item>];

const THINGS: Thing[] = [
  [
    "Cordless drill",
    "Maple Street / Garage / Shelf 2",
    1,
    {
      description: "18 V, two batteries and the charger in the same case.",
      manufacturer: "Makita",
      model: "DDF484",
      serial_number: "0198-2231-77",
      purchase_date: "2024-12-08",
      purchase_price: 189,
      currency: "EUR",
      vendor: "Toolstation",
      vendor_url: "https://example.com/drill",
      warranty_until: inDays(17),
      categories: [{ id: "c1", path: "Tools / Power tools" }],
      labels: ["workshop"],
      notes: "Lent to the neighbours in spring.\nThe second battery is the weak one.",
    },
  ],
  [
    "AA batteries",
    "Maple Street / Kitchen / Cupboard over the sink, left door",
    3,
    { minimum_quantity: 8 },
  ],
  ["Olive oil", "Maple Street / Kitchen", 1.5, { unit: "l" }],
  ["Christmas lights with a very long name that goes on and on", "Maple Street / Attic / Box 7", 4],
  [
    "Dishwasher",
    "Maple Street / Kitchen",
    1,
    { warranty_until: inDays(900), manufacturer: "Bosch" },
  ],
  ["Printer paper", "Maple Street / Living room", 2, { unit: "pack", minimum_quantity: 1 }],
  ["Hammer", "Maple Street / Garage / Shelf 2 / Toolbox", 1, { lifetime_warranty: true }],
  ["Axe", "Cabin / Shed", 1],
];

export interface PlacedItem {
  item: Item;
  place: string;
  quantity: number;
}

export const makeItems = (): PlacedItem[] => [
  ...THINGS.map(([name, place, quantity, fields]) => ({
    item: makeItem(name, fields),
    place,
    quantity,
  })),
  ...Array.from({ length: 120 }, (_, index) => ({
    item: makeItem(`Spare part ${index + 1}`),
    place: PLACES[index % PLACES.length]![0],
    quantity: (index % 5) + 1,
  })),
];

/** Nothing yet, at a place. */
export const stockAt = (location?: Location): StockEntry => ({
  id: location?.id ?? null,
  path: location?.path ?? null,
  quantity: 0,
  best_before: null,
  lot: null,
});
