import {
  mdiFloorPlan,
  mdiHomeOutline,
  mdiOfficeBuildingOutline,
  mdiPackageVariantClosed,
  mdiPoundBoxOutline,
  mdiSofaOutline,
  mdiWardrobeOutline,
} from "@mdi/js";
import type { LocationKind } from "../data/location";

const ICONS: Record<LocationKind, string> = {
  organization: mdiOfficeBuildingOutline,
  site: mdiHomeOutline,
  floor: mdiFloorPlan,
  room: mdiSofaOutline,
  furniture: mdiWardrobeOutline,
  box: mdiPackageVariantClosed,
  slot: mdiPoundBoxOutline,
};

export const locationIcon = (kind: LocationKind): string => ICONS[kind] ?? ICONS.furniture;
