import { css } from "lit";
import { statusStyles } from "../../../components/device-status";

/** What the pages about devices, networks and sources have in common. */
export const deviceStyles = css`
  ${statusStyles}
  dl {
    margin: 0;
  }
  .fact {
    display: grid;
    grid-template-columns: minmax(112px, 30%) minmax(0, 1fr);
    gap: 0 16px;
    padding: 6px 0;
  }
  dt {
    color: var(--secondary-text-color);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .small {
    font-size: var(--ha-font-size-s, 12px);
  }
  ul.rows,
  ol.rows {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .rows > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    min-height: 48px;
    padding: 6px 0;
  }
  .card.list .rows > li {
    padding-inline: 16px;
  }
  .rows > li + li {
    border-top: 1px solid var(--divider-color);
  }
  .rows .text {
    flex: 1 1 180px;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .rows .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-inline-start: auto;
  }
  .mono {
    font-family: var(--ha-font-family-code, ui-monospace, monospace);
    font-size: 13px;
  }
  .card a:not(.button) {
    color: var(--inventory-accent-text);
  }
  h1 + .tags {
    margin-top: 6px;
  }
  .tags + dl {
    margin-top: 8px;
  }
  .button.clear {
    min-height: 32px;
    padding: 0 8px;
    font-size: inherit;
  }
  .error:not(.badge) {
    color: var(--inventory-error-text);
  }
`;
