import { mdiClose } from "@mdi/js";
import { css, html, LitElement, nothing } from "lit";
import { query, state } from "lit/decorators.js";
import { defineElement } from "../ha/define-element";
import { focusedElement } from "../utils/focus";
import { isTypedInto } from "../utils/search-key";
import { icon } from "./icon";
import { baseStyles, buttonStyles } from "./styles";

export interface Toast {
  message: string;
  closeLabel: string;
  action?: { label: string; run: () => void };
}

const TAG = "home-inventory-toast";
const SHOWN_MS = 8000;

/**
 * One message at the bottom of the page; it waits while somebody points at it or has the keyboard in it.
 *
 * The keys that undo anywhere else do what its button does, for as long as it is shown.
 */
@defineElement(TAG)
export class InventoryToast extends LitElement {
  @state() private _toast?: Toast;
  @query(".toast") private readonly _box?: HTMLElement;

  private _timer?: ReturnType<typeof setTimeout>;
  /** Where the keyboard was when this was said. */
  private _cameFrom?: Element | null;

  public override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("keydown", this._keyPressed);
  }

  public override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("keydown", this._keyPressed);
  }

  private readonly _keyPressed = (event: KeyboardEvent): void => {
    const isUndo = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey);
    if (!isUndo || event.shiftKey || event.altKey || event.defaultPrevented) return;
    if (!this._toast?.action || isTypedInto(event.composedPath()[0])) return;
    event.preventDefault();
    this._act();
  };

  public async show(toast: Toast): Promise<void> {
    if (document.activeElement !== this) this._cameFrom = focusedElement();
    this._toast = toast;
    this._wait();
    await this.updateComplete;
    this._box?.showPopover?.();
  }

  private readonly _hide = (): void => {
    this._hold();
    const hadFocus = document.activeElement === this;
    this._box?.hidePopover?.();
    this._toast = undefined;
    if (hadFocus && this._cameFrom instanceof HTMLElement) this._cameFrom.focus();
  };

  private readonly _hold = (): void => clearTimeout(this._timer);

  private readonly _wait = (): void => {
    this._hold();
    this._timer = setTimeout(this._hide, SHOWN_MS);
  };

  private readonly _act = (): void => {
    const action = this._toast?.action;
    this._hide();
    action?.run();
  };

  protected override render() {
    return html`<div role="status" aria-live="polite">
      ${this._toast ? this._renderToast(this._toast) : nothing}
    </div>`;
  }

  private _renderToast(toast: Toast) {
    return html`<div
      class="toast"
      popover="manual"
      data-testid="toast"
      @pointerenter=${this._hold}
      @pointerleave=${this._wait}
      @focusin=${this._hold}
      @focusout=${this._wait}
    >
      <span class="message">${toast.message}</span>
      ${
        toast.action
          ? html`<button
              class="button"
              data-testid="undo"
              aria-keyshortcuts="Control+Z Meta+Z"
              @click=${this._act}
            >
              ${toast.action.label}
            </button>`
          : nothing
      }
      <button class="icon-button" aria-label=${toast.closeLabel} @click=${this._hide}>
        ${icon(mdiClose, 20)}
      </button>
    </div>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    css`
      .toast {
        position: fixed;
        inset: auto auto calc(16px + env(safe-area-inset-bottom)) 50%;
        display: flex;
        align-items: center;
        gap: 4px;
        width: max-content;
        max-width: min(560px, calc(100vw - 32px));
        margin: 0;
        padding: 4px 4px 4px 16px;
        border: 0;
        border-radius: 12px;
        background: var(--primary-text-color);
        color: var(--card-background-color, #fff);
        box-shadow: 0 4px 16px rgb(0 0 0 / 35%);
        translate: -50% 0;
        z-index: 9;
      }
      .message {
        flex: 1;
        padding: 8px 8px 8px 0;
        overflow-wrap: anywhere;
      }
      .button {
        color: inherit;
        text-decoration: underline;
        text-underline-offset: 4px;
      }
      :focus-visible {
        outline-color: currentColor;
      }
    `,
  ];
}

let shown: InventoryToast | undefined;

/** Show a message instead of the one before. */
export const showToast = (toast: Toast): void => {
  if (!shown?.isConnected) {
    shown = document.createElement("home-inventory-toast");
    document.body.append(shown);
  }
  void shown.show(toast);
};

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-toast": InventoryToast;
  }
}
