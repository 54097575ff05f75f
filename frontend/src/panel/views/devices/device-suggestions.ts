import { mdiSetMerge } from "@mdi/js";
import { css, html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { baseStyles, buttonStyles, chipStyles } from "../../../components/styles";
import { renderStatus } from "../../../components/device-status";
import type { Device, DeviceSuggestion } from "../../../data/device";
import type { InventoryInfo } from "../../../data/info";
import { defineElement } from "../../../ha/define-element";
import { devicePath, followLink } from "../../../ha/navigate";
import { mergeWithUndo, refuseWithUndo } from "../../device-actions";
import { renderState } from "../render-state";
import { viewStyles } from "../view-styles";
import { deviceStyles } from "./device-styles";
import { productOf, worded } from "./device-text";

const keyOf = ({ first, second }: DeviceSuggestion): string => `${first.id} ${second.id}`;

/** Devices that may be the same one: a person says yes or no. */
@defineElement("home-inventory-device-suggestions")
export class DeviceSuggestions extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public suggestions: DeviceSuggestion[] = [];
  /** Say nothing where there are none. */
  @property({ type: Boolean }) public quiet = false;

  /** Those that somebody has just answered: gone at once, and back when the answer was not taken. */
  @state() private _answered = new Set<string>();

  /** What is asked again after it was answered (the answer was taken back) is shown again. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has("suggestions")) return;
    const asked = new Set((changed.get("suggestions") ?? []).map(keyOf));
    this._answered = new Set([...this._answered].filter((key) => asked.has(key)));
  }

  private async _answer(
    suggestion: DeviceSuggestion,
    answer: (host: this, suggestion: DeviceSuggestion) => Promise<unknown>,
  ): Promise<void> {
    const key = keyOf(suggestion);
    this._answered = new Set([...this._answered, key]);
    const done = await answer(this, suggestion);
    if (done !== undefined) return;
    this._answered = new Set([...this._answered].filter((other) => other !== key));
  }

  protected override render() {
    const open = this.suggestions.filter((one) => !this._answered.has(keyOf(one)));
    if (open.length === 0) return this.quiet ? nothing : this._renderNone();
    return html`<section class="card" data-testid="suggestions">
      <h2>${this.localize("devices.suggestions", { count: open.length })}</h2>
      <ul class="rows">
        ${open.map((suggestion) => this._renderSuggestion(suggestion))}
      </ul>
    </section>`;
  }

  private _renderNone() {
    return renderState({ icon: mdiSetMerge, text: this.localize("devices.no_suggestions") });
  }

  private _renderSuggestion(suggestion: DeviceSuggestion) {
    const language = this.hass?.language ?? "en";
    return html`<li data-testid="suggestion">
      <div class="text">
        <p class="reason quiet">${worded(language, `reason.${suggestion.reason}`)}</p>
        ${this._renderDevice(suggestion.first)} ${this._renderDevice(suggestion.second)}
      </div>
      ${
        this.info.can_write
          ? html`<div class="buttons">
              <button
                class="button outlined"
                data-testid="refuse-merge"
                @click=${() => void this._answer(suggestion, refuseWithUndo)}
              >
                ${this.localize("device.refuse")}
              </button>
              <button
                class="button primary"
                data-testid="accept-merge"
                @click=${() => void this._answer(suggestion, mergeWithUndo)}
              >
                ${this.localize("device.merge")}
              </button>
            </div>`
          : nothing
      }
    </li>`;
  }

  private _renderDevice(device: Device) {
    const about = [productOf(device), device.addresses[0], device.macs[0]].filter(Boolean);
    return html`<div class="device">
      <a href=${devicePath(device.id, location.search)} @click=${followLink}>${device.name}</a>
      ${this.hass ? renderStatus(this.hass.language, device.status) : nothing}
      <span class="quiet small">${about.join(" · ")}</span>
    </div>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    chipStyles,
    viewStyles,
    deviceStyles,
    css`
      .reason {
        margin: 0;
      }
      .device {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 8px;
        padding: 4px 0;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-device-suggestions": DeviceSuggestions;
  }
}
