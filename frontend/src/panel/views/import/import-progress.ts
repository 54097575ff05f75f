import { css, html } from "lit";
import { InventoryElement } from "../../../components/base-element";
import { baseStyles } from "../../../components/styles";
import { ImportController } from "../../../data/import-steps";
import { defineElement } from "../../../ha/define-element";
import { formatNumber } from "../../../utils/format";

/** How far the import of this user has come, for as long as one runs. */
@defineElement("home-inventory-import-progress")
export class ImportProgressView extends InventoryElement {
  private readonly _import = new ImportController(this);

  protected override render() {
    const { step } = this._import;
    if (!step) return html`<div role="status">${this.localize("import.reading")}</div>`;
    const done = formatNumber(step.done, this.locale);
    const total = formatNumber(step.total, this.locale);
    return html`<progress
        aria-label=${this.localize("import.progress")}
        max=${step.total}
        value=${step.done}
      ></progress>
      <div data-testid="import-step">
        ${this.localize(`import.step_${step.phase}`, { done, total })}
      </div>`;
  }

  public static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        color: var(--secondary-text-color);
      }
      progress {
        width: 100%;
        accent-color: var(--primary-color);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-import-progress": ImportProgressView;
  }
}
