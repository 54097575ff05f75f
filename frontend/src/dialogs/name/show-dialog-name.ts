import { openDialog } from "../../components/open-dialog";
import type { HassElement } from "../../ha/types";

export interface NameParams {
  heading: string;
  label: string;
  name?: string;
  save: (name: string) => Promise<void>;
}

/** Ask for a name, and save under it. */
export const showName = async (
  host: HassElement,
  params: NameParams,
): Promise<string | undefined> => {
  await import("./dialog-name");
  return openDialog(host, "home-inventory-dialog-name", params);
};
