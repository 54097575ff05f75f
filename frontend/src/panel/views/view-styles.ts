import { css } from "lit";

/** What the pages of the panel share: cards on the page, a row of actions, empty states. */
export const viewStyles = css`
  .page {
    display: flex;
    flex-direction: column;
    gap: var(--ha-space-4, 16px);
    max-width: 760px;
    margin: 0 auto;
    padding: var(--ha-space-4, 16px);
    padding-bottom: calc(96px + env(safe-area-inset-bottom));
  }
  .card {
    padding: var(--ha-space-4, 16px);
    border: var(--ha-card-border-width, 1px) solid
      var(--ha-card-border-color, var(--divider-color, #e0e0e0));
    border-radius: var(--ha-card-border-radius, 12px);
    background: var(--ha-card-background, var(--card-background-color, #fff));
    box-shadow: var(--ha-card-box-shadow, none);
  }
  .card.list {
    padding: 8px 0;
    overflow: hidden;
  }
  h1 {
    margin: 0;
    font-size: var(--ha-font-size-2xl, 24px);
    font-weight: var(--ha-font-weight-normal, 400);
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  h2 {
    margin: 0 0 8px;
    font-size: var(--ha-font-size-l, 16px);
    font-weight: var(--ha-font-weight-medium, 500);
  }
  .list h2 {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: 40px;
    margin: 0;
    padding: 0 16px;
  }
  .tags,
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .actions {
    margin-top: 16px;
  }
  p {
    margin: 8px 0 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .state {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 12px;
    padding: 48px 24px;
    color: var(--secondary-text-color);
    text-align: center;
  }
  .state p {
    margin: 0;
    max-width: 36ch;
  }
  .state .button {
    max-width: 100%;
  }
  .cut {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  a {
    color: inherit;
  }
`;
