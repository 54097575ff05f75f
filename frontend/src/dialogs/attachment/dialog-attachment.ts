import { html, nothing } from "lit";
import { query } from "lit/decorators.js";
import { InventoryDialog } from "../../components/dialog-base";
import {
  ATTACHMENT_KINDS,
  type AttachmentFields,
  type AttachmentKind,
  type AttachmentResult,
} from "../../data/attachment";
import { defineElement } from "../../ha/define-element";
import type { AttachmentParams } from "./show-dialog-attachment";

@defineElement("home-inventory-dialog-attachment")
export class DialogAttachment extends InventoryDialog<AttachmentParams, AttachmentResult> {
  @query("#title") private readonly _title!: HTMLInputElement;
  @query("#kind") private readonly _kind!: HTMLSelectElement;
  @query("#url") private readonly _url?: HTMLInputElement;
  @query("#first") private readonly _first?: HTMLInputElement;

  protected override async submit(): Promise<AttachmentResult | undefined> {
    const url = this._url?.value.trim();
    if (url === "") {
      this._error = this.localize("files.address_required");
      this._url!.focus();
      return undefined;
    }
    const fields: AttachmentFields = {
      title: this._title.value.trim(),
      kind: this._kind.value as AttachmentKind,
      ...(url ? { url } : {}),
      ...(this._first?.checked ? { position: 0 } : {}),
    };
    return this.params.save(fields);
  }

  /** A file is no link, an address no photo, and what is no picture neither. */
  private _kinds(): AttachmentKind[] {
    const type = this.params.attachment?.media_type ?? null;
    const fits = (kind: AttachmentKind) =>
      kind === "photo" ? type?.startsWith("image/") : kind !== "link" || type === null;
    return ATTACHMENT_KINDS.filter(fits);
  }

  protected override render() {
    const { attachment } = this.params;
    const kind = attachment?.kind ?? "link";
    return this.renderFrame({
      heading: this.localize(attachment ? "files.edit" : "files.add_link"),
      submitLabel: this.localize("action.save"),
      testId: "attachment-dialog",
      body: html`
        ${!attachment || attachment.url ? this._renderAddress(attachment?.url ?? "") : nothing}
        <div class="field">
          <label for="title">${this.localize("files.title_field")}</label>
          <input
            id="title"
            data-testid="attachment-title"
            maxlength="255"
            autocomplete="off"
            ?autofocus=${Boolean(attachment)}
            .value=${attachment?.title ?? ""}
          />
        </div>
        <div class="field">
          <label for="kind">${this.localize("files.kind")}</label>
          <select id="kind" data-testid="attachment-kind">
            ${this._kinds().map(
              (each) =>
                html`<option value=${each} ?selected=${each === kind}>
                  ${this.localize(`attachment.${each}`)}
                </option>`,
            )}
          </select>
        </div>
        ${
          this.params.canBeFirst
            ? html`<label class="check">
                <input id="first" type="checkbox" data-testid="attachment-first" />
                <span>${this.localize("files.make_picture")}</span>
              </label>`
            : nothing
        }
      `,
    });
  }

  private _renderAddress(url: string) {
    return html`<div class="field">
      <label for="url">${this.localize("files.address")}</label>
      <input
        id="url"
        type="url"
        inputmode="url"
        data-testid="attachment-url"
        maxlength="2048"
        autocomplete="off"
        placeholder="https://"
        ?autofocus=${url === ""}
        .value=${url}
      />
    </div>`;
  }
}
