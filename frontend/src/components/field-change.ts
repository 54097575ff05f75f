import { translate, translateIfKnown } from "../localize/localize";

/** Fields whose label is not called what they are. */
const FIELD_KEYS: Record<string, string> = { type: "field.device_type", parent: "device.parent" };

/** Fields whose values are ids, or dozens in a row: it is enough that they change. */
const LONG = new Set(["parent", "identities", "components"]);

/** Fields whose values are words of ours. */
const WORDS: Record<string, (value: string) => string> = {
  presence: (value) => `presence.${value}`,
  link: (value) => `link.${value}`,
};

/** Write how a field of a device changes: "Name: TV → Television". */
export const describeFieldChange = (
  language: string,
  name: string,
  [before, after]: readonly [string | null, string | null],
): string => {
  const key = FIELD_KEYS[name] ?? `field.${name}`;
  const field = translateIfKnown(language, key) ?? name.replaceAll("_", " ");
  if (LONG.has(name)) return translate(language, "history.changed", { field });
  const say = (value: string | null) => {
    if (value === null) return "–";
    const word = WORDS[name]?.(value);
    return (word && translateIfKnown(language, word)) ?? value;
  };
  return `${field}: ${say(before)} → ${say(after)}`;
};
