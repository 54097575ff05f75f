import { mdiDownloadOutline } from "@mdi/js";
import { html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import "../../../components/place-field";
import type { Place, PlaceChangedEvent } from "../../../components/place-field";
import { baseStyles, buttonStyles, fieldStyles } from "../../../components/styles";
import { fetchCategories } from "../../../data/category";
import { describeError } from "../../../data/errors";
import type { InventoryInfo } from "../../../data/info";
import { fetchLocation } from "../../../data/location";
import {
  makeReport,
  REPORT_FORMATS,
  type ReportFile,
  type ReportFormat,
} from "../../../data/report";
import { concernsKind, SubscribeController } from "../../../data/subscribe";
import { defineElement } from "../../../ha/define-element";
import { noteInHistory } from "../../../ha/navigate";
import { formatBytes } from "../../../utils/format";
import { viewStyles } from "../view-styles";
import "./report-kinds";
import type { KindChosenEvent } from "./report-kinds";
import "./report-rule";
import type { RulesChangedEvent } from "./report-rule";
import {
  orderOf,
  readAsked,
  rememberedRules,
  rememberRules,
  writeAsked,
  type Asked,
  type Rules,
} from "./report-state";
import { reportsViewStyles } from "./reports-view-styles";

/** Reports: what they are about, by which rules, and the file. */
@defineElement("home-inventory-reports-view")
export class ReportsView extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;

  @state() private _asked: Asked = readAsked(location.search);
  @state() private _rules: Rules = rememberedRules();
  @state() private _place?: Place;
  @state() private _categories: readonly string[] = [];
  @state() private _file?: ReportFile;
  @state() private _error?: string;
  @state() private _isBusy = false;

  public constructor() {
    super();
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "category")) void this._loadCategories();
      if (concernsKind(notices, "location")) void this._loadPlace();
    });
  }

  public override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("location-changed", this._addressChanged);
    window.addEventListener("popstate", this._addressChanged);
    void this._loadCategories();
    void this._loadPlace();
  }

  public override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("location-changed", this._addressChanged);
    window.removeEventListener("popstate", this._addressChanged);
  }

  private readonly _addressChanged = (): void => {
    if (writeAsked(this._asked) === location.search) return;
    this._asked = readAsked(location.search);
    this._file = this._error = undefined;
    void this._loadPlace();
  };

  /** Without them years of their own can't be chosen; all else goes on. */
  private async _loadCategories(): Promise<void> {
    if (!this.hass) return;
    const found = await fetchCategories(this.hass).catch(() => []);
    this._categories = found.map(({ path }) => path);
  }

  /** A place that has gone is no longer asked for. */
  private async _loadPlace(): Promise<void> {
    const { hass } = this;
    const id = this._asked.in;
    if (!hass || !id) {
      this._place = undefined;
      return;
    }
    const found = await fetchLocation(hass, id).catch(() => undefined);
    if (this._asked.in !== id) return;
    this._place = found && { id, path: found.location.path };
  }

  private _ask(part: Partial<Asked>): void {
    this._asked = { ...this._asked, ...part };
    this._file = this._error = undefined;
    noteInHistory("homeInventoryReport", true, writeAsked(this._asked));
  }

  private _rule(part: Partial<Rules>): void {
    this._rules = { ...this._rules, ...part };
    this._file = this._error = undefined;
    rememberRules(this._rules);
  }

  private readonly _placeChanged = ({ detail }: PlaceChangedEvent): void => {
    this._place = detail.value;
    this._ask({ in: detail.value?.id });
  };

  private readonly _make = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { hass } = this;
    if (!hass || this._isBusy) return;
    this._isBusy = true;
    this._file = this._error = undefined;
    try {
      this._file = await makeReport(hass, orderOf(this._asked, this._rules, hass.language));
      download(this._file);
    } catch (error) {
      this._error = await describeError(hass, error);
    }
    this._isBusy = false;
  };

  protected override render() {
    const { report } = this._asked;
    const isOfItems = report !== "devices";
    return html`<form
      class="page"
      novalidate
      data-testid="reports"
      aria-busy=${this._isBusy}
      @submit=${this._make}
    >
      <section class="card">
        <h1>${this.localize("panel.reports")}</h1>
        <home-inventory-report-kinds
          .hass=${this.hass}
          .value=${report}
          @kind-chosen=${({ detail }: KindChosenEvent) => this._ask({ report: detail })}
        ></home-inventory-report-kinds>
      </section>
      <section class="card">
        <h2>${this.localize("reports.covers")}</h2>
        <home-inventory-place-field
          .hass=${this.hass}
          .home=${this.info.name}
          .label=${this.localize("reports.place")}
          .value=${this._place}
          @place-changed=${this._placeChanged}
        ></home-inventory-place-field>
        ${
          isOfItems
            ? html`${this._renderField("query", "search")} ${this._renderField("date", "date")}`
            : nothing
        }
      </section>
      ${this._renderRules()}
      <section class="card">${this._renderFormats()} ${this._renderMake()}</section>
    </form>`;
  }

  private _renderField(name: "query" | "date", type: string) {
    return html`<div class="field">
      <label for=${name}>${this.localize(`reports.${name}`)}</label>
      <input
        id=${name}
        type=${type}
        autocomplete="off"
        data-testid=${name}
        .value=${this._asked[name] ?? ""}
        @change=${(event: Event) =>
          this._ask({ [name]: (event.target as HTMLInputElement).value.trim() || undefined })}
      />
    </div>`;
  }

  private _renderRules() {
    const { report } = this._asked;
    if (report === "warranty") {
      return html`<section class="card">
        <div class="field">
          <label for="days">${this.localize("reports.days")}</label>
          <input
            id="days"
            inputmode="numeric"
            autocomplete="off"
            placeholder=${this.info.warning_days}
            data-testid="days"
            .value=${this._rules.days}
            @change=${(event: Event) => this._rule({ days: (event.target as HTMLInputElement).value.trim() })}
          />
        </div>
      </section>`;
    }
    if (report !== "insurance") return nothing;
    return html`<section class="card">
      <h2>${this.localize("reports.value")}</h2>
      <home-inventory-report-rule
        .hass=${this.hass}
        .rules=${this._rules}
        .categories=${this._categories}
        @rules-changed=${({ detail }: RulesChangedEvent) => this._rule(detail)}
      ></home-inventory-report-rule>
    </section>`;
  }

  private _renderFormats() {
    return html`<fieldset>
      <legend class="label">${this.localize("reports.format")}</legend>
      ${REPORT_FORMATS.map(
        (format: ReportFormat) =>
          html`<label class="check">
            <input
              type="radio"
              name="format"
              data-testid="format-${format}"
              .checked=${format === this._rules.format}
              @change=${() => this._rule({ format })}
            />
            ${this.localize(`reports.${format}`)}
          </label>`,
      )}
    </fieldset>`;
  }

  private _renderMake() {
    return html`<div class="actions">
        <button class="button primary" data-testid="make-report" ?disabled=${this._isBusy}>
          ${icon(mdiDownloadOutline, 20)}
          ${this.localize(this._isBusy ? "reports.making" : "reports.make")}
        </button>
        ${
          this._file
            ? html`<a
                class="button outlined"
                href=${this._file.path}
                download=${this._file.name}
                data-testid="report-link"
                >${this.localize("reports.again")}</a
              >`
            : nothing
        }
      </div>
      <div role="status" data-testid="report-status">${this._renderStatus()}</div>`;
  }

  private _renderStatus() {
    if (this._error) return html`<p class="error" data-testid="report-error">${this._error}</p>`;
    if (!this._file) return nothing;
    const { entries: count, size } = this._file;
    const text = this.localize("reports.made", { count, size: formatBytes(size, this.locale) });
    return html`<p>${text}</p>
      <p class="quiet">${this.localize("reports.for_an_hour")}</p>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    viewStyles,
    reportsViewStyles,
  ];
}

/** Let the browser fetch a file under a signed link. */
const download = ({ path, name }: ReportFile): void => {
  const link = document.createElement("a");
  link.href = path;
  link.download = name;
  link.click();
};

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-reports-view": ReportsView;
  }
}
