import type { ImportAnswer, ImportColumn, ImportPreview, Target } from "../src/data/import";
import type { ImportStep } from "../src/data/types.gen";
import { makeChange, refuse, type FakeHistory } from "./fake-history";
import type { Message } from "./fake-inventory";

const TOKEN = "01K9ZTIMPORT00000000000000";

/** A table of two things, one of which can't be taken. */
export class FakeImports {
  public columns: ImportColumn[] = [
    { name: "Ding", target: "custom", examples: ["Hammer", "Zange"] },
    { name: "Wo", target: "location", examples: ["Keller"] },
  ];

  public sheets: string[] = [];

  private readonly _watchers = new Set<(step: ImportStep) => void>();

  public constructor(private readonly _history: FakeHistory) {}

  public watch(callback: (step: ImportStep) => void): () => void {
    this._watchers.add(callback);
    return () => this._watchers.delete(callback);
  }

  /** Say how far an import has come. */
  public tell(step: ImportStep): void {
    for (const callback of this._watchers) callback(step);
  }

  public readonly handlers: Record<string, (message: Message) => unknown> = {
    "import/preview": (message) => this._preview(message),
    "import/apply": (message) => this._apply(message),
  };

  private _preview({ token, mapping, sheet }: Message): ImportPreview {
    if (token && token !== TOKEN) return refuse("import_expired");
    const said = mapping as Record<string, Target | null> | undefined;
    if (said) {
      this.columns = this.columns.map((column) => ({
        ...column,
        target: said[column.name] ?? null,
      }));
    }
    const hasName = this.columns.some(({ target }) => target === "name");
    return {
      token: TOKEN,
      format: "table",
      formats: ["homebox", "table"],
      kind: "csv",
      sheets: this.sheets,
      sheet: typeof sheet === "string" ? sheet : (this.sheets[0] ?? null),
      rows: 2,
      columns: this.columns,
      targets: ["name", "location", "quantity", "custom"],
      answer: hasName ? this._answer(null) : null,
    };
  }

  private _apply({ partial }: Message): ImportAnswer {
    if (!partial) return refuse("import_rejected");
    const change = makeChange("item", "create", "hammer", "Hammer");
    return this._answer(this._history.write([change], () => undefined));
  }

  private _answer(batch: string | null): ImportAnswer {
    const [line, name, kind] = [2, "Hammer", "new"] as const;
    return {
      format: "table",
      kind: "csv",
      counts: {
        rows: 2,
        new: 1,
        updated: 0,
        unchanged: 0,
        rejected: 1,
        remarks: 1,
        places: 1,
        described: 0,
        attachments: 0,
        categories: 0,
      },
      entries: [{ line, name, kind, item: "hammer", place: "Keller", quantity: 1, fields: [] }],
      rejected: [{ line: 3, name: "Zange", code: "import_date", message: "No", placeholders: {} }],
      remarks: [
        {
          line: 2,
          name: "Säge",
          code: "import_left_out",
          message: "Left out: Farbe.",
          placeholders: {},
        },
      ],
      places: ["Keller"],
      files: [],
      complete: null,
      batch,
    };
  }
}
