import type { StylesheetJson } from "cytoscape";
import { DEVICE_STATUSES, type DeviceStatus } from "../../../data/device";
import type { Palette } from "./topology-colors";
import { STATUS_SHAPES } from "./topology-look";

/** An icon of @mdi/js as an image in a color. */
export const iconImage = (path: string, color: string): string =>
  `data:image/svg+xml;utf8,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 24 24"><path fill="${color}" d="${path}"/></svg>`,
  )}`;

const statusColor = (palette: Palette): Record<DeviceStatus, string> => ({
  online: palette.online,
  offline: palette.offline,
  missing: palette.missing,
  unknown: palette.quiet,
});

/** Labels are left out where they would be smaller than this on the screen, in pixels. */
const SMALLEST_LABEL = 8;

/** Return how everything is drawn, in the colors of the theme. */
export const topologyStyle = (palette: Palette, labels: boolean): StylesheetJson => [
  ...nodeStyle(palette, labels),
  ...DEVICE_STATUSES.map((status) => ({
    selector: `node[status = "${status}"]`,
    style: {
      shape: STATUS_SHAPES[status],
      "border-color": statusColor(palette)[status],
      ...(status === "unknown" ? { "border-width": 2 } : {}),
    },
  })),
  ...edgeStyle(palette),
  { selector: ".hidden", style: { display: "none" } },
  {
    selector: "node.found",
    style: { "underlay-color": palette.primary, "underlay-opacity": 0.35 },
  },
  {
    selector: "node.chosen",
    style: { "underlay-color": palette.primary, "underlay-opacity": 0.7, "z-index": 10 },
  },
  { selector: "node:active", style: { "overlay-opacity": 0.1 } },
  { selector: "core", style: { "active-bg-opacity": 0 } as never },
];

const nodeStyle = (palette: Palette, labels: boolean): StylesheetJson => [
  plainNode(palette, labels),
  {
    selector: "node[status = 'offline'], node[status = 'missing']",
    style: { width: 36, height: 36, "background-width": "40%", "background-height": "40%" },
  },
  { selector: "node[status = 'missing']", style: { "background-position-y": "80%" } },
  {
    selector: "node.hub",
    style: {
      width: 46,
      height: 46,
      "font-size": 22,
      "font-weight": "bold",
      "text-max-width": "240px",
    },
  },
  {
    // Their names are read also where they lie over what is around them.
    selector: "node.hub, node[kind != 'device']",
    style: {
      "text-background-color": palette.page,
      "text-background-opacity": 0.8,
      "text-background-padding": "2px",
      "text-background-shape": "roundrectangle",
    },
  },
  {
    selector: "node[kind != 'device']",
    style: {
      shape: "round-hexagon",
      width: 72,
      height: 72,
      "background-color": palette.primary,
      "border-width": 0,
      "font-size": 34,
      "font-weight": "bold",
      "text-max-width": "500px",
    },
  },
];

const plainNode = (palette: Palette, labels: boolean): StylesheetJson[number] => ({
  selector: "node",
  style: {
    width: 30,
    height: 30,
    "background-color": palette.surface,
    "border-width": 4,
    "border-color": palette.quiet,
    "background-image": "data(icon)",
    "background-width": "55%",
    "background-height": "55%",
    "underlay-padding": 8,
    label: labels ? "data(name)" : "",
    color: palette.text,
    "font-family": "Roboto, Noto, sans-serif",
    "font-size": 10,
    "min-zoomed-font-size": SMALLEST_LABEL,
    "text-wrap": "ellipsis",
    "text-max-width": "60px",
    "text-valign": "bottom",
    "text-margin-y": 3,
  },
});

/** Lines differ by their strokes, not by their color: a cable is drawn through, radio in dashes or dots. */
const edgeStyle = (palette: Palette): StylesheetJson => [
  {
    selector: "edge",
    style: {
      width: 1.5,
      "line-color": palette.quiet,
      "line-opacity": 0.55,
      "curve-style": "haystack",
      "haystack-radius": 0,
    },
  },
  { selector: "edge[tie = 'uplink']", style: { width: 3, "line-opacity": 0.8 } },
  { selector: "edge[medium = 'wifi']", style: { "line-style": "dashed" } },
  {
    selector:
      "edge[medium = 'zwave'], edge[medium = 'zigbee'], edge[medium = 'bluetooth'], edge[medium = 'thread']",
    style: { "line-style": "dotted" },
  },
];
