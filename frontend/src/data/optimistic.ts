import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Noun } from "./types.gen";

interface Recorded {
  id: string;
  updated_at?: string;
}

/** What a change will make of some records, shown before Home Assistant has answered. */
export interface Guess<Of extends Recorded, Result = unknown> {
  noun: Noun;
  ids: readonly string[];
  /** The version that is changed, of one record: what anybody has saved since then is shown as it is. */
  version?: string;
  /** What becomes of a record; undefined when it will not be among its kind any more. */
  change: (record: Of) => Of | undefined;
  /** What has become of it, as the answer says: shown until it is read again. */
  known?: (result: Result) => (record: Of) => Of | undefined;
  /** Whether the answer says that it was done. */
  isDone?: (result: Result) => boolean;
}

interface Pending {
  noun: Noun;
  ids: ReadonlySet<string>;
  version?: string;
  change: (record: never) => unknown;
  /** When it was answered: what has been asked for since then knows of it. */
  answered: number;
}

/** Who shows a record and does not read it again within this time, does not know of changes at all. */
const KEPT_MS = 15_000;

const pending = new Set<Pending>();
const listeners = new Set<() => void>();
const askedAt = new WeakMap<object, number>();
let moment = 0;

const tell = (): void => {
  for (const listener of listeners) listener();
};

/** Ask for records, and remember when each of them was asked for. */
export const asked = async <Answer>(
  question: Promise<Answer>,
  recordsOf: (answer: Answer) => Iterable<object>,
): Promise<Answer> => {
  const since = ++moment;
  const answer = await question;
  for (const record of recordsOf(answer)) askedAt.set(record, since);
  return answer;
};

/**
 * Change something, and show at once what will become of it.
 *
 * The guess is taken back when Home Assistant refuses. Else it stays until the record has been asked for after the answer:
 * nothing flickers between the answer and what its notice makes the views read.
 */
export const atOnce = async <Of extends Recorded, Result>(
  guess: Guess<Of, Result>,
  request: () => Promise<Result>,
): Promise<Result> => {
  const { noun, ids, version, change, known, isDone } = guess;
  const entry: Pending = {
    noun,
    ids: new Set(ids),
    ...(version ? { version } : {}),
    change,
    answered: Infinity,
  };
  pending.add(entry);
  tell();
  const drop = (): void => {
    if (pending.delete(entry)) tell();
  };
  try {
    const result = await request();
    if (isDone && !isDone(result)) drop();
    else {
      entry.answered = moment;
      if (known) entry.change = known(result);
      setTimeout(drop, KEPT_MS);
      tell();
    }
    return result;
  } catch (error) {
    drop();
    throw error;
  }
};

const applies = (entry: Pending, noun: Noun, record: Recorded): boolean =>
  entry.noun === noun &&
  entry.ids.has(record.id) &&
  (entry.version === undefined || entry.version === record.updated_at) &&
  (askedAt.get(record) ?? 0) <= entry.answered;

/** Return a record as it will be by all that has been done and is not known yet; undefined when it goes away. */
export const asShown = <Of extends Recorded>(noun: Noun, record: Of): Of | undefined => {
  let shown: Of | undefined = record;
  for (const entry of pending) {
    if (!shown) return undefined;
    if (applies(entry, noun, record)) shown = (entry.change as Guess<Of>["change"])(shown);
  }
  return shown;
};

/** Return records as they will be; the same array where nothing is on its way. */
export const allAsShown = <Of extends Recorded>(noun: Noun, records: Of[]): Of[] => {
  if (pending.size === 0) return records;
  const shown = records.map((record) => asShown(noun, record));
  const isSame = shown.every((record, index) => record === records[index]);
  return isSame ? records : shown.filter((record) => record !== undefined);
};

/** Draws its element again whenever something is shown at once, or taken back. */
export class OptimisticController implements ReactiveController {
  public constructor(private readonly _host: ReactiveControllerHost) {
    _host.addController(this);
  }

  public hostConnected(): void {
    listeners.add(this._told);
  }

  public hostDisconnected(): void {
    listeners.delete(this._told);
  }

  private readonly _told = (): void => this._host.requestUpdate();
}
