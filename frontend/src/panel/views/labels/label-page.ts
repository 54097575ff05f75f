import { css, html, nothing, svg } from "lit";
import { property } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { baseStyles } from "../../../components/styles";
import type { LabelDrawing, LabelPreview } from "../../../data/label-sheet";
import { defineElement } from "../../../ha/define-element";
import { cornersOf } from "./label-state";

export type StartEvent = CustomEvent<number>;

/** A page of labels as it will be printed; a tap on a label of the first page fires `start` with its number, from 1. */
@defineElement("home-inventory-label-page")
export class LabelPage extends InventoryElement {
  @property({ attribute: false }) public preview!: LabelPreview;
  @property({ type: Number }) public start = 1;

  private _choose(number: number): void {
    this.dispatchEvent(new CustomEvent("start", { detail: number }));
  }

  protected override render() {
    const { layout, page, pages, drawings } = this.preview;
    const name = this.localize("labels.page_of", { page: page + 1, pages });
    return html`<svg
      viewBox="0 0 ${layout.page_width} ${layout.page_height}"
      role="img"
      aria-label=${name}
      data-testid="label-page"
      style="max-width: ${layout.page_width * 4}px"
    >
      ${svg`<rect class="paper" width=${layout.page_width} height=${layout.page_height}></rect>`}
      ${this._renderCells()} ${drawings.map((drawing) => this._renderLabel(drawing))}
    </svg>`;
  }

  /** Keyboards have a field for this: pictures of labels are only tapped. */
  private _renderCells() {
    const { layout, page } = this.preview;
    const isFirst = page === 0 && layout.kind === "sheet";
    return cornersOf(layout).map(({ x, y }, position) => {
      const isUsed = isFirst && position + 1 < this.start;
      return svg`<rect
        class="cell ${isUsed ? "used" : ""} ${isFirst ? "choice" : ""}"
        data-testid="label-cell"
        x=${x}
        y=${y}
        width=${layout.label_width}
        height=${layout.label_height}
        rx="1"
        @click=${isFirst ? () => this._choose(position + 1) : nothing}
      ></rect>`;
    });
  }

  private _renderLabel({ x, y, qr, lines }: LabelDrawing) {
    const scale = qr.side / qr.size;
    return svg`<g class="label" data-testid="label-drawing" transform="translate(${x} ${y})">
      <path
        d=${qr.path}
        transform="translate(${qr.x} ${qr.y}) scale(${scale})"
        shape-rendering="crispEdges"
      ></path>
      ${lines.map(
        (line) => svg`<text
          x=${line.x}
          y=${line.y}
          font-size=${line.size}
          font-weight=${line.bold ? 700 : 400}
          textLength=${line.width}
          lengthAdjust="spacingAndGlyphs"
        >${line.text}</text>`,
      )}
    </g>`;
  }

  public static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      svg {
        display: block;
        width: 100%;
        max-height: 80vh;
        margin: 0 auto;
        filter: drop-shadow(0 1px 4px rgb(0 0 0 / 35%));
      }
      .paper {
        fill: #fff;
      }
      .cell {
        fill: #fff;
        stroke: #bdbdbd;
        stroke-width: 0.25;
      }
      .choice {
        cursor: pointer;
      }
      .choice:hover {
        fill: #e3f2fd;
      }
      .used {
        fill: #e0e0e0;
      }
      .label {
        fill: #000;
        font-family: "DejaVu Sans Condensed", "Roboto Condensed", Roboto, sans-serif;
        pointer-events: none;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-label-page": LabelPage;
  }
}
