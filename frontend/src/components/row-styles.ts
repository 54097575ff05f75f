import { css } from "lit";

/** What the rows of a list have in common, whatever they stand for. */
export const rowStyles = css`
  :host {
    display: block;
    content-visibility: auto;
    contain-intrinsic-size: auto 64px;
  }
  a {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 12px;
    padding: 10px var(--row-padding, 16px);
    color: inherit;
    text-decoration: none;
  }
  a:has(> .type) {
    grid-template-columns: auto minmax(0, 1fr) auto;
  }
  a:hover {
    background: color-mix(in srgb, var(--primary-text-color) 5%, transparent);
  }
  a:focus-visible {
    outline-offset: -2px;
  }
  a[aria-current="true"] {
    background: color-mix(in srgb, var(--primary-color) 15%, transparent);
  }
  .type {
    position: relative;
    display: grid;
    place-items: center;
  }
  .main {
    display: flex;
    flex-direction: column;
    min-width: 0;
  }
  .name {
    font-size: 15px;
    font-weight: var(--ha-font-weight-medium, 500);
    overflow-wrap: anywhere;
  }
  .archived .name {
    color: var(--secondary-text-color);
  }
  .place,
  .match {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .side {
    display: flex;
    flex-direction: column;
    align-items: flex-end;
    gap: 2px;
  }
`;
