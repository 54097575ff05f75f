import type { Category } from "../src/data/category";
import type { Message } from "./fake-inventory";

/** The categories of the household that never was. */
export class FakeCategories {
  public all: Category[] = [
    {
      id: "c1",
      name: "Power tools",
      path: "Tools / Power tools",
      parent_id: null,
      item_count: 0,
    },
  ];

  public readonly handlers: Record<string, (message: Message) => unknown> = {
    "category/list": () => ({ categories: this.all, total: this.all.length }),
    "category/add": ({ name, parent }) => this._add(String(name), parent),
    "category/merge": ({ category, into }) => this._merge(category, into),
  };

  private _merge(gone: unknown, into: unknown) {
    const category = this.all.find(({ id }) => id === into)!;
    category.item_count += this.all.find(({ id }) => id === gone)!.item_count;
    this.all = this.all.filter(({ id }) => id !== gone);
    return { category, batch: "merged" };
  }

  private _add(name: string, parent: unknown) {
    const above = this.all.find(({ id }) => id === parent);
    const category = {
      id: `c${this.all.length + 1}`,
      name,
      path: above ? `${above.path} / ${name}` : name,
      parent_id: above?.id ?? null,
      item_count: 0,
    };
    this.all.push(category);
    return { category, batch: null };
  }
}
