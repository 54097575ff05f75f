import { css } from "lit";

export const reportsViewStyles = css`
  :host {
    overflow-y: auto;
  }
  .card {
    display: flex;
    flex-direction: column;
    gap: 16px;
  }
  h2 {
    margin: 0;
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0 24px;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
  }
  input[type="radio"] {
    width: 20px;
    min-height: 20px;
    margin: 0;
    accent-color: var(--primary-color);
  }
  .actions,
  p {
    margin: 0;
  }
  .actions .button {
    min-height: 44px;
  }
`;
