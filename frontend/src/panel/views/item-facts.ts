import { css, html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import { baseStyles } from "../../components/styles";
import type { InventoryInfo } from "../../data/info";
import type { Item } from "../../data/item";
import { fetchLabels, type Label } from "../../data/label";
import { defineElement } from "../../ha/define-element";
import type { TranslationKey } from "../../localize/localize";
import { formatDay, formatMoment, formatMoney, formatNumber } from "../../utils/format";
import { trailOf } from "../../utils/path";
import { warrantyState } from "../../utils/warranty";
import { viewStyles } from "./view-styles";

type Value = string | TemplateResult | null | undefined | false;
type Fact = [label: string, value: Value, testId?: string];

/** What is known of an item; what is not known is not shown. */
@defineElement("home-inventory-item-facts")
export class ItemFacts extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public item!: Item;

  @state() private _labels: Label[] = [];

  public override connectedCallback(): void {
    super.connectedCallback();
    void this._loadLabels();
  }

  private async _loadLabels(): Promise<void> {
    if (!this.hass) return;
    this._labels = await fetchLabels(this.hass).catch(() => []);
  }

  private _fact(name: string, value: Value): Fact {
    return [this.localize(`field.${name}` as TranslationKey), value, name];
  }

  private _day(day: string | null): Value {
    return day && formatDay(day, this.locale);
  }

  private get _facts(): Fact[] {
    const { item } = this;
    return [
      this._fact("aliases", item.aliases.join(", ")),
      this._fact("categories", item.categories.map(({ path }) => trailOf(path ?? "")).join(", ")),
      this._fact("labels", this._labelNames()),
      this._fact("manufacturer", item.manufacturer),
      this._fact("model", item.model),
      this._fact("serial_number", item.serial_number),
      this._fact("barcodes", item.barcodes.join(", ")),
      this._fact("warranty_until", this._warranty()),
      this._fact("warranty_notes", item.warranty_notes),
      this._fact("purchase_date", this._day(item.purchase_date)),
      this._fact("purchase_price", this._price()),
      this._fact("vendor", this._vendor()),
      ...Object.entries(item.custom).map(([name, value]): Fact => [name, this._custom(value)]),
      this._fact("promoted", item.promoted && this.localize("item.promoted")),
      this._fact("notes", item.notes),
    ];
  }

  private _labelNames(): string {
    const names = new Map(this._labels.map((label) => [label.label_id, label.name]));
    return this.item.labels.map((id) => names.get(id) ?? id).join(", ");
  }

  private _custom(value: unknown): Value {
    if (value === null) return null;
    if (typeof value === "number") return formatNumber(value, this.locale);
    if (typeof value === "boolean") return this.localize(value ? "value.yes" : "value.no");
    return typeof value === "string" ? value : JSON.stringify(value);
  }

  private _price(): Value {
    const { purchase_price: price, currency } = this.item;
    if (price === null) return null;
    return formatMoney(price, currency ?? this.info.currency, this.locale);
  }

  /** The warranty in words; a lifetime has no last day. */
  private _warranty(): Value {
    const warranty = warrantyState(this.item, this.info.warning_days);
    if (warranty.kind === "none") return null;
    if (warranty.kind === "lifetime") return this.localize("warranty.lifetime");
    const day = formatDay(this.item.warranty_until ?? "", this.locale);
    if (warranty.kind === "ended") return this.localize("warranty.ended", { day });
    return this.localize("warranty.left", { day, count: warranty.days });
  }

  /** Only web addresses become links, whatever a database may hold. */
  private _vendor(): Value {
    const { vendor, vendor_url: url } = this.item;
    if (!url || !/^https?:\/\//i.test(url)) return vendor ?? url;
    return html`<a href=${url} target="_blank" rel="noopener noreferrer">${vendor ?? url}</a>`;
  }

  protected override render() {
    const facts = this._facts.filter(([, value]) => Boolean(value));
    return html`<section class="card" aria-label=${this.localize("item.facts")}>
      ${
        facts.length === 0
          ? html`<p class="quiet none">${this.localize("item.no_facts")}</p>`
          : html`<dl>
              ${facts.map(
                ([label, value, name]) =>
                  html`<div>
                    <dt class="quiet">${label}</dt>
                    <dd data-testid=${name ? `fact-${name}` : nothing}>${value}</dd>
                  </div>`,
              )}
            </dl>`
      }
      <p class="quiet times">
        ${this.localize("item.times", {
          created: formatMoment(this.item.created_at, this.locale),
          updated: formatMoment(this.item.updated_at, this.locale),
        })}
      </p>
    </section>`;
  }

  public static override styles = [
    baseStyles,
    viewStyles,
    css`
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(220px, 100%), 1fr));
        gap: 12px 24px;
        margin: 0;
      }
      dt {
        font-size: var(--ha-font-size-s, 12px);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
      dd a {
        color: var(--inventory-accent-text);
      }
      .none {
        margin: 0;
      }
      .times {
        font-size: var(--ha-font-size-s, 12px);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-item-facts": ItemFacts;
  }
}
