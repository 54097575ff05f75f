import { mdiChevronLeft, mdiChevronRight, mdiFilePdfBox, mdiPrinterOutline } from "@mdi/js";
import { html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles, fieldStyles } from "../../../components/styles";
import { describeError } from "../../../data/errors";
import type { InventoryInfo } from "../../../data/info";
import {
  fetchLayouts,
  previewLabels,
  printLabels,
  type LabelLayout,
  type LabelPreview,
  type LabelSheet,
} from "../../../data/label-sheet";
import { concernsKind, SubscribeController } from "../../../data/subscribe";
import { defineElement } from "../../../ha/define-element";
import { noteInHistory } from "../../../ha/navigate";
import { debounce } from "../../../utils/debounce";
import { openPdf, printPdf } from "../../../utils/print-pdf";
import { viewStyles } from "../view-styles";
import "./label-chosen";
import type { ChosenChangedEvent } from "./label-chosen";
import "./label-look";
import type { LookChangedEvent } from "./label-look";
import "./label-page";
import type { StartEvent } from "./label-page";
import {
  isEmpty,
  orderOf,
  readChosen,
  rememberedLook,
  rememberLook,
  writeChosen,
  type Chosen,
  type Look,
} from "./label-state";
import { labelsViewStyles } from "./labels-view-styles";

const TYPING_MS = 250;

