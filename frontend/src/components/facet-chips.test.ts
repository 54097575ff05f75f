import { afterEach, expect, it, vi } from "vitest";
import { find, findAll, mount, textOf } from "../../dev/mount";
import type { Facets } from "../data/search";
import "./facet-chips";
import type { FacetChangedEvent, FacetChips } from "./facet-chips";

const GARAGE = { id: "01", name: "Garage", count: 1200 };
const MAKITA = { id: "Makita", name: "Makita", count: 3 };
const facets: Facets = {
  location: [GARAGE],
  category: [],
  label: [],
  manufacturer: [MAKITA],
  borrower: [],
};

const show = async (properties: Partial<FacetChips>) => {
  const { element } = await mount<FacetChips>("home-inventory-facet-chips", {
    facets,
    total: 1500,
    wide: true,
    ...properties,
  });
  const changed = vi.fn<(detail: unknown) => void>();
  element.addEventListener("facet-changed", (event) =>
    changed((event as FacetChangedEvent).detail),
  );
  return { root: element.renderRoot as ShadowRoot, changed };
};

afterEach(() => document.body.replaceChildren());

it("groups what can be chosen and says how much it would leave", async () => {
  const { root, changed } = await show({});
  expect(findAll(root, "facet").map(textOf)).toEqual(["Garage 1,200", "Makita 3"]);
  expect(find(root, "facet-manufacturer")!.getAttribute("aria-label")).toContain("Manufacturer");
  expect(find(root, "facets-toggle")).toBeUndefined();

  find(root, "facet")!.click();

  expect(changed).toHaveBeenCalledWith({ facet: "location", value: { id: "01", name: "Garage" } });
});

it("takes back what was chosen", async () => {
  const { root, changed } = await show({ chosen: { manufacturer: MAKITA }, total: 3 });
  const pressed = findAll(root, "facet").find(
    (chip) => chip.getAttribute("aria-pressed") === "true",
  );

  pressed!.click();

  expect(changed).toHaveBeenCalledWith({ facet: "manufacturer", value: undefined });
});

it("is not there when nothing can be narrowed", async () => {
  const { root } = await show({ facets: {} });

  expect(find(root, "facets")).toBeUndefined();
});
