import type { Snapshot, StoreInfo } from "../src/data/store";

/** How the store of the fake is doing. */
export class FakeStore {
  public info: StoreInfo = {
    store_id: "01K9ZT5V3N8Q2M7W4X6Y1B0C2D",
    generation: 1,
    sequence: 1205,
    database: "sqlite",
    database_bytes: 52_428_800,
    journal_bytes: 81_920,
    snapshots: 3,
    snapshot_at: new Date(Date.now() - 7_260_000).toISOString(),
    backup_since: null,
    waiting: 0,
    recovery: null,
  };

  public readonly handlers: Record<string, () => unknown> = {
    "store/info": () => this.info,
    "store/snapshot": () => this.snapshot(),
  };

  private readonly _listeners = new Set<(info: StoreInfo) => void>();

  public get listeners(): number {
    return this._listeners.size;
  }

  public subscribe(listener: (info: StoreInfo) => void): () => void {
    this._listeners.add(listener);
    listener(this.info);
    return () => this._listeners.delete(listener);
  }

  public change(changed: Partial<StoreInfo>): void {
    this.info = { ...this.info, ...changed };
    for (const listener of this._listeners) listener(this.info);
  }

  public snapshot(): Snapshot {
    const { snapshots, sequence } = this.info;
    this.change({ snapshots: snapshots + 1, snapshot_at: new Date().toISOString() });
    const path = "home_inventory/journal/snapshot-000000001205-20261121T093000Z.jsonl.gz";
    return { path, bytes: 20_480, sequence };
  }
}
