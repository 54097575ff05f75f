import { css, html, LitElement, nothing } from "lit";
import { property } from "lit/decorators.js";
import { baseStyles } from "../../components/styles";
import { defineElement } from "../../ha/define-element";

/** What follows the pointer while something is dragged: its name, and what would happen here. */
@defineElement("home-inventory-drag-ghost")
export class DragGhost extends LitElement {
  @property() public name = "";
  @property() public text = "";
  @property({ type: Boolean, reflect: true }) public refused = false;

  public moveTo(x: number, y: number): void {
    this.style.translate = `${x + 14}px ${y + 14}px`;
  }

  protected override render() {
    return html`<strong>${this.name}</strong
      >${this.text ? html`<span>${this.text}</span>` : nothing}`;
  }

  public static override styles = [
    baseStyles,
    css`
      :host {
        position: fixed;
        inset: 0 auto auto 0;
        z-index: 10;
        display: flex;
        flex-direction: column;
        max-width: 240px;
        padding: 6px 12px;
        border: 2px solid var(--primary-color);
        border-radius: 8px;
        background: var(--card-background-color, #fff);
        box-shadow: 0 3px 10px rgb(0 0 0 / 30%);
        pointer-events: none;
      }
      :host([refused]) {
        border-color: var(--error-color);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-drag-ghost": DragGhost;
  }
}
