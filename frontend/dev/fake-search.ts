import type { Item } from "../src/data/item";
import type { Location } from "../src/data/location";
import type { Device } from "../src/data/device";
import type { Facet, FoundDevice, Hit } from "../src/data/search";

type Message = Record<string, unknown> & { type: string };

/** Whether the warranty of an item ends between the days that are asked for. */
export const fitsWarranty = (
  { warranty_until: day }: Item,
  { warranty_from: from, warranty_until: until }: Message,
): boolean =>
  typeof from !== "string" ||
  typeof until !== "string" ||
  (day !== null && day >= from && day <= until);

interface Listed {
  all: Item[];
  total: number;
  words: string;
  chips: object[];
}

/** Words that the fake takes for another. */
const MISSPELT: Record<string, string> = { drlil: "drill", hammmer: "hammer", garge: "garage" };
/** Of these the fake finds what is meant too, as the real search does. */
const FORGIVEN = "drlil";

const occurrences = (text: string, words: string[]): number[][] =>
  words.flatMap((word) => {
    const at = text.toLowerCase().indexOf(word);
    return at < 0 ? [] : [[at, at + word.length]];
  });

const countBy = (items: Item[], facetsOf: (item: Item) => [id: string, name: string][]) => {
  const counted = new Map<string, Facet>();
  for (const [id, name] of items.flatMap(facetsOf)) {
    const facet = counted.get(id) ?? { id, name, count: 0 };
    counted.set(id, { ...facet, count: facet.count + 1 });
  }
  return [...counted.values()].sort((a, b) => b.count - a.count).slice(0, 10);
};

const facetsOf = (items: Item[]) => ({
  location: countBy(items, ({ locations }) =>
    locations.map(({ id, path }) => [id ?? "", path?.split(" / ").at(-1) ?? ""]),
  ),
  category: countBy(items, ({ categories }) => categories.map(({ id, path }) => [id, path ?? ""])),
  label: countBy(items, ({ labels }) => labels.map((label) => [label, label])),
  manufacturer: countBy(items, ({ manufacturer: name }) => (name ? [[name, name]] : [])),
});

const found = (device: Device): FoundDevice => ({
  id: device.id,
  name: device.name,
  status: device.status,
  address: device.addresses[0] ?? null,
  manufacturer: device.manufacturer,
  model: device.model,
  type: device.type,
  location_id: device.location_id,
  path: device.path,
  item: device.item,
  archived: device.archived_at !== null,
});

/** The devices that found items are, and those that are found themselves. */
const devicesFor = (devices: Device[], all: Item[], words: string[]) => {
  const linked = devices.filter(({ item }) => all.some(({ id }) => id === item?.id));
  const alone = devices.filter(
    (device) =>
      words.length > 0 &&
      !linked.includes(device) &&
      words.every((word) =>
        [device.name, ...device.addresses].some((text) => text.toLowerCase().includes(word)),
      ),
  );
  return { linked, alone };
};

/** Answer a search for items, places and devices; places come first, devices last. */
export const searchFake = (
  message: Message,
  list: (message: Message) => Listed,
  locations: Location[],
  devices: Device[] = [],
) => {
  const query = String(message.query);
  const suggestion = query.replace(/\w+/g, (word) => MISSPELT[word.toLowerCase()] ?? word);
  const meant = query.toLowerCase().replaceAll(FORGIVEN, "drill");
  const { all, words: text, chips, total } = list({ ...message, query: meant });
  const words = text.toLowerCase().split(" ").filter(Boolean);
  const places = locations.filter(
    ({ name }) => words.length > 0 && words.every((word) => name.toLowerCase().includes(word)),
  );
  const { linked, alone } = devicesFor(devices, all, words);
  const hits: Hit[] = [
    ...places.map((location): Hit => {
      const highlights = { name: occurrences(location.name, words) };
      return { type: "location", id: location.id, score: 1, location, highlights };
    }),
    ...all.map((item): Hit => {
      const highlights = { name: occurrences(item.name, words) };
      const device = linked.find((one) => one.item?.id === item.id);
      return {
        type: "item",
        id: item.id,
        score: 0.9,
        item: { ...item, score: 0.9 },
        device: device ? found(device) : null,
        highlights,
      };
    }),
    ...alone.map((device): Hit => {
      const highlights = { name: occurrences(device.name, words) };
      return { type: "device", id: device.id, score: 0.8, device: found(device), highlights };
    }),
  ];
  const offset = Number(message.offset ?? 0);
  return {
    results: hits.slice(offset, offset + Number(message.limit ?? 50)),
    total: hits.length - all.length + total,
    totals: { item: total, location: places.length, device: alone.length },
    query,
    words: text,
    chips,
    did_you_mean: suggestion === query ? null : suggestion,
    facets: message.facets ? facetsOf(all) : null,
  };
};
