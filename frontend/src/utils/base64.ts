/** How many bytes become a text at once: more arguments than this overflow the stack of some browsers. */
const CHUNK = 0x8000;

/** Write bytes in base64. */
export const toBase64 = (bytes: Uint8Array): string => {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += CHUNK) {
    parts.push(String.fromCharCode(...bytes.subarray(start, start + CHUNK)));
  }
  return btoa(parts.join(""));
};
