import type {
  CustomLayout,
  LabelLayout,
  LabelOrder,
  LabelPart,
  QrContent,
} from "../../../data/label-sheet";

export const CUSTOM = "custom";

/** How the labels are to look: remembered on this device. */
export interface Look {
  layout: string;
  custom: CustomLayout;
  show: LabelPart[];
  qr: QrContent;
  frames: boolean;
}

/** What gets a label: stands in the address. */
export interface Chosen {
  items: string[];
  locations: string[];
  in?: string;
  query?: string;
  start: number;
  copies: number;
}

const KEPT = "home_inventory_labels";

export const A_LOOK: Look = {
  layout: "",
  custom: { page_width: 50, page_height: 30, label_width: 50, label_height: 30 },
  show: ["name", "code", "place"],
  qr: "link",
  frames: false,
};

export const rememberedLook = (): Look => {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? "{}") as Partial<Look>;
    return { ...A_LOOK, ...kept };
  } catch {
    return A_LOOK; // a browser that keeps nothing, or what is kept is no good
  }
};

export const rememberLook = (look: Look): void => {
  try {
    localStorage.setItem(KEPT, JSON.stringify(look));
  } catch {
    // then it is chosen anew each time
  }
};

const listOf = (text: string | null): string[] => (text ?? "").split(",").filter(Boolean);
const wholeOf = (text: string | null): number => Math.max(1, Math.floor(Number(text)) || 1);

export const readChosen = (search: string): Chosen => {
  const asked = new URLSearchParams(search);
  const place = asked.get("in");
  const query = asked.get("query");
  return {
    items: listOf(asked.get("items")),
    locations: listOf(asked.get("locations")),
    ...(place ? { in: place } : {}),
    ...(query ? { query } : {}),
    start: wholeOf(asked.get("start")),
    copies: wholeOf(asked.get("copies")),
  };
};

/** Write what was chosen as it stands behind the path. */
export const writeChosen = (chosen: Chosen): string => {
  const search = new URLSearchParams();
  if (chosen.items.length) search.set("items", chosen.items.join(","));
  if (chosen.locations.length) search.set("locations", chosen.locations.join(","));
  if (chosen.in) search.set("in", chosen.in);
  if (chosen.query) search.set("query", chosen.query);
  if (chosen.start > 1) search.set("start", String(chosen.start));
  if (chosen.copies > 1) search.set("copies", String(chosen.copies));
  const text = search.toString().replaceAll("%2C", ",");
  return text && `?${text}`;
};

export const isEmpty = (chosen: Chosen): boolean =>
  chosen.items.length + chosen.locations.length === 0 && !chosen.in && !chosen.query;

/** Return the order of what was chosen, in a look. */
export const orderOf = (chosen: Chosen, look: Look): LabelOrder => ({
  ...(chosen.items.length ? { items: chosen.items } : {}),
  ...(chosen.locations.length ? { locations: chosen.locations } : {}),
  ...(chosen.in ? { everything_in: chosen.in } : {}),
  ...(chosen.query ? { filter: { query: chosen.query } } : {}),
  ...(look.layout === CUSTOM ? { custom: look.custom } : { layout: look.layout }),
  start: chosen.start,
  copies: chosen.copies,
  show: look.show,
  qr: look.qr,
  frames: look.frames,
});

/** Put layouts into groups: by the size of the sheet, and those of label printers. */
export const groupLayouts = (layouts: readonly LabelLayout[]) => ({
  a4: layouts.filter(({ kind, page_width: width }) => kind === "sheet" && width === 210),
  letter: layouts.filter(({ kind, page_width: width }) => kind === "sheet" && width !== 210),
  roll: layouts.filter(({ kind }) => kind === "roll"),
});

/** Return where the labels of a page begin, position by position. */
export const cornersOf = (layout: LabelLayout): { x: number; y: number }[] =>
  Array.from({ length: layout.columns * layout.rows }, (_, position) => ({
    x: layout.left + (position % layout.columns) * layout.pitch_x,
    y: layout.top + Math.floor(position / layout.columns) * layout.pitch_y,
  }));
