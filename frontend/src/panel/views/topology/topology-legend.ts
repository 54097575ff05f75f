import { mdiShapeOutline } from "@mdi/js";
import { css, html, svg } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles } from "../../../components/styles";
import { DEVICE_STATUSES, type DeviceStatus } from "../../../data/device";
import { MEDIUMS, type Medium } from "../../../data/topology";
import { defineElement } from "../../../ha/define-element";
import { worded } from "../devices/device-text";
import { MEDIUM_ICONS, STATUS_PATHS } from "./topology-look";
import type { TopologyTree } from "./topology-tree";

/** What shapes and icons mean: of those that are on the map. Open where there is room for it. */
@defineElement("home-inventory-topology-legend")
export class TopologyLegend extends InventoryElement {
  @property({ attribute: false }) public tree?: TopologyTree;

  @state() private _open = matchMedia("(min-width: 900px)").matches;

  protected override render() {
    const language = this.hass?.language ?? "en";
    const nodes = [...(this.tree?.nodes.values() ?? [])];
    const has = <Word>(words: readonly Word[], read: (node: (typeof nodes)[number]) => unknown) =>
      words.filter((word) => nodes.some((node) => read(node) === word));
    return html`<button
        aria-expanded=${this._open ? "true" : "false"}
        aria-controls="meanings"
        data-testid="topology-legend"
        @click=${() => (this._open = !this._open)}
      >
        ${icon(mdiShapeOutline, 20)} ${this.localize("topology.legend")}
      </button>
      <ul id="meanings" ?hidden=${!this._open}>
        ${has(DEVICE_STATUSES, ({ status }) => status).map(
          (status) =>
            html`<li>${shape(status)} ${worded(language, `device_status.${status}`)}</li>`,
        )}
        ${has(MEDIUMS, ({ medium }) => medium).map(
          (medium: Medium) =>
            html`<li>
              ${icon(MEDIUM_ICONS[medium], 18)} ${worded(language, `topology.medium.${medium}`)}
            </li>`,
        )}
      </ul>`;
  }

  public static override styles = [
    baseStyles,
    css`
      :host {
        border: 1px solid var(--divider-color);
        border-radius: 12px;
        background: var(--card-background-color, #fff);
        box-shadow: 0 1px 4px rgb(0 0 0 / 20%);
        font-size: var(--ha-font-size-s, 12px);
      }
      button {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 44px;
        padding: 0 16px 0 12px;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        cursor: pointer;
      }
      ul {
        display: grid;
        gap: 4px;
        margin: 0;
        padding: 0 12px 10px;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .online {
        color: var(--success-color, #43a047);
      }
      .offline {
        color: var(--warning-color, #ffa600);
      }
      .missing {
        color: var(--error-color, #db4437);
      }
      .unknown {
        color: var(--secondary-text-color);
      }
      @media (min-height: 0) and (max-height: 480px) {
        ul {
          grid-template-columns: repeat(3, auto);
        }
      }
    `,
  ];
}

/** Draw the shape that stands for a status, as the map does. */
export const shape = (status: DeviceStatus) =>
  html`<svg
    class=${status}
    viewBox="0 0 24 24"
    width="18"
    height="18"
    aria-hidden="true"
    style="flex:none"
  >
    ${svg`<path d=${STATUS_PATHS[status]} fill="none" stroke="currentColor" stroke-width="3"></path>`}
  </svg>`;

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-topology-legend": TopologyLegend;
  }
}
