import { expect, it } from "vitest";
import { toBase64 } from "./base64";

it("writes any bytes, also more than fit into one call", () => {
  const bytes = Uint8Array.from({ length: 100_003 }, (_, index) => index % 256);

  const back = Uint8Array.from(atob(toBase64(bytes)), (letter) => letter.charCodeAt(0));

  expect(back).toEqual(bytes);
  expect(toBase64(new Uint8Array())).toBe("");
});
