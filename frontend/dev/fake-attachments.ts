import type { AttachmentView } from "../src/data/attachment";
import type { Item } from "../src/data/item";
import { type FakeHistory, makeChange, refuse } from "./fake-history";
import type { Message } from "./fake-inventory";

/** The photos, papers and links of a household in memory. */
export class FakeAttachments {
  private readonly _all = new Map<string, AttachmentView[]>();
  private _last = 0;

  public constructor(
    private readonly _history: FakeHistory,
    private readonly _items: () => Item[],
  ) {}

  public readonly handlers: Record<string, (message: Message) => unknown> = {
    "item/get": ({ item }) => {
      const found = this._item(item);
      return { item: found, attachments: this.of(found) };
    },
    "attachment/add": (message) => this._add(message),
    "attachment/update": (message) => this._update(message),
    "attachment/remove": ({ attachment }) => {
      const [item, one] = this._find(attachment);
      return this._write(
        item,
        this.of(item).filter((other) => other !== one),
        one,
        "delete",
      );
    },
    "auth/sign_path": ({ path }) => ({ path: `${String(path)}#signed` }),
  };

  public of(item: Item): AttachmentView[] {
    return this._all.get(item.id) ?? [];
  }

  private _item(reference: unknown): Item {
    const found = this._items().find(({ id }) => id === reference);
    return found ?? refuse("item_not_found", { reference: String(reference), candidates: "-" });
  }

  private _add({ item: reference, file, url, kind, title }: Message) {
    const item = this._item(reference);
    const one: AttachmentView = {
      id: `attachment-${++this._last}`,
      kind: (kind as AttachmentView["kind"] | undefined) ?? (url ? "link" : "photo"),
      title: (title as string | undefined) ?? "",
      media_type: file ? "image/jpeg" : null,
      size: file ? 48_211 : null,
      url: (url as string | undefined) ?? null,
      position: this.of(item).length,
      created_at: "2026-11-22T10:00:00+00:00",
      missing: false,
    };
    return this._write(item, [...this.of(item), one], one, "create");
  }

  private _update({ attachment, position, title, kind, url }: Message) {
    const [item, before] = this._find(attachment);
    const given = Object.entries({ title, kind, url }).filter(([, value]) => value !== undefined);
    const after = { ...before, ...(Object.fromEntries(given) as Partial<AttachmentView>) };
    const others = this.of(item).filter(({ id }) => id !== before.id);
    const at = (position as number | undefined) ?? this.of(item).indexOf(before);
    others.splice(at, 0, after);
    return this._write(item, others, after, "update");
  }

  private _find(id: unknown): [Item, AttachmentView] {
    for (const item of this._items()) {
      const found = this.of(item).find((one) => one.id === id);
      if (found) return [item, found];
    }
    return refuse("attachment_not_found");
  }

  private _write(
    item: Item,
    attachments: AttachmentView[],
    one: AttachmentView,
    operation: "create" | "update" | "delete",
  ) {
    const before = this.of(item);
    this._take(item, attachments);
    const told = { title: one.title, kind: one.kind };
    const change = {
      ...makeChange("attachment", operation, item.id, item.name),
      before: operation === "create" ? null : told,
      after: operation === "delete" ? null : told,
    };
    const batch = this._history.write([change], () => this._take(item, before));
    return { item, attachments, attachment: one.id, batch };
  }

  private _take(item: Item, attachments: AttachmentView[]): void {
    this._all.set(item.id, attachments);
    item.photo = attachments.find(({ kind }) => kind === "photo")?.id ?? null;
  }
}
