import { css } from "lit";

export const panelStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100vh;
    height: 100dvh;
    background: var(--primary-background-color);
    padding-inline: env(safe-area-inset-left) env(safe-area-inset-right);
  }
  header {
    display: flex;
    flex: none;
    align-items: center;
    gap: 4px;
    height: calc(var(--header-height, 56px) + env(safe-area-inset-top));
    padding: env(safe-area-inset-top) 8px 0;
    background: var(--app-header-background-color, var(--primary-color));
    color: var(--app-header-text-color, var(--text-primary-color, #fff));
    border-bottom: var(--app-header-border-bottom, none);
  }
  header a.icon-button {
    text-decoration: none;
  }
  header .scan {
    margin-inline-start: auto;
  }
  .title {
    padding-inline: 8px 16px;
    font-size: var(--ha-font-size-xl, 20px);
    white-space: nowrap;
  }
  main {
    display: flex;
    flex: 1;
    min-height: 0;
  }
  main > * {
    flex: 1;
  }
  nav {
    display: flex;
  }
  nav a {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    color: inherit;
    text-decoration: none;
  }
  header nav {
    align-self: stretch;
    margin-inline-start: 8px;
  }
  header nav a {
    padding: 2px 16px 0;
    border-bottom: 2px solid transparent;
  }
  header nav a[aria-current="page"] {
    border-bottom-color: currentColor;
  }
  main + nav {
    flex: none;
    padding-bottom: env(safe-area-inset-bottom);
    border-top: 1px solid var(--divider-color);
    background: var(--card-background-color, #fff);
  }
  main + nav a {
    flex: 1;
    flex-direction: column;
    gap: 0;
    min-height: 56px;
    color: var(--secondary-text-color);
    font-size: var(--ha-font-size-s, 12px);
  }
  main + nav a[aria-current="page"] {
    color: var(--inventory-accent-text);
  }
  nav.pages {
    flex: none;
    overflow-x: auto;
    border-bottom: 1px solid var(--divider-color);
    background: var(--card-background-color, #fff);
  }
  nav.pages a {
    flex: 1 0 auto;
    max-width: 200px;
    min-height: 44px;
    padding: 2px 12px 0;
    border-bottom: 2px solid transparent;
    color: var(--secondary-text-color);
  }
  nav.pages a[aria-current="page"] {
    border-bottom-color: var(--primary-color);
    color: var(--inventory-accent-text);
  }
  nav a:focus-visible {
    outline-offset: -4px;
    outline-color: currentColor;
  }
`;
