import { expect, it } from "vitest";
import { formatAge, formatBytes } from "./format";

const EN = { language: "en" };
const DE = { language: "de" };

it.each([
  [0, "0 bytes", "0 Byte"],
  [999, "999 bytes", "999 Byte"],
  [81_920, "82 kB", "82 kB"],
  [52_428_800, "52.4 MB", "52,4 MB"],
  [3_200_000_000_000_000, "3,200 TB", "3.200 TB"],
])("writes %d bytes in words of their size", (bytes, en, de) => {
  expect([formatBytes(bytes, EN), formatBytes(bytes, DE)]).toEqual([en, de]);
});

it.each([
  ["2026-11-21T11:59:30Z", "now", "jetzt"],
  ["2026-11-21T12:00:09Z", "now", "jetzt"],
  ["2026-11-21T11:58:00Z", "2 minutes ago", "vor 2 Minuten"],
  ["2026-11-21T10:59:00Z", "1 hour ago", "vor 1 Stunde"],
  ["2026-11-20T11:59:00Z", "yesterday", "gestern"],
  ["2026-11-01T11:59:00Z", "20 days ago", "vor 20 Tagen"],
])("writes how long ago %s was", (moment, en, de) => {
  const now = new Date("2026-11-21T12:00:00Z");
  expect([formatAge(moment, EN, now), formatAge(moment, DE, now)]).toEqual([en, de]);
});
