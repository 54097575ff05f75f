import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import "../../../components/photo";
import { baseStyles } from "../../../components/styles";
import type { AttachmentView } from "../../../data/attachment";
import type { Item } from "../../../data/item";
import { defineElement } from "../../../ha/define-element";
import { OpenFileEvent } from "./open-file";

/** The photos of an item in a row, the picture first: swiped on a phone, each opened large by a click. */
@defineElement("home-inventory-item-photos")
export class ItemPhotos extends InventoryElement {
  @property({ attribute: false }) public item!: Item;
  @property({ attribute: false }) public attachments: AttachmentView[] = [];

  protected override render() {
    const photos = this.attachments.filter(({ kind }) => kind === "photo");
    if (!this.hass || photos.length === 0) return nothing;
    return html`<ul
      class=${photos.length > 1 ? "many" : ""}
      aria-label=${this.localize("files.photos")}
      data-testid="item-photos"
    >
      ${photos.map((photo, index) => this._renderPhoto(photo, index + 1, photos.length))}
    </ul>`;
  }

  private _renderPhoto(photo: AttachmentView, number: number, total: number) {
    const name = photo.title || this.item.name;
    const label = this.localize("files.open_photo", { name, number, total });
    return html`<li>
      <button
        data-testid="item-photo"
        aria-label=${label}
        ?disabled=${photo.missing}
        @click=${() => this.dispatchEvent(new OpenFileEvent(photo))}
      >
        <home-inventory-photo
          .hass=${this.hass}
          .attachment=${photo.id}
          .size=${1600}
          whole
        ></home-inventory-photo>
      </button>
    </li>`;
  }

  public static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      ul {
        display: flex;
        gap: 8px;
        margin: 0;
        padding: 0;
        overflow-x: auto;
        list-style: none;
        scroll-snap-type: x mandatory;
      }
      li {
        flex: 0 0 100%;
        scroll-snap-align: center;
      }
      .many li {
        flex-basis: 88%;
      }
      button {
        display: block;
        width: 100%;
        padding: 0;
        border: 0;
        border-radius: var(--ha-card-border-radius, 12px);
        background: none;
        cursor: zoom-in;
      }
      button:focus-visible {
        outline-offset: -3px;
      }
      button:disabled {
        cursor: default;
      }
      home-inventory-photo {
        height: clamp(200px, 45vh, 420px);
        border-radius: var(--ha-card-border-radius, 12px);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-item-photos": ItemPhotos;
  }
}
