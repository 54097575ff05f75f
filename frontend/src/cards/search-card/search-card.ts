import { mdiClose, mdiMagnify } from "@mdi/js";
import { css, html, nothing, type PropertyValues } from "lit";
import { query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { InventoryElement } from "../../components/base-element";
import { renderDidYouMean } from "../../components/did-you-mean";
import { renderHit } from "../../components/hit-row";
import { icon } from "../../components/icon";
import "../../components/query-chips";
import type { ChipRemovedEvent } from "../../components/query-chips";
import { baseStyles, buttonStyles, fieldStyles } from "../../components/styles";
import { isMixed, totalsText } from "../../components/totals-text";
import { describeError } from "../../data/errors";
import { HitListController } from "../../data/hit-list";
import { fetchInfo, type InventoryInfo } from "../../data/info";
import type { Hit, SearchAnswer } from "../../data/search";
import { concernsKind, SubscribeController } from "../../data/subscribe";
import { defineElement } from "../../ha/define-element";
import type { GridOptions, LovelaceCard } from "../../ha/lovelace";
import { debounce } from "../../utils/debounce";
import { cardStyles } from "../card-styles";
import { SEARCH_CARD } from "./const";
import { configForm, resultsOf, stubConfig, type SearchCardConfig } from "./search-card-config";

const TYPING_MS = 200;

/** A search field for a dashboard: type, and see where it is. */
@defineElement(SEARCH_CARD)
export class SearchCard extends InventoryElement implements LovelaceCard<SearchCardConfig> {
  @state() private _config?: SearchCardConfig;
  @state() private _info?: InventoryInfo;
  @state() private _text = "";
  @state() private _kept: string[] = [];
  @state() private _error?: string;
  @query("input") private readonly _input!: HTMLInputElement;

  private readonly _list = new HitListController(this, 1);

  private readonly _search = debounce(() => void this._load(), TYPING_MS);

  public static getConfigForm = configForm;
  public static getStubConfig = stubConfig;

  public constructor() {
    super();
    new SubscribeController(this, (notices) => {
      if (this._text.trim() && concernsKind(notices, "item", "stock", "loan", "location")) {
        void this._load();
      }
    });
  }

  public setConfig(config: SearchCardConfig): void {
    this._config = config;
    this._list.pageSize = resultsOf(config);
    if (this._text.trim()) this._search();
  }

  public getCardSize(): number {
    return this._config?.title ? 3 : 2;
  }

  public getGridOptions(): GridOptions {
    return { columns: 12, rows: "auto", min_columns: 6 };
  }

  public override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._search.cancel();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const before = changed.get("hass") as this["hass"];
    if (changed.has("hass") && before?.connection !== this.hass?.connection) void this._loadInfo();
  }

  private async _loadInfo(): Promise<void> {
    if (this.hass) this._info = await fetchInfo(this.hass).catch(() => undefined);
  }

  private async _load(): Promise<void> {
    const text = this._text.trim();
    if (!text) {
      this._kept = [];
      this._list.clear();
      this._error = undefined;
      return;
    }
    const location = this._config?.location;
    await this._list.load({
      query: text,
      sort: "relevance",
      ...(this.hass ? { language: this.hass.language } : {}),
      ...(this._kept.length > 0 ? { keep_as_words: this._kept } : {}),
      ...(location ? { location } : {}),
    });
    const { error } = this._list;
    this._error = error && this.hass ? await describeError(this.hass, error) : undefined;
  }

  private readonly _typed = (): void => {
    this._text = this._input.value;
    this._search();
  };

  private readonly _chipRemoved = ({ detail }: ChipRemovedEvent): void => {
    this._kept = [...this._kept, detail.text];
    void this._load();
    this._input.focus();
  };

  private readonly _ask = (text: string): void => {
    this._text = text;
    this._kept = [];
    void this._load();
    this._input.focus();
  };

  private readonly _clear = (): void => {
    this._text = "";
    this._search.cancel();
    void this._load();
    this._input.focus();
  };

  protected override render() {
    const config = this._config;
    if (!config) return nothing;
    const label = this.localize("items.search");
    return html`<ha-card>
      ${config.title ? html`<h2 class="title">${config.title}</h2>` : nothing}
      <div class="content" role="search" aria-label=${config.title ?? label}>
        <div class="box">
          ${icon(mdiMagnify, 20)}
          <input
            type="search"
            enterkeyhint="search"
            autocomplete="off"
            autocapitalize="off"
            data-testid="search"
            aria-label=${label}
            placeholder=${label}
            .value=${this._text}
            @input=${this._typed}
            @keydown=${(event: KeyboardEvent) => event.key === "Escape" && this._clear()}
          />
          ${this._text ? this._renderClear() : nothing}
        </div>
      </div>
      <div class="summary quiet" ?hidden=${!this._text.trim()}>
        <span role="status">${this._spoken()}</span>
        <home-inventory-query-chips
          .hass=${this.hass}
          .chips=${this._list.answer?.chips ?? []}
          @chip-removed=${this._chipRemoved}
        ></home-inventory-query-chips>
      </div>
      <div class="results">${this._text.trim() ? this._renderResults() : nothing}</div>
    </ha-card>`;
  }

  /** What a screen reader says when the results are there: how many, not all of them. */
  private _spoken(): string {
    const totals = this._list.answer?.totals;
    return this.hass && totals && this._text.trim() ? totalsText(this.hass, totals) : "";
  }

  private _renderClear() {
    return html`<button
      class="icon-button"
      aria-label=${this.localize("items.clear_search")}
      @click=${this._clear}
    >
      ${icon(mdiClose, 20)}
    </button>`;
  }

  private _renderResults() {
    if (this._error) return html`<p class="error" role="alert">${this._error}</p>`;
    const { entries, answer, total } = this._list;
    if (!answer) return nothing;
    const shown = entries.slice(0, resultsOf(this._config!));
    return html`${this._renderIndexing(answer)}
    ${renderDidYouMean(this.hass, answer.did_you_mean, this._ask)}
    ${shown.length > 0 ? this._renderHits(shown, isMixed(answer.totals)) : this._renderEmpty()}
    ${
      total > shown.length
        ? html`<p class="quiet">${this.localize("items.more", { count: total - shown.length })}</p>`
        : nothing
    }`;
  }

  private _renderIndexing({ indexing }: SearchAnswer) {
    if (!indexing) return nothing;
    return html`<p class="quiet" role="status" data-testid="indexing">
      ${this.localize("search.indexing")}
    </p>`;
  }

  private _renderEmpty() {
    return html`<p class="quiet" data-testid="empty">
      ${this.localize("search.nothing_for", { query: this._text.trim() })}
    </p>`;
  }

  private _renderHits(hits: Hit[], withType: boolean) {
    const options = {
      hass: this.hass,
      home: this._info?.name,
      warningDays: this._info?.warning_days ?? 30,
      withType,
      withoutQuantity: this._config?.show_quantity === false,
    };
    return html`<div role="list">
      ${repeat(
        hits,
        ({ id }) => id,
        (hit) => renderHit(hit, options),
      )}
    </div>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    cardStyles,
    css`
      .box {
        position: relative;
      }
      .box > svg {
        position: absolute;
        inset: 0 auto 0 12px;
        margin-block: auto;
        color: var(--secondary-text-color);
        pointer-events: none;
      }
      input:not([type="checkbox"]) {
        padding-inline: 42px;
        border-radius: 22px;
        appearance: none;
      }
      input::-webkit-search-cancel-button {
        display: none;
      }
      .icon-button {
        position: absolute;
        inset: 0 0 0 auto;
      }
      .summary {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 52px;
        padding: 0 16px;
      }
      .summary > span {
        flex: none;
      }
      .results {
        overflow-y: auto;
      }
      .results:has(*) {
        padding-bottom: 8px;
      }
      .results p {
        margin: 0;
        padding: 0 16px 8px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-search-card": SearchCard;
  }
}
