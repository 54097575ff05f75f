import { css, html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { baseStyles } from "../../../components/styles";
import { describeError } from "../../../data/errors";
import type { ImportAnswer, ImportEntry, ImportRemark } from "../../../data/import";
import { defineElement } from "../../../ha/define-element";
import type { HomeAssistant } from "../../../ha/types";
import { formatNumber } from "../../../utils/format";
import { viewStyles } from "../view-styles";
import { targetName } from "./import-text";

/** How many rows, places and files are shown of each kind. */
const SHOWN = 50;

const COUNTS = [
  "new",
  "updated",
  "unchanged",
  "rejected",
  "remarks",
  "places",
  "described",
  "categories",
  "attachments",
] as const;

/** What taking in a file would do or has done: how many rows, which they are, and what is wrong with the others. */
@defineElement("home-inventory-import-answer")
export class ImportAnswerView extends InventoryElement {
  @property({ attribute: false }) public answer!: ImportAnswer;
  @property() public heading = "";

  @state() private _reasons: Record<"rejected" | "remarks", string[]> = {
    rejected: [],
    remarks: [],
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has("answer")) void this._explain();
  }

  private async _explain(): Promise<void> {
    const { hass, answer } = this;
    if (!hass) return;
    // Asked for many times at once, it would answer all but the first before there are any.
    await hass.loadBackendTranslation("exceptions", "home_inventory").catch(() => undefined);
    const explain = (rows: ImportRemark[]) => this._explainAll(hass, rows.slice(0, SHOWN));
    const [rejected, remarks] = await Promise.all([
      explain(answer.rejected),
      explain(answer.remarks),
    ]);
    if (answer === this.answer) this._reasons = { rejected, remarks };
  }

  private _explainAll(hass: HomeAssistant, rows: ImportRemark[]): Promise<string[]> {
    return Promise.all(
      rows.map(({ code, message, placeholders }) =>
        describeError(hass, {
          message,
          translation_key: code,
          translation_placeholders: placeholders,
        }),
      ),
    );
  }

  protected override render() {
    const { counts, entries, rejected, remarks, places, files } = this.answer;
    return html`<section class="card" data-testid="import-answer">
        <h2>${this.heading}</h2>
        <ul class="counts">
          ${COUNTS.filter((name) => counts[name] > 0).map(
            (name) =>
              html`<li class=${name} data-testid="import-count-${name}">
                ${this.localize(`import.count_${name}`, { count: counts[name] })}
              </li>`,
          )}
        </ul>
      </section>
      ${this._renderRows("rejected", rejected, counts.rejected)}
      ${this._renderRows("remarks", remarks, counts.remarks)}
      ${this._renderList("import.entries", "import-entries", entries, counts.new + counts.updated, this._renderEntry)}
      ${this._renderList("import.places", "import-places", places, counts.places, (path) => html`${path}`)}
      ${this._renderList("import.files", "import-files", files, files.length, (name) => html`${name}`)}`;
  }

  private _renderRows(kind: "rejected" | "remarks", rows: ImportRemark[], total: number) {
    if (rows.length === 0) return nothing;
    const shown = rows.slice(0, SHOWN);
    return html`<section class="card remarks ${kind}" data-testid="import-${kind}">
      <h2>${this.localize(`import.${kind}`)}</h2>
      <ul>
        ${shown.map(
          ({ line, name, message }, index) =>
            html`<li>
              <span class="line quiet">${this.localize("scan.line", { line })}</span>
              <span class="what"
                >${name ? html`<b>${name}</b>: ` : nothing}${this._reasons[kind][index] ?? message}</span
              >
            </li>`,
        )}
      </ul>
      ${this._renderRest(total - shown.length)}
    </section>`;
  }

  private _renderList<T>(
    key: "import.entries" | "import.places" | "import.files",
    testId: string,
    all: T[],
    total: number,
    draw: (entry: T) => unknown,
  ) {
    if (all.length === 0) return nothing;
    const shown = all.slice(0, SHOWN);
    return html`<section class="card" data-testid=${testId}>
      <h2>${this.localize(key)}</h2>
      <ul>
        ${shown.map((entry) => html`<li>${draw(entry)}</li>`)}
      </ul>
      ${this._renderRest(total - shown.length)}
    </section>`;
  }

  private readonly _renderEntry = ({ line, name, kind, place, quantity, fields }: ImportEntry) => {
    const language = this.hass?.language ?? "en";
    const changed = fields.map((field) => targetName(language, field)).join(", ");
    const where = [place, quantity === null ? null : `${formatNumber(quantity, this.locale)} ×`];
    return html`<span class="line quiet">${this.localize("scan.line", { line })}</span>
      <span class="what">
        <span class="name">${name}</span>
        <span class="quiet small">${where.filter(Boolean).join(" · ")}</span>
        ${changed ? html`<span class="quiet small">${changed}</span>` : nothing}
      </span>
      <span class="kind ${kind}">${this.localize(`import.kind_${kind}`)}</span>`;
  };

  private _renderRest(count: number) {
    return count > 0
      ? html`<p class="quiet">${this.localize("sync.more", { count })}</p>`
      : nothing;
  }

  public static override styles = [
    baseStyles,
    viewStyles,
    css`
      :host {
        display: contents;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .counts {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 20px;
        font-weight: var(--ha-font-weight-medium, 500);
      }
      .counts .unchanged,
      .counts .remarks,
      .counts .places,
      .counts .categories,
      .counts .attachments {
        font-weight: inherit;
        color: var(--secondary-text-color);
      }
      .counts .rejected,
      .rejected h2 {
        color: var(--inventory-error-text);
      }
      section:not(:first-of-type) li {
        display: flex;
        align-items: baseline;
        gap: 12px;
        padding: 6px 0;
        border-bottom: 1px solid var(--divider-color);
        overflow-wrap: anywhere;
      }
      section li:last-child {
        border-bottom: 0;
      }
      .line {
        flex: 0 0 5.5em;
        font-size: var(--ha-font-size-s, 12px);
      }
      .what {
        display: flex;
        flex: 1;
        flex-wrap: wrap;
        column-gap: 8px;
        min-width: 0;
      }
      .remarks .what {
        display: block;
      }
      .name {
        flex-basis: 100%;
      }
      .small {
        font-size: var(--ha-font-size-s, 12px);
      }
      .kind {
        font-size: var(--ha-font-size-s, 12px);
        color: var(--inventory-accent-text);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-import-answer": ImportAnswerView;
  }
}
