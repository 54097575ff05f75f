import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { baseStyles, fieldStyles } from "../../../components/styles";
import type { ImportPreview, ImportReading } from "../../../data/import";
import { defineElement } from "../../../ha/define-element";
import { viewStyles } from "../view-styles";
import { formatName } from "./import-text";

/** Said when a file is to be read as another program's, or another sheet of it. */
export type ReadingChosenEvent = CustomEvent<ImportReading>;

/** Whose file it is, as far as that was recognised, and as whose else it can be read. */
@defineElement("home-inventory-import-format")
export class ImportFormat extends InventoryElement {
  @property({ attribute: false }) public preview!: ImportPreview;

  private readonly _chosen = (event: Event): void => {
    const format = (event.target as HTMLSelectElement).value;
    this._say({ format, sheet: this.preview.sheet ?? undefined });
  };

  private readonly _sheetChosen = (event: Event): void => {
    this._say({ sheet: (event.target as HTMLSelectElement).value });
  };

  private _say(detail: ImportReading): void {
    this.dispatchEvent(new CustomEvent("reading-chosen", { detail }));
  }

  private _renderSheets({ sheets, sheet }: ImportPreview) {
    if (sheets.length < 2) return nothing;
    return html`<div class="field">
      <label for="sheet">${this.localize("import.sheet")}</label>
      <select id="sheet" data-testid="import-sheet" @change=${this._sheetChosen}>
        ${sheets.map(
          (each) => html`<option value=${each} ?selected=${each === sheet}>${each}</option>`,
        )}
      </select>
    </div>`;
  }

  protected override render() {
    const { format, formats, rows, kind } = this.preview;
    const language = this.hass?.language ?? "en";
    return html`<section class="card">
      <h1>${formatName(language, format)}</h1>
      <div class="quiet" data-testid="import-recognised">
        ${this.localize("import.rows", { count: rows, kind: kind.toUpperCase() })}
      </div>
      ${this._renderSheets(this.preview)}
      <div class="field">
        <label for="format">${this.localize("import.format")}</label>
        <select id="format" data-testid="import-format" @change=${this._chosen}>
          ${formats.map(
            (each) =>
              html`<option value=${each} ?selected=${each === format}>
                ${formatName(language, each)}
              </option>`,
          )}
        </select>
      </div>
    </section>`;
  }

  public static override styles = [
    baseStyles,
    fieldStyles,
    viewStyles,
    css`
      :host {
        display: block;
      }
      .field {
        margin-top: 12px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-import-format": ImportFormat;
  }
}
