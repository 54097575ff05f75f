import { html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { InventoryElement } from "../../components/base-element";
import { renderDidYouMean } from "../../components/did-you-mean";
import { renderHit } from "../../components/hit-row";
import "../../components/query-chips";
import type { ChipRemovedEvent } from "../../components/query-chips";
import { quantityText } from "../../components/quantity-text";
import { baseStyles, buttonStyles, chipStyles } from "../../components/styles";
import { isMixed, totalsText } from "../../components/totals-text";
import type { InventoryInfo } from "../../data/info";
import type { Item } from "../../data/item";
import type { Hit, SearchAnswer } from "../../data/search";
import { defineElement } from "../../ha/define-element";
import { addressOf } from "../../utils/path";
import "../card-kit";
import { answerOf, renderAnswer } from "./answer";
import { searchResultsStyles } from "./search-results-styles";

interface Found {
  entries: Hit[];
  answer?: SearchAnswer | undefined;
  total: number;
}

/** What was found: how it was understood, where it is, or what it may be. Fires `asked` for another question. */
@defineElement("home-inventory-search-results")
export class SearchResults extends InventoryElement {
  @property({ attribute: false }) public info?: InventoryInfo;
  @property() public text = "";
  @property() public error?: string;
  @property({ attribute: false }) public list: Found = { entries: [], total: 0 };
  @property({ type: Number }) public shown = 8;
  @property({ type: Boolean }) public withQuantity = true;

  private readonly _ask = (text: string): void => {
    this.dispatchEvent(new CustomEvent("asked", { detail: text }));
  };

  protected override render() {
    return html`<div class="summary quiet" ?hidden=${!this.text}>
        <span role="status">${this._renderSpoken()}</span>
        <home-inventory-query-chips
          .hass=${this.hass}
          .chips=${this.list.answer?.chips ?? []}
          @chip-removed=${({ detail }: ChipRemovedEvent) =>
            this.dispatchEvent(new CustomEvent("chip-removed", { detail }))}
        ></home-inventory-query-chips>
      </div>
      <div class="results">${this.text ? this._renderResults() : nothing}</div>`;
  }

  /** What a screen reader says when the results are there: how many, and where it is if there is one. */
  private _renderSpoken() {
    const { hass, list } = this;
    const totals = list.answer?.totals;
    if (!hass || !totals || !this.text) return nothing;
    const answer = answerOf(list.entries, totals);
    const said = answer && {
      name: answer.name,
      place: this._placesOf(answer).join(" · "),
    };
    return html`${totalsText(hass, totals)}
    ${said ? html`<span class="sr-only">${this.localize("card.search.answer", said)}</span>` : nothing}`;
  }

  /** Each place that it is in, from the inside out. */
  private _placesOf(item: Item): string[] {
    const paths = item.locations.map(({ path }) => path).filter((path) => path !== null);
    const places = [...new Set(paths)].map((path) => addressOf(path, this.info?.name));
    return places.length > 0 ? places : [this.localize("item.no_place")];
  }

  private _renderResults() {
    if (this.error) return html`<p class="error" role="alert">${this.error}</p>`;
    const { entries, answer, total } = this.list;
    if (!answer) return nothing;
    const shown = entries.slice(0, this.shown);
    const found = answerOf(shown, answer.totals);
    const others = found ? shown.slice(1) : shown;
    return html`${this._renderIndexing(answer)}
    ${renderDidYouMean(this.hass, answer.did_you_mean, this._ask)}
    ${found ? renderAnswer(this._answerText(found)) : nothing}
    ${shown.length > 0 ? this._renderHits(others, isMixed(answer.totals)) : this._renderEmpty()}
    ${
      total > shown.length
        ? html`<p class="quiet">${this.localize("items.more", { count: total - shown.length })}</p>`
        : nothing
    }`;
  }

  private _answerText(item: Item) {
    return {
      item,
      places: this._placesOf(item),
      quantity:
        this.hass && this.withQuantity
          ? quantityText(this.hass, item.quantity, item.unit)
          : undefined,
    };
  }

  private _renderIndexing({ indexing }: SearchAnswer) {
    if (!indexing) return nothing;
    return html`<p class="quiet" role="status" data-testid="indexing">
      ${this.localize("search.indexing")}
    </p>`;
  }

  private _renderEmpty() {
    return html`<p class="quiet" data-testid="empty">
      ${this.localize("search.nothing_for", { query: this.text })}
    </p>`;
  }

  private _renderHits(hits: Hit[], withType: boolean) {
    const options = {
      hass: this.hass,
      home: this.info?.name,
      warningDays: this.info?.warning_days ?? 30,
      withType,
      withoutQuantity: !this.withQuantity,
    };
    return html`<div role="list">
      ${repeat(
        hits,
        ({ id }) => id,
        (hit) => renderHit(hit, options),
      )}
    </div>`;
  }

  public static override styles = [baseStyles, buttonStyles, chipStyles, searchResultsStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-search-results": SearchResults;
  }
}
