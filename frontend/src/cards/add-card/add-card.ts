import { mdiPlus } from "@mdi/js";
import { css, html, nothing, type PropertyValues } from "lit";
import { query, state } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import { icon } from "../../components/icon";
import "../../components/place-field";
import type { Place, PlaceChangedEvent } from "../../components/place-field";
import { baseStyles, buttonStyles, fieldStyles } from "../../components/styles";
import { undoBatch } from "../../data/change";
import { describeError } from "../../data/errors";
import { fetchInfo, type InventoryInfo } from "../../data/info";
import { addItem, type ItemResult } from "../../data/item";
import { fetchLocation } from "../../data/location";
import { defineElement } from "../../ha/define-element";
import type { GridOptions, LovelaceCard } from "../../ha/lovelace";
import { followLink, itemPath } from "../../ha/navigate";
import { parseNumber } from "../../utils/numbers";
import { lastName } from "../../utils/path";
import { cardStyles } from "../card-styles";
import { configForm, stubConfig, type AddCardConfig } from "./add-card-config";
import { ADD_CARD } from "./const";
import { recallPlace, rememberPlace } from "./last-place";

/** Adds one thing after the other: name, Enter, name, Enter. */
@defineElement(ADD_CARD)
export class AddCard extends InventoryElement implements LovelaceCard<AddCardConfig> {
  @state() private _config?: AddCardConfig;
  @state() private _info?: InventoryInfo;
  @state() private _place?: Place;
  @state() private _done?: ItemResult;
  @state() private _undone = false;
  @state() private _error?: string;
  @state() private _busy = false;
  @query("#name") private readonly _name!: HTMLInputElement;
  @query("#quantity") private readonly _quantity!: HTMLInputElement;

  public static getConfigForm = configForm;
  public static getStubConfig = stubConfig;

  public setConfig(config: AddCardConfig): void {
    const before = this._config;
    this._config = config;
    if (!before || before.location !== config.location) void this._loadPlace();
  }

  public getCardSize(): number {
    return this._config?.title ? 5 : 4;
  }

  public getGridOptions(): GridOptions {
    return { columns: 12, rows: "auto", min_columns: 6 };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const before = changed.get("hass") as this["hass"];
    if (!changed.has("hass") || before?.connection === this.hass?.connection) return;
    void this._loadInfo();
    void this._loadPlace();
  }

  private async _loadInfo(): Promise<void> {
    if (this.hass) this._info = await fetchInfo(this.hass).catch(() => undefined);
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
      this._done = await addItem(hass, { name, ...this._placeAndQuantity() });
      this._undone = false;
      this._name.value = "";
      this._quantity.value = "1";
    } catch (error) {
      this._error = await describeError(hass, error);
    }
    this._busy = false;
    this._name.focus();
  };

  /** A quantity that is no number goes to the backend as it is: it knows best how to say so. */
  private _placeAndQuantity(): { quantity: number; location?: string } {
    const typed = this._quantity.value.trim() || "1";
    return {
      quantity: parseNumber(typed) ?? (typed as unknown as number),
      ...(this._place ? { location: this._place.id } : {}),
    };
  }

  private readonly _undo = async (): Promise<void> => {
    const { hass } = this;
    const batch = this._done?.batch;
    if (!hass || !batch) return;
    try {
      await undoBatch(hass, batch);
      this._undone = true;
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
      </div>
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

  private _renderOutcome() {
    if (this._error) return html`<p class="error" data-testid="error">${this._error}</p>`;
    if (!this._done) return nothing;
    const { item } = this._done;
    if (this._undone) {
      return html`<p data-testid="added">${this.localize("add.undone", { name: item.name })}</p>`;
    }
    const path = item.locations[0]?.path;
    const said = path
      ? this.localize("done.added_to", { name: item.name, place: lastName(path) })
      : this.localize("done.added", { name: item.name });
    return html`<p data-testid="added">
      <a href=${itemPath(item.id)} @click=${followLink}>${said}</a>
      <button type="button" class="button" data-testid="undo" @click=${this._undo}>
        ${this.localize("action.undo")}
      </button>
    </p>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    cardStyles,
    css`
      .last {
        display: flex;
        align-items: flex-end;
        justify-content: space-between;
        gap: 12px;
      }
      .quantity {
        width: 96px;
      }
      .last .button {
        min-height: 44px;
        border-radius: 22px;
        padding-inline: 20px 24px;
      }
      #outcome p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0 8px;
        min-height: 40px;
        margin: 0;
        overflow-wrap: anywhere;
      }
      #outcome a {
        color: inherit;
        text-decoration: none;
      }
      #outcome a:hover {
        text-decoration: underline;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-add-card": AddCard;
  }
}
