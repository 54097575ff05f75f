import { css } from "lit";

export const labelsViewStyles = css`
  :host {
    overflow-y: auto;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    max-width: 1280px;
    margin: 0 auto;
    padding: 16px;
    padding-bottom: calc(96px + env(safe-area-inset-bottom));
  }
  :host([wide]) .columns {
    grid-template-columns: minmax(320px, 2fr) minmax(0, 3fr);
    align-items: start;
  }
  .form {
    display: flex;
    flex-direction: column;
    gap: 16px;
  }
  .numbers {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 12px;
  }
  .actions {
    margin-block: 12px 0;
  }
  .actions .button {
    min-height: 44px;
  }
  home-inventory-label-page {
    margin-top: 16px;
  }
  .pager {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
  }
`;
