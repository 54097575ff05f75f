import type { HassElement } from "../ha/types";
import type { InventoryDialog } from "./dialog-base";
import { HistoryEntry } from "./history-entry";

/**
 * Open a dialog over the page and wait for its result; undefined when it was cancelled.
 *
 * It has an entry in the browser's history: the back button of a phone closes the dialog, not the page.
 */
export const openDialog = async <Params, Result>(
  host: HassElement,
  tag: string,
  params: Params,
): Promise<Result | undefined> => {
  const dialog = document.createElement(tag) as InventoryDialog<Params, Result>;
  dialog.hass = host.hass;
  dialog.params = params;
  const entry = new HistoryEntry();
  const wentBack = () => {
    if (entry.isLeft) dialog.close();
  };
  window.addEventListener("popstate", wentBack);
  dialog.onAside = (isAside) => (isAside ? entry.leave() : entry.enter());
  const result = await new Promise<Result | undefined>((resolve) => {
    dialog.onClosed = resolve;
    document.body.append(dialog);
  });
  window.removeEventListener("popstate", wentBack);
  dialog.remove();
  await entry.leave();
  return result;
};
