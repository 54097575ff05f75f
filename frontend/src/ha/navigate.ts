import { fireEvent } from "./fire-event";

export const PANEL_PATH = "/home-inventory";

/** Go to another page of Home Assistant without loading the document again. */
export const navigate = (path: string, options: { replace?: boolean } = {}): void => {
  if (options.replace) history.replaceState(history.state, "", path);
  else history.pushState(null, "", path);
  fireEvent(window, "location-changed", { replace: options.replace ?? false });
};

export const itemPath = (id: string): string => `${PANEL_PATH}/items/${id}`;
export const locationPath = (id: string): string => `${PANEL_PATH}/locations/${id}`;

/** Follow a link inside Home Assistant, unless the user asked for a new tab or window. */
export const followLink = (event: MouseEvent): void => {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const href = (event.currentTarget as HTMLAnchorElement).getAttribute("href");
  if (!href) return;
  event.preventDefault();
  navigate(href);
};
