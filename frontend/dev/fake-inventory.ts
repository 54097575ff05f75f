import { FakeAttachments } from "./fake-attachments";
import { FakeCategories } from "./fake-categories";
import type { Change } from "../src/data/change";
import type { InventoryInfo } from "../src/data/info";
import type { Item, StockEntry } from "../src/data/item";
import { LOCATION_KINDS, type Location, type LocationKind } from "../src/data/location";
import { makeItem, makeItems, makeLocation, makeLocations, stockAt } from "./fake-data";
import { FakeDevices } from "./fake-devices";
import { FakeHistory, makeChange, refuse } from "./fake-history";
import { FakeLoans } from "./fake-loans";
import { fitsWarranty, searchFake } from "./fake-search";
import { FakeImports } from "./fake-imports";
import { FakeStore } from "./fake-store";

export type Message = Record<string, unknown> & { type: string };
const withoutType = (message: Message): Record<string, unknown> => {
  const fields: Record<string, unknown> = { ...message };
  delete fields.type;
  return fields;
};

/** Enough of the backend, in memory, to develop and test the front end without Home Assistant. */
export class FakeInventory {
  public locations: Location[] = makeLocations();
  public items: Item[] = [];
  public readonly categories = new FakeCategories();
  public canWrite = true;
  public indexing = false;
  public asked: Message[] = [];
  public readonly store = new FakeStore();
  public readonly history = new FakeHistory(() => this._recount());
  public readonly sources = new FakeDevices(this.history);
  public readonly loans = new FakeLoans(this.history, () => this.items);
  public readonly attachments = new FakeAttachments(this.history, () => this.items);
  public readonly imports = new FakeImports(this.history);

  public constructor() {
    for (const { item, place, quantity } of makeItems()) {
      const location = this.locations.find(({ path }) => path === place);
      item.locations = [{ ...stockAt(location), quantity }];
      this.items.push(item);
    }
    this._recount();
  }

  public handle(message: Message): unknown {
    this.asked.push(message);
    const name = message.type.replace("home_inventory/", "");
    const { sources, imports, _handlers: own } = this;
    const handler = own[name] ?? sources.handlers[name] ?? imports.handlers[name];
    return handler ? structuredClone(handler(message)) : refuse("unknown_command");
  }

  private readonly _handlers: Record<string, (message: Message) => unknown> = {
    info: (): InventoryInfo => ({
      version: "0.1.0",
      name: "Maple Street",
      currency: "EUR",
      warning_days: 30,
      can_write: this.canWrite,
      is_admin: this.canWrite,
      home_site_id: this.locations[0]!.id,
      kinds: [...LOCATION_KINDS],
      units: [
        { unit: "pack", countable: true },
        { unit: "l", countable: false },
      ],
      counts: { items: this.items.length, locations: this.locations.length, categories: 1 },
      indexing: this.indexing,
    }),
    "item/list": (message) => this._listItems(message),
    search: (message) => ({
      ...searchFake(
        message,
        (asked) => this._listItems(asked),
        this.locations,
        this.sources.devices,
      ),
      indexing: this.indexing,
    }),
    "item/add": (message) => this._addItem(message),
    "item/update": (message) => this._updateItem(message),
    "item/move": (message) => this._moveItem(message),
    "item/adjust": (message) => this._adjustItem(message),
    ...this.loans.handlers,
    ...this.attachments.handlers,
    "item/remove": ({ item }) => this._archive(this._item(item), true),
    "item/restore": ({ item }) => this._archive(this._item(item), false),
    "location/list": ({ archived, parent }) => this._listLocations(archived === true, parent),
    "location/get": ({ location }) => this._getLocation(location),
    "location/add": (message) => this._addLocation(message),
    "location/update": (message) => this._updateLocation(message),
    "location/remove": ({ location }) => this._archiveLocation(location, true),
    "location/restore": ({ location }) => this._archiveLocation(location, false),
    ...this.categories.handlers,
    "change/list": (message) => this.history.list(message.item, message),
    "change/people": () => ({ people: ["me"] }),
    "change/undo": ({ batch }) => this.history.undo(batch),
    "item/similar": ({ item }) => ({
      items: this.items.filter(({ id }) => id !== item).slice(0, 2),
    }),
    ...this.store.handlers,
  };

