import { css } from "lit";

/** The rows of the list, of the table and of the tiles. */
export const resultStyles = css`
  :host {
    display: block;
  }
  .space {
    position: relative;
    overflow-anchor: none; /* the window itself keeps in place what is read */
  }
  .rows {
    position: absolute;
    inset: 0 0 auto;
  }
  .list .entry {
    display: flex;
    align-items: center;
    border-bottom: 1px solid var(--divider-color);
  }
  .list .entry > :last-child {
    flex: 1;
    min-width: 0;
    content-visibility: visible;
  }
  .waiting {
    min-height: 64px;
  }
  .bone {
    width: 40%;
    height: 12px;
    margin-inline: 16px;
    border-radius: 6px;
    background: color-mix(in srgb, var(--secondary-text-color) 18%, transparent);
  }
  .list .entry > .bone {
    flex: 0 0 40%;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(var(--across), minmax(0, 1fr));
    gap: 0 16px;
    padding-inline: 16px;
  }
  .grid .entry {
    position: relative;
    display: grid;
    height: 264px;
    padding-bottom: 16px;
  }
  .grid .bone {
    width: auto;
    height: 248px;
    margin: 0;
    border-radius: 12px;
  }
  .grid .box {
    position: absolute;
    inset: 4px auto auto 4px;
    z-index: 1;
    border-radius: 8px;
    background: color-mix(in srgb, var(--card-background-color, #fff) 85%, transparent);
  }
  .box {
    display: grid;
    flex: none;
    place-items: center;
    width: 44px;
    height: 44px;
    cursor: pointer;
  }
  .box input {
    width: 20px;
    height: 20px;
    margin: 0;
    accent-color: var(--primary-color);
    cursor: inherit;
  }
  .list .box {
    margin-inline-start: 4px;
  }
  .table {
    min-width: var(--table-width, 100%);
  }
  .cells {
    display: grid;
    grid-template-columns: var(--widths);
    align-items: center;
    height: 48px;
    padding-inline: 8px;
    border-bottom: 1px solid var(--divider-color);
  }
  .cells > * {
    min-width: 0;
  }
  .cells > :not(.box) {
    padding-inline: 8px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  /* What a row is about stays in sight, however far one looks to the side. */
  .cells > .name {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    align-self: stretch;
    align-content: center;
    background: var(--card-background-color, #fff);
  }
  .end {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .head {
    position: sticky;
    top: var(--bar-height, 0);
    z-index: 1;
    background: var(--card-background-color, #fff);
    color: var(--secondary-text-color);
  }
  .head .cells > * {
    padding-inline: 0;
  }
  .head button,
  .plain {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    max-width: 100%;
    height: 44px;
    padding-inline: 8px;
    border: 0;
    border-radius: 8px;
    background: transparent;
    font-size: var(--ha-font-size-s, 12px);
    font-weight: var(--ha-font-weight-medium, 500);
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .head button {
    cursor: pointer;
  }
  .head button:hover {
    color: var(--primary-text-color);
  }
  .head button:focus-visible {
    outline-offset: -2px;
  }
  .entry.cells {
    cursor: pointer;
  }
  .entry.cells:hover {
    background: color-mix(in srgb, var(--primary-text-color) 5%, transparent);
  }
  .entry.cells:hover > .name {
    background: color-mix(
      in srgb,
      var(--primary-text-color) 5%,
      var(--card-background-color, #fff)
    );
  }
  .entry.cells[data-current="true"] > .name {
    background: color-mix(in srgb, var(--primary-color) 15%, var(--card-background-color, #fff));
  }
  .entry.cells[data-current="true"] {
    background: color-mix(in srgb, var(--primary-color) 15%, transparent);
  }
  .cells .name a {
    color: inherit;
    font-weight: var(--ha-font-weight-medium, 500);
    text-decoration: none;
  }
  .cells .name a:focus-visible {
    outline-offset: -2px;
  }
  .archived .name a {
    color: var(--secondary-text-color);
  }
  .cells .bone {
    display: block;
    margin: 0;
  }
  .cells .badge {
    vertical-align: middle;
  }
`;
