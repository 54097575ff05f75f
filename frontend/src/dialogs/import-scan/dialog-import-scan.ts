import { css, html, nothing, type PropertyValues } from "lit";
import { query, state } from "lit/decorators.js";
import { InventoryDialog } from "../../components/dialog-base";
import "../../components/sync-preview";
import type { SyncPreview } from "../../components/sync-preview";
import { describeError } from "../../data/errors";
import { fetchLocations, type Location } from "../../data/location";
import {
  asksToConfirm,
  MOST_SCAN_BYTES,
  type InspectedScan,
  type RunOptions,
  type ScanAnswer,
  type ScanColumn,
  type ScanFile,
  type ScanMapping,
} from "../../data/source";
import { defineElement } from "../../ha/define-element";
import { translateIfKnown } from "../../localize/localize";
import { toBase64 } from "../../utils/base64";
import { formatBytes } from "../../utils/format";
import "./scan-columns";
import type { MappingEvent } from "./scan-columns";
import { formatName } from "./scan-formats";
import type { ImportScanParams } from "./show-dialog-import-scan";

/** How many rows that could not be read are named. */
const SHOWN_PROBLEMS = 10;

/** First a look at what a scan file would change, then the change. */
@defineElement("home-inventory-dialog-import-scan")
export class DialogImportScan extends InventoryDialog<ImportScanParams, ScanAnswer> {
  @state() private _file?: File;
  @state() private _sites: Location[] = [];
  @state() private _site = "";
  @state() private _found?: InspectedScan;
  @state() private _mapping: ScanMapping = {};
  @state() private _isOver = false;
  @state() private _isDropped = false;
  @query("#file") private readonly _field?: HTMLInputElement;
  @query("home-inventory-sync-preview") private readonly _preview?: SyncPreview;
  @state() private _answer?: ScanAnswer;
  @state() private _isDoubted = false;
  @state() private _isConfirmed = false;

  public override connectedCallback(): void {
    super.connectedCallback();
    this._site = this.params.info.home_site_id ?? "";
    void this._loadSites();
    this._isDropped = Boolean(this.params.file);
    if (this.params.file) void this._take(this.params.file);
  }

  private async _loadSites(): Promise<void> {
    if (!this.hass) return;
    const places = await fetchLocations(this.hass).catch(() => []);
    this._sites = places.filter(({ kind }) => kind === "site");
    this._site ||= this._sites[0]?.id ?? "";
  }

  /** What was looked at is of another file or site now. */
  private _changed(): void {
    this._answer = this._error = undefined;
    this._isDoubted = this._isConfirmed = false;
  }

  /** Take a file and say at once what it is; what is wrong with it too. */
  private async _take(file: File | undefined): Promise<void> {
    this._file = file;
    this._found = undefined;
    this._mapping = {};
    this._changed();
    if (!file) return;
    try {
      const read = await this._read();
      const found = read && (await this.params.inspect(read.data));
      if (!found || file !== this._file) return;
      this._found = found;
      this._mapping = proposed(found.columns);
    } catch (error) {
      const text = this.hass && (await describeError(this.hass, error));
      if (file === this._file) this._error = text;
    }
  }

  private readonly _chosen = (event: Event): void => {
    this._isDropped = false;
    void this._take((event.target as HTMLInputElement).files?.[0]);
  };

  private readonly _dropped = (event: DragEvent): void => {
    event.preventDefault();
    this._isOver = false;
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    this._isDropped = true;
    if (this._field) this._field.value = "";
    void this._take(file);
  };

  private readonly _dragged = (event: DragEvent): void => {
    event.preventDefault();
    this._isOver = event.type === "dragover";
  };

  protected override async submit(): Promise<ScanAnswer | undefined> {
    const file = await this._read();
    if (!file) return undefined;
    const options: RunOptions = this._isConfirmed ? { confirmed: true } : {};
    try {
      if (this._answer) return await this.params.take(file, options);
      this._answer = await this.params.take(file, { ...options, dry_run: true });
    } catch (error) {
      this._isDoubted ||= asksToConfirm(error);
      throw error;
    }
    return undefined;
  }

  private async _read(): Promise<ScanFile | undefined> {
    const { _file: file, _site: site } = this;
    if (!file) {
      this._error = this.localize("scan.file_required");
      return undefined;
    }
    if (file.size > MOST_SCAN_BYTES) {
      const most = formatBytes(MOST_SCAN_BYTES, this.locale);
      this._error = this.localize("scan.too_large", { most });
      return undefined;
    }
    return {
      data: toBase64(new Uint8Array(await file.arrayBuffer())),
      ...(site ? { site } : {}),
      ...(this._found?.columns.length ? { mapping: this._mapping } : {}),
    };
  }

