import {
  CHANGE_KINDS,
  CHANGE_OPERATIONS,
  CHANGE_SOURCES,
  type Change,
  type ChangeQuery,
  type ChangeSource,
} from "../../../data/change";

export const THINGS = ["item", "location", "device"] as const;
export type Thing = (typeof THINGS)[number];

/** What the history is narrowed by, as the address has it. */
export interface ActivityFilter {
  /** The id of one item, place or device. */
  thing?: { kind: Thing; id: string };
  user?: string;
  kind?: Change["kind"];
  operation?: Change["operation"];
  source?: ChangeSource;
  from?: string;
  until?: string;
}

export const NO_ACTIVITY_FILTER: ActivityFilter = {};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const countActivityFilters = (filter: ActivityFilter): number =>
  Object.values(filter).filter(Boolean).length;

export const fromActivitySearch = (search: string): ActivityFilter => {
  const values = new URLSearchParams(search);
  const thing = THINGS.find((kind) => values.get(kind));
  const kind = CHANGE_KINDS.find((known) => known === values.get("kind"));
  const operation = CHANGE_OPERATIONS.find((known) => known === values.get("operation"));
  const source = CHANGE_SOURCES.find((known) => known === values.get("source"));
  const user = values.get("user");
  const day = (name: "from" | "until") => {
    const text = values.get(name) ?? "";
    return DAY.test(text) ? { [name]: text } : {};
  };
  return {
    ...(thing ? { thing: { kind: thing, id: values.get(thing)! } } : {}),
    ...(user ? { user } : {}),
    ...(kind ? { kind } : {}),
    ...(operation ? { operation } : {}),
    ...(source ? { source } : {}),
    ...day("from"),
    ...day("until"),
  };
};

export const toActivitySearch = (filter: ActivityFilter): string => {
  const { thing, user, kind, operation, source, from, until } = filter;
  const values: [string, string | undefined][] = [
    ...(thing ? [[thing.kind, thing.id] as [string, string]] : []),
    ["user", user],
    ["kind", kind],
    ["operation", operation],
    ["source", source],
    ["from", from],
    ["until", until],
  ];
  const said = values.filter((pair): pair is [string, string] => Boolean(pair[1]));
  return said.length > 0 ? `?${new URLSearchParams(said)}` : "";
};

/** Say a filter in the words of the websocket command. */
export const toChangeQuery = (filter: ActivityFilter): ChangeQuery => {
  const { thing, user, kind, operation, source, from, until } = filter;
  return {
    ...(thing ? { [thing.kind]: thing.id } : {}),
    ...(user ? { user } : {}),
    ...(kind ? { kinds: [kind] } : {}),
    ...(operation ? { operations: [operation] } : {}),
    ...(source ? { sources: [source] } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
  };
};
