import type { HomeAssistant } from "../ha/types";
import type { ItemQuery } from "./item";
import { PagedListController } from "./paged-list";
import { findHits, type Hit, type SearchAnswer } from "./search";

/** While the index is being made, more can be found a little later, and nobody tells. */
const ASK_AGAIN_MS = 2000;

/** What was found that an element shows: items, places and devices for words, else a list of items. */
export class HitListController extends PagedListController<Hit, SearchAnswer> {
  private _query: ItemQuery = {};
  private _withFacets = false;
  private _again?: ReturnType<typeof setTimeout>;

  /** Ask something new; facets say what the answer can be narrowed by, `count` how much is read at least. */
  public async load(
    query: ItemQuery,
    options: { facets?: boolean; count?: number } = {},
  ): Promise<void> {
    this._query = query;
    this._withFacets = options.facets ?? false;
    await this.begin(options.count);
  }

  public override hostDisconnected(): void {
    super.hostDisconnected();
    clearTimeout(this._again);
  }

  public override clear(): void {
    super.clear();
    clearTimeout(this._again);
  }

  protected override async fetch(
    hass: HomeAssistant,
    page: { limit: number; offset: number },
  ): Promise<SearchAnswer> {
    clearTimeout(this._again);
    const answer = await findHits(hass, this._query, page, this._withFacets && page.offset === 0);
    if (answer.indexing && this._query.query && this.isShown) {
      this._again = setTimeout(() => void this.refresh(), ASK_AGAIN_MS);
    }
    return answer;
  }

  protected override entriesOf(answer: SearchAnswer): Hit[] {
    return answer.results;
  }
}
