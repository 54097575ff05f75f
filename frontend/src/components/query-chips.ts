import { mdiClose } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Chip } from "../data/item";
import { defineElement } from "../ha/define-element";
import { chipText } from "./chip-text";
import { InventoryElement } from "./base-element";
import { icon } from "./icon";
import { baseStyles, buttonStyles, chipStyles } from "./styles";

export type ChipRemovedEvent = CustomEvent<Chip>;

/** What was understood of a question: each part can be taken away and is only words then. One line, unless `--chips-wrap` says `wrap`. */
@defineElement("home-inventory-query-chips")
export class QueryChips extends InventoryElement {
  @property({ attribute: false }) public chips: Chip[] = [];

  protected override render() {
    if (this.chips.length === 0) return nothing;
    return html`<ul aria-label=${this.localize("chip.understood")}>
      ${repeat(
        this.chips,
        ({ text }) => text,
        (chip) => html`<li>${this._renderChip(chip)}</li>`,
      )}
    </ul>`;
  }

  private _renderChip(chip: Chip) {
    const name = chipText(chip, this.locale, this.hass?.language ?? "en");
    return html`<button
      type="button"
      class="chip active"
      data-testid="query-chip"
      title=${chip.text}
      aria-label=${this.localize("chip.remove", { name, text: chip.text })}
      @click=${() => this.dispatchEvent(new CustomEvent("chip-removed", { detail: chip }))}
    >
      <span>${name}</span>${icon(mdiClose, 16)}
    </button>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    chipStyles,
    css`
      :host {
        display: block;
        flex: 1;
        min-width: 0;
      }
      ul {
        display: flex;
        flex-wrap: var(--chips-wrap, nowrap);
        gap: 6px;
        margin: 0;
        padding: 4px;
        overflow-x: auto;
        list-style: none;
        scrollbar-width: none;
      }
      li {
        flex: none;
        max-width: 100%;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-query-chips": QueryChips;
  }
}
