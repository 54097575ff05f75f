import { mdiBarcodeScan, mdiClose, mdiPlus } from "@mdi/js";
import { html, nothing } from "lit";
import { query, state } from "lit/decorators.js";
import { icon } from "../../components/icon";
import "../../components/place-field";
import type { Place, PlaceChangedEvent } from "../../components/place-field";
import { quantityText } from "../../components/quantity-text";
import { baseStyles, buttonStyles, fieldStyles } from "../../components/styles";
import { undoBatch } from "../../data/change";
import { describeError } from "../../data/errors";
import { addItem, type ItemResult } from "../../data/item";
import { fetchLocation } from "../../data/location";
import { defineElement } from "../../ha/define-element";
import { followLink, itemPath } from "../../ha/navigate";
import { isCameraOffered } from "../../utils/camera";
import { parseNumber } from "../../utils/numbers";
import { lastName } from "../../utils/path";
import { InventoryCard } from "../card-base";
import "../card-kit";
import { cardStyles } from "../card-styles";
import type { AddCardConfig } from "./add-card-config";
import { addCardStyles } from "./add-card-styles";
import type { BarcodeEvent } from "./barcode-scanner";
import type { CountedEvent, FoundBarcode } from "./found-barcode";
import { recallPlace, rememberPlace } from "./last-place";
import { PhotoButton } from "./photo-button";

/** How many of the things that were added last are still shown, each to be taken back. */
const MOST_ADDED = 3;

interface Added {
  result: ItemResult;
  /** What was done, in its order: the thing, then its photo. */
  batches: string[];
  said: string;
  /** What is said once it has been taken back. */
  saidUndone: string;
  undone: boolean;
}

/** Adds one thing after the other: name, Enter, name, Enter. */
@defineElement("home-inventory-add-card-body")
export class AddCard extends InventoryCard<AddCardConfig> {
  @state() private _place?: Place;
  @state() private _added: Added[] = [];
  @state() private _busy = false;
  @state() private _scanning = false;
  @state() private _found?: FoundBarcode | undefined;
  @query("#name") private readonly _name!: HTMLInputElement;
  @query("#quantity") private readonly _quantity!: HTMLInputElement;

  private readonly _photo = new PhotoButton(this);
  private _configured?: string | undefined;

  protected override load(): void {
    const wanted = this._config?.location;
    if (this._place && this._configured === wanted) return;
    this._configured = wanted;
    void this._loadPlace();
  }

  /** The place of the configuration goes before the one that was used last. */
  private async _loadPlace(): Promise<void> {
    const { hass } = this;
    const wanted = this._config?.location ?? recallPlace()?.id;
    if (!hass || !wanted) return;
    try {
      const { location } = await fetchLocation(hass, wanted);
      if (!location.archived) this._place = { id: location.id, path: location.path };
    } catch (error) {
      if (this._config?.location) this._error = await describeError(hass, error);
    }
  }

  private readonly _placeChanged = (event: PlaceChangedEvent): void => {
    this._place = event.detail.value;
    if (!this._config?.location) rememberPlace(this._place);
  };

