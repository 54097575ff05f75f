import { css } from "lit";

/** How the page of exports is laid out. */
export const exportStyles = css`
  :host {
    display: block;
    overflow-y: auto;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
    gap: 12px;
    margin-top: 12px;
  }
  p {
    white-space: normal;
  }
  .filter {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    margin-top: 16px;
  }
  .make .actions {
    margin-top: 0;
  }
  .make p {
    margin: 0 0 12px;
  }
  .name {
    min-width: 0;
    overflow-wrap: anywhere;
  }
`;
