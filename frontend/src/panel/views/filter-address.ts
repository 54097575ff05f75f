import { fetchCategories } from "../../data/category";
import { DEVICE_STATUSES } from "../../data/device";
import { isItemSort } from "../../data/item";
import { fetchLabels } from "../../data/label";
import { fetchLocations } from "../../data/location";
import type { HomeAssistant } from "../../ha/types";
import { isLayout } from "./items/layout";
import { NO_FILTER, type ItemFilter } from "./filter-state";

/** What stands for a name until it is known: the address has ids, which stay when something is renamed. */
const UNKNOWN = "…";

/** Most texts that the search takes. */
const MOST_KEPT = 50;

const said = (isOn?: boolean): string | undefined => (isOn ? "1" : undefined);

/** Say a filter as it stands behind the path of an address: "?query=drill"; nothing without a filter. */
export const toSearch = (filter: ItemFilter): string => {
  const text = filter.text.trim();
  const values: [string, string | undefined][] = [
    ["query", text],
    ...(text ? filter.kept : []).map((kept): [string, string] => ["keep_as_words", kept]),
    ["location", filter.place?.id],
    ["category", filter.category?.id],
    ["label", filter.label?.id],
    ["manufacturer", filter.manufacturer?.id],
    ["borrower", filter.borrower?.id],
    ["lent", said(filter.lent)],
    ["overdue", said(filter.overdue)],
    ["device_status", filter.deviceStatus],
    ["low_stock", said(filter.lowStock)],
    ["unplaced", said(filter.unplaced)],
    ["warranty_days", filter.warrantyDays?.toString()],
    ["archived", said(filter.archived)],
    ["sort", filter.sort],
    ["view", filter.layout],
  ];
  const all = values.filter((pair): pair is [string, string] => Boolean(pair[1]));
  return all.length > 0 ? `?${new URLSearchParams(all)}` : "";
};

/** Read a filter from an address. Anything unknown says nothing; names are still to be looked up. */
export const fromSearch = (search: string): ItemFilter => {
  const values = new URLSearchParams(search);
  const named = (field: string) => {
    const id = values.get(field);
    return id ? { [field]: { id, name: UNKNOWN } } : {};
  };
  const place = values.get("location");
  /** Names that are ids, too. */
  const own = (field: "manufacturer" | "borrower") => {
    const id = values.get(field);
    return id ? { [field]: { id, name: id } } : {};
  };
  const isOn = (field: string) => values.get(field) === "1";
  const sort = values.get("sort");
  const days = Number(values.get("warranty_days") ?? NaN);
  const layout = values.get("view");
  const deviceStatus = DEVICE_STATUSES.find((known) => known === values.get("device_status"));
  return {
    ...NO_FILTER,
    text: values.get("query") ?? "",
    kept: values.getAll("keep_as_words").slice(0, MOST_KEPT),
    ...(place ? { place: { id: place, path: UNKNOWN } } : {}),
    ...named("category"),
    ...named("label"),
    ...own("manufacturer"),
    ...own("borrower"),
    ...(isOn("lent") ? { lent: true } : {}),
    ...(isOn("overdue") ? { overdue: true } : {}),
    ...(deviceStatus ? { deviceStatus } : {}),
    lowStock: isOn("low_stock"),
    ...(isOn("unplaced") ? { unplaced: true } : {}),
    ...(Number.isInteger(days) && days >= 0 ? { warrantyDays: days } : {}),
    archived: isOn("archived"),
    ...(isItemSort(sort) ? { sort } : {}),
    ...(isLayout(layout) ? { layout } : {}),
  };
};

/** Return the filter with the names that its address does not have; what has no name goes by its id. */
export const withNames = async (hass: HomeAssistant, filter: ItemFilter): Promise<ItemFilter> => {
  const { place, category, label } = filter;
  const [places, categories, labels] = await Promise.all([
    place?.path === UNKNOWN ? fetchLocations(hass) : [],
    category?.name === UNKNOWN ? fetchCategories(hass) : [],
    label?.name === UNKNOWN ? fetchLabels(hass) : [],
  ]);
  const name = (known: string, found: string | undefined, id: string) =>
    known === UNKNOWN ? (found ?? id) : known;
  const pathOf = (id: string) => places.find((one) => one.id === id)?.path;
  const categoryOf = (id: string) => categories.find((one) => one.id === id)?.name;
  const labelOf = (id: string) => labels.find((one) => one.label_id === id)?.name;
  return {
    ...filter,
    ...(place && { place: { ...place, path: name(place.path, pathOf(place.id), place.id) } }),
    ...(category && {
      category: { ...category, name: name(category.name, categoryOf(category.id), category.id) },
    }),
    ...(label && { label: { ...label, name: name(label.name, labelOf(label.id), label.id) } }),
  };
};

/** Whether names are still to be looked up. */
export const lacksNames = ({ place, category, label }: ItemFilter): boolean =>
  [place?.path, category?.name, label?.name].includes(UNKNOWN);
