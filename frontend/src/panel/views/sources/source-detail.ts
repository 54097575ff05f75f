import { mdiEyeOutline, mdiRefresh } from "@mdi/js";
import { html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles, chipStyles } from "../../../components/styles";
import "../../../components/sync-preview";
import { showDone } from "../../../components/undo-toast";
import { describeError } from "../../../data/errors";
import type { InventoryInfo } from "../../../data/info";
import {
  asksToConfirm,
  syncSource,
  type RunOptions,
  type Source,
  type SyncAnswer,
} from "../../../data/source";
import { defineElement } from "../../../ha/define-element";
import { followLink, networkPath } from "../../../ha/navigate";
import { formatMoment, formatNumber } from "../../../utils/format";
import { deviceStyles } from "../devices/device-styles";
import { sourceTitle } from "../devices/device-text";
import { viewStyles } from "../view-styles";
import "./source-runs";
import { describeCounts, renderConnection } from "./source-text";

/** One source: how it is doing, what it would bring now, and what its last runs were. */
@defineElement("home-inventory-source-detail")
export class SourceDetail extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public source!: Source;

  @state() private _busy = false;
  @state() private _preview?: SyncAnswer;
  @state() private _error?: string;
  /** What to do when somebody says that an answer in which much is gone is right. */
  @state() private _doubted?: RunOptions;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const before = changed.get("source");
    if (before && before.id !== this.source.id) this._forget();
  }

  private _forget(): void {
    this._preview = this._error = this._doubted = undefined;
    this._busy = false;
  }

  private async _run(options: RunOptions): Promise<void> {
    const { hass, source } = this;
    if (!hass || this._busy) return;
    this._forget();
    this._busy = true;
    const isHere = () => source.id === this.source.id;
    try {
      const answer = await syncSource(hass, source.id, options);
      if (options.dry_run && isHere()) this._preview = answer;
      if (!options.dry_run) {
        showDone(hass, describeCounts(hass.language, answer.counts), answer.batch);
      }
    } catch (error) {
      const text = await describeError(hass, error);
      if (isHere()) {
        this._error = text;
        this._doubted = asksToConfirm(error) ? { ...options, confirmed: true } : undefined;
      }
    }
    if (isHere()) this._busy = false;
    this.dispatchEvent(new CustomEvent("source-changed"));
  }

  protected override render() {
    const { hass, source } = this;
    if (!hass) return nothing;
    return html`<article class="page" data-testid="source-detail">
      <section class="card">
        <h1 data-testid="source-name">${sourceTitle(hass.language, source)}</h1>
        <div class="tags">${renderConnection(hass.language, source)}</div>
        ${this._renderFacts()} ${this.info.can_write ? this._renderActions() : nothing}
        ${this._error ? this._renderError() : nothing}
      </section>
      ${this._preview ? this._renderPreview(this._preview) : nothing}
      <home-inventory-source-runs
        .hass=${hass}
        .sourceId=${source.id}
        .revision=${source.last_run?.id}
      ></home-inventory-source-runs>
    </article>`;
  }

  private _renderFacts() {
    const { kind, site, network, minutes, last_good_at: good, next_at: next } = this.source;
    const moment = (at: string | null) => at && formatMoment(at, this.locale);
    const every = minutes && this.localize("sources.minutes", { count: minutes });
    const facts: [string, unknown][] = [
      [this.localize("sources.kind"), this.localize(`source_kind.${kind}`)],
      [this.localize("sources.site"), site?.name],
      [this.localize("sources.network"), network && this._networkLink(network)],
      [this.localize("sources.every"), every],
      [this.localize("sources.last_good"), moment(good)],
      [this.localize("sources.next"), moment(next)],
    ];
    return html`<dl>
      ${facts
        .filter(([, value]) => value)
        .map(
          ([label, value]) =>
            html`<div class="fact">
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
    </dl>`;
  }

  private _networkLink(network: string) {
    if (this.source.kind !== "network") return network;
    return html`<a href=${networkPath(this.source.id)} @click=${followLink}>${network}</a>`;
  }

  /** A source of scan files runs when a file is taken in. */
  private _renderActions() {
    if (this.source.kind === "scan") return nothing;
    const isBusy = this._busy || this.source.running;
    return html`<div class="actions">
      <button
        class="button primary"
        data-testid="run"
        ?disabled=${isBusy}
        aria-busy=${isBusy ? "true" : "false"}
        @click=${() => void this._run({})}
      >
        ${icon(mdiRefresh, 20)} ${this.localize(isBusy ? "sources.running" : "sources.run")}
      </button>
      <button
        class="button outlined"
        data-testid="show-preview"
        ?disabled=${isBusy}
        @click=${() => void this._run({ dry_run: true })}
      >
        ${icon(mdiEyeOutline, 20)} ${this.localize("sync.preview")}
      </button>
    </div>`;
  }

  private _renderError() {
    const doubted = this._doubted;
    return html`<p class="error" role="alert" data-testid="error">${this._error}</p>
      ${
        doubted
          ? html`<div class="actions">
              <button
                class="button outlined danger"
                data-testid="confirm-run"
                @click=${() => void this._run(doubted)}
              >
                ${this.localize("sync.confirm")}
              </button>
            </div>`
          : nothing
      }`;
  }

  private _renderPreview(answer: SyncAnswer) {
    const total = answer.new.length + answer.changed.length;
    return html`<section class="card" aria-live="polite">
      <h2>${this.localize("sync.preview")}</h2>
      <home-inventory-sync-preview
        .hass=${this.hass}
        .answer=${answer}
      ></home-inventory-sync-preview>
      <div class="actions">
        <button class="button primary" data-testid="apply" @click=${() => void this._run({})}>
          ${this.localize("sync.apply")}
          ${total > 0 ? html`(${formatNumber(total, this.locale)})` : nothing}
        </button>
        <button class="button" data-testid="dismiss" @click=${() => (this._preview = undefined)}>
          ${this.localize("action.close")}
        </button>
      </div>
    </section>`;
  }

  public static override styles = [baseStyles, buttonStyles, chipStyles, viewStyles, deviceStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-source-detail": SourceDetail;
  }
}
