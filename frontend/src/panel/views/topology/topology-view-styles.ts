import { css } from "lit";

/** The map in the middle, the list on its left, what was chosen on its right; on a phone one above the other. */
export const topologyViewStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  .parts {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  :host([wide]) .parts {
    flex-direction: row;
  }
  home-inventory-topology-list {
    flex: 1;
    min-width: 0;
    min-height: 0;
    overflow-y: auto;
    background: var(--card-background-color, #fff);
  }
  :host([wide]) home-inventory-topology-list {
    flex: 0 0 320px;
    border-inline-end: 1px solid var(--divider-color);
  }
  home-inventory-topology-detail {
    flex: none;
    max-height: 50%;
    border-top: 1px solid var(--divider-color);
  }
  :host([wide]) home-inventory-topology-detail {
    flex: 0 0 320px;
    max-height: none;
    border-top: 0;
    border-inline-start: 1px solid var(--divider-color);
  }
`;
