import { mdiCompare } from "@mdi/js";
import { css, html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles, chipStyles } from "../../../components/styles";
import { describeError } from "../../../data/errors";
import { errorOfRun, fetchRuns, type SyncRun } from "../../../data/source";
import { defineElement } from "../../../ha/define-element";
import { formatMoment } from "../../../utils/format";
import { deviceStyles } from "../devices/device-styles";
import { worded } from "../devices/device-text";
import { viewStyles } from "../view-styles";
import "./run-differences";
import { describeCounts, describeNote } from "./source-text";

const PAGE = 10;

/** The last runs of a source, newest first: when, how, and what they brought. */
@defineElement("home-inventory-source-runs")
export class SourceRuns extends InventoryElement {
  @property() public sourceId!: string;
  /** The newest run, so that the list is read again after it. */
  @property() public revision?: string;

  @state() private _runs: SyncRun[] = [];
  @state() private _errors = new Map<string, string>();
  @state() private _total = 0;
  @state() private _error?: string;
  /** The ids of the runs to compare, at most two; undefined when nobody compares. */
  @state() private _chosen?: string[];

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has("sourceId")) {
      this._runs = [];
      this._total = 0;
      this._chosen = undefined;
    }
    if (changed.has("sourceId") || changed.has("revision")) {
      void this._load(Math.max(PAGE, this._runs.length));
    }
  }

  private async _load(limit: number): Promise<void> {
    const { hass, sourceId } = this;
    if (!hass) return;
    try {
      const { runs, total } = await fetchRuns(hass, sourceId, { limit, offset: 0 });
      const failed = runs.flatMap(({ id, error }) => (error ? [{ id, error }] : []));
      const texts = await Promise.all(
        failed.map(({ error }) => describeError(hass, errorOfRun(error))),
      );
      if (sourceId !== this.sourceId) return;
      this._errors = new Map(failed.map(({ id }, index) => [id, texts[index] ?? ""]));
      this._runs = runs;
      this._total = total;
      this._error = undefined;
    } catch (error) {
      this._error = await describeError(hass, error);
    }
  }

  protected override render() {
    return html`<section class="card list" aria-label=${this.localize("sources.runs")}>
      <h2>
        <span>${this.localize("sources.runs")}</span>
        ${this._runs.filter(({ error }) => !error).length > 1 ? this._renderCompare() : nothing}
      </h2>
      ${this._chosen ? this._renderDifferences() : nothing}
      ${this._error ? html`<p class="error">${this._error}</p>` : nothing}
      <ol class="rows" data-testid="runs">
        ${this._runs.map((run) => this._renderRun(run))}
      </ol>
      ${
        this._runs.length < this._total
          ? html`<button
              class="button"
              @click=${() => void this._load(Math.min(1000, this._runs.length + 50))}
            >
              ${this.localize("action.load_more")}
            </button>`
          : nothing
      }
    </section>`;
  }

  private _renderCompare() {
    const isOn = this._chosen !== undefined;
    return html`<button
      class="button"
      data-testid="compare"
      aria-pressed=${isOn ? "true" : "false"}
      @click=${() => (this._chosen = isOn ? undefined : [])}
    >
      ${icon(mdiCompare, 20)} ${this.localize("diff.compare")}
    </button>`;
  }

  /** Of three the one that was chosen first goes. */
  private _choose(id: string, chosen: boolean): void {
    const others = (this._chosen ?? []).filter((one) => one !== id);
    this._chosen = chosen ? [...others, id].slice(-2) : others;
  }

  private _renderChoice({ id, started_at: at }: SyncRun, chosen: string[]) {
    return html`<input
      type="checkbox"
      data-testid="compare-run"
      aria-label=${formatMoment(at, this.locale)}
      .checked=${live(chosen.includes(id))}
      @change=${(event: Event) => this._choose(id, (event.target as HTMLInputElement).checked)}
    />`;
  }

  private _renderDifferences() {
    const [second, first] = this._runs.filter(({ id }) => this._chosen?.includes(id));
    if (!first || !second) return html`<p class="hint">${this.localize("diff.choose")}</p>`;
    return html`<home-inventory-run-differences
      .hass=${this.hass}
      .first=${first}
      .second=${second}
    ></home-inventory-run-differences>`;
  }

  private _renderRun(run: SyncRun) {
    const language = this.hass?.language ?? "en";
    const error = this._errors.get(run.id);
    return html`<li data-testid="run-entry">
      ${this._chosen && !run.error ? this._renderChoice(run, this._chosen) : nothing}
      <div class="text">
        <div class=${error ? "error" : ""}>${error ?? describeCounts(language, run.counts)}</div>
        <div class="quiet small">
          ${formatMoment(run.started_at, this.locale)}
          ${run.mode ? html` · ${worded(language, `mode.${run.mode}`)}` : nothing}
        </div>
        ${run.notes.map((note) => html`<div class="quiet small">${describeNote(language, note)}</div>`)}
      </div>
      ${
        run.complete || error
          ? nothing
          : html`<span class="badge warning">${this.localize("sync.partial")}</span>`
      }
    </li>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    chipStyles,
    viewStyles,
    deviceStyles,
    css`
      h2 .button {
        font-size: var(--ha-font-size-m, 14px);
      }
      .hint {
        margin: 0;
        padding: 8px 16px;
      }
      input[type="checkbox"] {
        width: 20px;
        height: 20px;
        accent-color: var(--primary-color);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-source-runs": SourceRuns;
  }
}
