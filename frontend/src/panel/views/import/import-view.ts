import { mdiFileUploadOutline } from "@mdi/js";
import { css, html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { baseStyles, buttonStyles, fieldStyles } from "../../../components/styles";
import { showDone } from "../../../components/undo-toast";
import { describeError, errorKey } from "../../../data/errors";
import {
  applyImport,
  describeApplyError,
  mapped,
  MOST_IMPORT_BYTES,
  previewImport,
  uploadFile,
  type ImportAnswer,
  type ImportFile,
  type ImportPreview,
  type ImportReading,
} from "../../../data/import";
import type { InventoryInfo } from "../../../data/info";
import { defineElement } from "../../../ha/define-element";
import { followLink, historyNote, navigate, noteInHistory, PANEL_PATH } from "../../../ha/navigate";
import { formatBytes } from "../../../utils/format";
import { importScanWithDialog } from "../../source-actions";
import { renderState } from "../render-state";
import "../export/exchange-tabs";
import { viewStyles } from "../view-styles";
import "./import-answer";
import "./import-complete";
import type { ImportDoneEvent } from "./import-complete";
import "./import-partial";
import type { PartialChosenEvent } from "./import-partial";
import "./import-columns";
import type { ImportMappingEvent } from "./import-columns";
import "./import-drop";
import type { FileChosenEvent } from "./import-drop";
import { renderDone } from "./import-done";
import "./import-format";
import type { ReadingChosenEvent } from "./import-format";
import "./import-grocy";
import type { GrocyChosenEvent } from "./import-grocy";
import "./import-progress";
import { aboutWhat } from "./import-text";

const HERE = `${PANEL_PATH}/import`;
/** What was chosen about the columns stands beside the address, so that it is still there after a reload. */
const NOTE = "inventoryImport";

/** Take in a file of another program: choose it, look at what would change, do it. The file that is looked at is in the address. */
@defineElement("home-inventory-import-view")
export class ImportView extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property() public token?: string;

  @state() private _preview?: ImportPreview;
  @state() private _done?: ImportAnswer;
  @state() private _error?: string;
  @state() private _isBusy = false;
  @state() private _isPartial = false;
  @state() private _deviceList?: File;
  private _reading: ImportReading = {};
  private _asked = 0;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has("token") || this.token === this._preview?.token) return;
    this._preview = this._error = undefined;
    this._reading = {};
    if (!this.token) return;
    this._done = undefined;
    this._reading = historyNote<ImportReading>(NOTE) ?? {};
    void this._look({ token: this.token });
  }

  private readonly _take = async (file: File | undefined): Promise<void> => {
    const { hass } = this;
    if (!file || !hass) return;
    this._error = this._done = this._deviceList = undefined;
    if (file.size > MOST_IMPORT_BYTES) {
      const most = formatBytes(MOST_IMPORT_BYTES, this.locale);
      this._error = this.localize("import.too_large", { most });
      return;
    }
    this._isBusy = true;
    this._reading = {};
    try {
      const upload = await uploadFile(hass, file);
      await this._look({ upload }, file);
    } catch {
      this._error = this.localize("import.upload_failed");
    } finally {
      this._isBusy = false;
    }
  };

  private readonly _ask = ({ detail }: GrocyChosenEvent): void => {
    this._done = this._deviceList = undefined;
    this._reading = {};
    void this._look(detail);
  };

  private async _look(file: ImportFile, chosen?: File): Promise<void> {
    const { hass } = this;
    if (!hass) return;
    const asked = ++this._asked;
    this._isBusy = true;
    this._error = undefined;
    try {
      const preview = await previewImport(hass, file, this._reading);
      if (asked !== this._asked) return;
      if (preview.token !== this._preview?.token) this._isPartial = false;
      this._preview = preview;
      if (this.token !== preview.token) navigate(`${HERE}/${preview.token}`);
    } catch (error) {
      const text = await describeError(hass, error);
      if (asked !== this._asked) return;
      this._error = text;
      this._deviceList = errorKey(error) === "import_devices" ? chosen : undefined;
    } finally {
      if (asked === this._asked) this._isBusy = false;
    }
  }

  private _reread(reading: ImportReading): void {
    if (!this._preview) return;
    this._reading = reading;
    noteInHistory(NOTE, reading);
    void this._look({ token: this._preview.token });
  }

  private readonly _apply = async (): Promise<void> => {
    const { hass, _preview: preview } = this;
    if (!hass || !preview || this._isBusy) return;
    this._isBusy = true;
    this._error = undefined;
    const reading = { ...mapped(preview, this._reading), partial: this._isPartial };
    try {
      this._finish(await applyImport(hass, { token: preview.token }, reading));
    } catch (error) {
      this._error = await describeApplyError(hass, error);
    } finally {
      this._isBusy = false;
    }
  };

  private _finish(done: ImportAnswer): void {
    const { what, count } = aboutWhat(done.counts);
    if (this.hass) showDone(this.hass, this.localize(`import.done${what}`, { count }), done.batch);
    this._done = done;
    this._preview = undefined;
    navigate(HERE, { replace: true });
  }

  protected override render() {
    if (!this.info.can_write) {
      return renderState({ icon: mdiFileUploadOutline, text: this.localize("import.read_only") });
    }
    return html`<article class="page" data-testid="import" aria-busy=${this._isBusy}>
      ${this.token && this._preview ? this._renderPreview(this._preview) : this._renderChoose()}
    </article>`;
  }

  private _renderChoose() {
    return html`<home-inventory-exchange-tabs .hass=${this.hass}></home-inventory-exchange-tabs>
      <section class="card">
        <h1>${this.localize("import.title")}</h1>
        <p class="quiet">${this.localize("import.hint")}</p>
        <home-inventory-import-drop
          .label=${this.localize("import.choose")}
          ?disabled=${this._isBusy}
          @file-chosen=${({ detail }: FileChosenEvent) => void this._take(detail)}
        ></home-inventory-import-drop>
        ${this._renderStatus()}
      </section>
      ${
        this.info.is_admin
          ? html`<home-inventory-import-grocy
              .hass=${this.hass}
              ?disabled=${this._isBusy}
              @grocy-chosen=${this._ask}
            ></home-inventory-import-grocy>`
          : nothing
      }
      ${this._done ? renderDone(this.hass, this._done) : nothing}`;
  }

  private _renderStatus() {
    if (this._error) {
      return html`<p class="error" role="alert" data-testid="import-error">${this._error}</p>
        ${this._deviceList ? this._renderDevices(this._deviceList) : nothing}`;
    }
    return this._isBusy
      ? html`<home-inventory-import-progress .hass=${this.hass}></home-inventory-import-progress>`
      : nothing;
  }

  private _renderDevices(file: File) {
    return html`<button
      class="button outlined"
      data-testid="import-devices"
      @click=${() => void importScanWithDialog(this, file)}
    >
      ${this.localize("import.devices_go")}
    </button>`;
  }

  private _renderPreview(preview: ImportPreview) {
    const { answer } = preview;
    if (answer?.complete) {
      return html`<home-inventory-import-complete
        .hass=${this.hass}
        .preview=${preview}
        @import-done=${({ detail }: ImportDoneEvent) => this._finish(detail)}
      ></home-inventory-import-complete>`;
    }
    return html`<home-inventory-import-format
        .hass=${this.hass}
        .preview=${preview}
        @reading-chosen=${({ detail }: ReadingChosenEvent) => this._reread(detail)}
      ></home-inventory-import-format>
      <home-inventory-import-columns
        .hass=${this.hass}
        .columns=${preview.columns}
        .targets=${preview.targets}
        .open=${!answer || preview.format === "table"}
        @mapping-changed=${({ detail }: ImportMappingEvent) =>
          this._reread(mapped(preview, this._reading, detail))}
      ></home-inventory-import-columns>
      ${
        answer
          ? html`<home-inventory-import-answer
              .hass=${this.hass}
              .answer=${answer}
              .heading=${this.localize("import.preview")}
            ></home-inventory-import-answer>`
          : html`<section class="card">
              <p class="error">${this.localize("import.name_missing")}</p>
            </section>`
      }
      ${this._renderApply(answer)}`;
  }

  private _renderApply(answer: ImportAnswer | null) {
    const { what, count } = aboutWhat(answer?.counts);
    const isBlocked = Boolean(answer?.counts.rejected) && !this._isPartial;
    return html`<section class="card apply">
      ${
        answer
          ? html`<home-inventory-import-partial
              .hass=${this.hass}
              .answer=${answer}
              ?checked=${this._isPartial}
              @partial-chosen=${({ detail }: PartialChosenEvent) => (this._isPartial = detail)}
            ></home-inventory-import-partial>`
          : nothing
      }
      ${this._renderStatus()}
      <div class="actions">
        <button
          class="button primary"
          data-testid="import-apply"
          ?disabled=${this._isBusy || count === 0 || isBlocked}
          @click=${this._apply}
        >
          ${this.localize(`import.apply${what}`, { count })}
        </button>
        <a class="button" href=${HERE} data-testid="import-another" @click=${followLink}
          >${this.localize("import.another")}</a
        >
      </div>
    </section>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    viewStyles,
    css`
      :host {
        display: block;
        overflow-y: auto;
      }
      .apply {
        position: sticky;
        bottom: 0;
        padding: 8px 16px calc(12px + env(safe-area-inset-bottom));
      }
      .apply .actions {
        margin-top: 8px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-import-view": ImportView;
  }
}
