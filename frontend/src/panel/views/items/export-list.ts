import { navigate } from "../../../ha/navigate";
import type { ItemFilter } from "../filter-state";

/** Go to where the list that somebody looks at is exported. */
export const exportList = async (filter: ItemFilter): Promise<void> => {
  const { exportPath } = await import("../export/export-state");
  navigate(exportPath(filter));
};
