import {
  mdiCameraPlusOutline,
  mdiClose,
  mdiFileDocumentOutline,
  mdiFileOutline,
  mdiImageOutline,
  mdiLinkPlus,
  mdiLinkVariant,
  mdiPaperclip,
  mdiPencilOutline,
  mdiReceiptTextOutline,
  mdiShieldCheckOutline,
} from "@mdi/js";
import { html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import "../../../components/photo";
import { baseStyles, buttonStyles, chipStyles } from "../../../components/styles";
import type { AttachmentKind, AttachmentView } from "../../../data/attachment";
import type { Sending } from "../../../data/attach-files";
import type { InventoryInfo } from "../../../data/info";
import type { Item } from "../../../data/item";
import { defineElement } from "../../../ha/define-element";
import { formatBytes } from "../../../utils/format";
import {
  addLinkWithDialog,
  attachmentName,
  attachWithUndo,
  editAttachmentWithDialog,
  removeAttachmentWithUndo,
} from "../../attachment-actions";
import { viewStyles } from "../view-styles";
import { itemFilesStyles } from "./item-files-styles";
import { OpenFileEvent } from "./open-file";

const ICONS: Record<AttachmentKind, string> = {
  photo: mdiImageOutline,
  receipt: mdiReceiptTextOutline,
  warranty: mdiShieldCheckOutline,
  manual: mdiFileDocumentOutline,
  link: mdiLinkVariant,
  other: mdiFileOutline,
};

/** The photos, papers and links of an item as a list, and the ways to add some. */
@defineElement("home-inventory-item-files")
export class ItemFiles extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public item!: Item;
  @property({ attribute: false }) public attachments: AttachmentView[] = [];

  @state() private _sending?: Sending | undefined;

  private get _canAdd(): boolean {
    return this.info.can_write && !this.item.archived;
  }

  /** Send files that were chosen or dropped, one after the other. */
  public readonly take = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0 || this._sending || !this._canAdd) return;
    try {
      await attachWithUndo(this, this.item, files, (sending) => (this._sending = sending));
    } finally {
      this._sending = undefined;
    }
  };

  private readonly _chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = ""; // so that the same file may be chosen again
    void this.take(files);
  };

  protected override render() {
    if (!this.hass || (!this._canAdd && this.attachments.length === 0)) return nothing;
    return html`<section class="card list" aria-label=${this.localize("files.heading")}>
      <h2>${this.localize("files.heading")}</h2>
      <ul>
        ${this.attachments.map((attachment) => this._renderRow(attachment))}
      </ul>
      ${this._canAdd ? this._renderWays() : nothing}
      <div role="status" aria-live="polite">
        ${this._sending ? this._renderSending(this._sending) : nothing}
      </div>
    </section>`;
  }

  private _renderRow(attachment: AttachmentView) {
    const name = attachmentName(this.hass!, attachment);
    return html`<li data-testid="attachment" data-kind=${attachment.kind}>
      ${this._renderOpener(attachment, name)}
      ${
        this._canAdd
          ? html`<button
                class="icon-button"
                data-testid="attachment-edit"
                aria-label=${this.localize("files.edit_x", { name })}
                @click=${() => void editAttachmentWithDialog(this, this.item, attachment)}
              >
                ${icon(mdiPencilOutline, 20)}
              </button>
              <button
                class="icon-button"
                data-testid="attachment-remove"
                aria-label=${this.localize("files.remove_x", { name })}
                @click=${() => void removeAttachmentWithUndo(this, attachment)}
              >
                ${icon(mdiClose, 20)}
              </button>`
          : nothing
      }
    </li>`;
  }

  private _renderOpener(attachment: AttachmentView, name: string) {
    const inside = html`<span class="mark">${this._renderMark(attachment)}</span>
      <span class="main">
        <span class="name">${name}</span>
        <span class="quiet about">${this._about(attachment)}</span>
      </span>`;
    if (attachment.url) {
      return html`<a
        class="open"
        href=${attachment.url}
        target="_blank"
        rel="noreferrer noopener"
        data-testid="attachment-open"
        >${inside}</a
      >`;
    }
    return html`<button
      class="open"
      data-testid="attachment-open"
      ?disabled=${attachment.missing}
      @click=${() => this.dispatchEvent(new OpenFileEvent(attachment))}
    >
      ${inside}
    </button>`;
  }

  private _renderMark({ id, kind, media_type: type, missing }: AttachmentView) {
    if (missing || !type?.startsWith("image/") || type === "image/heic")
      return icon(ICONS[kind], 24);
    return html`<home-inventory-photo .hass=${this.hass} .attachment=${id}></home-inventory-photo>`;
  }

  private _about(attachment: AttachmentView): string {
    const { title, kind, size, url, missing } = attachment;
    const parts = [
      title ? this.localize(`attachment.${kind}`) : "",
      this.item.photo === attachment.id ? this.localize("files.is_picture") : "",
      size === null ? "" : formatBytes(size, this.locale),
      url ? new URL(url).hostname : "",
      missing ? this.localize("files.missing") : "",
    ];
    return parts.filter(Boolean).join(" · ");
  }

  private _renderWays() {
    return html`<div class="ways">
      ${this._renderInput("photo", mdiCameraPlusOutline)}
      ${this._renderInput("files", mdiPaperclip)}
      <button
        class="button outlined"
        data-testid="add-link"
        @click=${() => void addLinkWithDialog(this, this.item)}
      >
        ${icon(mdiLinkPlus, 20)} ${this.localize("files.add_link")}
      </button>
    </div>`;
  }

  /** The browser's own way to choose files lies behind a label that looks like a button. */
  private _renderInput(what: "photo" | "files", path: string) {
    const isPhoto = what === "photo";
    return html`<label class="button outlined" ?data-off=${Boolean(this._sending)}>
      ${icon(path, 20)} ${this.localize(isPhoto ? "files.add_photo" : "files.add_files")}
      <input
        type="file"
        class="sr-only"
        data-testid="add-${what}"
        accept=${isPhoto ? "image/*" : nothing}
        capture=${isPhoto ? "environment" : nothing}
        ?multiple=${!isPhoto}
        ?disabled=${Boolean(this._sending)}
        @change=${this._chosen}
      />
    </label>`;
  }

  private _renderSending({ number, total, name }: Sending) {
    return html`<div class="sending" data-testid="sending">
      <progress
        max=${total}
        .value=${number - 0.5}
        aria-label=${this.localize("files.progress")}
      ></progress>
      <span class="quiet">${this.localize("files.sending", { name, number, total })}</span>
    </div>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    chipStyles,
    viewStyles,
    itemFilesStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-item-files": ItemFiles;
  }
}
