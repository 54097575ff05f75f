import { mdiClose } from "@mdi/js";
import { css, html, nothing, type CSSResultGroup, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { describeError } from "../data/errors";
import { InventoryElement } from "./base-element";
import { icon } from "./icon";
import { baseStyles, buttonStyles, chipStyles, fieldStyles } from "./styles";

/** After how long it is said that an answer may take a while. */
const SLOW_MS = 3000;

interface Frame {
  heading: string;
  body: TemplateResult;
  submitLabel: string;
  danger?: boolean;
  disabled?: boolean;
  testId?: string;
}

/**
 * A modal window on the browser's own dialog element: it traps the focus, closes on Escape, and is above everything.
 *
 * A subclass renders `renderFrame(...)` and says in `submit()` what happens; an error of it is shown inside.
 */
export abstract class InventoryDialog<Params, Result> extends InventoryElement {
  @property({ attribute: false }) public params!: Params;

  @state() protected _error?: string;
  @state() protected _busy = false;
  @state() private _slow = false;
  @query("dialog") private readonly _dialog!: HTMLDialogElement;
  @query("[data-testid=save]") private readonly _save!: HTMLButtonElement;

  public onClosed?: (result: Result | undefined) => void;
  /** Told when it steps aside, and when it comes back; waited for before it does. */
  public onAside?: (isAside: boolean) => Promise<void>;

  private _result?: Result;
  private _isAside = false;

  /** Do what the dialog is for and return its result; undefined keeps it open. */
  protected abstract submit(): Promise<Result | undefined>;

  public close = (): void => {
    if (this._dialog.open) this._dialog.close();
  };

  protected override firstUpdated(): void {
    this._dialog.showModal();
    void this._focusFirst();
  }

  /** An element of ours has nothing to focus before it has been drawn itself. */
  private async _focusFirst(): Promise<void> {
    const first = this.renderRoot.querySelector<HTMLElement>("[autofocus]");
    // Cards and panel are built apart: its class may be that of the other.
    if (first && "updateComplete" in first) await first.updateComplete;
    first?.focus();
  }

  private readonly _closed = (): void => {
    if (!this._isAside && !this._dialog.open) this.onClosed?.(this._result);
  };

  /**
   * Let go of the page while Home Assistant is asked: what was wanted shows there at once.
   *
   * Where it is refused the dialog comes back with everything that was typed, and says why.
   */
  protected async aside<Answer>(asking: Promise<Answer>): Promise<Answer> {
    this._isAside = true;
    this._dialog.close();
    void this.onAside?.(true);
    return asking;
  }

  private async _comeBack(): Promise<void> {
    if (!this._isAside) return;
    await this.onAside?.(false);
    await this.updateComplete;
    this._isAside = false;
    this._dialog.showModal();
    this._save.focus(); // not the first field: a list that it opens would hide why it is back
  }

  private _finish(result: Result): void {
    this._result = result;
    const wasAside = this._isAside;
    this._isAside = false;
    if (wasAside) this._closed();
    else this.close();
  }

  private readonly _submitted = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this._busy) return;
    this._busy = true;
    this._error = undefined;
    const timer = setTimeout(() => (this._slow = true), SLOW_MS);
    let result: Result | undefined;
    try {
      result = await this.submit();
    } catch (error) {
      if (this.hass) this._error = await describeError(this.hass, error);
    }
    clearTimeout(timer);
    this._busy = this._slow = false;
    if (result !== undefined) this._finish(result);
    else await this._comeBack();
  };

  protected renderFrame(frame: Frame): TemplateResult {
    return html`<dialog
      class=${frame.danger ? "small" : ""}
      aria-labelledby="heading"
      @close=${this._closed}
    >
      <form novalidate data-testid=${frame.testId ?? "dialog"} @submit=${this._submitted}>
        <header>
          <h2 id="heading">${frame.heading}</h2>
          <button
            type="button"
            class="icon-button"
            aria-label=${this.localize("action.close")}
            @click=${this.close}
          >
            ${icon(mdiClose)}
          </button>
        </header>
        <div class="body">${frame.body}</div>
        <div role="status">
          ${this._slow ? html`<p class="slow quiet" data-testid="slow">${this.localize("state.slow")}</p>` : nothing}
        </div>
        <div role="alert">
          ${this._error ? html`<p class="error" data-testid="error">${this._error}</p>` : nothing}
        </div>
        <footer>
          <button type="button" class="button" data-testid="cancel" @click=${this.close}>
            ${this.localize("action.cancel")}
          </button>
          <button
            class="button primary ${frame.danger ? "danger" : ""}"
            data-testid="save"
            ?disabled=${frame.disabled || this._busy}
          >
            ${frame.submitLabel}
          </button>
        </footer>
      </form>
    </dialog>`;
  }

  public static override styles: CSSResultGroup = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    chipStyles,
    css`
      dialog {
        width: min(560px, 100vw);
        max-width: none;
        max-height: min(90dvh, 820px);
        margin: auto;
        padding: 0;
        border: 0;
        border-radius: var(--ha-dialog-border-radius, 24px);
        background: var(--ha-dialog-surface-background, var(--card-background-color, #fff));
        color: inherit;
        overflow: hidden;
      }
      dialog[open] {
        display: flex;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }
      form {
        display: flex;
        flex-direction: column;
        flex: 1;
        min-width: 0;
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding: 12px 12px 4px 24px;
      }
      h2 {
        margin: 0;
        font-size: var(--ha-font-size-xl, 20px);
        font-weight: var(--ha-font-weight-normal, 400);
        line-height: 1.3;
        overflow-wrap: anywhere;
      }
      .body {
        display: flex;
        flex-direction: column;
        flex: 1;
        gap: var(--ha-space-4, 16px);
        padding: 8px 24px 16px;
        overflow-y: auto;
      }
      .body p {
        margin: 0;
      }
      .slow,
      .error {
        padding: 8px 24px;
      }
      footer {
        display: flex;
        justify-content: flex-end;
        gap: 8px;
        padding: 8px 16px calc(12px + env(safe-area-inset-bottom));
      }
      /* A phone's keyboard takes the lower half: fields and buttons start at the top. */
      @media (max-width: 600px) {
        dialog:not(.small) {
          width: 100vw;
          height: 100dvh;
          max-height: none;
          margin: 0;
          padding-top: env(safe-area-inset-top);
          border-radius: 0;
        }
        dialog.small {
          width: calc(100vw - 32px);
        }
        .body {
          flex: 0 1 auto;
        }
        .body,
        .slow,
        .error {
          padding-inline: 16px;
        }
        header {
          padding-inline-start: 16px;
        }
      }
    `,
  ];
}
