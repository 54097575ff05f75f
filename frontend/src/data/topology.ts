import type { HomeAssistant } from "../ha/types";
import type { TopologyAnswer } from "./types.gen";

export {
  MEDIUMS,
  type Medium,
  type Tie,
  type TopologyAnswer,
  type TopologyNode,
  type TopologyPlace,
} from "./types.gen";

/** Fetch all devices in use with what they hang on. */
export const fetchTopology = (hass: HomeAssistant): Promise<TopologyAnswer> =>
  hass.callWS({ type: "home_inventory/topology/get" });
