import { css, html } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { baseStyles, buttonStyles, fieldStyles } from "../../../components/styles";
import type { GrocyAccess } from "../../../data/import";
import { defineElement } from "../../../ha/define-element";
import { viewStyles } from "../view-styles";

/** Said when somebody wants a Grocy to be asked. */
export type GrocyChosenEvent = CustomEvent<GrocyAccess>;

/** Where a Grocy is, and the key with which it may be asked. The key is kept nowhere but in its field. */
@defineElement("home-inventory-import-grocy")
export class ImportGrocy extends InventoryElement {
  @property({ type: Boolean }) public disabled = false;

  @state() private _url = "";
  @state() private _key = "";

  private readonly _submit = (event: Event): void => {
    event.preventDefault();
    const access = accessTo(this._url, this._key);
    if (access) this.dispatchEvent(new CustomEvent("grocy-chosen", { detail: access }));
  };

  protected override render() {
    return html`<form class="card" @submit=${this._submit} data-testid="import-grocy">
      <h2>${this.localize("import_grocy.title")}</h2>
      <p class="quiet">${this.localize("import_grocy.hint")}</p>
      <div class="fields">
        <div class="field">
          <label for="url">${this.localize("import_grocy.url")}</label>
          <input
            id="url"
            type="text"
            inputmode="url"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            placeholder="http://192.168.1.10:9283"
            data-testid="import-grocy-url"
            .value=${this._url}
            @input=${(event: Event) => (this._url = (event.target as HTMLInputElement).value)}
          />
        </div>
        <div class="field">
          <label for="key">${this.localize("import_grocy.key")}</label>
          <input
            id="key"
            type="password"
            autocomplete="off"
            aria-describedby="key-hint"
            data-testid="import-grocy-key"
            .value=${this._key}
            @input=${(event: Event) => (this._key = (event.target as HTMLInputElement).value)}
          />
          <div id="key-hint" class="quiet small">${this.localize("import_grocy.key_hint")}</div>
        </div>
      </div>
      <div class="actions">
        <button
          class="button outlined"
          data-testid="import-grocy-ask"
          ?disabled=${this.disabled || !accessTo(this._url, this._key)}
        >
          ${this.localize("import_grocy.ask")}
        </button>
      </div>
    </form>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    viewStyles,
    css`
      :host {
        display: block;
      }
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr));
        gap: 12px;
        margin: 12px 0;
      }
      .small {
        margin-top: 4px;
        font-size: var(--ha-font-size-s, 12px);
      }
    `,
  ];
}

/** Return what was typed as it is asked for: an address without its beginning is one of the home network. */
export const accessTo = (url: string, key: string): GrocyAccess | undefined => {
  const address = url.trim();
  if (!address || /\s/.test(address) || !key.trim()) return undefined;
  return { url: /^https?:\/\//i.test(address) ? address : `http://${address}`, key: key.trim() };
};

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-import-grocy": ImportGrocy;
  }
}
