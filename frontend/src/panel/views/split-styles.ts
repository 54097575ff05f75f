import { css } from "lit";

/** A list beside what has been chosen from it. */
export const splitStyles = css`
  :host {
    display: flex;
    flex: 1;
    min-height: 0;
  }
  .pane {
    flex: 1;
    min-width: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    container-type: inline-size;
  }
  :host([wide]) .pane.list {
    flex: 0 0 clamp(360px, 38%, 460px);
    border-inline-end: 1px solid var(--divider-color);
    background: var(--card-background-color, #fff);
  }
  :host([wide]) .pane.list.full {
    flex: 1;
    overflow: auto;
    border-inline-end: 0;
  }
`;
