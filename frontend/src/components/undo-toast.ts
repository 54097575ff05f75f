import { undoBatch } from "../data/change";
import { describeError } from "../data/errors";
import type { HomeAssistant } from "../ha/types";
import { translate } from "../localize/localize";
import { showToast } from "./toast";

/** Say something. */
export const showMessage = (hass: HomeAssistant, message: string): void =>
  showToast({ message, closeLabel: translate(hass.language, "action.close") });

/** Say what went wrong. */
export const showError = async (hass: HomeAssistant, error: unknown): Promise<void> =>
  showMessage(hass, await describeError(hass, error));

/** Say what has been done, and offer to take it back. */
export const showDone = (
  hass: HomeAssistant,
  message: string,
  batch: string | null | undefined,
): void =>
  showToast({
    message,
    closeLabel: translate(hass.language, "action.close"),
    ...(batch
      ? {
          action: {
            label: translate(hass.language, "action.undo"),
            run: () => void undo(hass, batch),
          },
        }
      : {}),
  });

/** Take back a batch and say so. */
export const undo = async (hass: HomeAssistant, batch: string): Promise<void> => {
  try {
    await undoBatch(hass, batch);
    showMessage(hass, translate(hass.language, "done.undone"));
  } catch (error) {
    await showError(hass, error);
  }
};
