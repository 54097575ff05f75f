import { mdiContentSaveAllOutline } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import { icon } from "../../components/icon";
import { baseStyles, buttonStyles, fieldStyles } from "../../components/styles";
import { showMessage } from "../../components/undo-toast";
import { describeError } from "../../data/errors";
import type { InventoryInfo } from "../../data/info";
import { createSnapshot, type StoreInfo, type StoreRecovery } from "../../data/store";
import { defineElement } from "../../ha/define-element";
import { formatAge, formatBytes, formatMoment, formatNumber } from "../../utils/format";
import { viewStyles } from "./view-styles";

const DATABASES: Record<string, string> = {
  sqlite: "SQLite",
  mysql: "MariaDB",
  postgresql: "PostgreSQL",
};

/** How often "2 minutes ago" is written anew. */
const MINUTE_MS = 60_000;

/** Where everything is kept, and how that is doing. */
@defineElement("home-inventory-storage-card")
export class StorageCard extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public store!: StoreInfo;

  @state() private _busy = false;
  @state() private _error?: string;

  private _clock?: ReturnType<typeof setInterval>;

  public override connectedCallback(): void {
    super.connectedCallback();
    this._clock = setInterval(() => this.requestUpdate(), MINUTE_MS);
  }

  public override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this._clock);
  }

  private readonly _createSnapshot = async (): Promise<void> => {
    const { hass } = this;
    if (!hass || this._busy) return;
    this._busy = true;
    this._error = undefined;
    try {
      const { path, bytes } = await createSnapshot(hass);
      const size = formatBytes(bytes, this.locale);
      showMessage(hass, this.localize("storage.created", { path, size }));
    } catch (error) {
      this._error = await describeError(hass, error);
    }
    this._busy = false;
  };

  protected override render() {
    const { store } = this;
    return html`<section class="card" data-testid="storage">
      <h2>${this.localize("storage.title")}</h2>
      <dl>
        ${this._fact("database", this._database())}
        ${this._fact("journal", formatBytes(store.journal_bytes, this.locale))}
        ${this._fact("snapshot", this._snapshot())}
        ${this._fact("changes", formatNumber(store.sequence, this.locale))}
        ${this._fact("recovery", this._recovery(store.recovery))}
      </dl>
      ${this.info.is_admin ? this._renderActions() : nothing}
      <details data-testid="storage-details">
        <summary>${this.localize("storage.details")}</summary>
        <dl>
          ${this._fact("store_id", html`<code>${store.store_id}</code>`)}
          ${this._fact("generation", formatNumber(store.generation, this.locale))}
          ${this._fact("snapshots", formatNumber(store.snapshots, this.locale))}
        </dl>
      </details>
    </section>`;
  }

  private _fact(
    name:
      | "database"
      | "journal"
      | "snapshot"
      | "changes"
      | "recovery"
      | "store_id"
      | "generation"
      | "snapshots",
    value: unknown,
  ) {
    const long = name === "recovery" || name === "store_id";
    return html`<div class=${long ? "fact long" : "fact"}>
      <dt>${this.localize(`storage.${name}`)}</dt>
      <dd data-testid="storage-${name}">${value}</dd>
    </div>`;
  }

  private _database(): string {
    const { database, database_bytes: bytes } = this.store;
    const name = DATABASES[database] ?? database;
    return bytes === null ? name : `${name} · ${formatBytes(bytes, this.locale)}`;
  }

  private _snapshot() {
    const { snapshot_at: moment } = this.store;
    if (!moment) return this.localize("storage.no_snapshot");
    return html`<time datetime=${moment} title=${formatMoment(moment, this.locale)}>
      ${formatAge(moment, this.locale)}
    </time>`;
  }

  private _recovery(recovery: StoreRecovery | null) {
    if (!recovery) return this.localize("storage.no_recovery");
    const { kind, at, items, locations, changes, unreadable, kept_in: folder } = recovery;
    const number = (value: number) => formatNumber(value, this.locale);
    return html`<span>${formatMoment(at, this.locale)}</span>
      <p>
        ${this.localize(`recovery.${kind}`, {
          items: number(items),
          locations: number(locations),
          changes: number(changes),
        })}
        ${unreadable ? this.localize("recovery.unreadable", { unreadable: number(unreadable) }) : nothing}
        ${folder ? this.localize("recovery.kept_in", { folder }) : nothing}
      </p>`;
  }

  private _renderActions() {
    return html`<div class="actions">
        <button
          class="button outlined"
          data-testid="create-snapshot"
          ?disabled=${this._busy}
          aria-busy=${this._busy}
          @click=${this._createSnapshot}
        >
          ${icon(mdiContentSaveAllOutline, 20)}
          ${this.localize(this._busy ? "storage.creating" : "storage.create")}
        </button>
      </div>
      ${
        this._error
          ? html`<p class="error" role="alert" data-testid="error">${this._error}</p>`
          : nothing
      }`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    viewStyles,
    css`
      dl {
        margin: 0;
      }
      .fact {
        display: grid;
        grid-template-columns: minmax(120px, 30%) 1fr;
        gap: 4px 16px;
        padding: 6px 0;
      }
      @media (max-width: 600px) {
        .fact.long {
          grid-template-columns: 1fr;
        }
      }
      dt {
        color: var(--secondary-text-color);
      }
      dd {
        margin: 0;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      dd p {
        margin: 0;
        color: var(--secondary-text-color);
        white-space: normal;
      }
      .actions {
        margin: 12px 0;
      }
      summary {
        display: list-item;
        padding: 8px 0;
        color: var(--secondary-text-color);
        cursor: pointer;
      }
      code {
        font-family: var(--ha-font-family-code, ui-monospace, monospace);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-storage-card": StorageCard;
  }
}
