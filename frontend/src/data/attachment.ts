import type { HomeAssistant } from "../ha/types";
import { asked } from "./optimistic";
import type { AttachmentKind, AttachmentView, Item } from "./types.gen";

export type { AttachmentKind, AttachmentView } from "./types.gen";
export { ATTACHMENT_KINDS } from "./types.gen";

const FILES_PATH = "/api/home_inventory/files";
/** Pixels of the longest side of the small pictures that Home Assistant makes: for rows, for tiles, and to look at. */
export type PhotoSize = 160 | 480 | 1600;

export interface AttachmentFields {
  title?: string;
  kind?: AttachmentKind;
  url?: string;
  /** From 0; the others make room. */
  position?: number;
}

/** What every change of an attachment is answered with. */
export interface AttachmentResult {
  item: Item;
  attachments: AttachmentView[];
  attachment: string;
  batch: string | null;
}

/** An item with its photos, papers and links. */
export const fetchItemWithFiles = (
  hass: HomeAssistant,
  item: string,
): Promise<{ item: Item; attachments: AttachmentView[] }> =>
  asked(
    hass.callWS<{ item: Item; attachments: AttachmentView[] }>({
      type: "home_inventory/item/get",
      item,
    }),
    (got) => [got.item],
  );

export const addAttachment = (
  hass: HomeAssistant,
  item: string,
  attachment: AttachmentFields & { file?: string },
): Promise<AttachmentResult> =>
  hass.callWS({ type: "home_inventory/attachment/add", item, ...attachment });

export const updateAttachment = (
  hass: HomeAssistant,
  attachment: string,
  fields: AttachmentFields,
): Promise<AttachmentResult> =>
  hass.callWS({ type: "home_inventory/attachment/update", attachment, ...fields });

export const removeAttachment = (
  hass: HomeAssistant,
  attachment: string,
): Promise<AttachmentResult> =>
  hass.callWS({ type: "home_inventory/attachment/remove", attachment });

/** Send a file, to be attached by what this returns. Rejects with an error as commands do. */
export const uploadFile = async (
  hass: HomeAssistant,
  file: Blob,
  name: string,
): Promise<string> => {
  const body = new FormData();
  body.append("file", file, name);
  const answer = await hass.fetchWithAuth(FILES_PATH, { method: "POST", body });
  const told = (await answer.json()) as { file: string };
  if (!answer.ok) throw Object.assign(new Error("upload"), told);
  return told.file;
};

const SIGNED_FOR_S = 24 * 3600;
const signed = new Map<string, { path: Promise<string>; until: number }>();

/**
 * Where a browser finds a file, or a small picture of it, without signing in again.
 *
 * The same address for hours, so that the browser keeps what it has fetched.
 */
export const filePath = (
  hass: HomeAssistant,
  attachment: string,
  size?: PhotoSize,
): Promise<string> => {
  const path = `${FILES_PATH}/${attachment}${size ? `?size=${size}` : ""}`;
  const known = signed.get(path);
  if (known && known.until > Date.now()) return known.path;
  const asked = hass
    .callWS<{ path: string }>({ type: "auth/sign_path", path, expires: SIGNED_FOR_S })
    .then((answer) => answer.path);
  signed.set(path, { path: asked, until: Date.now() + (SIGNED_FOR_S * 1000) / 2 });
  asked.catch(() => signed.delete(path));
  return asked;
};
