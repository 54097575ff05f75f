import { expect, it } from "vitest";
import {
  countDeviceFilters,
  fromDeviceSearch,
  NO_DEVICE_FILTER,
  toDeviceQuery,
  toDeviceSearch,
  type DeviceFilter,
} from "./device-filter-state";

const FULL: DeviceFilter = {
  text: "tv & more",
  site: "s1",
  source: "net1",
  status: "missing",
  type: "Z-Wave Switch",
  linked: false,
  ignored: true,
  archived: true,
};

it("comes back from an address as it went in", () => {
  expect(fromDeviceSearch(toDeviceSearch(FULL))).toEqual(FULL);
  expect(toDeviceSearch(NO_DEVICE_FILTER)).toBe("");
  expect(countDeviceFilters(FULL)).toBe(7);
});

it("reads nothing from what it does not know", () => {
  expect(fromDeviceSearch("?status=gone&linked=maybe&ignored=yes&query=x")).toEqual(
    NO_DEVICE_FILTER,
  );
});

it("asks for what is narrowed, and for nothing else", () => {
  expect(toDeviceQuery(NO_DEVICE_FILTER)).toEqual({});
  expect(toDeviceQuery(FULL)).toEqual({
    text: "tv & more",
    site: "s1",
    source: "net1",
    status: ["missing"],
    device_type: "Z-Wave Switch",
    linked: false,
    ignored: true,
    archived: true,
  });
});
