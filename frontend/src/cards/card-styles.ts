import { css } from "lit";

/** The frame of a card: ha-card where it is defined, and the same look where it is not. */
export const cardStyles = css`
  :host {
    display: block;
    height: 100%;
  }
  ha-card {
    display: flex;
    flex-direction: column;
    height: 100%;
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
  }
  .content {
    display: flex;
    flex-direction: column;
    gap: 12px;
    min-height: 0;
    padding: 16px;
  }
`;
