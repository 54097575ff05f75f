import { showDone } from "../components/undo-toast";
import type { InventoryInfo } from "../data/info";
import { importScan, inspectScan } from "../data/source";
import { showImportScan } from "../dialogs/import-scan/show-dialog-import-scan";
import type { HassElement, HomeAssistant } from "../ha/types";
import { describeCounts } from "./views/sources/source-text";

type Host = HassElement & { hass?: HomeAssistant; info: InventoryInfo };

/** Take in what another program has found, after a look at what that would change; with a file that somebody has chosen already. */
export const importScanWithDialog = async (host: Host, file?: File): Promise<void> => {
  const done = await showImportScan(host, {
    info: host.info,
    file,
    inspect: (data) => inspectScan(host.hass!, data),
    take: (file, options) => importScan(host.hass!, file, options),
  });
  if (!done) return;
  showDone(host.hass!, describeCounts(host.hass!.language, done.counts), done.batch);
};
