import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { baseStyles } from "../../../components/styles";
import type { ImportAnswer } from "../../../data/import";
import { defineElement } from "../../../ha/define-element";
import { aboutWhat } from "./import-text";

/** Said when somebody chooses whether the good rows are to come without the others. */
export type PartialChosenEvent = CustomEvent<boolean>;

/** What has to be said before an import is done: that there is nothing to do, or that rows are left behind. */
@defineElement("home-inventory-import-partial")
export class ImportPartial extends InventoryElement {
  @property({ attribute: false }) public answer!: ImportAnswer;
  @property({ type: Boolean }) public checked = false;

  private readonly _chosen = (event: Event): void => {
    const { checked } = event.target as HTMLInputElement;
    this.dispatchEvent(new CustomEvent("partial-chosen", { detail: checked }));
  };

  protected override render() {
    if (aboutWhat(this.answer.counts).count === 0)
      return html`<p>${this.localize("import.nothing")}</p>`;
    if (this.answer.counts.rejected === 0) return nothing;
    return html`<label class="check">
      <input
        type="checkbox"
        data-testid="import-partial"
        .checked=${this.checked}
        @change=${this._chosen}
      />
      ${this.localize("import.partial")}
    </label>`;
  }

  public static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      .check {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 44px;
        cursor: pointer;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-import-partial": ImportPartial;
  }
}
