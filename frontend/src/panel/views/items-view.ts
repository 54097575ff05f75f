import { mdiArrowLeft, mdiCubeOutline } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import { icon } from "../../components/icon";
import { baseStyles, buttonStyles } from "../../components/styles";
import type { InventoryInfo } from "../../data/info";
import { defineElement } from "../../ha/define-element";
import { followBack, PANEL_PATH } from "../../ha/navigate";
import { renderState } from "./render-state";
import { splitStyles } from "./split-styles";
import { viewStyles } from "./view-styles";
import "./item-detail";
import "./item-list";
import type { Layout } from "./items/layout";
import type { LayoutEvent } from "./items/list-tools";

/** The list of items and one of them: side by side when there is room, one after the other on a phone. */
@defineElement("home-inventory-items-view")
export class ItemsView extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ type: Boolean, reflect: true }) public wide = false;
  @property() public itemId?: string;

  /** A table and tiles want the whole width as long as nothing is open. */
  @state() private _layout: Layout = "list";

  protected override render() {
    const isFull = this._layout !== "list";
    const showsItem = Boolean(this.itemId) || (this.wide && !isFull);
    return html`
      <div
        class="pane list ${isFull ? "full" : ""}"
        ?hidden=${Boolean(this.itemId) && (isFull || !this.wide)}
      >
        <home-inventory-item-list
          .hass=${this.hass}
          .info=${this.info}
          .wide=${this.wide}
          .selected=${this.itemId}
          @layout-shown=${(event: LayoutEvent) => (this._layout = event.detail)}
        ></home-inventory-item-list>
      </div>
      ${showsItem ? html`<div class="pane">${this._renderItem()}</div>` : nothing}
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
    return html`${this.wide && this._layout !== "list" ? this._renderBack() : nothing}
      <home-inventory-item-detail
        .hass=${this.hass}
        .info=${this.info}
        .itemId=${this.itemId}
      ></home-inventory-item-detail>`;
  }

  /** Beside a table there is no room for an item: it is shown instead, and this leads back. */
  private _renderBack() {
    return html`<a
      class="button"
      data-testid="back-to-list"
      href="${PANEL_PATH}/items${location.search}"
      @click=${followBack}
      >${icon(mdiArrowLeft, 20)} ${this.localize("list.back")}</a
    >`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    viewStyles,
    splitStyles,
    css`
      .pane > .button {
        margin: 8px 8px 0;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-items-view": ItemsView;
  }
}
