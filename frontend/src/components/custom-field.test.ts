import { afterEach, expect, it } from "vitest";
import { find, findAll, mount, settle, type } from "../../dev/mount";
import type { CustomRow } from "../utils/custom-rows";
import "./custom-field";
import type { CustomField, RowsChangedEvent } from "./custom-field";

const ROWS: CustomRow[] = [
  { name: "colour", text: "red", type: "text" },
  { name: "insured", text: "true", type: "flag" },
];

const open = async () => {
  const { element } = await mount<CustomField>("home-inventory-custom-field", { value: ROWS });
  const told: CustomRow[][] = [];
  element.addEventListener("rows-changed", (event) =>
    told.push((event as RowsChangedEvent).detail.value),
  );
  return { root: element.renderRoot as ShadowRoot, told };
};

afterEach(() => document.body.replaceChildren());

it("shows a row for every field", async () => {
  const { root } = await open();

  expect(findAll(root, "custom-row")).toHaveLength(2);
  expect(find<HTMLInputElement>(root, "custom-name")!.value).toBe("colour");
  expect(findAll(root, "custom-value").map(({ localName }) => localName)).toEqual([
    "textarea",
    "select",
  ]);
});

it("adds a row and tells what is typed into it", async () => {
  const { root, told } = await open();

  find(root, "custom-add")!.click();
  await settle();
  type(findAll<HTMLInputElement>(root, "custom-name")[2]!, "size");

  expect(told.at(-1)).toEqual([...ROWS, { name: "size", text: "", type: "text" }]);
});

it("removes a row", async () => {
  const { root, told } = await open();

  find(root, "custom-remove")!.click();
  await settle();

  expect(told.at(-1)).toEqual([ROWS[1]]);
  expect(findAll(root, "custom-row")).toHaveLength(1);
});
