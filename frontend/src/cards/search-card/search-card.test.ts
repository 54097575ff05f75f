import { afterEach, expect, it, vi } from "vitest";
import { find, findAll, mount, settle, textOf, type } from "../../../dev/mount";
import "./search-card";
import "./search-results";
import type { SearchCard } from "./search-card";
import { resultsOf } from "./search-card-config";

const CARD = "custom:home-inventory-search-card";

const setUp = async (config: object = {}) => {
  const { element, inventory } = await mount<SearchCard>("home-inventory-search-card-body", {});
  element.setConfig({ type: CARD, ...config });
  await settle();
  const root = element.renderRoot as ShadowRoot;
  const results = () => root.querySelector("home-inventory-search-results")?.shadowRoot;
  const search = async (text: string) => {
    type(find<HTMLInputElement>(root, "search")!, text);
    await settle(300);
  };
  return { element, root, results, inventory, search };
};

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

it("shows what was found, where it is and how much there is", async () => {
  const { root, results, search } = await setUp();

  await search("drill");

  expect(findAll(root, "item-row")).toHaveLength(0);
  expect(textOf(find(root, "answer"))).toContain("Cordless drill");
  expect(textOf(find(root, "item-place"))).toBe("Shelf 2, Garage");
  expect(textOf(find(root, "item-quantity"))).toBe("1 pc");
  expect(textOf(results()?.querySelector("[role=status]") ?? undefined)).toBe(
    "1 item Cordless drill: Shelf 2, Garage",
  );
});

it("shows as many results as it is told, and how many more there are", async () => {
  const { root, results, search } = await setUp({ results: 3, show_quantity: false });

  await search("spare");

  expect(findAll(root, "item-row")).toHaveLength(3);
  expect(textOf(results()?.querySelector(".results") ?? undefined)).toContain("117 more");
  expect(find(root, "item-quantity")).toBeUndefined();
});

it("shows what it has understood, and takes it as words when that is removed", async () => {
  const { element, root, inventory, search } = await setUp();
  await search("drill in the garage");
  const [chip] = findAll<HTMLButtonElement>(root, "query-chip");
  const found = findAll(root, "answer").length;

  chip!.click();
  await settle();

  expect([textOf(chip), found]).toEqual(["In Garage", 1]);
  expect(chip!.getAttribute("aria-label")).toContain("in the garage");
  expect(inventory.asked.at(-1)).toMatchObject({
    keep_as_words: ["in the garage"],
    language: "en",
  });
  expect(findAll(root, "query-chip")).toHaveLength(0);
  expect(find(root, "answer")).toBeUndefined();
  expect((element.renderRoot as ShadowRoot).activeElement).toBe(find(root, "search"));
});

it("understands anew when the question was cleared", async () => {
  const { root, search } = await setUp();
  await search("drill in the garage");
  find(root, "query-chip")!.click();
  await search("");

  await search("drill in the garage");

  expect(findAll(root, "query-chip")).toHaveLength(1);
});

it("looks only in its place", async () => {
  const { root, search } = await setUp({ location: "Cabin" });

  await search("drill");

  expect(find(root, "answer")).toBeUndefined();
  expect(textOf(find(root, "empty"))).toBe("Nothing found for “drill”.");
});

it("opens the item in the panel", async () => {
  const { root, inventory, search } = await setUp();
  await search("drill");

  find<HTMLAnchorElement>(root, "answer")!.click();

  const drill = inventory.items.find(({ name }) => name === "Cordless drill")!;
  expect(location.pathname).toBe(`/home-inventory/items/${drill.id}`);
});

it("follows changes while results are shown", async () => {
  const { root, inventory, search } = await setUp();
  await search("drill");

  inventory.handle({ type: "item/adjust", item: inventory.items[0]!.id, by: 4 });
  await settle(300);

  expect(textOf(find(root, "item-quantity"))).toBe("5 pcs");
});

it("shows places too, and asks what was meant", async () => {
  const { root, inventory, search } = await setUp();
  await search("garge");
  expect(textOf(find(root, "did-you-mean"))).toBe("Did you mean garage?");

  find(root, "did-you-mean")!.click();
  await settle(50);

  expect(textOf(find(root, "place-row"))).toContain("Garage");
  expect(inventory.asked.at(-1)).not.toHaveProperty("facets");
});

it("asks with the voice where the browser can listen", async () => {
  const spoken = new Map<string, (event: unknown) => void>();
  class Recognition {
    public lang = "";
    public addEventListener = (type: string, listener: (event: unknown) => void) =>
      spoken.set(type, listener);
    public start = () => undefined;
    public abort = () => undefined;
  }
  vi.stubGlobal("isSecureContext", true);
  vi.stubGlobal("webkitSpeechRecognition", Recognition);
  const { root } = await setUp();

  find(root, "microphone")!.click();
  spoken.get("result")!({ results: [Object.assign([{ transcript: "drill" }], { isFinal: true })] });
  spoken.get("end")!({});
  await settle();

  expect(textOf(find(root, "item-place"))).toBe("Shelf 2, Garage");
  expect(find(root, "microphone")!.getAttribute("aria-pressed")).toBe("false");
});

it("offers no microphone where there is none", async () => {
  const { root } = await setUp();

  expect(find(root, "microphone")).toBeUndefined();
});

it("has no results without a question", async () => {
  const { root, inventory } = await setUp();

  expect(find(root, "item-row")).toBeUndefined();
  expect(inventory.asked.map(({ type: asked }) => asked)).not.toContain("home_inventory/search");
});

it.each([
  [undefined, 8],
  [0, 1],
  [1000, 50],
  ["5", 5],
  ["many", 8],
])("reads %j results as %j", (results, number) => {
  expect(resultsOf({ type: CARD, results: results as number })).toBe(number);
});
