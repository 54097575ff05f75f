import { expect, it } from "vitest";
import { titleOf } from "../data/attach-files";
import { sizeWithin } from "../utils/shrink-photo";
import { attachmentSentences } from "./attachment-history";
import { FakeInventory } from "../../dev/fake-inventory";
import { fakeHass } from "../../dev/fake-hass";
import { addAttachment, filePath, updateAttachment } from "../data/attachment";
import { attachFiles } from "../data/attach-files";
import type { Change } from "../data/change";

const household = () => {
  const inventory = new FakeInventory();
  const hass = fakeHass(inventory);
  return { inventory, hass, item: inventory.items[0]! };
};

const change = (fields: Partial<Change>): Change => ({
  sequence: 1,
  kind: "attachment",
  operation: "update",
  id: "a",
  item_id: "i",
  title: "Drill",
  before: null,
  after: null,
  ...fields,
});

it.each([
  ["Receipt 2026.pdf", "Receipt 2026"],
  ["IMG_20261122_101500.jpg", ""],
  ["image.jpg", ""],
  ["PXL_2026.jpeg", ""],
  ["20261122_101500.jpg", ""],
  ["noending", "noending"],
])("calls %s as people would: %s", (name, title) => {
  expect(titleOf(name)).toBe(title);
});

it("makes photos smaller, and never larger", () => {
  expect(sizeWithin(4000, 3000)).toEqual({ width: 2048, height: 1536 });
  expect(sizeWithin(3000, 6000)).toEqual({ width: 1024, height: 2048 });
  expect(sizeWithin(640, 480)).toEqual({ width: 640, height: 480 });
});

it("sends several files one after the other, and goes on after one that is refused", async () => {
  const { inventory, hass, item } = household();
  const files = ["Receipt.pdf", "Manual.pdf", "Plan.pdf"].map((name) => new File(["x"], name));
  const progress: number[] = [];
  const answers = [
    Response.json({ file: "1" }),
    Response.json({ code: "file_empty" }, { status: 400 }),
  ];
  hass.fetchWithAuth = () => Promise.resolve(answers.shift() ?? Response.json({ file: "3" }));

  const sent = await attachFiles(hass, item.id, files, ({ number }) => progress.push(number));

  expect(progress).toEqual([1, 2, 3]);
  expect(sent.failed.map(({ name }) => name)).toEqual(["Manual.pdf"]);
  expect(inventory.attachments.of(item).map(({ title }) => title)).toEqual(["Receipt", "Plan"]);
});

it("asks for the address of a picture once", async () => {
  const { inventory, hass } = household();

  const paths = await Promise.all([filePath(hass, "x1", 160), filePath(hass, "x1", 160)]);

  expect(paths).toEqual(Array(2).fill("/api/home_inventory/files/x1?size=160#signed"));
  expect(inventory.asked.filter(({ type }) => type === "auth/sign_path")).toHaveLength(1);
});

it("shows an item by the photo that is put first", async () => {
  const { hass, item } = household();
  await addAttachment(hass, item.id, { file: "1", title: "front" });
  const { attachment } = await addAttachment(hass, item.id, { file: "2", title: "back" });

  const done = await updateAttachment(hass, attachment, { position: 0 });

  expect(done.attachments.map(({ title }) => title)).toEqual(["back", "front"]);
  expect(done.item.photo).toBe(attachment);
});

it("tells what became of attachments", () => {
  const { hass } = household();
  const front = { title: "Front", kind: "photo", position: 0 };
  const told = attachmentSentences(hass, [
    change({ operation: "create", after: front }),
    change({ before: front, after: { ...front, title: "Back" } }),
    change({ before: front, after: { ...front, kind: "receipt" } }),
    change({ before: front, after: { ...front, position: 1 } }),
    change({ before: { ...front, position: 1 }, after: front }),
    change({ operation: "delete", before: { ...front, title: "" } }),
  ]);

  expect(told).toEqual([
    "Attached Front",
    "Attachment Front is now called Back",
    "Attachment Front changed",
    "Attachments put in another order",
    "Removed the attachment Photo",
  ]);
});
