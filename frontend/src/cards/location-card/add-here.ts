import { mdiPlus } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import { icon } from "../../components/icon";
import { baseStyles, buttonStyles, fieldStyles } from "../../components/styles";
import { describeError } from "../../data/errors";
import { addItem } from "../../data/item";
import type { Location } from "../../data/location";
import { defineElement } from "../../ha/define-element";
import { sayDone } from "../toasts";

/** Puts something new into a place: its name, Enter, the next name. */
@defineElement("home-inventory-add-here")
export class AddHere extends InventoryElement {
  @property({ attribute: false }) public place!: Location;

  @state() private _error?: string;
  @state() private _busy = false;
  @query("input") private readonly _input!: HTMLInputElement;

  private readonly _submitted = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { hass } = this;
    const name = this._input.value.trim();
    if (!hass || this._busy) return;
    this._error = name ? undefined : this.localize("error.name_required");
    if (!name) return this._input.focus();
    this._busy = true;
    try {
      const { batch } = await addItem(hass, { name, location: this.place.id });
      this._input.value = "";
      void sayDone(hass, this.localize("done.added_to", { name, place: this.place.name }), batch);
    } catch (error) {
      this._error = await describeError(hass, error);
    }
    this._busy = false;
    this._input.focus();
  };

  protected override render() {
    const label = this.localize("card.location.add_here");
    return html`<form novalidate @submit=${this._submitted}>
      <input
        data-testid="name"
        maxlength="255"
        autocomplete="off"
        enterkeyhint="done"
        aria-label=${label}
        aria-invalid=${this._error ? "true" : "false"}
        aria-describedby="problem"
        placeholder=${label}
      />
      <button
        class="icon-button"
        data-testid="add"
        aria-label=${this.localize("action.add")}
        ?disabled=${this._busy}
      >
        ${icon(mdiPlus)}
      </button>
      <p id="problem" class="error" role="alert" ?hidden=${!this._error} data-testid="error">
        ${this._error ?? nothing}
      </p>
    </form>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    css`
      :host {
        display: block;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px;
        padding: 8px 8px 12px 16px;
      }
      input:not([type="checkbox"]) {
        flex: 1;
        width: auto;
        border-radius: 22px;
        padding-inline: 16px;
      }
      input::placeholder {
        text-overflow: ellipsis;
      }
      .icon-button {
        color: var(--primary-color);
      }
      .error {
        flex-basis: 100%;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-add-here": AddHere;
  }
}
