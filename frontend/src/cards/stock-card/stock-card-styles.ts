import { css } from "lit";

export const stockCardStyles = css`
  .what {
    min-height: 44px;
    justify-content: center;
  }
  a.what:hover b {
    text-decoration: underline;
  }
  .row.at {
    min-height: 52px;
    padding-inline-start: 32px;
  }
  .minimum {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    font-size: var(--ha-font-size-s, 12px);
  }
  home-inventory-quantity-stepper {
    flex: none;
    margin-inline-start: auto;
  }
  /* In a narrow column the counter stands below the name. */
  @container (max-width: 300px) {
    .row {
      flex-wrap: wrap;
    }
    .row .what {
      flex-basis: 100%;
    }
  }
`;