  /** A preview below the columns of a table would not be seen, and the next click applies it. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const preview = changed.has("_answer") ? this._preview : undefined;
    void preview?.updateComplete.then(() => preview.scrollIntoView?.({ block: "nearest" }));
  }

  protected override render() {
    return this.renderFrame({
      heading: this.localize("scan.title"),
      submitLabel: this.localize(this._answer ? "sync.apply" : "sync.preview"),
      testId: "import-dialog",
      body: html`
        <p class="quiet">${this.localize("scan.hint")}</p>
        ${this._renderFile()} ${this._found ? this._renderFound(this._found) : nothing}
        ${this._sites.length > 1 ? this._renderSite() : nothing}
        ${this._isDoubted ? this._renderConfirm() : nothing}
        ${this._answer ? this._renderAnswer(this._answer) : nothing}
      `,
    });
  }

  private _renderFile() {
    return html`<div
      class="field drop ${this._isOver ? "over" : ""}"
      data-testid="scan-drop"
      @dragover=${this._dragged}
      @dragleave=${this._dragged}
      @drop=${this._dropped}
    >
      <label for="file">${this.localize("scan.file")}</label>
      <input id="file" type="file" autofocus data-testid="scan-file" @change=${this._chosen} />
      ${this._isDropped || !this._file ? this._renderName() : nothing}
    </div>`;
  }

  /** The field names a file that was chosen, but not one that was dropped. */
  private _renderName() {
    const { _file: file } = this;
    return html`<span class="quiet ${file ? "" : "hint"}" data-testid="scan-name"
      >${file ? file.name : this.localize("scan.drop")}</span
    >`;
  }

  private _renderFound({ format, hosts, columns, kinds }: InspectedScan) {
    const name = formatName(this.hass?.language ?? "en", format);
    return html`<p role="status" data-testid="scan-format">
        ${this.localize("scan.recognised", { format: name, count: hosts })}
      </p>
      ${
        columns.length > 0
          ? html`<home-inventory-scan-columns
              .hass=${this.hass}
              .columns=${columns}
              .kinds=${kinds}
              .mapping=${this._mapping}
              @mapping-changed=${(event: MappingEvent) => {
                this._mapping = event.detail;
                this._changed();
              }}
            ></home-inventory-scan-columns>`
          : nothing
      }`;
  }

  private _renderSite() {
    return html`<div class="field">
      <label for="site">${this.localize("sources.site")}</label>
      <select
        id="site"
        data-testid="scan-site"
        @change=${(event: Event) => {
          this._site = (event.target as HTMLSelectElement).value;
          this._changed();
        }}
      >
        ${this._sites.map(
          ({ id, name }) =>
            html`<option value=${id} ?selected=${id === this._site}>${name}</option>`,
        )}
      </select>
    </div>`;
  }

  private _renderConfirm() {
    return html`<label class="check">
      <input
        type="checkbox"
        data-testid="confirm"
        .checked=${this._isConfirmed}
        @change=${(event: Event) =>
          (this._isConfirmed = (event.target as HTMLInputElement).checked)}
      />
      ${this.localize("sync.confirm")}
    </label>`;
  }

  private _renderAnswer(answer: ScanAnswer) {
    const { problems } = answer;
    const rest = problems.length - SHOWN_PROBLEMS;
    return html`<home-inventory-sync-preview
        .hass=${this.hass}
        .answer=${answer}
      ></home-inventory-sync-preview>
      ${
        problems.length > 0
          ? html`<div data-testid="scan-problems">
              <p>${this.localize("scan.problems", { count: problems.length })}</p>
              ${problems.slice(0, SHOWN_PROBLEMS).map((problem) => this._renderProblem(problem))}
              ${rest > 0 ? html`<p class="quiet">${this.localize("sync.more", { count: rest })}</p>` : nothing}
            </div>`
          : nothing
      }`;
  }

  private _renderProblem({ line, reason, value }: ScanAnswer["problems"][number]) {
    const why = translateIfKnown(this.hass?.language ?? "en", `scan_problem.${reason}`) ?? reason;
    return html`<p class="quiet">${this.localize("scan.line", { line })}: ${why} ${value}</p>`;
  }

  public static override styles = [
    ...[InventoryDialog.styles].flat(),
    css`
      .drop {
        padding: 12px;
        border: 2px dashed var(--divider-color);
        border-radius: var(--ha-border-radius-md, 8px);
      }
      @media (hover: none) {
        .hint {
          display: none;
        }
      }
      .drop.over {
        border-color: var(--primary-color);
      }
    `,
  ];
}

/** What columns seem to hold, as a mapping to begin with. */
const proposed = (columns: readonly ScanColumn[]): ScanMapping =>
  Object.fromEntries(columns.flatMap(({ name, holds }) => (holds ? [[name, holds]] : [])));
