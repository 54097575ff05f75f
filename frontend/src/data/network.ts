import type { HomeAssistant } from "../ha/types";
import type { AddressConflict, DeviceStatus } from "./device";
import type { SyncRun } from "./source";

/** A network that a source looks through. */
export interface Network {
  source_id: string;
  network: string;
  site: { id: string; name: string } | null;
  /** The router that leads out of it, as the last good run saw it. */
  gateway: { address: string; device: { id: string; name: string } | null } | null;
  size: number;
  used: number;
  free: number;
  last_run: SyncRun | string | null;
}

/** An address that a device has, or had. */
export interface UsedAddress {
  address: string;
  device: { id: string; name: string; status: DeviceStatus } | null;
  last_seen: string | null;
  is_conflict: boolean;
}

export interface NetworkAddresses {
  addresses: UsedAddress[];
  free: string[];
  total: number;
}

const PAGE = 1000;

export const fetchNetworks = async (hass: HomeAssistant): Promise<Network[]> =>
  (await hass.callWS<{ networks: Network[] }>({ type: "home_inventory/network/list" })).networks;

/** Fetch all addresses that are known of a network, in their order. */
export const fetchAddresses = async (
  hass: HomeAssistant,
  source: string,
): Promise<NetworkAddresses> => {
  const addresses: UsedAddress[] = [];
  for (;;) {
    const page = await hass.callWS<NetworkAddresses>({
      type: "home_inventory/network/addresses",
      source,
      limit: PAGE,
      offset: addresses.length,
    });
    addresses.push(...page.addresses);
    if (page.addresses.length === 0 || addresses.length >= page.total)
      return { ...page, addresses };
  }
};

export const fetchConflicts = async (hass: HomeAssistant): Promise<AddressConflict[]> =>
  (
    await hass.callWS<{ conflicts: AddressConflict[] }>({
      type: "home_inventory/device/conflicts",
    })
  ).conflicts;
