import { mdiClose } from "@mdi/js";
import { css, html, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import "../../../components/place-field";
import type { Place, PlaceChangedEvent } from "../../../components/place-field";
import { baseStyles, buttonStyles, chipStyles, fieldStyles } from "../../../components/styles";
import { showError, showMessage } from "../../../components/undo-toast";
import { findCode } from "../../../data/code";
import { fetchItem } from "../../../data/item";
import { fetchLocation } from "../../../data/location";
import { defineElement } from "../../../ha/define-element";
import type { Chosen } from "./label-state";

export type ChosenChangedEvent = CustomEvent<Chosen>;

/** So many are named one by one; of more the number is enough. */
const NAMED = 24;
type Kind = "items" | "locations";

/** What gets a label: single things and places, and a place with everything in it. Fires `chosen-changed`. */
@defineElement("home-inventory-label-chosen")
export class LabelChosen extends InventoryElement {
  @property({ attribute: false }) public chosen!: Chosen;
  @property() public home?: string;

  @state() private _names: ReadonlyMap<string, string> = new Map();
  @state() private _around?: Place;
  @query("input") private readonly _input!: HTMLInputElement;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has("chosen")) void this._load();
  }

  /** Read what the chosen things are called; what can't be read keeps its id. */
  private async _load(): Promise<void> {
    const { hass, chosen } = this;
    if (!hass) return;
    const missing = (ids: string[]) => ids.slice(0, NAMED).filter((id) => !this._names.has(id));
    const named = await Promise.allSettled([
      ...missing(chosen.items).map(async (id) => [id, (await fetchItem(hass, id)).name] as const),
      ...missing(chosen.locations).map(
        async (id) => [id, (await fetchLocation(hass, id)).location.name] as const,
      ),
    ]);
    const found = named.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    if (found.length > 0) this._names = new Map([...this._names, ...found]);
    await this._loadAround();
  }

  private async _loadAround(): Promise<void> {
    const id = this.chosen.in;
    if (id === this._around?.id) return;
    const place = id && (await fetchLocation(this.hass!, id).catch(() => undefined));
    if (id === this.chosen.in) {
      this._around = place ? { id: place.location.id, path: place.location.path } : undefined;
    }
  }

  private _change(part: Partial<Chosen>): void {
    const detail = { ...this.chosen, ...part };
    this.dispatchEvent(new CustomEvent("chosen-changed", { detail }));
  }

  private _remove(kind: Kind, id: string): void {
    this._change({ [kind]: this.chosen[kind].filter((other) => other !== id) });
  }

  private readonly _add = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { hass, chosen } = this;
    const text = this._input.value.trim();
    if (!hass || !text) return;
    try {
      const { item, location: place } = await findCode(hass, text);
      const found = item ?? place;
      if (!found) return showMessage(hass, this.localize("scan.unknown", { text }));
      this._input.value = "";
      this._names = new Map([...this._names, [found.id, found.name]]);
      const kind: Kind = item ? "items" : "locations";
      this._change({ [kind]: [...new Set([...chosen[kind], found.id])] });
    } catch (error) {
      await showError(hass, error);
    }
  };

  private readonly _placeChanged = (event: PlaceChangedEvent): void => {
    const place = event.detail.value;
    this._around = place;
    this._change({ in: place?.id });
  };

  protected override render() {
    const { chosen } = this;
    return html`<form novalidate @submit=${this._add}>
        <div class="field">
          <label for="add">${this.localize("labels.add")}</label>
          <div class="row">
            <input id="add" autocomplete="off" data-testid="label-add" />
            <button class="button outlined" data-testid="label-add-button">
              ${this.localize("action.add")}
            </button>
          </div>
        </div>
      </form>
      <ul>
        ${this._renderChips("items")} ${this._renderChips("locations")}
        ${
          chosen.query
            ? html`<li>
                ${this._renderChip(this.localize("labels.filter", { query: chosen.query }), () =>
                  this._change({ query: undefined }),
                )}
              </li>`
            : nothing
        }
      </ul>
      <home-inventory-place-field
        .hass=${this.hass}
        .home=${this.home}
        .label=${this.localize("labels.everything_in")}
        .value=${this._around}
        @place-changed=${this._placeChanged}
      ></home-inventory-place-field>`;
  }

  private _renderChips(kind: Kind) {
    const ids = this.chosen[kind];
    const more = ids.length - NAMED;
    return html`${ids
      .slice(0, NAMED)
      .map(
        (id) =>
          html`<li>
            ${this._renderChip(this._names.get(id) ?? id, () => this._remove(kind, id))}
          </li>`,
      )}
    ${more > 0 ? html`<li class="quiet more">${this.localize("labels.more", { count: more })}</li>` : nothing}`;
  }

  private _renderChip(name: string, remove: () => void) {
    return html`<button
      class="chip"
      data-testid="label-thing"
      aria-label=${this.localize("action.remove_x", { name })}
      @click=${remove}
    >
      <span>${name}</span>${icon(mdiClose, 18)}
    </button>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    chipStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 16px;
      }
      .row {
        display: flex;
        gap: 8px;
      }
      .row .button,
      .chip {
        min-height: 44px;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      ul:not(:has(li)) {
        display: none;
      }
      li {
        min-width: 0;
        max-width: 100%;
      }
      .more {
        align-self: center;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-label-chosen": LabelChosen;
  }
}
