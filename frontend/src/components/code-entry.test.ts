import { afterEach, expect, it } from "vitest";
import { find, mount, settle } from "../../dev/mount";
import "./code-entry";
import type { CodeEntry, EnteredEvent } from "./code-entry";

const setUp = async () => {
  localStorage.setItem("home_inventory_without_camera", "true");
  const { element } = await mount<CodeEntry>("home-inventory-code-entry", {});
  const entered: string[] = [];
  element.addEventListener("entered", (event) => {
    entered.push((event as EnteredEvent).detail.text);
    element.busy = true;
  });
  const root = element.renderRoot as ShadowRoot;
  const input = find<HTMLInputElement>(root, "code-input")!;
  const scan = (text: string) => {
    input.value = text;
    input.form!.requestSubmit();
  };
  const answer = async () => {
    element.clear();
    element.busy = false;
    await settle();
  };
  return { entered, input, scan, answer };
};

afterEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
});

it("takes what a fast scanner reads one after the other", async () => {
  const { entered, input, scan, answer } = await setUp();
  scan("BXKQ");
  await settle();
  scan("CDRL");
  scan("5");
  expect(entered).toEqual(["BXKQ"]);
  expect(input.value).toBe("");

  await answer();
  expect(entered).toEqual(["BXKQ", "CDRL"]);
  await answer();
  expect(entered).toEqual(["BXKQ", "CDRL", "5"]);
});

it("leaves alone what is typed while the answer comes", async () => {
  const { input, scan, answer } = await setUp();
  scan("BXKQ");
  await settle();
  input.value = "CD";
  await answer();
  expect(input.value).toBe("CD");
});
