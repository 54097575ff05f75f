import { openDialog } from "../../components/open-dialog";
import type { AttachmentFields, AttachmentResult, AttachmentView } from "../../data/attachment";
import type { HassElement } from "../../ha/types";

export interface AttachmentParams {
  /** What is changed; a new link without it. */
  attachment?: AttachmentView;
  /** Whether its item is shown by another photo, so that this one may be put first. */
  canBeFirst?: boolean;
  save: (fields: AttachmentFields) => Promise<AttachmentResult>;
}

/** Ask what an attachment is called and what it is, or where a new link leads. */
export const showAttachment = async (
  host: HassElement,
  params: AttachmentParams,
): Promise<AttachmentResult | undefined> => {
  await import("./dialog-attachment");
  return openDialog(host, "home-inventory-dialog-attachment", params);
};
