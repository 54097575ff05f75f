import { fireEvent } from "./fire-event";
import { stepBack } from "./step-back";

export const PANEL_PATH = "/home-inventory";

/** Marks an entry of the browser's history that was come to from one of our own pages or cards. */
const CAME_FROM_US = "homeInventoryCame";

/** What we have noted in this entry of the browser's history; others may note something too. */
export const historyNote = <T>(name: string): T | undefined =>
  (history.state as Record<string, T> | null)?.[name];

/** Note something in this entry of the browser's history, maybe with other words behind the path. */
export const noteInHistory = (name: string, note: unknown, search = location.search): void =>
  history.replaceState(
    { ...(history.state as object | null), [name]: note },
    "",
    location.pathname + search,
  );

/** Go to another page of Home Assistant without loading the document again. */
export const navigate = (path: string, options: { replace?: boolean } = {}): void => {
  if (options.replace) history.replaceState(history.state, "", path);
  else history.pushState({ [CAME_FROM_US]: true }, "", path);
  fireEvent(window, "location-changed", { replace: options.replace ?? false });
};

/** The search is what a list beside the item is for, as it stands behind the path: "?query=drill". */
export const itemPath = (id: string, search = ""): string => `${PANEL_PATH}/items/${id}${search}`;
export const locationPath = (id: string): string => `${PANEL_PATH}/locations/${id}`;
export const devicePath = (id: string, search = ""): string =>
  `${PANEL_PATH}/devices/${id}${search}`;
export const networkPath = (source: string, search = ""): string =>
  `${PANEL_PATH}/networks/${encodeURIComponent(source)}${search}`;
/** The map of all devices, maybe with one node of it chosen. */
export const topologyPath = (node: string | undefined, search = ""): string =>
  `${PANEL_PATH}/topology${node === undefined ? "" : `/${encodeURIComponent(node)}`}${search}`;
export const sourcePath = (source: string): string =>
  `${PANEL_PATH}/sources/${encodeURIComponent(source)}`;

/** Home Assistant's own pages about this integration, and about a device. */
export const INTEGRATION_PATH = "/config/integrations/integration/home_inventory";
export const hassDevicePath = (id: string): string => `/config/devices/device/${id}`;

/** Follow a link inside Home Assistant, unless the user asked for a new tab or window. */
export const followLink = (event: MouseEvent): void => {
  const href = plainHref(event);
  if (href) navigate(href);
};

/** Go back to where one came from; follow the link when its page was opened directly. */
export const followBack = (event: MouseEvent): void => {
  const href = plainHref(event);
  if (!href) return;
  if (historyNote<boolean>(CAME_FROM_US)) void stepBack();
  else navigate(href);
};

/** Return where a click leads, and keep the browser from going there; nothing for a new tab or window. */
const plainHref = (event: MouseEvent): string | null => {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const href = (event.currentTarget as HTMLAnchorElement).getAttribute("href");
  if (href) event.preventDefault();
  return href;
};
