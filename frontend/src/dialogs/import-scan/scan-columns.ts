import { css, html } from "lit";
import { property } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import { columnRowStyles, renderColumnRow } from "../../components/column-row";
import { baseStyles, fieldStyles } from "../../components/styles";
import type { ScanColumn, ScanMapping } from "../../data/source";
import { defineElement } from "../../ha/define-element";
import { translateIfKnown } from "../../localize/localize";

/** Said to the dialog around it: what the columns hold now. */
export type MappingEvent = CustomEvent<ScanMapping>;

/** The columns of a table of an unknown program, each with what it holds, to be changed by hand. */
@defineElement("home-inventory-scan-columns")
export class ScanColumns extends InventoryElement {
  @property({ attribute: false }) public columns: ScanColumn[] = [];
  @property({ attribute: false }) public kinds: string[] = [];
  @property({ attribute: false }) public mapping: ScanMapping = {};

  private _choose(name: string, kind: string): void {
    const others = Object.entries(this.mapping).filter(([column]) => column !== name);
    const detail = Object.fromEntries(kind ? [...others, [name, kind]] : others);
    this.dispatchEvent(new CustomEvent("mapping-changed", { detail }));
  }

  protected override render() {
    return html`<fieldset data-testid="scan-columns">
      <legend>${this.localize("scan.columns")}</legend>
      <p class="quiet">${this.localize("scan.columns_hint")}</p>
      ${this.columns.map((column, index) => this._renderColumn(column, `column-${index}`))}
    </fieldset>`;
  }

  private _renderColumn({ name, examples }: ScanColumn, id: string) {
    return renderColumnRow({
      name,
      id,
      examples: examples.join(", "),
      testId: "scan-column",
      none: this.localize("scan_column.none"),
      values: this.kinds,
      chosen: this.mapping[name] ?? null,
      nameOf: (kind) => this._label(kind),
      choose: (kind) => this._choose(name, kind),
    });
  }

  private _label(kind: string): string {
    return translateIfKnown(this.hass?.language ?? "en", `scan_column.${kind}`) ?? kind;
  }

  public static override styles = [
    baseStyles,
    fieldStyles,
    columnRowStyles,
    css`
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        font-weight: var(--ha-font-weight-medium, 500);
      }
      p {
        margin: 4px 0;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-scan-columns": ScanColumns;
  }
}
