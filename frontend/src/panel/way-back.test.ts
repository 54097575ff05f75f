import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FakeInventory } from "../../dev/fake-inventory";
import { find, findAll, mount, settle, textOf, type } from "../../dev/mount";
import { navigate, PANEL_PATH } from "../ha/navigate";
import "./home-inventory-panel";
import type { HomeInventoryPanel } from "./home-inventory-panel";

/** Follow the address as Home Assistant does, with what a browser keeps of each page that was left. */
class Browser {
  public readonly inventory = new FakeInventory();
  public panel!: HomeInventoryPanel;

  private readonly _left: { address: string; state: unknown }[] = [];

  /** Load the page again, as it stands. */
  public async open(): Promise<void> {
    document.body.replaceChildren();
    const properties = { route: this._route(), narrow: true };
    const { element } = await mount<HomeInventoryPanel>(
      "home-inventory-panel",
      properties,
      this.inventory,
    );
    this.panel = element;
    await settle(80);
  }

  public async tap(element: HTMLElement | undefined): Promise<void> {
    await settle(180);
    const leave = vi.spyOn(history, "pushState").mockImplementationOnce((state, _, path) => {
      this._left.push({ address: location.pathname + location.search, state: history.state });
      history.replaceState(state, "", path);
    });
    element!.click();
    leave.mockRestore();
    await this._follow();
  }

  public async back(): Promise<void> {
    const { address, state } = this._left.pop()!;
    history.replaceState(state, "", address);
    window.dispatchEvent(new PopStateEvent("popstate", { state }));
    await this._follow();
  }

  public async search(text: string): Promise<void> {
    type(this.find<HTMLInputElement>("search")!, text);
    await settle(300);
  }

  public find<T extends HTMLElement>(testId: string): T | undefined {
    return find<T>(this.panel.renderRoot, testId);
  }

  /** Those of the list: the page of an item beside it has some, too. */
  public rows(): HTMLElement[] {
    return findAll(this.pane, "item-row");
  }

  /** What the list scrolls in. */
  public get pane(): HTMLElement {
    const items = this.panel.renderRoot.querySelector("home-inventory-items-view")!;
    return items.renderRoot.querySelector<HTMLElement>(".pane.list")!;
  }

  private _route() {
    return { prefix: PANEL_PATH, path: location.pathname.slice(PANEL_PATH.length) };
  }

  private async _follow(): Promise<void> {
    this.panel.route = this._route();
    await settle(120);
  }
}

let browser: Browser;

const search = () => browser.find<HTMLInputElement>("search")!.value;

beforeEach(async () => {
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  history.replaceState(null, "", "/home-inventory/items");
  browser = new Browser();
  await browser.open();
});
afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it("keeps the question in the address without filling the history", async () => {
  const before = history.length;
  await browser.search("drill");
  expect(location.search).toBe("?query=drill");

  await browser.search("");
  expect(location.search).toBe("");
  expect(history.length).toBe(before);
});

it("has the question again on the way back from a place", async () => {
  await browser.search("att");
  await browser.tap(browser.find("place-row"));
  expect(location.pathname).toContain("/locations/");
  expect(browser.panel.renderRoot.querySelector("home-inventory-items-view")).toBeNull();

  await browser.back();

  expect(search()).toBe("att");
  expect(browser.find("place-row")).toBeDefined();
});

it("goes back with the arrow to where one came from", async () => {
  const back = vi.spyOn(history, "back").mockImplementation(() => undefined);
  await browser.search("att");
  await browser.tap(browser.find("place-row"));

  browser.find("back")!.click();

  expect(back).toHaveBeenCalledOnce();
});

it("goes up to the list with the question when an item was opened directly", async () => {
  const drill = browser.inventory.items[0]!;
  history.replaceState(null, "", `/home-inventory/items/${drill.id}?query=drill`);
  await browser.open();

  await browser.tap(browser.find("back"));

  expect(location.pathname + location.search).toBe("/home-inventory/items?query=drill");
  expect(search()).toBe("drill");
});

it("shows the same after a reload, beside an item too", async () => {
  await browser.search("batteries");
  await browser.tap(browser.rows()[0]);
  expect(location.search).toBe("?query=batteries");

  await browser.open();

  expect(search()).toBe("batteries");
  expect(browser.rows()).toHaveLength(1);
});

it("shows what a link says that somebody has sent", async () => {
  const garage = browser.inventory.locations.find(({ name }) => name === "Garage")!;
  history.replaceState(null, "", `/home-inventory?query=spare&location=${garage.id}&low_stock=1`);
  await browser.open();

  expect(location.pathname).toBe("/home-inventory/items");
  expect(browser.inventory.asked.at(-1)).toMatchObject({
    query: "spare",
    location: garage.id,
    low_stock: true,
  });
  browser.find("filter")!.click();
  await settle(20);
  const place = browser.find("filter-place")!.shadowRoot!.querySelector("input")!;
  expect(place.value).toContain("Garage");
});

it("begins anew with the tab of the list", async () => {
  await browser.search("drill");

  navigate("/home-inventory/items");
  await settle(100);

  expect(search()).toBe("");
  expect(textOf(browser.find("total"))).toBe("128 items");
});

it("begins at its top for a new question", async () => {
  browser.pane.scrollTop = 4000;
  browser.pane.dispatchEvent(new Event("scroll"));
  await settle(200);

  await browser.search("drill");

  expect(browser.pane.scrollTop).toBe(0);
});
