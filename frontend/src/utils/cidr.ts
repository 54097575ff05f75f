/** The most addresses that are drawn as a grid: a /22. */
const MOST = 1024;

const BYTES = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

const toNumber = (address: string): number | undefined => {
  const match = BYTES.exec(address);
  if (!match) return undefined;
  const bytes = match.slice(1).map(Number);
  if (bytes.some((byte) => byte > 255)) return undefined;
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
};

const toAddress = (value: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");

/**
 * Return the addresses that devices of an IPv4 network ("192.168.1.0/24") can have, in their order.
 *
 * Undefined for anything else, and for what is too large to be drawn (more than a /22).
 */
export const hostsOf = (network: string): string[] | undefined => {
  const [address = "", prefix = ""] = network.split("/");
  const value = toNumber(address);
  const length = /^\d{1,2}$/.test(prefix) ? Number(prefix) : NaN;
  if (value === undefined || !(length <= 32)) return undefined;
  const size = 2 ** (32 - length);
  if (size > MOST) return undefined;
  const first = Math.floor(value / size) * size;
  const all = Array.from({ length: size }, (_, index) => toAddress(first + index));
  return size > 2 ? all.slice(1, -1) : all;
};
