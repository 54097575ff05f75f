import {
  DEPRECIATIONS,
  REPORT_FORMATS,
  REPORT_KINDS,
  type DepreciationKind,
  type ReportFormat,
  type ReportKind,
  type ReportOrder,
} from "../../../data/report";
import { parseNumber } from "../../../utils/numbers";

/** What a report is about: stands in the address. */
export interface Asked {
  report: ReportKind;
  /** The id of a place. */
  in?: string;
  query?: string;
  date?: string;
}

/** A category with years of its own, as they are typed. */
export interface CategoryYears {
  category: string;
  years: string;
}

/** By which rules it is made, numbers as they are typed: remembered on this device. */
export interface Rules {
  format: ReportFormat;
  depreciation: DepreciationKind;
  years: string;
  residual: string;
  categories: CategoryYears[];
  /** Until when a warranty ends soon; empty for what the settings say. */
  days: string;
}

export const USUAL_RULES: Rules = {
  format: "pdf",
  depreciation: "none",
  years: "10",
  residual: "0",
  categories: [],
  days: "",
};

const KEPT = "home_inventory_reports";

const isOneOf = <T extends string>(words: readonly T[], text: unknown): text is T =>
  words.includes(text as T);

/** What was kept may be of another version: whatever is no good is left out. */
export const readRules = (kept: string | null): Rules => {
  try {
    const rules = { ...USUAL_RULES, ...(JSON.parse(kept ?? "{}") as Partial<Rules>) };
    const isGood =
      isOneOf(REPORT_FORMATS, rules.format) &&
      isOneOf(DEPRECIATIONS, rules.depreciation) &&
      [rules.years, rules.residual, rules.days].every((text) => typeof text === "string") &&
      Array.isArray(rules.categories) &&
      rules.categories.every(
        (row) => typeof row?.category === "string" && typeof row.years === "string",
      );
    return isGood ? rules : USUAL_RULES;
  } catch {
    return USUAL_RULES;
  }
};

export const rememberedRules = (): Rules => {
  try {
    return readRules(localStorage.getItem(KEPT));
  } catch {
    return USUAL_RULES; // a browser that keeps nothing
  }
};

export const rememberRules = (rules: Rules): void => {
  try {
    localStorage.setItem(KEPT, JSON.stringify(rules));
  } catch {
    // then they are chosen anew each time
  }
};

export const readAsked = (search: string): Asked => {
  const given = new URLSearchParams(search);
  const report = given.get("report");
  const asked: Asked = { report: isOneOf(REPORT_KINDS, report) ? report : "insurance" };
  for (const name of ["in", "query", "date"] as const) {
    const value = given.get(name);
    if (value) asked[name] = value;
  }
  return asked;
};

/** Write what is asked for as it stands behind the path. */
export const writeAsked = (asked: Asked): string => {
  const entries = Object.entries(asked).filter(
    ([name, value]) => value && !(name === "report" && value === "insurance"),
  );
  return entries.length ? `?${new URLSearchParams(entries)}` : "";
};

/** A number as it was typed; what is none goes as it is, and the answer says what is wrong with it. */
const numberOf = (text: string): number => parseNumber(text) ?? (text as unknown as number);

/** The years of rows that name a category; an empty number counts as 0. */
const yearsOf = (rows: readonly CategoryYears[]): Record<string, number> =>
  Object.fromEntries(
    rows
      .filter(({ category }) => category.trim())
      .map(({ category, years }) => [category.trim(), numberOf(years || "0")]),
  );

const ruleOf = (rules: Rules): Partial<ReportOrder> => {
  if (rules.depreciation === "none") return { depreciation: "none" };
  const own = yearsOf(rules.categories);
  return {
    depreciation: rules.depreciation,
    ...(rules.years ? { years: numberOf(rules.years) } : {}),
    ...(rules.residual ? { residual: numberOf(rules.residual) } : {}),
    ...(Object.keys(own).length ? { category_years: own } : {}),
  };
};

/** Return the order of a report, with what means something for its kind alone. */
export const orderOf = (asked: Asked, rules: Rules, language: string): ReportOrder => {
  const { report } = asked;
  const isOfItems = report !== "devices";
  return {
    report,
    format: rules.format,
    language,
    ...(asked.in ? { location: asked.in } : {}),
    ...(isOfItems && asked.query ? { filter: { query: asked.query, language } } : {}),
    ...(isOfItems && asked.date ? { date: asked.date } : {}),
    ...(report === "warranty" && rules.days ? { days: numberOf(rules.days) } : {}),
    ...(report === "insurance" ? ruleOf(rules) : {}),
  };
};
