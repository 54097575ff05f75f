import { mdiCubeOutline } from "@mdi/js";
import { html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import { baseStyles } from "../../components/styles";
import type { InventoryInfo } from "../../data/info";
import { defineElement } from "../../ha/define-element";
import { renderState } from "./render-state";
import { splitStyles } from "./split-styles";
import { viewStyles } from "./view-styles";
import "./item-detail";
import "./item-list";

/** The list of items and one of them: side by side when there is room, one after the other on a phone. */
@defineElement("home-inventory-items-view")
export class ItemsView extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ type: Boolean, reflect: true }) public wide = false;
  @property() public itemId?: string;

  protected override render() {
    return html`
      <div class="pane list" ?hidden=${!this.wide && Boolean(this.itemId)}>
        <home-inventory-item-list
          .hass=${this.hass}
          .info=${this.info}
          .wide=${this.wide}
          .selected=${this.itemId}
        ></home-inventory-item-list>
      </div>
      ${this.wide || this.itemId ? html`<div class="pane">${this._renderItem()}</div>` : nothing}
    `;
  }

  private _renderItem() {
    if (!this.itemId) {
      return renderState({
        icon: mdiCubeOutline,
        text: this.localize("items.choose"),
        testId: "nothing-chosen",
      });
    }
    return html`<home-inventory-item-detail
      .hass=${this.hass}
      .info=${this.info}
      .itemId=${this.itemId}
    ></home-inventory-item-detail>`;
  }

  public static override styles = [baseStyles, viewStyles, splitStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-items-view": ItemsView;
  }
}
