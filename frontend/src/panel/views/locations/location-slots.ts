import { mdiPlus } from "@mdi/js";
import { css, html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { quantityText } from "../../../components/quantity-text";
import { baseStyles, buttonStyles } from "../../../components/styles";
import { showError } from "../../../components/undo-toast";
import type { InventoryInfo } from "../../../data/info";
import { fetchItems, type Item } from "../../../data/item";
import type { Location } from "../../../data/location";
import { asShown, OptimisticController } from "../../../data/optimistic";
import { concernsKind, SubscribeController } from "../../../data/subscribe";
import { showFillSlot } from "../../../dialogs/fill-slot/show-dialog-fill-slot";
import { defineElement } from "../../../ha/define-element";
import { followLink, itemPath } from "../../../ha/navigate";
import { answerOrder } from "../../../utils/answer-order";
import { dragStyles } from "../../drag/drag-styles";
import { addItemWithDialog, moveItemWithUndo } from "../../item-actions";
import { addSlotsWithDialog } from "../../location-actions";
import { viewStyles } from "../view-styles";

/** As many as one page of a list has; a box of more keeps its grid, but for what is further down the alphabet. */
const MOST = 1000;

/** The numbered slots of a box, each with what is in it. An empty one takes what is dropped on it, or asks for something. */
@defineElement("home-inventory-location-slots")
export class LocationSlots extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public location!: Location;
  @property({ attribute: false }) public slots: Location[] = [];

  @state() private _items: readonly Item[] = [];

  public constructor() {
    super();
    new OptimisticController(this);
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "item", "stock", "location")) void this._load();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const before = changed.get("location");
    if (changed.has("location") && before?.id !== this.location.id) void this._load();
  }

  private readonly _asks = answerOrder();
  private readonly _load = async (): Promise<void> => {
    const { hass, location } = this;
    if (!hass) return;
    const isLate = this._asks();
    try {
      const query = { location: location.id, sort: "name" } as const;
      const { items } = await fetchItems(hass, query, { limit: MOST, offset: 0 });
      if (location.id === this.location.id && !isLate()) this._items = items;
    } catch (error) {
      await showError(hass, error);
    }
  };

  private _itemIn(slot: Location): Item | undefined {
    return this._items
      .map((item) => asShown("item", item) ?? item)
      .find((item) => !item.archived && item.locations.some(({ id }) => id === slot.id));
  }

  private async _fill(slot: Location): Promise<void> {
    const loose = this._items.filter((item) =>
      item.locations.some(({ id }) => id === this.location.id),
    );
    const done =
      loose.length === 0
        ? "new"
        : await showFillSlot(this, {
            slot: slot.name,
            loose,
            put: (item) => moveItemWithUndo(this, item, this._named(slot), this.location.id),
          });
    if (done === "new") {
      await addItemWithDialog(this, { place: { id: slot.id, path: slot.path } });
    }
  }

  private _named(slot: Location) {
    const { id, path } = slot;
    return { id, path, name: this.localize("slots.slot", { number: slot.name }) };
  }

  protected override render() {
    const slots = [...this.slots].sort((a, b) => Number(a.name) - Number(b.name));
    const used = slots.filter((slot) => this._itemIn(slot)).length;
    return html`<section class="card">
      <div class="head">
        <h2 data-testid="slots-used">
          ${this.localize("slots.used", { used, count: slots.length })}
        </h2>
        ${
          this.info.can_write
            ? html`<button
                class="button"
                data-testid="more-slots"
                @click=${() => void addSlotsWithDialog(this, this.location)}
              >
                ${this.localize("slots.more")}
              </button>`
            : nothing
        }
      </div>
      <ul data-testid="slots">
        ${slots.map((slot) => html`<li>${this._renderSlot(slot)}</li>`)}
      </ul>
    </section>`;
  }

  private _renderSlot(slot: Location) {
    const item = this._itemIn(slot);
    if (item) return this._renderFilled(slot, item);
    if (!this.info.can_write) {
      return html`<span class="slot empty"
        ><span class="number">${slot.name}</span
        ><span class="sr-only">${this.localize("slots.empty")}</span></span
      >`;
    }
    return html`<button
      class="slot empty"
      data-testid="slot-empty"
      data-drop=${slot.id}
      aria-label=${this.localize("slots.fill", { number: slot.name })}
      @click=${() => void this._fill(slot)}
    >
      <span class="number">${slot.name}</span> ${icon(mdiPlus, 20)}
    </button>`;
  }

  private _renderFilled(slot: Location, item: Item) {
    const { hass } = this;
    const entry = item.locations.find(({ id }) => id === slot.id);
    return html`<a
      class="slot"
      href=${itemPath(item.id)}
      data-testid="slot-filled"
      data-drop=${slot.id}
      data-drag=${this.info.can_write ? "item" : nothing}
      data-drag-id=${item.id}
      data-drag-name=${item.name}
      data-drag-from=${slot.id}
      @click=${followLink}
    >
      <span class="number">${slot.name}</span>
      <span class="name">${item.name}</span>
      <span class="quiet">
        ${hass && entry && entry.quantity !== 1 ? quantityText(hass, entry.quantity, item.unit) : nothing}
      </span>
    </a>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    viewStyles,
    dragStyles,
    css`
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 8px;
        margin-bottom: 8px;
      }
      h2 {
        margin: 0;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(96px, 1fr));
        gap: 8px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .slot {
        display: flex;
        flex-direction: column;
        align-items: flex-start;
        width: 100%;
        height: 100%;
        min-height: 76px;
        padding: 4px 8px 8px;
        border: 1px solid var(--divider-color);
        border-radius: 8px;
        background: color-mix(in srgb, var(--primary-color) 8%, transparent);
        color: inherit;
        text-align: start;
        text-decoration: none;
      }
      button.slot {
        cursor: pointer;
      }
      .slot.empty {
        border-style: dashed;
        background: none;
      }
      .slot:hover {
        background: color-mix(in srgb, var(--primary-text-color) 6%, transparent);
      }
      .empty svg {
        align-self: center;
        color: var(--secondary-text-color);
      }
      .number {
        color: var(--secondary-text-color);
        font-size: var(--ha-font-size-s, 12px);
      }
      .name {
        overflow-wrap: anywhere;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-location-slots": LocationSlots;
  }
}
