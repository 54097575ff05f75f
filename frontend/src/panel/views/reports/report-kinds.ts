import {
  mdiLanConnect,
  mdiPackageVariantClosed,
  mdiShieldCheckOutline,
  mdiShieldHomeOutline,
} from "@mdi/js";
import { css, html } from "lit";
import { property } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles } from "../../../components/styles";
import { REPORT_KINDS, type ReportKind } from "../../../data/report";
import { defineElement } from "../../../ha/define-element";

export type KindChosenEvent = CustomEvent<ReportKind>;

const ICONS: Readonly<Record<ReportKind, string>> = {
  insurance: mdiShieldHomeOutline,
  warranty: mdiShieldCheckOutline,
  stock: mdiPackageVariantClosed,
  devices: mdiLanConnect,
};

/** Which report it is to be. Fires `kind-chosen`. */
@defineElement("home-inventory-report-kinds")
export class ReportKinds extends InventoryElement {
  @property() public value!: ReportKind;

  protected override render() {
    return html`<fieldset>
      <legend class="sr-only">${this.localize("panel.reports")}</legend>
      ${REPORT_KINDS.map(
        (kind) =>
          html`<label class="kind">
            <input
              type="radio"
              name="kind"
              aria-describedby="hint-${kind}"
              data-testid="report-${kind}"
              .checked=${kind === this.value}
              @change=${() => this.dispatchEvent(new CustomEvent("kind-chosen", { detail: kind }))}
            />
            ${icon(ICONS[kind])}
            <span>
              <span class="name">${this.localize(`reports.${kind}`)}</span>
              <span class="quiet" id="hint-${kind}">${this.localize(`reports.${kind}_hint`)}</span>
            </span>
          </label>`,
      )}
    </fieldset>`;
  }

  public static override styles = [
    baseStyles,
    css`
      fieldset {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr));
        gap: 8px;
        margin: 0;
        padding: 0;
        border: 0;
      }
      .kind {
        display: flex;
        gap: 12px;
        min-height: 44px;
        padding: 12px;
        border: 1px solid var(--outline-color, var(--divider-color));
        border-radius: var(--ha-border-radius-lg, 12px);
        cursor: pointer;
      }
      .kind:has(:checked) {
        border-color: var(--primary-color);
        background: color-mix(in srgb, var(--primary-color) 12%, transparent);
      }
      .kind:has(:focus-visible) {
        outline: 2px solid var(--primary-color);
        outline-offset: 2px;
      }
      input {
        position: absolute;
        opacity: 0;
      }
      .name {
        display: block;
        font-weight: var(--ha-font-weight-medium, 500);
      }
      .quiet {
        display: block;
        font-size: var(--ha-font-size-s, 12px);
      }
      svg {
        flex: none;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-report-kinds": ReportKinds;
  }
}
