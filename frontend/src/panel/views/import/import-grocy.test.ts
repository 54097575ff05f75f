import { describe, expect, it } from "vitest";
import { accessTo } from "./import-grocy";

describe("the address of a Grocy", () => {
  it("is one of the home network if nothing else is said", () => {
    expect(accessTo(" 192.168.1.10:9283 ", " key ")).toEqual({
      url: "http://192.168.1.10:9283",
      key: "key",
    });
  });

  it("stays as it was typed if it is whole", () => {
    expect(accessTo("HTTPS://grocy.example/shop", "key")?.url).toBe("HTTPS://grocy.example/shop");
  });

  it("is none without a key, or with words in it", () => {
    expect(accessTo("grocy.local", " ")).toBeUndefined();
    expect(accessTo("my grocy", "key")).toBeUndefined();
    expect(accessTo("", "key")).toBeUndefined();
  });
});
