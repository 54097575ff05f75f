import { showDone, showError, showMessage } from "../components/undo-toast";
import { attachFiles, type Sending } from "../data/attach-files";
import {
  addAttachment,
  removeAttachment,
  updateAttachment,
  type AttachmentView,
} from "../data/attachment";
import { describeError } from "../data/errors";
import type { Item } from "../data/item";
import { showAttachment } from "../dialogs/attachment/show-dialog-attachment";
import type { HassElement, HomeAssistant } from "../ha/types";
import { translate } from "../localize/localize";

/** What an attachment is called; without a title it goes by its kind. */
export const attachmentName = (hass: HomeAssistant, { title, kind }: AttachmentView): string =>
  title || translate(hass.language, `attachment.${kind}`);

/** Send files and attach them, and say what has become of them. */
export const attachWithUndo = async (
  host: HassElement,
  item: Item,
  files: readonly File[],
  onProgress: (sending: Sending) => void,
): Promise<void> => {
  const hass = host.hass!;
  const { done, failed } = await attachFiles(hass, item.id, files, onProgress);
  const say = translate.bind(undefined, hass.language);
  if (failed.length > 0) {
    const { name, error } = failed[0]!;
    const reason = await describeError(hass, error);
    const values = { name, reason, count: failed.length, total: files.length };
    showMessage(
      hass,
      say(failed.length === 1 ? "files.not_attached" : "files.some_not_attached", values),
    );
  } else if (done.length === 1) {
    showDone(hass, say("files.added", { name: item.name }), done[0]!.batch);
  } else if (done.length > 1) {
    showMessage(hass, say("files.added_many", { count: done.length, name: item.name }));
  }
};

export const addLinkWithDialog = async (host: HassElement, item: Item): Promise<void> => {
  const hass = host.hass!;
  const done = await showAttachment(host, {
    save: (fields) => addAttachment(hass, item.id, fields),
  });
  if (done)
    showDone(hass, translate(hass.language, "files.added", { name: item.name }), done.batch);
};

export const editAttachmentWithDialog = async (
  host: HassElement,
  item: Item,
  attachment: AttachmentView,
): Promise<void> => {
  const hass = host.hass!;
  const done = await showAttachment(host, {
    attachment,
    canBeFirst: attachment.kind === "photo" && item.photo !== attachment.id,
    save: (fields) => updateAttachment(hass, attachment.id, fields),
  });
  if (done) showDone(hass, translate(hass.language, "files.saved"), done.batch);
};

export const removeAttachmentWithUndo = async (
  host: HassElement,
  attachment: AttachmentView,
): Promise<void> => {
  const hass = host.hass!;
  try {
    const done = await removeAttachment(hass, attachment.id);
    const name = attachmentName(hass, attachment);
    showDone(hass, translate(hass.language, "files.removed", { name }), done.batch);
  } catch (error) {
    await showError(hass, error);
  }
};
