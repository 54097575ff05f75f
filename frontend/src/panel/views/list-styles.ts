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
    gap: 8px;
    min-height: 52px; /* chips and the button have room: nothing jumps when they come */
    padding: 4px 16px;
  }
  .summary > span {
    flex: none;
  }
  home-inventory-item-row + *,
  home-inventory-place-row + * {
    border-top: 1px solid var(--divider-color);
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
