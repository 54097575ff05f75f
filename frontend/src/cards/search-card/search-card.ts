import { mdiClose, mdiMagnify, mdiMicrophone } from "@mdi/js";
import { html, nothing } from "lit";
import { query, state } from "lit/decorators.js";
import { icon } from "../../components/icon";
import type { ChipRemovedEvent } from "../../components/query-chips";
import { baseStyles, buttonStyles, fieldStyles } from "../../components/styles";
import { describeError } from "../../data/errors";
import { HitListController } from "../../data/hit-list";
import { concernsKind, SubscribeController } from "../../data/subscribe";
import { defineElement } from "../../ha/define-element";
import { debounce } from "../../utils/debounce";
import { InventoryCard } from "../card-base";
import "../card-kit";
import { cardStyles } from "../card-styles";
import { resultsOf, type SearchCardConfig } from "./search-card-config";
import { searchCardStyles } from "./search-card-styles";
import { SpeechController } from "./speech";

const TYPING_MS = 200;

/** What draws results is not needed before somebody asks. */
const loadResults = () => import("./search-results");

/** "Where is …?": a field to type or say it into, and where it is. */
@defineElement("home-inventory-search-card-body")
export class SearchCard extends InventoryCard<SearchCardConfig> {
  @state() private _text = "";
  @state() private _kept: string[] = [];
  @query("input") private readonly _input!: HTMLInputElement;

  private readonly _list = new HitListController(this, 1);

  private readonly _search = debounce(() => void this._load(), TYPING_MS);

  private readonly _speech = new SpeechController(this, (text, isFinal) => {
    this._text = text;
    this._kept = [];
    if (isFinal) void this._load();
    else this._search();
  });

  public constructor() {
    super();
    new SubscribeController(this, (notices) => {
      if (
        this._text.trim() &&
        concernsKind(notices, "item", "stock", "loan", "attachment", "location")
      ) {
        void this._load();
      }
    });
  }

  public override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._search.cancel();
  }

  protected override load(): void {
    this._list.pageSize = resultsOf(this._config!);
    if (this._text.trim()) this._search();
  }

  private async _load(): Promise<void> {
    const text = this._text.trim();
    void loadResults();
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
    const { entries, answer, total } = this._list;
    if (!config) return nothing;
    return html`<ha-card>
      ${config.title ? html`<h2 class="title">${config.title}</h2>` : nothing}
      <div
        class="content"
        role="search"
        aria-label=${config.title ?? this.localize("items.search")}
      >
        ${this._renderBox()}
      </div>
      ${this._renderHint()}
      <home-inventory-search-results
        .hass=${this.hass}
        .info=${this._info}
        .text=${this._text.trim()}
        .error=${this._error}
        .list=${{ entries, answer, total }}
        .shown=${resultsOf(config)}
        .withQuantity=${config.show_quantity !== false}
        @chip-removed=${this._chipRemoved}
        @asked=${({ detail }: CustomEvent<string>) => this._ask(detail)}
      ></home-inventory-search-results>
    </ha-card>`;
  }

  private _renderBox() {
    const placeholder = this._speech.listening ? "card.search.listening" : "card.search.ask";
    return html`<div class="box ${this._text ? "asked" : ""}">
      ${icon(mdiMagnify, 20)}
      <input
        type="search"
        enterkeyhint="search"
        autocomplete="off"
        autocapitalize="off"
        data-testid="search"
        aria-label=${this.localize("items.search")}
        placeholder=${this.localize(placeholder)}
        .value=${this._text}
        @focus=${() => void loadResults()}
        @input=${this._typed}
        @keydown=${(event: KeyboardEvent) => event.key === "Escape" && this._clear()}
      />
      <div class="buttons">
        ${this._text ? this._renderClear() : nothing}
        ${this._speech.isOffered ? this._renderMicrophone() : nothing}
      </div>
    </div>`;
  }

  private _renderMicrophone() {
    const { listening } = this._speech;
    return html`<button
      class="icon-button ${listening ? "listening" : ""}"
      data-testid="microphone"
      aria-label=${this.localize("card.search.speak")}
      aria-pressed=${listening ? "true" : "false"}
      @click=${this._speak}
    >
      ${icon(mdiMicrophone, 20)}
    </button>`;
  }

  private readonly _speak = (): void => {
    if (this._speech.listening) this._speech.stop();
    else this._speech.start(this.hass?.language ?? "en");
  };

  /** Without a question: only why the microphone did not help. */
  private _renderHint() {
    const { failed } = this._speech;
    if (!failed || this._text.trim()) return nothing;
    return html`<p class="hint quiet" role="alert">${this.localize(`card.search.${failed}`)}</p>`;
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

  public static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    cardStyles,
    searchCardStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-search-card-body": SearchCard;
  }
}
