import { mdiClose } from "@mdi/js";
import { css, html } from "lit";
import { property, query } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { defineElement } from "../ha/define-element";
import { InventoryElement } from "./base-element";
import { icon } from "./icon";
import { baseStyles, buttonStyles, chipStyles, fieldStyles } from "./styles";

/** Several short texts: Enter or a comma adds one, its cross removes it. */
@defineElement("home-inventory-chips-field")
export class ChipsField extends InventoryElement {
  @property({ attribute: false }) public value: string[] = [];
  @property({ attribute: false }) public suggestions: string[] = [];
  @property() public label = "";
  @property() public hint = "";

  @query("input") private readonly _input!: HTMLInputElement;

  private _set(value: string[]): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent("chips-changed", { detail: { value } }));
  }

  private readonly _add = (): void => {
    const added = this._input.value
      .split(",")
      .map((text) => text.trim())
      .filter(Boolean);
    this._input.value = "";
    if (added.length > 0) this._set([...new Set([...this.value, ...added])]);
  };

  private readonly _keyPressed = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && !this._input.value.trim()) {
      this.closest("form")?.requestSubmit();
    } else if (event.key === "Enter" || event.key === ",") {
      event.preventDefault();
      this._add();
    } else if (event.key === "Backspace" && !this._input.value) {
      this._set(this.value.slice(0, -1));
    }
  };

  protected override render() {
    return html`<div class="field">
      <label for="input">${this.label}</label>
      ${this.value.length > 0 ? html`<div class="chips">${this._renderChips()}</div>` : ""}
      <input
        id="input"
        list="suggestions"
        autocomplete="off"
        placeholder=${this.hint}
        @keydown=${this._keyPressed}
        @change=${this._add}
      />
      <datalist id="suggestions">
        ${this.suggestions
          .filter((text) => !this.value.includes(text))
          .map((text) => html`<option value=${text}></option>`)}
      </datalist>
    </div>`;
  }

  private _renderChips() {
    return repeat(
      this.value,
      (text) => text,
      (text) =>
        html`<button
          type="button"
          class="chip active"
          aria-label=${this.localize("action.remove_x", { name: text })}
          @click=${() => this._set(this.value.filter((other) => other !== text))}
        >
          <span>${text}</span>${icon(mdiClose, 16)}
        </button>`,
    );
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    chipStyles,
    css`
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-chips-field": ChipsField;
  }
}
