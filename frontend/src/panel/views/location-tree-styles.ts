import { css } from "lit";

export const locationTreeStyles = css`
  .bar {
    position: sticky;
    top: 0;
    z-index: 1;
    padding: 8px 16px;
    border-bottom: 1px solid var(--divider-color);
    background: var(--card-background-color, #fff);
  }
  .bar svg {
    position: absolute;
    inset: 0 auto 0 28px;
    margin-block: auto;
    color: var(--secondary-text-color);
    pointer-events: none;
  }
  .bar input:not([type="checkbox"]) {
    padding-inline-start: 42px;
    border-radius: 22px;
    appearance: none;
  }
  .controls {
    display: flex;
    gap: 8px;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .row {
    display: flex;
    align-items: center;
    padding-inline-start: calc(4px + min(var(--depth), 8) * 20px);
    content-visibility: auto;
    contain-intrinsic-size: auto 44px;
  }
  .row:hover {
    background: color-mix(in srgb, var(--primary-text-color) 5%, transparent);
  }
  .row.selected {
    background: color-mix(in srgb, var(--primary-color) 15%, transparent);
  }
  .no-toggle,
  .toggle {
    flex: none;
    width: 40px;
  }
  .toggle svg {
    transition: rotate 120ms;
  }
  .toggle[aria-expanded="true"] svg {
    rotate: 90deg;
  }
  .row a {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 10px;
    min-width: 0;
    min-height: 44px;
    padding-inline-end: 16px;
    text-decoration: none;
  }
  .row a:focus-visible {
    outline-offset: -2px;
  }
  .row a svg {
    color: var(--secondary-text-color);
  }
  .restore {
    margin-inline-end: 8px;
  }
  .name,
  .around {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .around {
    flex: 1;
    min-width: 20%;
  }
  .count {
    margin-inline-start: auto;
  }
`;
