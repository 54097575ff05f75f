/** Read a number as people type it: "1.5", "1,5", " 3 ". Undefined when it is none. */
export const parseNumber = (text: string): number | undefined => {
  const plain = text.trim().replace(/\s/g, "").replace(",", ".");
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return undefined;
  return Number(plain);
};

/** Round away what binary floating point adds: 0.1 + 0.2 is 0.3 here. */
export const roundQuantity = (value: number): number => Math.round(value * 1e6) / 1e6;
