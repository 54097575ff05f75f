import { mdiImageOffOutline } from "@mdi/js";
import { css, html, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { filePath, type PhotoSize } from "../data/attachment";
import { defineElement } from "../ha/define-element";
import { InventoryElement } from "./base-element";
import { icon } from "./icon";

/** A photo of an item, as small as it is shown. Says nothing to a screen reader unless it is named. */
@defineElement("home-inventory-photo")
export class Photo extends InventoryElement {
  /** The id of the attachment. */
  @property() public attachment = "";
  @property({ type: Number }) public size: PhotoSize = 160;
  /** What is to be seen; empty where a text beside it says so. */
  @property() public alt = "";
  /** Show all of it instead of filling the frame. */
  @property({ type: Boolean }) public whole = false;

  @state() private _path?: string | undefined;
  @state() private _failed = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has("attachment") && !changed.has("size")) return;
    this._path = undefined;
    this._failed = false;
    void this._sign();
  }

  private async _sign(): Promise<void> {
    const { hass, attachment, size } = this;
    if (!hass || !attachment) return;
    try {
      const path = await filePath(hass, attachment, size);
      if (attachment === this.attachment && size === this.size) this._path = path;
    } catch {
      this._failed = true;
    }
  }

  protected override render() {
    if (this._failed) {
      return html`<span class="gap" role="img" aria-label=${this.localize("files.not_shown")}
        >${icon(mdiImageOffOutline, 24)}</span
      >`;
    }
    if (!this._path) return html``;
    return html`<img
      src=${this._path}
      alt=${this.alt}
      loading="lazy"
      decoding="async"
      class=${this.whole ? "whole" : ""}
      @error=${() => (this._failed = true)}
    />`;
  }

  public static override styles = css`
    :host {
      position: relative;
      display: block;
      overflow: hidden;
      border-radius: 8px;
      background: color-mix(in srgb, var(--secondary-text-color) 12%, transparent);
    }
    img {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      object-fit: cover;
    }
    img.whole {
      object-fit: contain;
    }
    .gap {
      display: grid;
      place-items: center;
      width: 100%;
      height: 100%;
      color: var(--secondary-text-color);
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-photo": Photo;
  }
}
