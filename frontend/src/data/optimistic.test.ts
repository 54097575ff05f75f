import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { HomeAssistant } from "../ha/types";
import { fetchItemWithFiles } from "./attachment";
import { allAsShown, asked, asShown, atOnce, type Guess } from "./optimistic";

interface Named {
  id: string;
  name: string;
  updated_at: string;
}

const read = (name = "Drill", at = "1"): Promise<Named> =>
  asked(Promise.resolve({ id: "drill", name, updated_at: at }), (record) => [record]);

const renamed = (name: string, version?: string): Guess<Named, string> => ({
  noun: "item",
  ids: ["drill"],
  ...(version ? { version } : {}),
  change: (record) => ({ ...record, name }),
});

/** A server that answers when it is told to. */
const slowly = () => {
  let resolve!: (answer: string) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<string>((accept, refuse) => ((resolve = accept), (reject = refuse)));
  return { request: () => promise, resolve, reject };
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

it("shows at once what will be, and only of the record that it is about", async () => {
  const drill = await read();
  const { request, resolve } = slowly();
  const done = atOnce(renamed("Makita"), request);

  expect(asShown("item", drill)?.name).toBe("Makita");
  expect(asShown("item", { ...drill, id: "saw" })?.name).toBe("Drill");
  expect(asShown("device", drill)?.name).toBe("Drill");
  resolve("batch");
  expect(await done).toBe("batch");
});

it("takes it back when it is refused", async () => {
  const drill = await read();
  const { request, reject } = slowly();
  const done = atOnce(renamed("Makita"), request);
  reject(new Error("refused"));

  await expect(done).rejects.toThrow("refused");
  expect(asShown("item", drill)).toBe(drill);
});

it("takes it back when nothing was done", async () => {
  const drill = await read();
  const guess = { ...renamed("Makita"), known: undefined, isDone: (done: number) => done > 0 };
  await atOnce(guess, () => Promise.resolve(0));

  expect(asShown("item", drill)).toBe(drill);
});

it("stays after the answer until the record is read again", async () => {
  const drill = await read();
  await atOnce(renamed("Makita"), () => Promise.resolve("batch"));
  expect(asShown("item", drill)?.name).toBe("Makita");

  const fresh = await read("Makita 18 V", "1");
  expect(asShown("item", fresh)).toBe(fresh);
});

it("gives way to what the page of an item has read again, as after an undo", async () => {
  const hass = {
    callWS: () => Promise.resolve({ item: { id: "drill", name: "Drill" }, attachments: [] }),
  } as unknown as HomeAssistant;
  await atOnce(renamed("Makita"), () => Promise.resolve("batch"));

  const { item } = await fetchItemWithFiles(hass, "drill");
  expect(asShown("item", item)?.name).toBe("Drill");
});

it("shows what the answer says until it is read again", async () => {
  const drill = await read();
  const guess = {
    ...renamed("makita"),
    known: (name: string) => (record: Named) => ({ ...record, name }),
  };
  await atOnce(guess, () => Promise.resolve("Makita"));

  expect(asShown("item", drill)?.name).toBe("Makita");
});

it("is shown over what was asked for before the answer", async () => {
  let resolve!: (record: Named) => void;
  const question = new Promise<Named>((answer) => (resolve = answer));
  const reading = asked(question, (record) => [record]);
  await atOnce(renamed("Makita"), () => Promise.resolve("batch"));
  resolve({ id: "drill", name: "Drill", updated_at: "1" });

  expect(asShown("item", await reading)?.name).toBe("Makita");
});

it("gives way to what somebody in another window has saved", async () => {
  const { request, resolve } = slowly();
  const done = atOnce(renamed("Makita", "1"), request);

  expect(asShown("item", await read("Bosch", "2"))?.name).toBe("Bosch");
  resolve("batch");
  await done;
});

it("adds up what is done one after the other", async () => {
  const drill = await read();
  const [first, second] = [slowly(), slowly()];
  const both = [
    atOnce(renamed("Makita"), first.request),
    atOnce<Named, string>(
      { ...renamed(""), change: (record) => ({ ...record, name: `${record.name} 18 V` }) },
      second.request,
    ),
  ];
  expect(asShown("item", drill)?.name).toBe("Makita 18 V");
  first.reject(new Error("refused"));
  await Promise.allSettled(both.slice(0, 1));
  expect(asShown("item", drill)?.name).toBe("Drill 18 V");
  second.resolve("batch");
  await both[1];
});

it("leaves a list as it is when nothing is on its way, and leaves out what goes away", async () => {
  const list = [await read(), { id: "saw", name: "Saw", updated_at: "1" }];
  expect(allAsShown("item", list)).toBe(list);

  const { request, resolve } = slowly();
  const done = atOnce<Named, string>({ ...renamed(""), change: () => undefined }, request);
  expect(allAsShown("item", list).map(({ name }) => name)).toEqual(["Saw"]);
  resolve("batch");
  await done;
});

it("is forgotten some time after the answer", async () => {
  const drill = await read();
  await atOnce(renamed("Makita"), () => Promise.resolve("batch"));
  vi.advanceTimersByTime(20_000);

  expect(asShown("item", drill)).toBe(drill);
});
