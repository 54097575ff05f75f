import { mdiFileUploadOutline } from "@mdi/js";
import { css, html, LitElement } from "lit";
import { property, state } from "lit/decorators.js";
import { icon } from "../../../components/icon";
import { baseStyles, fieldStyles } from "../../../components/styles";
import { defineElement } from "../../../ha/define-element";

/** Said when a file was chosen or dropped. */
export type FileChosenEvent = CustomEvent<File>;

/** A field for a file that can also be dropped onto it. */
@defineElement("home-inventory-import-drop")
export class ImportDrop extends LitElement {
  @property() public label = "";
  @property({ type: Boolean }) public disabled = false;

  @state() private _isOver = false;

  private _say(file: File | undefined): void {
    if (file) this.dispatchEvent(new CustomEvent("file-chosen", { detail: file }));
  }

  private readonly _dropped = (event: DragEvent): void => {
    event.preventDefault();
    this._isOver = false;
    if (!this.disabled) this._say(event.dataTransfer?.files[0]);
  };

  private readonly _dragged = (event: DragEvent): void => {
    event.preventDefault();
    this._isOver = event.type === "dragover";
  };

  /** The same file may be chosen again, after it was corrected. */
  private readonly _chosen = (event: Event): void => {
    const field = event.target as HTMLInputElement;
    this._say(field.files?.[0]);
    field.value = "";
  };

  protected override render() {
    return html`<label
      class="drop ${this._isOver ? "over" : ""}"
      data-testid="import-drop"
      @dragover=${this._dragged}
      @dragleave=${this._dragged}
      @drop=${this._dropped}
    >
      ${icon(mdiFileUploadOutline, 32)}
      <span>${this.label}</span>
      <input
        type="file"
        data-testid="import-file"
        ?disabled=${this.disabled}
        @change=${this._chosen}
      />
    </label>`;
  }

  public static override styles = [
    baseStyles,
    fieldStyles,
    css`
      .drop {
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: 12px;
        margin-top: 16px;
        padding: 24px 16px;
        border: 2px dashed var(--divider-color);
        border-radius: var(--ha-border-radius-lg, 12px);
        text-align: center;
        cursor: pointer;
      }
      .drop.over,
      .drop:focus-within {
        border-color: var(--primary-color);
      }
      .drop input {
        max-width: 360px;
        padding: 8px 12px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-import-drop": ImportDrop;
  }
}
