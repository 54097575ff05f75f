import { css } from "lit";

/** The two lists of the stock, and what narrows them. */
export const stockStyles = css`
  :host {
    display: block;
    overflow-y: auto;
  }
  .column {
    display: flex;
    flex-direction: column;
    gap: 16px;
    max-width: 800px;
    margin-inline: auto;
    padding: 16px;
  }
  h1 {
    margin: 0;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    min-height: 64px;
    padding: 4px 16px;
  }
  li + li {
    border-top: 1px solid var(--divider-color);
  }
  .what {
    flex: 1 1 180px;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .what a {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    color: inherit;
    font-weight: var(--ha-font-weight-medium, 500);
    text-decoration: none;
  }
  .what a:hover {
    text-decoration: underline;
  }
  .badges {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .badges:not(:empty) {
    padding-block: 2px 6px;
  }
`;
