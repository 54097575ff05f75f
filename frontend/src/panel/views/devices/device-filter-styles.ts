import { css } from "lit";

export const deviceFilterStyles = css`
  :host {
    display: block;
    position: sticky;
    top: 0;
    z-index: 1;
    background: var(--card-background-color, #fff);
    border-bottom: 1px solid var(--divider-color);
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 8px 8px 8px 16px;
  }
  .box {
    position: relative;
    flex: 1;
    min-width: 0;
  }
  .box > svg {
    position: absolute;
    inset: 0 auto 0 12px;
    margin-block: auto;
    color: var(--secondary-text-color);
    pointer-events: none;
  }
  #search {
    padding-inline: 42px;
    border-radius: 22px;
    appearance: none;
  }
  #search::-webkit-search-cancel-button {
    display: none;
  }
  .clear {
    position: absolute;
    inset: 0 0 0 auto;
  }
  .icon-button {
    position: relative;
  }
  .icon-button.clear {
    position: absolute;
  }
  .icon-button.active {
    color: var(--inventory-accent-text);
  }
  .count {
    position: absolute;
    top: 4px;
    right: 4px;
    min-width: 16px;
    border-radius: 8px;
    background: var(--inventory-accent-fill);
    color: var(--text-primary-color, #fff);
    font-size: 11px;
    line-height: 16px;
  }
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(150px, 100%), 1fr));
    gap: 12px;
    padding: 4px 16px 12px;
  }
  .chips {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
`;
