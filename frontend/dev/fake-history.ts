import type { Batch, Change } from "../src/data/change";
import type { Notice } from "../src/data/subscribe";

/** Thrown as Home Assistant's connection rejects: an object, no Error. */
export const refuse = (code: string, placeholders: Record<string, string> = {}): never => {
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw {
    code,
    message: code,
    translation_domain: "home_inventory",
    translation_key: code,
    translation_placeholders: placeholders,
  };
};

export const makeChange = (
  kind: Change["kind"],
  operation: Change["operation"],
  id: string,
  title: string,
): Change => ({
  sequence: 0,
  kind,
  operation,
  id,
  item_id: id,
  title,
  before: null,
  after: null,
});

/** The change log of the fake: batches, notices, undo. */
export class FakeHistory {
  private readonly _written: { batch: Batch; revert: () => void }[] = [];
  private readonly _listeners = new Set<(notice: Notice) => void>();

  public constructor(private readonly _afterWrite: () => void) {}

  public get listeners(): number {
    return this._listeners.size;
  }

  public subscribe(listener: (notice: Notice) => void): () => void {
    this._listeners.add(listener);
    return () => this._listeners.delete(listener);
  }

  public list(item: unknown, wanted: Record<string, unknown> = {}) {
    const { kinds, operations, user, before, limit } = wanted as {
      kinds?: string[];
      operations?: string[];
      user?: string;
      before?: string;
      limit?: number;
    };
    const fitting = this._written
      .map(({ batch }) => batch)
      .filter(({ changes }) => !item || changes.some((change) => change.item_id === item))
      .filter(({ user_id: by }) => !user || by === user)
      .filter(({ changes }) =>
        changes.some(
          ({ kind, operation }) =>
            (kinds?.includes(kind) ?? true) && (operations?.includes(operation) ?? true),
        ),
      )
      .reverse();
    const first = fitting.findIndex(({ batch }) => batch === before) + 1;
    const batches = fitting.slice(first, first + (limit ?? 50));
    return { batches, total: fitting.length, more: first + batches.length < fitting.length };
  }

  public write(changes: Change[], revert: () => void, undoes: string | null = null): string {
    const id = `batch-${this._written.length + 1}`;
    const by = { user_id: "me", source: "websocket" };
    const at = new Date().toISOString();
    const batch: Batch = { batch: id, at, ...by, undoes, undone_by: null, changes };
    this._written.push({ batch, revert });
    this._afterWrite();
    const notice: Notice = {
      batch: id,
      sequence: this._written.length,
      ...by,
      count: changes.length,
      changes,
      truncated: false,
    };
    for (const listener of this._listeners) listener(notice);
    return id;
  }

  public undo(reference: unknown) {
    const written = this._written.find(({ batch }) => batch.batch === reference);
    if (!written) return refuse("batch_not_found");
    if (written.batch.undone_by) return refuse("already_undone");
    written.revert();
    const reversed = written.batch.changes.map((change) => ({
      ...change,
      before: change.after,
      after: change.before,
    }));
    const batch = this.write(reversed, () => undefined, written.batch.batch);
    written.batch.undone_by = batch;
    return { batch, undone: reference, changes: reversed.length };
  }
}