/** Labels for things and places: what gets one, on which sheet, how it will look, and the PDF. */
@defineElement("home-inventory-labels-view")
export class LabelsView extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ type: Boolean, reflect: true }) public wide = false;

  @state() private _layouts: LabelLayout[] = [];
  @state() private _chosen: Chosen = readChosen(location.search);
  @state() private _look: Look = rememberedLook();
  @state() private _page = 1;
  @state() private _preview?: LabelPreview;
  @state() private _error?: string;
  @state() private _sheet?: LabelSheet;
  @state() private _busy = false;

  private readonly _draw = debounce(() => void this._load(), TYPING_MS);

  public constructor() {
    super();
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "item", "location", "stock")) this._draw();
    });
  }

  public override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("location-changed", this._addressChanged);
    void this._loadLayouts();
  }

  public override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("location-changed", this._addressChanged);
    this._draw.cancel();
  }

  private readonly _addressChanged = (): void => {
    if (writeChosen(this._chosen) !== location.search) this._chosen = readChosen(location.search);
  };

  private async _loadLayouts(): Promise<void> {
    const { hass } = this;
    if (!hass) return;
    try {
      const { layouts, default: usual } = await fetchLayouts(hass);
      this._layouts = layouts;
      const known = layouts.some(({ id }) => id === this._look.layout);
      if (!known && this._look.layout !== "custom") this._look = { ...this._look, layout: usual };
      this._draw();
    } catch (error) {
      this._error = await describeError(hass, error);
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed as PropertyValues<this>);
    const isOther = ["_chosen", "_look", "_page"].some((name) => changed.has(name));
    if (!isOther || this._layouts.length === 0) return;
    this._sheet = undefined;
    this._draw();
  }

  private async _load(): Promise<void> {
    const { hass, _chosen: chosen, _look: look } = this;
    if (!hass || isEmpty(chosen)) {
      this._preview = this._error = undefined;
      return;
    }
    try {
      const preview = await previewLabels(hass, orderOf(chosen, look), this._page);
      if (chosen !== this._chosen || look !== this._look) return;
      this._preview = preview;
      this._page = preview.page + 1;
      this._error = undefined;
    } catch (error) {
      this._error = await describeError(hass, error);
      this._preview = undefined;
    }
  }

  private _choose(chosen: Chosen): void {
    this._chosen = chosen;
    noteInHistory("homeInventoryLabels", true, writeChosen(chosen));
  }

  private readonly _lookChanged = (event: LookChangedEvent): void => {
    const isOther = event.detail.layout !== this._look.layout;
    this._look = event.detail;
    rememberLook(this._look);
    if (isOther) this._choose({ ...this._chosen, start: 1 });
  };

  private _number(name: "start" | "copies", text: string): void {
    this._choose({ ...this._chosen, [name]: Math.max(1, Math.floor(Number(text)) || 1) });
  }

  private async _order(use: (path: string) => void | Promise<void>): Promise<void> {
    const { hass } = this;
    if (!hass || this._busy) return;
    this._busy = true;
    this._error = undefined;
    try {
      this._sheet = await printLabels(hass, orderOf(this._chosen, this._look));
      await use(this._sheet.path);
    } catch (error) {
      this._error = await describeError(hass, error);
    }
    this._busy = false;
  }

  protected override render() {
    return html`<div class="columns" data-testid="labels">
      <section class="card form">
        <h1>${this.localize("panel.labels")}</h1>
        <home-inventory-label-chosen
          .hass=${this.hass}
          .home=${this.info.name}
          .chosen=${this._chosen}
          @chosen-changed=${(event: ChosenChangedEvent) => this._choose(event.detail)}
        ></home-inventory-label-chosen>
        ${
          this._layouts.length > 0
            ? html`<home-inventory-label-look
                .hass=${this.hass}
                .layouts=${this._layouts}
                .look=${this._look}
                @look-changed=${this._lookChanged}
              ></home-inventory-label-look>`
            : nothing
        }
        <div class="numbers">
          ${this._isRoll ? nothing : this._renderNumber("start")} ${this._renderNumber("copies")}
        </div>
      </section>
      <section class="card preview">${this._renderPreview()}</section>
    </div>`;
  }

  /** On a roll nothing is part-used. */
  private get _isRoll(): boolean {
    return this._layouts.find(({ id }) => id === this._look.layout)?.kind === "roll";
  }

  private _renderNumber(name: "start" | "copies") {
    return html`<div class="field">
      <label for=${name}>${this.localize(`labels.${name}`)}</label>
      <input
        id=${name}
        type="number"
        min="1"
        data-testid=${name}
        .value=${String(this._chosen[name])}
        @change=${(event: Event) => this._number(name, (event.target as HTMLInputElement).value)}
      />
    </div>`;
  }

  private _renderPreview() {
    const { _preview: preview } = this;
    return html`<div role="status" data-testid="labels-status">
        ${this._error ? html`<p class="error">${this._error}</p>` : nothing}
        ${!preview && !this._error ? html`<p class="quiet">${this.localize("labels.none")}</p>` : nothing}
        ${preview ? html`<h2 data-testid="labels-count">${this._countText(preview)}</h2>` : nothing}
        ${
          preview?.unprintable.length
            ? html`<p class="error" data-testid="unprintable">
                ${this.localize("labels.unprintable", { characters: preview.unprintable.join(" ") })}
              </p>`
            : nothing
        }
      </div>
      ${preview ? this._renderPage(preview) : nothing}`;
  }

  private _countText({ labels, pages }: LabelPreview): string {
    const count = this.localize("labels.count", { count: labels });
    return `${count} · ${this.localize("labels.pages", { count: pages })}`;
  }

  private _renderPage(preview: LabelPreview) {
    return html`<div class="actions">
        <button
          class="button primary"
          data-testid="print"
          ?disabled=${this._busy}
          @click=${() => this._order(openPdf)}
        >
          ${icon(mdiFilePdfBox, 20)} ${this.localize("labels.open_pdf")}
        </button>
        <button
          class="button outlined"
          data-testid="print-now"
          ?disabled=${this._busy}
          @click=${() => this._order(printPdf)}
        >
          ${icon(mdiPrinterOutline, 20)} ${this.localize("labels.print")}
        </button>
        ${
          this._sheet
            ? html`<a
                class="button outlined"
                href=${this._sheet.path}
                target="_blank"
                rel="noopener"
                data-testid="pdf-link"
                >${this.localize("labels.pdf_again")}</a
              >`
            : nothing
        }
      </div>
      <p class="quiet">${this.localize("labels.hint")}</p>
      ${
        preview.page === 0 && preview.layout.kind === "sheet"
          ? html`<p class="quiet">${this.localize("labels.tap")}</p>`
          : nothing
      }
      ${preview.pages > 1 ? this._renderPager(preview) : nothing}
      <home-inventory-label-page
        .hass=${this.hass}
        .preview=${preview}
        .start=${this._chosen.start}
        @start=${(event: StartEvent) => this._choose({ ...this._chosen, start: event.detail })}
      ></home-inventory-label-page>`;
  }

  private _renderPager({ page, pages }: LabelPreview) {
    const button = (to: number, path: string, label: string) =>
      html`<button
        class="icon-button"
        aria-label=${label}
        ?disabled=${to < 1 || to > pages}
        @click=${() => (this._page = to)}
      >
        ${icon(path)}
      </button>`;
    return html`<div class="pager">
      ${button(page, mdiChevronLeft, this.localize("labels.previous"))}
      <span>${this.localize("labels.page_of", { page: page + 1, pages })}</span>
      ${button(page + 2, mdiChevronRight, this.localize("labels.next"))}
    </div>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    viewStyles,
    labelsViewStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-labels-view": LabelsView;
  }
}
