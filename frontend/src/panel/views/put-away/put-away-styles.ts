import { css } from "lit";

export const putAwayStyles = css`
  :host {
    overflow-y: auto;
  }
  .card > * + * {
    margin-top: 16px;
  }
  .target {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .target > span:not(.code) {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  strong {
    font-size: var(--ha-font-size-l, 16px);
  }
  .message {
    min-height: 1.5em;
    font-weight: var(--ha-font-weight-medium, 500);
  }
  .bad {
    color: var(--inventory-error-text);
  }
  .choice {
    display: flex;
    flex-direction: column;
    align-items: stretch;
    gap: 8px;
  }
  .choice .button {
    min-height: 44px;
    white-space: normal;
  }
`;
