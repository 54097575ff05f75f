import { css } from "lit";

/** The frame of a card: ha-card where it is defined, and the same look where it is not. */
export const cardStyles = css`
  :host {
    display: block;
    height: 100%;
    container-type: inline-size;
  }
  ha-card {
    display: flex;
    flex-direction: column;
    height: 100%;
    overflow: hidden;
  }
  ha-card:not(:defined) {
    border: 1px solid var(--divider-color);
    border-radius: var(--ha-card-border-radius, 12px);
    background: var(--ha-card-background, var(--card-background-color, #fff));
  }
  .title {
    margin: 0;
    padding: 16px 16px 0;
    font-family: var(--ha-card-header-font-family, inherit);
    font-size: var(--ha-card-header-font-size, var(--ha-font-size-2xl, 24px));
    font-weight: var(--ha-font-weight-normal, 400);
    line-height: 1.3;
    color: var(--ha-card-header-color, var(--primary-text-color));
    overflow-wrap: anywhere;
  }
  .content {
    display: flex;
    flex-direction: column;
    gap: 12px;
    min-height: 0;
    padding: 16px;
  }
  input::placeholder {
    text-overflow: ellipsis;
  }
  .message {
    margin: 0;
    padding: 12px 16px;
  }
`;

/** Rows of a list in a card: what it is and where on the left, how much or when on the right. */
export const cardRowStyles = css`
  .rows {
    flex: 1;
    min-height: 0;
    margin: 0;
    padding: 4px 0 8px;
    overflow-y: auto;
    list-style: none;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 4px 12px;
    min-height: 48px;
    padding: 6px 16px;
    color: inherit;
    text-decoration: none;
  }
  a.row:hover {
    background: color-mix(in srgb, var(--primary-text-color) 5%, transparent);
  }
  a.row:focus-visible,
  .row a:focus-visible {
    outline-offset: -2px;
  }
  .what {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    color: inherit;
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  .what b {
    font-weight: var(--ha-font-weight-medium, 500);
  }
  .end {
    flex: none;
    max-width: 50%;
    text-align: end;
  }
  .more {
    display: flex;
    align-items: center;
    min-height: 44px;
    padding: 0 16px;
    color: var(--secondary-text-color);
  }
`;