  private readonly _submitted = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { hass } = this;
    if (!hass || this._busy) return;
    const name = this._name.value.trim();
    this._error = name ? undefined : this.localize("error.name_required");
    if (!name) return this._name.focus();
    this._busy = true;
    try {
      const barcodes = this._found ? { barcodes: [this._found.barcode] } : {};
      const done = await addItem(hass, { name, ...barcodes, ...this._placeAndQuantity() });
      const { batches } = this._takeNew(done);
      const sent = this._photo.sendTo(done.item.id).then((batch) => batch && batches.push(batch));
      void sent.catch(this._notSent);
      this._name.value = "";
      this._quantity.value = "1";
      this._found = undefined;
    } catch (error) {
      this._error = await describeError(hass, error);
    }
    this._busy = false;
    this._name.focus();
  };

  private readonly _notSent = async (error: unknown): Promise<void> => {
    const reason = await describeError(this.hass!, error);
    this._error = this.localize("card.add.photo_failed", { reason });
  };

  private readonly _scan = async (): Promise<void> => {
    this._scanning = !this._scanning;
    this._found = undefined;
    try {
      if (this._scanning) await import("./barcode-scanner");
    } catch {
      this._scanning = false;
      this._error = this.localize("error.load");
    }
  };

  private readonly _scanned = ({ detail }: BarcodeEvent): void => {
    this._scanning = false;
    this._error = undefined;
    this._found = detail;
    this._name.focus();
  };

  /** There is one more of what was scanned. */
  private readonly _counted = ({ detail }: CountedEvent): void => {
    const { name, quantity, unit } = detail.item;
    const now = this.hass ? quantityText(this.hass, quantity, unit) : "";
    const said = this.localize("done.quantity", { name, quantity: now });
    this._take(detail, said, this.localize("done.undone"));
    this._found = undefined;
    this._name.focus();
  };

  private _take(result: ItemResult, said: string, saidUndone: string): Added {
    const batches = result.batch ? [result.batch] : [];
    const added = { result, batches, said, saidUndone, undone: false };
    this._added = [added, ...this._added].slice(0, MOST_ADDED);
    return added;
  }

  private _takeNew(result: ItemResult): Added {
    const { name, locations } = result.item;
    const path = locations[0]?.path;
    const said = path
      ? this.localize("done.added_to", { name, place: lastName(path) })
      : this.localize("done.added", { name });
    return this._take(result, said, this.localize("add.undone", { name }));
  }

  /** A quantity that is no number goes to the backend as it is: it knows best how to say so. */
  private _placeAndQuantity(): { quantity: number; location?: string } {
    const typed = this._quantity.value.trim() || "1";
    return {
      quantity: parseNumber(typed) ?? (typed as unknown as number),
      ...(this._place ? { location: this._place.id } : {}),
    };
  }

  private readonly _undo = async (added: Added): Promise<void> => {
    const { hass } = this;
    if (!hass) return;
    this._error = undefined;
    try {
      for (const batch of [...added.batches].reverse()) await undoBatch(hass, batch);
      this._added = this._added.map((other) =>
        other === added ? { ...added, undone: true } : other,
      );
    } catch (error) {
      this._error = await describeError(hass, error);
    }
    this._name.focus();
  };

  protected override render() {
    const config = this._config;
    if (!config) return nothing;
    return html`<ha-card>
      ${config.title ? html`<h2 class="title">${config.title}</h2>` : nothing}
      ${
        this._info?.can_write === false
          ? html`<p class="content quiet" data-testid="read-only">
              ${this.localize("add.read_only")}
            </p>`
          : this._renderForm()
      }
    </ha-card>`;
  }

  private _renderForm() {
    return html`<form class="content" novalidate @submit=${this._submitted}>
      <div class="field">
        <label for="name">${this.localize("field.name")}</label>
        <div class="name">
          <input
            id="name"
            data-testid="name"
            maxlength="255"
            autocomplete="off"
            enterkeyhint="done"
            aria-invalid=${this._error ? "true" : "false"}
            aria-describedby="outcome"
            placeholder=${this.localize("add.name_hint")}
          />
          ${this._photo.render()} ${isCameraOffered() ? this._renderScanButton() : nothing}
        </div>
      </div>
      ${this._renderBarcode()}
      <home-inventory-place-field
        .hass=${this.hass}
        .label=${this.localize("field.location")}
        .home=${this._info?.name}
        .value=${this._place}
        @place-changed=${this._placeChanged}
      ></home-inventory-place-field>
      <div class="last">
        <div class="field quantity">
          <label for="quantity">${this.localize("field.quantity")}</label>
          <input
            id="quantity"
            data-testid="quantity"
            inputmode="decimal"
            autocomplete="off"
            value="1"
            @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
          />
        </div>
        <button class="button primary" data-testid="add" ?disabled=${this._busy}>
          ${icon(mdiPlus, 20)} ${this.localize("action.add")}
        </button>
      </div>
      <div id="outcome" role="status" aria-live="polite">${this._renderOutcome()}</div>
    </form>`;
  }

  private _renderScanButton() {
    return html`<button
      type="button"
      class="icon-button"
      data-testid="scan"
      aria-label=${this.localize("card.add.scan")}
      aria-expanded=${this._scanning ? "true" : "false"}
      @click=${this._scan}
    >
      ${icon(this._scanning ? mdiClose : mdiBarcodeScan)}
    </button>`;
  }

  private _renderBarcode() {
    if (this._scanning) {
      return html`<home-inventory-barcode-scanner
        .hass=${this.hass}
        @barcode=${this._scanned}
      ></home-inventory-barcode-scanner>`;
    }
    if (!this._found) return nothing;
    return html`<home-inventory-found-barcode
      .hass=${this.hass}
      .found=${this._found}
      .place=${this._place?.id}
      @barcode-removed=${() => (this._found = undefined)}
      @counted=${this._counted}
    ></home-inventory-found-barcode>`;
  }

  private _renderOutcome() {
    return html`${
      this._error ? html`<p class="error" data-testid="error">${this._error}</p>` : nothing
    }
    ${this._added.map((added) => this._renderAdded(added))}`;
  }

  private _renderAdded(added: Added) {
    if (added.undone) return html`<p class="quiet" data-testid="added">${added.saidUndone}</p>`;
    return html`<p data-testid="added">
      <a href=${itemPath(added.result.item.id)} @click=${followLink}>${added.said}</a>
      <button type="button" class="button" data-testid="undo" @click=${() => this._undo(added)}>
        ${this.localize("action.undo")}
      </button>
    </p>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    cardStyles,
    addCardStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-add-card-body": AddCard;
  }
}
