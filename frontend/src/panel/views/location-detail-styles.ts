import { css } from "lit";

export const locationDetailStyles = css`
  h1 {
    display: flex;
    align-items: center;
    gap: 10px;
    margin-bottom: 4px;
  }
  h1 svg {
    color: var(--secondary-text-color);
  }
  .breadcrumb {
    margin-bottom: 4px;
    overflow-wrap: anywhere;
  }
  .breadcrumb a {
    display: inline-block;
    padding-block: 6px;
    color: var(--inventory-accent-text);
    text-decoration: none;
  }
  .breadcrumb a:hover {
    text-decoration: underline;
  }
`;
