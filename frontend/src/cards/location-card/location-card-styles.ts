import { css } from "lit";

export const locationCardStyles = css`
  .title a {
    color: inherit;
    text-decoration: none;
  }
  .title a:hover {
    text-decoration: underline;
  }
  .around {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 12px;
    padding: 0 16px 4px;
  }
  .around ol,
  .places,
  .slots {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .around ol {
    display: flex;
    flex-wrap: wrap;
    min-width: 0;
  }
  .around li {
    display: flex;
    align-items: center;
    min-width: 0;
  }
  .around li + li::before {
    content: "›";
    margin-inline: 6px;
  }
  .around a {
    display: flex;
    align-items: center;
    min-height: 44px;
    min-width: 24px;
    color: inherit;
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  .around a:hover {
    text-decoration: underline;
  }
  .places {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding: 4px 16px 8px;
  }
  .places .chip {
    min-height: 44px;
    border-radius: 22px;
    color: inherit;
    text-decoration: none;
  }
  .places li {
    min-width: 0;
    max-width: 100%;
  }
  .slots {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(104px, 1fr));
    gap: 8px;
    padding: 4px 16px 8px;
  }
  .slots a {
    display: flex;
    flex-direction: column;
    gap: 2px;
    height: 100%;
    min-height: 64px;
    padding: 6px 10px;
    border-radius: var(--ha-border-radius-md, 8px);
    background: var(--secondary-background-color);
    color: inherit;
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  .slots .free a {
    border: 1px dashed var(--divider-color);
    background: transparent;
  }
  .slots .in {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  .slots .number,
  .slots .free .in {
    color: var(--secondary-text-color);
    font-size: var(--ha-font-size-s, 12px);
  }
  @container (max-width: 260px) {
    .slots {
      grid-template-columns: repeat(auto-fill, minmax(64px, 1fr));
    }
  }
  .grow {
    flex: 1;
  }
  .rows:not(:has(*)) {
    padding: 0;
  }
  home-inventory-add-here {
    margin-top: auto;
  }
`;
