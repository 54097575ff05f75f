import { showError } from "../../../components/undo-toast";
import { filePath, type AttachmentView } from "../../../data/attachment";
import type { HomeAssistant } from "../../../ha/types";

/** Somebody wants to see a file as it is. */
export class OpenFileEvent extends CustomEvent<AttachmentView> {
  public constructor(attachment: AttachmentView) {
    super("open-file", { detail: attachment, bubbles: true, composed: true });
  }
}

/** Show a file in a window of its own; what a browser does not show is saved. */
export const openFile = async (hass: HomeAssistant, attachment: AttachmentView): Promise<void> => {
  // Opened at once: after waiting, browsers take a new window for an advertisement.
  const opened = window.open("about:blank", "_blank");
  try {
    const path = await filePath(hass, attachment.id);
    if (opened) opened.opener = null;
    (opened ?? window).location.href = path;
  } catch (error) {
    opened?.close();
    await showError(hass, error);
  }
};
