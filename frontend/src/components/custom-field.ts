import { mdiClose, mdiPlus } from "@mdi/js";
import { css, html } from "lit";
import { property } from "lit/decorators.js";
import { defineElement } from "../ha/define-element";
import type { CustomRow } from "../utils/custom-rows";
import { InventoryElement } from "./base-element";
import { icon } from "./icon";
import { baseStyles, buttonStyles, fieldStyles } from "./styles";

export type RowsChangedEvent = CustomEvent<{ value: CustomRow[] }>;

/** Fields of the household's own: rows with a name and a value; a cross removes one. */
@defineElement("home-inventory-custom-field")
export class CustomField extends InventoryElement {
  @property({ attribute: false }) public value: CustomRow[] = [];

  private _set(value: CustomRow[]): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent("rows-changed", { detail: { value } }));
  }

  private _change(index: number, change: Partial<CustomRow>): void {
    this._set(this.value.map((row, at) => (at === index ? { ...row, ...change } : row)));
  }

  private readonly _add = async (): Promise<void> => {
    this._set([...this.value, { name: "", text: "", type: "text" }]);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".row:last-of-type .name")?.focus();
  };

  /** The focus stays near: on the row that has moved up, or on the button that adds one. */
  private async _remove(index: number): Promise<void> {
    this._set(this.value.filter((_, at) => at !== index));
    await this.updateComplete;
    const next = this.renderRoot.querySelectorAll<HTMLElement>(".row .name")[index];
    (next ?? this.renderRoot.querySelector<HTMLElement>(".add"))?.focus();
  }

  protected override render() {
    return html`<div role="list">
        ${this.value.map((row, index) => this._renderRow(row, index))}
      </div>
      <button
        type="button"
        class="button outlined add"
        data-testid="custom-add"
        @click=${() => void this._add()}
      >
        ${icon(mdiPlus, 20)} ${this.localize("custom.add")}
      </button>`;
  }

  private _renderRow(row: CustomRow, index: number) {
    const name = row.name.trim() || this.localize("custom.unnamed");
    return html`<div class="row" role="listitem" data-testid="custom-row">
      <input
        class="name"
        data-testid="custom-name"
        maxlength="100"
        autocomplete="off"
        aria-label=${this.localize("custom.name")}
        placeholder=${this.localize("custom.name")}
        .value=${row.name}
        @input=${(event: Event) =>
          this._change(index, { name: (event.target as HTMLInputElement).value })}
      />
      ${row.type === "flag" ? this._renderFlag(row, index, name) : this._renderText(row, index, name)}
      <button
        type="button"
        class="icon-button"
        data-testid="custom-remove"
        aria-label=${this.localize("action.remove_x", { name })}
        @click=${() => void this._remove(index)}
      >
        ${icon(mdiClose, 20)}
      </button>
    </div>`;
  }

  private _renderText(row: CustomRow, index: number, name: string) {
    return html`<textarea
      rows="1"
      data-testid="custom-value"
      maxlength="1000"
      aria-label=${this.localize("custom.value_of", { name })}
      placeholder=${this.localize("custom.value")}
      .value=${row.text}
      @input=${(event: Event) =>
        this._change(index, { text: (event.target as HTMLTextAreaElement).value })}
    ></textarea>`;
  }

  private _renderFlag(row: CustomRow, index: number, name: string) {
    return html`<select
      data-testid="custom-value"
      aria-label=${this.localize("custom.value_of", { name })}
      @change=${(event: Event) =>
        this._change(index, { text: (event.target as HTMLSelectElement).value })}
    >
      ${(["true", "false"] as const).map(
        (value) =>
          html`<option value=${value} ?selected=${value === row.text}>
            ${this.localize(value === "true" ? "value.yes" : "value.no")}
          </option>`,
      )}
    </select>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    css`
      .row {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) auto;
        gap: 8px;
        align-items: start;
        margin-bottom: 8px;
      }
      textarea {
        min-height: 44px;
        padding-block: 9px;
        field-sizing: content;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-custom-field": CustomField;
  }
}