  private _listLocations(archived: boolean, parent: unknown) {
    const locations = this.locations
      .filter((location) => location.archived === archived)
      .filter((location) => parent === undefined || location.parent_id === parent)
      .sort((a, b) => a.path.localeCompare(b.path));
    return { locations, total: locations.length };
  }

  private _item(reference: unknown): Item {
    const found = this.items.find(({ id }) => id === reference);
    return found ?? refuse("item_not_found", { reference: String(reference), candidates: "-" });
  }

  private _location(reference: unknown): Location {
    const found = this.locations.find(
      ({ id, path, name }) => id === reference || path === reference || name === reference,
    );
    return found ?? refuse("location_not_found", { reference: String(reference), candidates: "-" });
  }

  private _listItems(message: Message) {
    const { words: text, chips, place } = this._understand(message);
    const inside = place ?? (message.location ? this._location(message.location).path : "");
    const words = text.toLowerCase().split(" ");
    const found = this.items
      .filter((item) => item.archived === (message.archived ?? false))
      .filter((item) => !message.low_stock || item.low_stock)
      .filter((item) => this.loans.fits(item, message))
      .filter((item) => this.sources.isDoing(item, message.device_status))
      .filter((item) => !message.manufacturer || item.manufacturer === message.manufacturer)
      .filter((item) => fitsWarranty(item, message))
      .filter((item) => words.every((word) => item.name.toLowerCase().includes(word)))
      .filter((item) => item.locations.some((at) => (at.path ?? "").startsWith(inside)))
      .sort((a, b) => a.name.localeCompare(b.name));
    const offset = Number(message.offset ?? 0);
    const items = found.slice(offset, offset + Number(message.limit ?? 50));
    return { items, all: found, total: found.length, query: message.query, words: text, chips };
  }

  /** A little of the grammar: "in the garage" at the end of a question. */
  private _understand(message: Message) {
    const query = String((message.query as string | undefined) ?? "");
    const text = /\bin the \w+$/i.exec(query)?.[0];
    const named = text?.split(" ").pop()?.toLowerCase();
    const location = this.locations.find(({ name }) => name.toLowerCase() === named);
    const kept = (message.keep_as_words as string[] | undefined) ?? [];
    if (!text || !location || kept.includes(text)) return { words: query, chips: [] };
    const start = query.length - text.length;
    const chip = { kind: "location", key: "location", placeholders: { name: location.name } };
    const chips = [{ ...chip, text, start, end: query.length }];
    return { words: query.slice(0, start).trim(), chips, place: location.path };
  }

  private _addItem(message: Message) {
    const { location, quantity = 1, name, ...fields } = withoutType(message);
    if (typeof quantity !== "number")
      refuse("invalid_value", { field: "quantity", reason: "number expected" });
    const place = location ? this._location(location) : undefined;
    const item = makeItem(String(name), fields);
    item.locations = [{ ...stockAt(place), quantity: Number(quantity) }];
    this.items.push(item);
    return this._written(item, "create", null, () => {
      this.items = this.items.filter((other) => other !== item);
    });
  }

  private _updateItem(message: Message) {
    const { item: reference, ...fields } = withoutType(message);
    const item = this._item(reference);
    const before = Object.fromEntries(Object.keys(fields).map((k) => [k, item[k as keyof Item]]));
    Object.assign(item, fields);
    return this._written(item, "update", before, () => Object.assign(item, before), fields);
  }

  private _moveItem(message: Message) {
    const item = this._item(message.item);
    const to = this._location(message.to);
    const quantity = Number(message.quantity ?? item.quantity);
    const before = structuredClone(item.locations);
    const from = item.locations.find(({ id }) => id === message.from) ?? item.locations[0]!;
    from.quantity -= quantity;
    const there = item.locations.find(({ id }) => id === to.id);
    if (there) there.quantity += quantity;
    else item.locations.push({ ...stockAt(to), quantity });
    item.locations = item.locations.filter((at) => at.quantity > 0);
    return this._stockWritten(item, before);
  }

