import { openDialog } from "../../components/open-dialog";
import type { InventoryInfo } from "../../data/info";
import type { InspectedScan, RunOptions, ScanAnswer, ScanFile } from "../../data/source";
import type { HassElement } from "../../ha/types";

export interface ImportScanParams {
  info: InventoryInfo;
  /** A file that was chosen before. */
  file?: File | undefined;
  inspect: (data: string) => Promise<InspectedScan>;
  take: (file: ScanFile, options: RunOptions) => Promise<ScanAnswer>;
}

/** Ask for a scan file and the site that it is of, and show what it would change before it does. */
export const showImportScan = async (
  host: HassElement,
  params: ImportScanParams,
): Promise<ScanAnswer | undefined> => {
  await import("./dialog-import-scan");
  return openDialog(host, "home-inventory-dialog-import-scan", params);
};
