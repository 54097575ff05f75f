import { afterEach, expect, it } from "vitest";
import { find, mount, settle, textOf } from "../../../../dev/mount";
import "./import-progress";
import type { ImportProgressView } from "./import-progress";

afterEach(() => document.body.replaceChildren());

it("says how far the import has come", async () => {
  const { element, inventory } = await mount<ImportProgressView>(
    "home-inventory-import-progress",
    {},
  );
  const root = element.renderRoot as ShadowRoot;
  expect(root.textContent).toContain("Reading");

  inventory.imports.tell({ phase: "writing", done: 2500, total: 50000 });
  await settle();

  expect(textOf(find(root, "import-step"))).toContain("Saving 2,500 of 50,000");
  expect(root.querySelector("progress")?.value).toBe(2500);
});
