/** Where a match begins and where it has ended, counted in UTF-16 code units as JavaScript does. */
export type TextRange = readonly number[];

type Span = [start: number, end: number];

/** A piece of a text that is to be marked, or not. */
export interface TextPart {
  text: string;
  hit: boolean;
}

/** Put ranges in order, inside a text, and together where they overlap or touch; what is none is left out. */
const tidy = (length: number, ranges: readonly TextRange[]): Span[] => {
  const inside = ranges
    .map(([start = 0, end = 0]): Span => [Math.max(0, start), Math.min(length, end)])
    .filter(([start, end]) => start < end)
    .sort(([a], [b]) => a - b);
  const merged: Span[] = [];
  for (const [start, end] of inside) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
};

/** Split a text into what matched and what is around it; the parts together are the text. */
export const splitText = (text: string, ranges: readonly TextRange[] = []): TextPart[] => {
  const parts: TextPart[] = [];
  let at = 0;
  for (const [start, end] of tidy(text.length, ranges)) {
    parts.push({ text: text.slice(at, start), hit: false });
    parts.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  parts.push({ text: text.slice(at), hit: false });
  return parts.filter((part) => part.text);
};

const BEFORE = 24;

/** Begin a long text shortly before its first match, at a word, so that the match is seen in one line. */
export const fromFirstHit = (
  text: string,
  ranges: readonly TextRange[],
): { text: string; ranges: TextRange[] } => {
  const found = tidy(text.length, ranges);
  const first = found[0]?.[0] ?? 0;
  if (first <= BEFORE) return { text, ranges: found };
  const space = text.slice(first - BEFORE, first).search(/\s\S/);
  const start = space < 0 ? first : first - BEFORE + space + 1;
  const by = 1 - start;
  return {
    text: `…${text.slice(start)}`,
    ranges: found.map(([from, until]) => [from + by, until + by]),
  };
};
