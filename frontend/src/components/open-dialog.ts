import type { HassElement } from "../ha/types";
import type { InventoryDialog } from "./dialog-base";

const STATE = "homeInventoryDialog";

const isOurState = (): boolean =>
  typeof history.state === "object" && history.state !== null && STATE in history.state;

/** Leave the history entry that the dialog had made, so that what follows starts from the page itself. */
const leaveHistoryEntry = async (): Promise<void> => {
  if (!isOurState()) return;
  const left = new Promise((resolve) =>
    window.addEventListener("popstate", resolve, { once: true }),
  );
  history.back();
  await Promise.race([left, new Promise((resolve) => setTimeout(resolve, 500))]);
};

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
  const enterHistory = () =>
    history.pushState({ ...(history.state as object | null), [STATE]: true }, "");
  enterHistory();
  window.addEventListener("popstate", dialog.close);
  dialog.onAside = (isAside) => (isAside ? void leaveHistoryEntry() : enterHistory());
  const result = await new Promise<Result | undefined>((resolve) => {
    dialog.onClosed = resolve;
    document.body.append(dialog);
  });
  window.removeEventListener("popstate", dialog.close);
  dialog.remove();
  await leaveHistoryEntry();
  return result;
};
