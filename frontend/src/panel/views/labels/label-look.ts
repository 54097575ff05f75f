import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { baseStyles, fieldStyles } from "../../../components/styles";
import {
  LABEL_PARTS,
  type CustomLayout,
  type LabelLayout,
  type LabelPart,
  type QrContent,
} from "../../../data/label-sheet";
import { defineElement } from "../../../ha/define-element";
import { parseNumber } from "../../../utils/numbers";
import { CUSTOM, groupLayouts, type Look } from "./label-state";

export type LookChangedEvent = CustomEvent<Look>;

const MEASURES = [
  "page_width",
  "page_height",
  "label_width",
  "label_height",
  "columns",
  "rows",
  "left",
  "top",
  "pitch_x",
  "pitch_y",
] as const satisfies readonly (keyof CustomLayout)[];

/** Which sheet or roll is in the printer, and what stands on the labels. Fires `look-changed`. */
@defineElement("home-inventory-label-look")
export class LabelLook extends InventoryElement {
  @property({ attribute: false }) public layouts: LabelLayout[] = [];
  @property({ attribute: false }) public look!: Look;

  private _change(part: Partial<Look>): void {
    const detail = { ...this.look, ...part };
    this.dispatchEvent(new CustomEvent("look-changed", { detail }));
  }

  private _show(part: LabelPart, shown: boolean): void {
    const show = LABEL_PARTS.filter((other) =>
      other === part ? shown : this.look.show.includes(other),
    );
    this._change({ show });
  }

  private _measure(name: keyof CustomLayout, text: string): void {
    this._change({ custom: { ...this.look.custom, [name]: parseNumber(text) } });
  }

  protected override render() {
    return html`<div class="field">
        <label for="layout">${this.localize("labels.layout")}</label>
        <select
          id="layout"
          data-testid="layout"
          @change=${(event: Event) => this._change({ layout: (event.target as HTMLSelectElement).value })}
        >
          ${this._renderLayouts()}
        </select>
      </div>
      ${this.look.layout === CUSTOM ? this._renderMeasures() : nothing}
      <fieldset>
        <legend class="label">${this.localize("labels.show")}</legend>
        ${LABEL_PARTS.map((part) =>
          this._renderCheck(
            this.localize(`labels.show_${part}`),
            `show-${part}`,
            this.look.show.includes(part),
            (on) => this._show(part, on),
          ),
        )}
      </fieldset>
      <div class="field">
        <label for="qr">${this.localize("labels.qr")}</label>
        <select
          id="qr"
          data-testid="qr-content"
          @change=${(event: Event) => this._change({ qr: (event.target as HTMLSelectElement).value as QrContent })}
        >
          ${(["link", "code"] as const).map(
            (qr) =>
              html`<option value=${qr} ?selected=${qr === this.look.qr}>
                ${this.localize(`labels.qr_${qr}`)}
              </option>`,
          )}
        </select>
      </div>
      ${this._renderCheck(this.localize("labels.frames"), "frames", this.look.frames, (frames) =>
        this._change({ frames }),
      )}`;
  }

  private _renderLayouts() {
    const groups = groupLayouts(this.layouts);
    const option = (id: string, name: string) =>
      html`<option value=${id} ?selected=${id === this.look.layout}>${name}</option>`;
    return html`${(["a4", "letter", "roll"] as const).map(
      (group) =>
        html`<optgroup label=${this.localize(`labels.group_${group}`)}>
          ${groups[group].map(
            ({ id, name, label_width: width, label_height: height, columns, rows }) =>
              option(
                id,
                group === "roll"
                  ? `${name} · ${width} × ${height} mm`
                  : `${name} · ${round(width)} × ${round(height)} mm · ${columns * rows}`,
              ),
          )}
        </optgroup>`,
    )}${option(CUSTOM, this.localize("labels.custom"))}`;
  }

  private _renderMeasures() {
    return html`<div class="measures">
      ${MEASURES.map(
        (name) =>
          html`<div class="field">
            <label for=${name}>${this.localize(`labels.${name}`)}</label>
            <input
              id=${name}
              inputmode="decimal"
              data-testid=${`measure-${name}`}
              .value=${String(this.look.custom[name] ?? "")}
              @change=${(event: Event) => this._measure(name, (event.target as HTMLInputElement).value)}
            />
          </div>`,
      )}
    </div>`;
  }

  private _renderCheck(
    text: string,
    testId: string,
    checked: boolean,
    change: (on: boolean) => void,
  ) {
    return html`<label class="check">
      <input
        type="checkbox"
        data-testid=${testId}
        .checked=${checked}
        @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
      />
      ${text}
    </label>`;
  }

  public static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 16px;
      }
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 0 24px;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
      }
      .measures {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(132px, 1fr));
        gap: 12px;
      }
    `,
  ];
}

const round = (measure: number): number => Math.round(measure * 10) / 10;

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-label-look": LabelLook;
  }
}
