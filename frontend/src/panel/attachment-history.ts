import type { Change } from "../data/change";
import type { HomeAssistant } from "../ha/types";
import { translate, translateIfKnown } from "../localize/localize";

type Values = Change["after"];

/** What an attachment is called; without a title it goes by its kind. */
const nameIn = (hass: HomeAssistant, values: Values): string => {
  if (typeof values?.title === "string" && values.title) return values.title;
  return translateIfKnown(hass.language, `attachment.${String(values?.kind)}`) ?? "";
};

const sentence = (hass: HomeAssistant, { before, after }: Change): string => {
  const say = translate.bind(undefined, hass.language);
  if (!before) return say("history.attached", { name: nameIn(hass, after) });
  if (!after) return say("history.detached", { name: nameIn(hass, before) });
  const [from, to] = [nameIn(hass, before), nameIn(hass, after)];
  if (from !== to) return say("history.attachment_renamed", { from, to });
  const told = Object.keys(after).filter((name) => name !== "position");
  return told.some((name) => after[name] !== before[name])
    ? say("history.attachment_changed", { name: to })
    : say("history.attachments_ordered");
};

/** Write what a batch did to the attachments of an item; putting them in another order is one thing. */
export const attachmentSentences = (hass: HomeAssistant, changes: readonly Change[]): string[] => [
  ...new Set(changes.map((change) => sentence(hass, change))),
];
