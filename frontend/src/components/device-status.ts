import { css, html, type TemplateResult } from "lit";
import type { DeviceStatus } from "../data/device";
import { translateIfKnown } from "../localize/localize";

const LOOKS: Record<DeviceStatus, string> = {
  online: "online",
  offline: "",
  missing: "error",
  unknown: "",
};

/** Draw how a device is doing: in words, the color only helps. */
export const renderStatus = (language: string, status: DeviceStatus): TemplateResult =>
  html`<span class="badge ${LOOKS[status] ?? ""}" data-testid="device-status"
    >${translateIfKnown(language, `device_status.${status}`) ?? status}</span
  >`;

export const statusStyles = css`
  .badge.online {
    background: color-mix(in srgb, var(--success-color, #43a047) 22%, transparent);
  }
`;
