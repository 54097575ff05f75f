import { mdiQrcodeScan } from "@mdi/js";
import { html, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { baseStyles, buttonStyles } from "../../../components/styles";
import { findCode } from "../../../data/code";
import { describeError } from "../../../data/errors";
import { defineElement } from "../../../ha/define-element";
import { followLink, itemPath, locationPath, navigate, PANEL_PATH } from "../../../ha/navigate";
import { renderFailure, renderLoading, renderState } from "../render-state";
import { viewStyles } from "../view-styles";

/** Where the links on printed labels lead: whatever has the code takes its place in the address. */
@defineElement("home-inventory-code-view")
export class CodeView extends InventoryElement {
  @property() public code?: string;

  @state() private _error?: string;
  @state() private _isUnknown = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has("code")) void this._open();
  }

  private readonly _open = async (): Promise<void> => {
    const { hass, code } = this;
    this._error = undefined;
    this._isUnknown = !code;
    if (!hass || !code) return;
    try {
      // In capitals it is a code, and no name that happens to be spelt so.
      const found = await findCode(hass, code.toUpperCase());
      if (code !== this.code) return;
      const { item, location } = found;
      if (item) navigate(itemPath(item.id), { replace: true });
      else if (location) navigate(locationPath(location.id), { replace: true });
      else this._isUnknown = true;
    } catch (error) {
      this._error = await describeError(hass, error);
    }
  };

  protected override render() {
    if (this._error) {
      return renderFailure(this._error, this.localize("action.retry"), () => void this._open());
    }
    if (!this._isUnknown) return renderLoading(this.localize("state.loading"));
    return renderState({
      icon: mdiQrcodeScan,
      text: this.localize("scan.code_unknown", { code: this.code ?? "" }),
      testId: "code-unknown",
      action: html`<a class="button outlined" href="${PANEL_PATH}/scan" @click=${followLink}
        >${this.localize("panel.scan")}</a
      >`,
    });
  }

  public static override styles = [baseStyles, buttonStyles, viewStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-code-view": CodeView;
  }
}
