import { css } from "lit";

export const itemFilesStyles = css`
  :host {
    display: contents;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    align-items: center;
    padding-inline-end: 8px;
  }
  .open {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 12px;
    min-width: 0;
    min-height: 60px;
    padding: 6px 8px 6px 16px;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .open:hover:not(:disabled) .name {
    text-decoration: underline;
  }
  .open:focus-visible {
    outline-offset: -2px;
  }
  .open:disabled {
    cursor: default;
  }
  .mark {
    display: grid;
    flex: none;
    place-items: center;
    width: 48px;
    height: 48px;
    border-radius: 8px;
    background: color-mix(in srgb, var(--secondary-text-color) 12%, transparent);
    color: var(--secondary-text-color);
  }
  .mark home-inventory-photo {
    width: 48px;
    height: 48px;
  }
  .main {
    display: flex;
    flex-direction: column;
    min-width: 0;
  }
  .name,
  .about {
    overflow-wrap: anywhere;
  }
  .icon-button {
    flex: none;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding: 8px 16px;
  }
  .ways .button {
    position: relative;
    min-height: 44px;
    cursor: pointer;
  }
  .ways label:focus-within {
    outline: 2px solid var(--primary-color);
    outline-offset: 2px;
  }
  .ways label[data-off] {
    opacity: 0.5;
  }
  .sending {
    display: flex;
    flex-direction: column;
    gap: 4px;
    padding: 4px 16px 12px;
    overflow-wrap: anywhere;
  }
  progress {
    width: 100%;
    accent-color: var(--primary-color);
  }
`;
