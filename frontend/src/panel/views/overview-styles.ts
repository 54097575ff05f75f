import { css } from "lit";

/** A line of the overview: what there is, and how many, as a link to them. */
export const countStyles = css`
  .count {
    display: flex;
    align-items: center;
    gap: 16px;
    min-height: 48px;
    padding: 0 16px;
    text-decoration: none;
  }
  .count:hover {
    background: color-mix(in srgb, currentColor 6%, transparent);
  }
  .count svg {
    flex: none;
    color: var(--secondary-text-color);
  }
  .count:focus-visible {
    outline-offset: -2px;
  }
  .number {
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
  }
`;
