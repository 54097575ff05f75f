import { css, html, nothing } from "lit";
import { state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { baseStyles, buttonStyles, fieldStyles } from "../../../components/styles";
import { showMessage } from "../../../components/undo-toast";
import { describeError } from "../../../data/errors";
import {
  EXPORT_FORMATS,
  runSchedule,
  saveSchedule,
  ScheduleController,
  type ExportPlan,
  type ExportSchedule,
} from "../../../data/export";
import { defineElement } from "../../../ha/define-element";
import type { HomeAssistant } from "../../../ha/types";
import { formatBytes, formatMoment } from "../../../utils/format";
import { viewStyles } from "../view-styles";

const USUAL: ExportPlan = {
  every: "day",
  at: "03:00",
  weekday: 0,
  day: 1,
  folder: "media-source://media_source/local/exports",
  format: "zip",
  history: true,
  keep: 7,
};
const EVERY = ["day", "week", "month"] as const;
/** A Monday. */
const SOME_MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const LATEST_DAY = 28;

/** What is exported by itself: shown to administrators, who may change it. */
@defineElement("home-inventory-export-schedule")
export class ExportScheduleCard extends InventoryElement {
  @state() private _schedule?: ExportSchedule;
  @state() private _draft?: ExportPlan | undefined;
  /** Whether something was changed here that is not saved yet: news must not take it away. */
  @state() private _isDraft = false;
  @state() private _error?: string | undefined;
  @state() private _reason?: string | undefined;
  @state() private _isBusy = false;

  public constructor() {
    super();
    new ScheduleController(this, (schedule) => void this._show(schedule));
  }

  private async _show(schedule: ExportSchedule): Promise<void> {
    this._schedule = schedule;
    if (!this._isDraft) this._draft = schedule.plan ?? undefined;
    const { hass } = this;
    const { last } = schedule;
    const reason =
      hass && last?.error
        ? await describeError(hass, {
            message: last.error,
            translation_key: last.error,
            translation_placeholders: last.placeholders,
          })
        : undefined;
    if (this._schedule === schedule) this._reason = reason;
  }

  /** Do something with the schedule that answers how it is then; what is refused is said. */
  private async _do(work: (hass: HomeAssistant) => Promise<ExportSchedule>): Promise<void> {
    const { hass } = this;
    if (!hass || this._isBusy) return;
    this._isBusy = true;
    this._error = undefined;
    try {
      await this._show(await work(hass));
    } catch (error) {
      this._error = await describeError(hass, error);
    } finally {
      this._isBusy = false;
    }
  }

  private readonly _save = (event: Event): void => {
    event.preventDefault();
    void this._do(async (hass) => {
      const schedule = await saveSchedule(hass, this._draft);
      this._isDraft = false;
      showMessage(hass, this.localize("export.saved"));
      return schedule;
    });
  };

  private readonly _runNow = (): void => void this._do(runSchedule);

  private _change(fields: Partial<ExportPlan> | undefined): void {
    this._isDraft = true;
    this._draft = fields && { ...(this._draft ?? USUAL), ...fields };
  }

  protected override render() {
    const { _draft: draft } = this;
    return html`<form class="card" data-testid="export-schedule" @submit=${this._save}>
      <h2>${this.localize("export.schedule")}</h2>
      ${this._schedule ? this._renderState(this._schedule) : nothing}
      <div class="fields">
        ${this._renderSelect("every", ["never", ...EVERY], draft?.every ?? "never", (value) => {
          const every = EVERY.find((known) => known === value);
          this._change(every && { every });
        })}
        ${draft ? this._renderPlan(draft) : nothing}
      </div>
      ${this._error ? html`<p class="error" role="alert" data-testid="schedule-error">${this._error}</p>` : nothing}
      <div class="actions">
        <button class="button primary" data-testid="schedule-save" ?disabled=${this._isBusy}>
          ${this.localize("action.save")}
        </button>
        ${this._schedule?.plan ? this._renderRun(this._schedule) : nothing}
      </div>
    </form>`;
  }

  /** What is saved is made: changes are saved first. */
  private _renderRun({ is_running: isRunning }: ExportSchedule) {
    return html`<button
      type="button"
      class="button"
      data-testid="schedule-run"
      ?disabled=${this._isBusy || isRunning || this._isDraft}
      title=${this._isDraft ? this.localize("export.run_save_first") : nothing}
      @click=${this._runNow}
    >
      ${this.localize("export.run_now")}
    </button>`;
  }

  private _renderState({ next_at: next, is_running: isRunning, last }: ExportSchedule) {
    const said = [
      isRunning && this.localize("export.running"),
      next && !isRunning && this.localize("export.next", { at: formatMoment(next, this.locale) }),
      last?.path &&
        this.localize("export.last", {
          at: formatMoment(last.at, this.locale),
          path: last.path,
          size: formatBytes(last.size ?? 0, this.locale),
        }),
    ].filter(Boolean);
    return html`<p class="quiet" role="status" data-testid="schedule-state">
        ${said.length > 0 ? said.map((line) => html`<span class="line">${line}</span>`) : this.localize("export.schedule_hint")}
      </p>
      ${
        last?.error
          ? html`<p class="error" data-testid="schedule-failed">
              ${this.localize("export.failed", { at: formatMoment(last.at, this.locale) })}
              ${this._reason}
            </p>`
          : nothing
      }`;
  }

  private _renderPlan(plan: ExportPlan) {
    const weekday = new Intl.DateTimeFormat(this.locale.language, {
      weekday: "long",
      timeZone: "UTC",
    });
    const number = (value: string) => Math.round(Number(value)) || 1;
    return html`
      ${
        plan.every === "week"
          ? this._renderSelect(
              "weekday",
              [..."0123456"],
              String(plan.weekday),
              (value) => this._change({ weekday: Number(value) }),
              (value) => weekday.format(SOME_MONDAY + Number(value) * DAY_MS),
            )
          : nothing
      }
      ${
        plan.every === "month"
          ? this._renderInput("day", "number", String(plan.day), (value) =>
              this._change({ day: Math.min(LATEST_DAY, Math.max(1, number(value))) }),
            )
          : nothing
      }
      ${this._renderInput("at", "time", plan.at, (at) => this._change({ at: at || USUAL.at }))}
      ${this._renderSelect("format", EXPORT_FORMATS, plan.format, (value) => {
        const format = EXPORT_FORMATS.find((known) => known === value);
        if (format) this._change({ format });
      })}
      ${this._renderInput("keep", "number", String(plan.keep ?? ""), (value) =>
        this._change({ keep: value ? Math.max(1, number(value)) : null }),
      )}
      ${this._renderInput("folder", "text", plan.folder, (folder) => this._change({ folder }))}
      ${
        plan.format === "json" || plan.format === "zip"
          ? html`<label class="check">
              <input
                type="checkbox"
                data-testid="schedule-history"
                .checked=${plan.history}
                @change=${(event: Event) =>
                  this._change({ history: (event.target as HTMLInputElement).checked })}
              />
              ${this.localize("export.history")}
            </label>`
          : nothing
      }
    `;
  }

  private _renderSelect(
    name: "every" | "weekday" | "format",
    values: readonly string[],
    now: string,
    change: (value: string) => void,
    text: (value: string) => string = (value) => this._choice(name, value),
  ) {
    return html`<div class="field">
      <label for=${name}>${this.localize(`export.${name}`)}</label>
      <select
        id=${name}
        data-testid="schedule-${name}"
        @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}
      >
        ${values.map(
          (value) =>
            html`<option value=${value} ?selected=${value === now}>${text(value)}</option>`,
        )}
      </select>
    </div>`;
  }

  private _choice(name: string, value: string): string {
    if (name === "format") return this.localize(`export.format_${value as "csv"}`);
    return this.localize(`export.every_${value as "never"}`);
  }

  private _renderInput(
    name: "day" | "at" | "keep" | "folder",
    type: "number" | "time" | "text",
    value: string,
    change: (value: string) => void,
  ) {
    return html`<div class="field ${name}">
      <label for=${name}>${this.localize(`export.${name}`)}</label>
      <input
        id=${name}
        type=${type}
        data-testid="schedule-${name}"
        .value=${value}
        min=${type === "number" ? "1" : nothing}
        @change=${(event: Event) => change((event.target as HTMLInputElement).value.trim())}
      />
    </div>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    viewStyles,
    css`
      p {
        white-space: normal;
      }
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(160px, 1fr));
        gap: 12px;
        margin-top: 12px;
      }
      .folder,
      .check {
        grid-column: 1 / -1;
      }
      .line {
        display: block;
      }
      .error {
        margin-top: 8px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-export-schedule": ExportScheduleCard;
  }
}
