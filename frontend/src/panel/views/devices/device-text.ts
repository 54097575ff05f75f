import { mdiBattery, mdiBatteryAlertVariantOutline } from "@mdi/js";
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../../components/icon";
import type { Device, DeviceField } from "../../../data/device";
import type { Source } from "../../../data/source";
import type { HomeAssistant } from "../../../ha/types";
import { translate, translateIfKnown } from "../../../localize/localize";
import { formatPercent } from "../../../utils/format";

/** What a field of a device is called. */
export const fieldLabel = (language: string, field: DeviceField): string =>
  translate(language, `field.${field === "type" ? "device_type" : field}`);

/** Write a word of the backend, the last part of a key, in the user's language; the word itself when it is a new one. */
export const worded = (language: string, key: string): string =>
  translateIfKnown(language, key) ?? key.slice(key.lastIndexOf(".") + 1).replaceAll("_", " ");

/** What a source is called; Home Assistant's own registry has no title. */
export const sourceTitle = (language: string, source: Source): string =>
  source.title || translate(language, `source_kind.${source.kind}`);

/** What the source with an id is called, also when it is gone. */
export const titleOf = (language: string, sources: readonly Source[], id: string): string => {
  const source = sources.find((one) => one.id === id);
  return source ? sourceTitle(language, source) : translate(language, "device.former_source");
};

/** Maker and model in one line, without saying the maker twice. */
export const productOf = ({ manufacturer, model }: Device): string => {
  if (manufacturer && model?.toLowerCase().startsWith(manufacturer.toLowerCase())) return model;
  return [manufacturer, model].filter(Boolean).join(" ");
};

/** Draw how full the battery of a device is, in percent if that is known; nothing without one. */
export const renderBattery = (
  hass: HomeAssistant,
  { battery }: Device,
): TemplateResult | typeof nothing => {
  if (!battery) return nothing;
  const { language, locale } = hass;
  const level = battery.level === null ? undefined : formatPercent(battery.level, locale);
  const words = level
    ? translate(language, "device.battery", { level })
    : translate(language, battery.is_low ? "device.battery_low" : "device.battery_ok");
  return html`<span class="badge ${battery.is_low ? "error" : ""}" data-testid="battery"
    >${icon(battery.is_low ? mdiBatteryAlertVariantOutline : mdiBattery, 16)} ${words}</span
  >`;
};
