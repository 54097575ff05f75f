import { css } from "lit";

export const placeFieldStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  .box {
    position: relative;
  }
  .box input:not([type="checkbox"]) {
    padding-inline-end: 44px;
    text-overflow: ellipsis;
  }
  .box .icon-button {
    position: absolute;
    inset: 0 0 0 auto;
    color: var(--secondary-text-color);
  }
  ul {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 4px 0;
    border: 1px solid var(--divider-color);
    border-radius: var(--ha-border-radius-md, 8px);
    background: var(--card-background-color, #fff);
    color: var(--primary-text-color);
    box-shadow: 0 6px 20px rgb(0 0 0 / 25%);
    list-style: none;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  ul:not(:popover-open) {
    display: none;
  }
  li {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    padding: 4px 12px;
    cursor: pointer;
  }
  li svg {
    color: var(--secondary-text-color);
  }
  li:hover,
  li[aria-selected="true"] {
    background: color-mix(in srgb, var(--primary-color) 14%, transparent);
  }
  li.hint {
    cursor: default;
    background: none;
  }
  .option-name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    flex: 0 1 auto;
  }
  .option-path {
    flex: 1 1 0;
    min-width: 30%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    text-align: end;
    font-size: var(--ha-font-size-s, 12px);
  }
`;
