import { translate } from "../../localize/localize";

/** Programs, and tools of systems, are called the same in all languages. */
const PROGRAMS: Record<string, string> = {
  "home-inventory-scan": "Home Inventory",
  nmap: "nmap",
  arp_scan: "arp-scan",
  ip_neigh: "ip neigh",
  dnsmasq: "dnsmasq",
  get_net_neighbor: "Get-NetNeighbor",
  fing_log: "Fing",
  netalertx: "NetAlertX",
  watchyourlan: "WatchYourLAN",
  unifi: "UniFi",
  omada: "Omada",
};

/** Say which program a scan file is of. */
export const formatName = (language: string, format: string): string =>
  format === "table" ? translate(language, "scan_format.table") : (PROGRAMS[format] ?? format);
