import { mdiCamera, mdiCameraOff } from "@mdi/js";
import { css, html, nothing } from "lit";
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
  /** While true nothing is taken. */
  @property({ type: Boolean }) public busy = false;

  @state() private _withCamera = !isOff();
  @query("input") private readonly _input!: HTMLInputElement;

  /** Empty the field and be ready for the next. */
  public clear(): void {
    this._input.value = "";
  }

  private readonly _switchCamera = (): void => {
    this._withCamera = !this._withCamera;
    try {
      localStorage.setItem(WITHOUT_CAMERA, String(!this._withCamera));
    } catch {
      // then it is chosen anew each time
    }
  };

  private readonly _scanned = (event: ScannedEvent): void => this._enter(event.detail.text);

  private readonly _submitted = (event: Event): void => {
    event.preventDefault();
    this._enter(this._input.value);
  };

  private _enter(typed: string): void {
    const text = typed.trim();
    if (!text || this.busy) return;
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
