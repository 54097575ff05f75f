import type { HomeAssistant } from "../ha/types";
import { fetchItems, type FoundItem, type ItemPage, type ItemQuery } from "./item";
import { MOST, PagedListController, withoutDoubles } from "./paged-list";

/** A part of an answer that has no filter of its own: how many there are is known, which ones is not. */
export interface Part {
  fits: (item: FoundItem) => boolean;
  count: number;
}

/** The part of a long list of items that an element shows. */
export class ItemListController extends PagedListController<FoundItem, ItemPage> {
  private _query: ItemQuery = {};
  private _part?: Part;

  public get items(): FoundItem[] {
    return this.entries;
  }

  /** Ask something new. */
  public async load(query: ItemQuery, part?: Part): Promise<void> {
    this._query = query;
    this._part = part;
    await this.begin();
  }

  protected override fetch(
    hass: HomeAssistant,
    page: { limit: number; offset: number },
  ): Promise<ItemPage> {
    return this._part ? this._fetchPart(hass, this._part) : fetchItems(hass, this._query, page);
  }

  protected override entriesOf(page: ItemPage): FoundItem[] {
    return page.items;
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
