import { css } from "lit";

export const warrantyCardStyles = css`
  h3 {
    margin: 0;
    padding: 12px 16px 4px;
    font-size: var(--ha-font-size-m, 14px);
    font-weight: var(--ha-font-weight-medium, 500);
    color: var(--secondary-text-color);
  }
  h3::first-letter {
    text-transform: uppercase;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    position: relative;
    --dot: var(--disabled-color, #bdbdbd);
  }
  .ending {
    --dot: var(--warning-color);
  }
  .ended {
    --dot: var(--error-color);
  }
  .row {
    padding-inline-start: 40px;
  }
  /* The line of time, and the day on it. */
  li::before,
  li::after {
    content: "";
    position: absolute;
    inset-inline-start: 21px;
  }
  li::before {
    inset-block: 0;
    width: 2px;
    background: var(--divider-color);
  }
  li::after {
    top: 18px;
    width: 12px;
    height: 12px;
    margin-inline-start: -5px;
    border: 2px solid var(--ha-card-background, var(--card-background-color, #fff));
    border-radius: 50%;
    background: var(--dot);
  }
  .end {
    display: flex;
    flex-direction: column;
  }
  /* In a narrow column the day stands below the name. */
  @container (max-width: 260px) {
    .row {
      flex-direction: column;
      align-items: flex-start;
    }
    .end {
      max-width: none;
      text-align: start;
    }
  }
  .end b {
    font-weight: var(--ha-font-weight-medium, 500);
  }
`;
