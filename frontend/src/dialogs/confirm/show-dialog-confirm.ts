import { openDialog } from "../../components/open-dialog";
import type { HassElement } from "../../ha/types";

export interface ConfirmParams<Result = unknown> {
  heading: string;
  text: string;
  confirmLabel: string;
  danger?: boolean;
  confirm: () => Promise<Result>;
}

/** Ask before something is done that can't be taken back. */
export const showConfirm = async <Result>(
  host: HassElement,
  params: ConfirmParams<Result>,
): Promise<Result | undefined> => {
  await import("./dialog-confirm");
  return openDialog(host, "home-inventory-dialog-confirm", params);
};
