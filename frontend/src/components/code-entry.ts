import { mdiCamera, mdiCameraOff } from "@mdi/js";
import { css, html, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import { defineElement } from "../ha/define-element";
import { InventoryElement } from "./base-element";
import "./camera-scanner";
import type { ScannedEvent } from "./camera-scanner";
import { icon } from "./icon";
import { baseStyles, buttonStyles, fieldStyles } from "./styles";

export type EnteredEvent = CustomEvent<{ text: string }>;

const WITHOUT_CAMERA = "home_inventory_without_camera";

const isOff = (): boolean => {
  try {
    return localStorage.getItem(WITHOUT_CAMERA) === "true";
  } catch {
    return false; // a browser that keeps nothing
  }
};

/**
 * Asks for a code: by the camera, and by a field to type into, which a hand-held scanner does as well.
 *
 * Fires `entered` with what was read or typed. Whether the camera is wanted is remembered on this device.
 */
@defineElement("home-inventory-code-entry")
export class CodeEntry extends InventoryElement {
  @property() public label = "";
  @property() public submitLabel = "";
  /** While true what is typed waits for its turn, and the camera rests. */
  @property({ type: Boolean }) public busy = false;

  @state() private _withCamera = !isOff();
  @query("input") private readonly _input!: HTMLInputElement;
  /** A hand-held scanner is faster than the network: nothing that it reads is dropped. */
  private readonly _waiting: string[] = [];
  private _entered = "";

  /** Empty the field and be ready for the next, unless that is being typed already. */
  public clear(): void {
    if (this._input.value.trim() === this._entered) this._input.value = "";
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("busy") && !this.busy) this._enter(this._waiting.shift() ?? "");
  }

  private readonly _switchCamera = (): void => {
    this._withCamera = !this._withCamera;
    try {
      localStorage.setItem(WITHOUT_CAMERA, String(!this._withCamera));
    } catch {
      // then it is chosen anew each time
    }
  };

  private readonly _scanned = (event: ScannedEvent): void => {
    if (!this.busy) this._enter(event.detail.text);
  };

  private readonly _submitted = (event: Event): void => {
    event.preventDefault();
    if (!this.busy) return this._enter(this._input.value);
    this._waiting.push(this._input.value);
    this._input.value = "";
  };

  private _enter(typed: string): void {
    const text = typed.trim();
    if (!text) return;
    this._entered = text;
    this.dispatchEvent(new CustomEvent("entered", { detail: { text } }));
  }

  protected override render() {
    return html`${
        this._withCamera
          ? html`<home-inventory-camera-scanner
              .hass=${this.hass}
              .paused=${this.busy}
              @scanned=${this._scanned}
            ></home-inventory-camera-scanner>`
          : nothing
      }
      <form novalidate @submit=${this._submitted}>
        <div class="field">
          <label for="code">${this.label}</label>
          <div class="row">
            <input
              id="code"
              autocomplete="off"
              autocapitalize="off"
              spellcheck="false"
              enterkeyhint="go"
              maxlength="2048"
              data-testid="code-input"
            />
            <button class="button primary" data-testid="code-submit">${this.submitLabel}</button>
            <button
              type="button"
              class="icon-button"
              data-testid="camera-switch"
              aria-pressed=${this._withCamera ? "true" : "false"}
              aria-label=${this.localize("scan.use_camera")}
              title=${this.localize("scan.use_camera")}
              @click=${this._switchCamera}
            >
              ${icon(this._withCamera ? mdiCamera : mdiCameraOff)}
            </button>
          </div>
        </div>
      </form>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 16px;
      }
      .row {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .row .button {
        min-height: 44px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-code-entry": CodeEntry;
  }
}
