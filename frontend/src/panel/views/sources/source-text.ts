import { html, type TemplateResult } from "lit";
import type { Source, SyncNote } from "../../../data/source";
import { translate, type TranslationKey } from "../../../localize/localize";

const stateOf = ({ running, connected }: Source): [TranslationKey, string] => {
  if (running) return ["sources.running", ""];
  if (connected === null) return ["sources.not_yet", ""];
  return connected ? ["sources.connected", "online"] : ["sources.failed", "error"];
};

/** Draw how a source is doing: in words, the color only helps. */
export const renderConnection = (language: string, source: Source): TemplateResult => {
  const [key, look] = stateOf(source);
  return html`<span class="badge ${look}" data-testid="source-state"
    >${translate(language, key)}</span
  >`;
};

const COUNTS = ["new", "changed", "back", "missing", "conflicts"] as const;

/** Write what a run has brought: "New: 3 · Missing: 1"; nothing changed is said too. */
export const describeCounts = (language: string, counts: Record<string, number>): string => {
  const said = COUNTS.filter((name) => (counts[name] ?? 0) > 0).map(
    (name) => `${translate(language, `sync.${name}`)}: ${counts[name]}`,
  );
  return said.length > 0 ? said.join(" · ") : translate(language, "sync.nothing");
};

const NOTES = {
  features_without_device: "run_note.features_without_device",
  listed_twice: "run_note.listed_twice",
  unreadable_entries: "run_note.unreadable_entries",
  addresses_not_asked: "run_note.addresses_not_asked",
  hosts_down: "run_note.hosts_down",
} as const satisfies Record<string, TranslationKey>;

/** Write what was odd about a run. */
export const describeNote = (language: string, { kind, count }: SyncNote): string => {
  const key = NOTES[kind as keyof typeof NOTES] as TranslationKey | undefined;
  return key ? translate(language, key, { count }) : `${kind}: ${count}`;
};
