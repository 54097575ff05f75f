import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { baseStyles } from "../../../components/styles";
import type { Location } from "../../../data/location";
import { defineElement } from "../../../ha/define-element";

export type SlotChosenEvent = CustomEvent<Location | undefined>;

/** The numbered slots of a box; fires `slot-chosen` with one of them, or with nothing for the box as a whole. */
@defineElement("home-inventory-slot-grid")
export class SlotGrid extends InventoryElement {
  @property({ attribute: false }) public slots: Location[] = [];
  @property() public chosen?: string;

  private _choose(slot: Location | undefined): void {
    this.dispatchEvent(new CustomEvent("slot-chosen", { detail: slot }));
  }

  protected override render() {
    return html`<div role="group" aria-label=${this.localize("put_away.slots")}>
      ${this.slots.map((slot) => {
        const taken = slot.item_count > 0;
        return html`<button
          data-testid="slot"
          class=${taken ? "taken" : ""}
          ?disabled=${taken}
          aria-pressed=${slot.id === this.chosen ? "true" : "false"}
          aria-label=${this.localize(taken ? "put_away.slot_taken" : "put_away.slot", { number: slot.name })}
          @click=${() => this._choose(slot)}
        >
          ${slot.name}
        </button>`;
      })}
      <button
        class="whole"
        data-testid="no-slot"
        aria-pressed=${this.chosen ? "false" : "true"}
        @click=${() => this._choose(undefined)}
      >
        ${this.slots.length > 0 ? this.localize("put_away.no_slot") : nothing}
      </button>
    </div>`;
  }

  public static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      div {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(52px, 1fr));
        gap: 8px;
      }
      button {
        min-height: 48px;
        padding: 0 4px;
        border: 1px solid var(--divider-color);
        border-radius: 8px;
        background: transparent;
        color: inherit;
        font: inherit;
        cursor: pointer;
      }
      .whole {
        grid-column: 1 / -1;
      }
      button[aria-pressed="true"] {
        border: 2px solid var(--primary-color);
        background: color-mix(in srgb, var(--primary-color) 20%, transparent);
        font-weight: var(--ha-font-weight-bold, 700);
      }
      .taken {
        border-style: dashed;
        background: var(--secondary-background-color);
        color: var(--secondary-text-color);
        text-decoration: line-through;
        cursor: default;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-slot-grid": SlotGrid;
  }
}
