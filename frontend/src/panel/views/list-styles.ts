import { css } from "lit";

/** What the lists on the left have in common. */
export const listStyles = css`
  :host {
    display: block;
  }
  .summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    flex-wrap: wrap; /* beside an open item there is not room for all of it in one line */
    gap: 0 8px;
    min-height: 52px;
    padding: 4px 16px;
  }
  /* What was understood has to be seen whole: a line of its own, or several. */
  home-inventory-query-chips {
    --chips-wrap: wrap;
    padding: 0 12px 4px;
  }
  .actions {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-inline-start: auto;
  }
  .summary .button {
    flex: none;
    min-height: 44px;
  }
  @container (max-width: 460px) {
    .summary .button {
      width: 44px;
      padding: 0;
      border-radius: 50%;
    }
    .summary .button > span {
      display: none;
    }
  }
  .summary > span {
    flex: none;
  }
  home-inventory-item-row + *,
  home-inventory-place-row + * {
    border-top: 1px solid var(--divider-color);
  }
  /* A table may be wider than what scrolls: what stands above it stays where it is. */
  .fixed {
    position: sticky;
    inset-inline-start: 0;
  }
  .fixed.top {
    top: 0;
    z-index: 2;
  }
  :host([table]) {
    min-width: var(--table-width, 100%);
  }
  :host([table]) .fixed {
    width: 100cqi;
  }
  .answer p {
    margin: 0;
    padding: 0 16px 8px;
  }
  .more {
    display: flex;
    justify-content: center;
    padding: 16px;
  }
  .fab-space {
    height: 80px;
  }
  .fab {
    position: fixed;
    inset: auto calc(16px + env(safe-area-inset-right)) calc(72px + env(safe-area-inset-bottom))
      auto;
    z-index: 2;
  }
  .fab .button {
    min-height: 52px;
    padding: 0 20px;
    border-radius: 16px;
    box-shadow: 0 3px 10px rgb(0 0 0 / 30%);
  }
`;
