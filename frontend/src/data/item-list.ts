import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { HomeAssistant } from "../ha/types";
import { fetchItems, type FoundItem, type ItemPage, type ItemQuery } from "./item";

const MOST = 1000;

/** A part of an answer that has no filter of its own: how many there are is known, which ones is not. */
export interface Part {
  fits: (item: FoundItem) => boolean;
  count: number;
}

type Host = ReactiveControllerHost & { hass?: HomeAssistant };

/** The part of a long list of items that an element shows: it pages, refreshes quietly, and lets the last question win. */
export class ItemListController implements ReactiveController {
  public items: FoundItem[] = [];
  public total = 0;
  public loading = false;
  public loaded = false;
  public error?: unknown;

  private _query: ItemQuery = {};
  private _part?: Part;
  private _question = 0;

  public constructor(
    private readonly _host: Host,
    public pageSize = 50,
  ) {
    _host.addController(this);
  }

  /** An answer that comes when the element is gone is for nobody. */
  public hostDisconnected(): void {
    this._question += 1;
    this.loading = false;
  }

  public get hasMore(): boolean {
    return this.items.length < this.total;
  }

  /** Ask something new. The old answer stays until the new one is there. */
  public async load(query: ItemQuery, part?: Part): Promise<void> {
    this._query = query;
    this._part = part;
    await this._ask(0, this.pageSize);
  }

  public async loadMore(): Promise<void> {
    if (this.loading || !this.hasMore) return;
    await this._ask(this.items.length, this.pageSize);
  }

  /** Ask the same again, as far as has been shown. */
  public async refresh(): Promise<void> {
    if (!this.loaded && !this.error) return;
    await this._ask(0, Math.min(MOST, Math.max(this.items.length, this.pageSize)));
  }

  /** Forget everything: there is no question any more. */
  public clear(): void {
    this._question += 1;
    this.items = [];
    this.total = 0;
    this.loading = this.loaded = false;
    this.error = undefined;
    this._host.requestUpdate();
  }

  private async _ask(offset: number, limit: number): Promise<void> {
    const hass = this._host.hass;
    if (!hass) return;
    const question = ++this._question;
    this.loading = true;
    this._host.requestUpdate();
    try {
      const page = await (this._part
        ? this._fetchPart(hass, this._part)
        : fetchItems(hass, this._query, { limit, offset }));
      if (question !== this._question) return;
      this.items = offset === 0 ? page.items : withoutDoubles([...this.items, ...page.items]);
      this.total = page.total;
      this.loaded = true;
      this.error = undefined;
    } catch (error) {
      if (question !== this._question) return;
      this.error = error;
    }
    this.loading = false;
    this._host.requestUpdate();
  }

  /** Read as far as is needed to have them all. */
  private async _fetchPart(hass: HomeAssistant, { fits, count }: Part): Promise<ItemPage> {
    const found: FoundItem[] = [];
    for (let offset = 0; found.length < count; offset += MOST) {
      const page = await fetchItems(hass, this._query, { limit: MOST, offset });
      found.push(...page.items.filter(fits));
      if (page.items.length === 0 || offset + page.items.length >= page.total) break;
    }
    const items = withoutDoubles(found);
    return { items, total: items.length };
  }
}

/** A page may repeat an item when something was added in between. */
const withoutDoubles = (items: FoundItem[]): FoundItem[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];