  private _adjustItem(message: Message) {
    const item = this._item(message.item);
    const before = structuredClone(item.locations);
    const at = item.locations.find(({ id }) => id === message.location) ?? item.locations[0]!;
    at.quantity = message.to === undefined ? at.quantity + Number(message.by) : Number(message.to);
    return this._stockWritten(item, before);
  }

  private _archive(item: Item, archived: boolean) {
    item.archived = archived;
    const revert = () => (item.archived = !archived);
    return this._written(item, archived ? "archive" : "restore", null, revert);
  }

  private _stockWritten(item: Item, before: StockEntry[]) {
    const places = new Set([...before, ...item.locations].map(({ id }) => id));
    const entry = (entries: StockEntry[], id: string | null) => {
      const found = entries.find((at) => at.id === id);
      return found
        ? { location_id: id, location: found.path, quantity: String(found.quantity) }
        : null;
    };
    const changes = [...places].map((id) => ({
      ...makeChange("stock", "update", item.id, item.name),
      before: entry(before, id),
      after: entry(item.locations, id),
    }));
    const batch = this.history.write(changes, () => (item.locations = before));
    return { item, batch };
  }

  private _written(
    item: Item,
    operation: Change["operation"],
    before: Record<string, unknown> | null,
    revert: () => void,
    after: Record<string, unknown> | null = null,
  ) {
    const change = { ...makeChange("item", operation, item.id, item.name), before, after };
    const stock = {
      ...makeChange("stock", "create", item.id, item.name),
      after: {
        ...item.locations[0],
        location_id: item.locations[0]?.id,
        location: item.locations[0]?.path,
      },
    };
    const batch = this.history.write(operation === "create" ? [change, stock] : [change], revert);
    return { item, batch };
  }

  private _getLocation(reference: unknown) {
    const location = this._location(reference);
    const ancestors: Location[] = [];
    for (let up = location.parent_id; up; up = ancestors[0]!.parent_id) {
      ancestors.unshift(this._location(up));
    }
    return { location, ancestors: ancestors.map(({ id, name }) => ({ id, name })) };
  }

  private _addLocation(message: Message) {
    const parent = message.parent ? this._location(message.parent) : undefined;
    const kind = (message.kind as LocationKind | undefined) ?? "furniture";
    const location = makeLocation(parent, String(message.name), kind);
    this.locations.push(location);
    return this._locationWritten(location, "create", () => {
      this.locations = this.locations.filter((other) => other !== location);
    });
  }

  private _updateLocation(message: Message) {
    const { location: reference, ...fields } = withoutType(message);
    const location = this._location(reference);
    const before = { ...location };
    Object.assign(location, fields);
    return this._locationWritten(location, "update", () => Object.assign(location, before));
  }

  private _archiveLocation(reference: unknown, archived: boolean) {
    const location = this._location(reference);
    location.archived = archived;
    return this._locationWritten(location, archived ? "archive" : "restore", () => {
      location.archived = !archived;
    });
  }

  private _locationWritten(location: Location, operation: Change["operation"], revert: () => void) {
    const change = {
      ...makeChange("location", operation, location.id, location.name),
      item_id: null,
    };
    return { location, batch: this.history.write([change], revert) };
  }

  private _recount(): void {
    for (const item of this.items) {
      item.quantity = item.locations.reduce((sum, at) => sum + at.quantity, 0);
      item.low_stock = item.minimum_quantity !== null && item.quantity < item.minimum_quantity;
    }
    for (const location of this.locations) {
      const isHere = (item: Item) => item.locations.some(({ id }) => id === location.id);
      location.item_count = this.items.filter((item) => !item.archived && isHere(item)).length;
      location.child_count = this.locations.filter(
        (inside) => inside.parent_id === location.id && !inside.archived,
      ).length;
    }
  }
}
