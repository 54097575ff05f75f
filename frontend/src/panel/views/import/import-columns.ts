import { css, html } from "lit";
import { property } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { columnRowStyles, renderColumnRow } from "../../../components/column-row";
import { baseStyles, fieldStyles } from "../../../components/styles";
import type { ImportColumn, ImportMapping, Target } from "../../../data/import";
import { defineElement } from "../../../ha/define-element";
import { viewStyles } from "../view-styles";
import { targetName } from "./import-text";

/** Said to the view around it: what a column holds now. */
export type ImportMappingEvent = CustomEvent<ImportMapping>;

/** The columns of a file, each with what it holds, to be changed by hand. */
@defineElement("home-inventory-import-columns")
export class ImportColumns extends InventoryElement {
  @property({ attribute: false }) public columns: ImportColumn[] = [];
  @property({ attribute: false }) public targets: Target[] = [];
  /** Whether they are shown from the beginning: where a program is known, hardly anybody has to change them. */
  @property({ attribute: false }) public open = true;

  private _choose(name: string, chosen: string): void {
    const target = (chosen || null) as Target | null;
    // Shown at once; the answer to an earlier choice may still be on its way.
    this.columns = this.columns.map((column) =>
      column.name === name ? { ...column, target } : column,
    );
    const detail: ImportMapping = { [name]: target };
    this.dispatchEvent(new CustomEvent("mapping-changed", { detail }));
  }

  protected override render() {
    return html`<details class="card" ?open=${this.open}>
      <summary>${this.localize("import.columns")}</summary>
      <p class="quiet">${this.localize("import.columns_hint")}</p>
      <div class="columns" data-testid="import-columns">
        ${this.columns.map((column, index) => this._renderColumn(column, `column-${index}`))}
      </div>
    </details>`;
  }

  private _renderColumn({ name, target, examples }: ImportColumn, id: string) {
    return renderColumnRow({
      name,
      id,
      examples: examples.join(" · "),
      testId: "import-column",
      none: this.localize("import.column_none"),
      values: this.targets,
      chosen: target,
      nameOf: (each) => targetName(this.hass?.language ?? "en", each),
      choose: (chosen) => this._choose(name, chosen),
    });
  }

  public static override styles = [
    baseStyles,
    fieldStyles,
    viewStyles,
    columnRowStyles,
    css`
      summary {
        min-height: 44px;
        align-content: center;
        font-size: var(--ha-font-size-l, 16px);
        font-weight: var(--ha-font-weight-medium, 500);
        cursor: pointer;
      }
      details.card {
        padding-block: 4px;
      }
      .columns {
        display: flex;
        flex-direction: column;
        margin-top: 8px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-import-columns": ImportColumns;
  }
}
