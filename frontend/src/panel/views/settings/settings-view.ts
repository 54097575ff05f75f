import { mdiAccountGroupOutline, mdiLabelOutline, mdiPuzzleOutline, mdiTextureBox } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles } from "../../../components/styles";
import type { InventoryInfo } from "../../../data/info";
import type { StoreInfo } from "../../../data/store";
import { defineElement } from "../../../ha/define-element";
import { followLink, INTEGRATION_PATH } from "../../../ha/navigate";
import { countStyles } from "../overview-styles";
import "../storage-card";
import { viewStyles } from "../view-styles";
import "./category-list";

/** What is settled in Home Assistant itself, and where. */
const ELSEWHERE = [
  { name: "integration", icon: mdiPuzzleOutline, path: INTEGRATION_PATH },
  { name: "labels", icon: mdiLabelOutline, path: "/config/labels" },
  { name: "areas", icon: mdiTextureBox, path: "/config/areas/dashboard" },
  { name: "people", icon: mdiAccountGroupOutline, path: "/config/users" },
] as const;

/** What a household settles: its categories, what Home Assistant keeps for it, and where all of it is stored. */
@defineElement("home-inventory-settings-view")
export class SettingsView extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public store?: StoreInfo;

  protected override render() {
    return html`<article class="page" data-testid="settings">
      <home-inventory-category-list
        .hass=${this.hass}
        .info=${this.info}
      ></home-inventory-category-list>
      <section class="card list">
        <h2>${this.localize("settings.elsewhere")}</h2>
        <p class="quiet rights" data-testid="rights">
          ${this.localize(`settings.may_${this._rights()}`)}
        </p>
        ${this.info.is_admin ? ELSEWHERE.map((link) => this._renderLink(link)) : nothing}
      </section>
      ${
        this.store
          ? html`<home-inventory-storage-card
              .hass=${this.hass}
              .info=${this.info}
              .store=${this.store}
            ></home-inventory-storage-card>`
          : nothing
      }
    </article>`;
  }

  private _rights(): "administer" | "write" | "read" {
    if (this.info.is_admin) return "administer";
    return this.info.can_write ? "write" : "read";
  }

  private _renderLink({ name, icon: picture, path }: (typeof ELSEWHERE)[number]) {
    return html`<a class="count" href=${path} data-testid="to-${name}" @click=${followLink}>
      ${icon(picture)}
      <span>
        ${this.localize(`settings.${name}`)}
        <span class="quiet small">${this.localize(`settings.${name}_hint`)}</span>
      </span>
    </a>`;
  }

  public static override styles = [
    baseStyles,
    viewStyles,
    countStyles,
    css`
      :host {
        display: block;
        overflow-y: auto;
      }
      .rights {
        margin: 0;
        padding: 0 16px 8px;
      }
      .small {
        display: block;
        font-size: var(--ha-font-size-s, 12px);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-settings-view": SettingsView;
  }
}
