import { css } from "lit";

/** How a page looks while files are held over it. */
export const dropStyles = css`
  .dropping {
    outline: 2px dashed var(--primary-color);
    outline-offset: -8px;
  }
  .drop {
    position: sticky;
    top: 8px;
    z-index: 2;
    margin: 0;
    padding: 12px 16px;
    border-radius: var(--ha-card-border-radius, 12px);
    background: var(--primary-text-color);
    color: var(--card-background-color, #fff);
    text-align: center;
    pointer-events: none;
  }
`;
