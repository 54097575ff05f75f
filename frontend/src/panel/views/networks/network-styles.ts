import { css } from "lit";

export const networkStyles = css`
  .choice {
    margin-bottom: 12px;
  }
  .address {
    min-width: 112px;
  }
  .card.conflict {
    border-color: var(--error-color);
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(40px, 1fr));
    gap: 4px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .grid li,
  .grid a {
    display: grid;
    place-items: center;
    min-height: 36px;
    border-radius: 6px;
    font-size: var(--ha-font-size-s, 12px);
    font-variant-numeric: tabular-nums;
  }
  .card .grid a {
    width: 100%;
    color: inherit;
    text-decoration: none;
  }
  .grid .free {
    border: 1px dashed var(--divider-color);
    color: var(--secondary-text-color);
  }
  .grid .taken,
  .grid .offline,
  .grid .unknown {
    background: var(--secondary-background-color);
  }
  .grid .online {
    background: color-mix(in srgb, var(--success-color, #43a047) 28%, transparent);
  }
  .grid .missing {
    background: color-mix(in srgb, var(--warning-color) 28%, transparent);
  }
  .grid .conflict {
    outline: 2px solid var(--error-color);
    font-weight: bold;
  }
`;
