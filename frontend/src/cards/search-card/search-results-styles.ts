import { css } from "lit";

export const searchResultsStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .summary {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 52px;
    padding: 0 16px;
  }
  .summary > span {
    flex: none;
    max-width: 100%;
    overflow-wrap: anywhere;
  }
  .results {
    overflow-y: auto;
  }
  .results:has(*) {
    padding-bottom: 8px;
  }
  .results p {
    margin: 0;
    padding: 0 16px 8px;
  }
  .answer {
    display: flex;
    flex-direction: column;
    gap: 4px;
    padding: 8px 16px 12px;
    color: inherit;
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  .answer:hover {
    background: color-mix(in srgb, var(--primary-text-color) 5%, transparent);
  }
  .answer:focus-visible {
    outline-offset: -2px;
  }
  .subject {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 10px;
  }
  .subject b {
    font-weight: var(--ha-font-weight-medium, 500);
  }
  .where {
    font-size: var(--ha-font-size-xl, 20px);
    line-height: 1.3;
  }
`;
