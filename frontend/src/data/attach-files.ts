import type { HomeAssistant } from "../ha/types";
import { shrinkPhoto } from "../utils/shrink-photo";
import { addAttachment, uploadFile, type AttachmentResult } from "./attachment";

/** How far the files of somebody have come. */
export interface Sending {
  /** Which one is on its way, from 1. */
  number: number;
  total: number;
  name: string;
}

export interface Sent {
  done: AttachmentResult[];
  failed: { name: string; error: unknown }[];
}

/** Photos straight from a camera are all called the same: their kind says more. */
const CAMERA_NAMES = /^(image|img|photo|dsc|pxl|capture|scan)?[\s_-]*[\d\s_-]*$/i;

/** What a file is called among the attachments: its name without its ending, unless that says nothing. */
export const titleOf = (name: string): string => {
  const stem = name.replace(/\.[^.]{1,5}$/, "").trim();
  return CAMERA_NAMES.test(stem) ? "" : stem.slice(0, 255);
};

/** Send one file and attach it. */
export const attachFile = async (
  hass: HomeAssistant,
  item: string,
  file: File,
): Promise<AttachmentResult> => {
  const sent = await uploadFile(hass, await shrinkPhoto(file), file.name);
  const title = titleOf(file.name);
  return addAttachment(hass, item, { file: sent, ...(title ? { title } : {}) });
};

/** Send files one after the other and attach them; what fails does not stop the others. */
export const attachFiles = async (
  hass: HomeAssistant,
  item: string,
  files: readonly File[],
  onProgress: (sending: Sending) => void,
): Promise<Sent> => {
  const sent: Sent = { done: [], failed: [] };
  for (const [index, file] of files.entries()) {
    onProgress({ number: index + 1, total: files.length, name: file.name });
    try {
      sent.done.push(await attachFile(hass, item, file));
    } catch (error) {
      sent.failed.push({ name: file.name, error });
    }
  }
  return sent;
};
