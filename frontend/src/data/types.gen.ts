// Written by script/gen_types from custom_components/home_inventory/shapes.py: change that, not this.

export const ATTACHMENT_KINDS = [
  "photo",
  "receipt",
  "warranty",
  "manual",
  "link",
  "other",
] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

export const CHIP_KINDS = [
  "location",
  "category",
  "label",
  "manufacturer",
  "vendor",
  "warranty",
  "quantity",
  "low_stock",
  "price",
  "purchase_date",
  "added",
  "best_before",
  "unplaced",
  "device_status",
  "borrower",
  "lent",
  "overdue",
  "promoted",
  "archived",
] as const;
export type ChipKind = (typeof CHIP_KINDS)[number];

export const LABEL_PARTS = [
  "name",
  "code",
  "place",
] as const;
export type LabelPart = (typeof LABEL_PARTS)[number];

export const LOCATION_KINDS = [
  "organization",
  "site",
  "floor",
  "room",
  "furniture",
  "box",
  "slot",
] as const;
export type LocationKind = (typeof LOCATION_KINDS)[number];

export const MEDIUMS = [
  "ethernet",
  "wifi",
  "network",
  "zwave",
  "zigbee",
  "bluetooth",
  "thread",
  "other",
] as const;
export type Medium = (typeof MEDIUMS)[number];

export const NODE_KINDS = [
  "device",
  "network",
  "source",
] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

export const NOUNS = [
  "item",
  "stock",
  "loan",
  "attachment",
  "location",
  "category",
  "device",
] as const;
export type Noun = (typeof NOUNS)[number];

export const OPERATIONS = [
  "create",
  "update",
  "archive",
  "restore",
  "delete",
] as const;
export type Operation = (typeof OPERATIONS)[number];

export const PHASES = [
  "reading",
  "comparing",
  "writing",
  "files",
] as const;
export type Phase = (typeof PHASES)[number];

export const QR_CONTENTS = [
  "link",
  "code",
] as const;
export type QrContent = (typeof QR_CONTENTS)[number];

export const RECOVERY_KINDS = [
  "database_rebuilt",
  "database_caught_up",
  "journal_caught_up",
  "journal_renewed",
  "store_lost",
  "went_back",
] as const;
export type RecoveryKind = (typeof RECOVERY_KINDS)[number];

export const REPORT_FORMATS = [
  "pdf",
  "xlsx",
] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const REPORT_KINDS = [
  "insurance",
  "warranty",
  "stock",
  "devices",
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const SHEET_KINDS = [
  "sheet",
  "roll",
] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

export const SOURCE_KINDS = [
  "homeseer",
  "network",
  "hass",
  "scan",
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const TARGETS = [
  "name",
  "location",
  "quantity",
  "unit",
  "categories",
  "description",
  "manufacturer",
  "model",
  "serial_number",
  "barcodes",
  "aliases",
  "purchase_date",
  "purchase_price",
  "currency",
  "vendor",
  "vendor_url",
  "warranty_until",
  "lifetime_warranty",
  "warranty_notes",
  "minimum_quantity",
  "best_before",
  "lot",
  "notes",
  "archived",
  "code",
  "reference",
  "parent",
  "custom",
] as const;
export type Target = (typeof TARGETS)[number];

export const TIES = [
  "uplink",
  "network",
  "source",
] as const;
export type Tie = (typeof TIES)[number];

export const WAYS = [
  "restore",
  "merge",
] as const;
export type Way = (typeof WAYS)[number];

/** Some of an item at one place; `id` is null for stock that has no place yet. */
export interface StockEntry {
  id: string | null;
  path: string | null;
  quantity: number;
  best_before: string | null;
  lot: string | null;
}

/** Something of an item that somebody has; `quantity` is null for the whole item. */
export interface Loan {
  id: string;
  borrower: string;
  quantity: number | null;
  lent_on: string;
  due_on: string | null;
  overdue: boolean;
  note: string | null;
}

/** Somebody who has something, and how many items it is. */
export interface Borrower {
  name: string;
  items: number;
}

/** A photo, a paper or a link of an item.

A file has `media_type` and `size` (bytes), a link has `url`. `missing` says that the file is not on the disk.
 */
export interface AttachmentView {
  id: string;
  kind: AttachmentKind;
  title: string;
  media_type: string | null;
  size: number | null;
  url: string | null;
  position: number;
  created_at: string;
  missing: boolean;
}

/** A category of an item. */
export interface CategoryPath {
  id: string;
  path: string | null;
}

/** An item with all that is known about it. */
export interface Item {
  id: string;
  code: string;
  name: string;
  description: string | null;
  quantity: number;
  unit: string | null;
  minimum_quantity: number | null;
  low_stock: boolean;
  locations: StockEntry[];
  lent_quantity: number;
  loans: Loan[];
  photo: string | null;
  categories: CategoryPath[];
  labels: string[];
  manufacturer: string | null;
  model: string | null;
  serial_number: string | null;
  aliases: string[];
  barcodes: string[];
  purchase_date: string | null;
  purchase_price: number | null;
  currency: string | null;
  vendor: string | null;
  vendor_url: string | null;
  warranty_until: string | null;
  lifetime_warranty: boolean;
  warranty_notes: string | null;
  notes: string | null;
  custom: Record<string, unknown>;
  promoted: boolean;
  archived: boolean;
  created_at: string;
  updated_at: string;
}

/** An item of a list; with how well it fits from 0 to 1 if it was searched for. */
export interface FoundItem extends Item {
  score: number | null;
}

/** An item that something could not be done with: the code and the placeholders of the error say why. */
export interface RefusedItem {
  id: string;
  name: string;
  code: string;
  placeholders: Record<string, string>;
}

/** What became of many items; the first 50 that have refused are named. */
export interface Outcome {
  done: number;
  refused_count: number;
  refused: RefusedItem[];
}

/** A part of a question that was taken as a filter, and what its words were. */
export interface Chip {
  kind: ChipKind;
  key: string;
  placeholders: Record<string, string>;
  text: string;
  start: number;
  end: number;
}

/** A node of the place tree. */
export interface Location {
  id: string;
  code: string;
  name: string;
  path: string;
  parent_id: string | null;
  kind: LocationKind;
  capacity: number | null;
  area_id: string | null;
  floor_id: string | null;
  description: string | null;
  item_count: number;
  child_count: number;
  archived: boolean;
  created_at: string;
  updated_at: string;
}

/** A node of the category tree. */
export interface Category {
  id: string;
  name: string;
  path: string;
  parent_id: string | null;
  item_count: number;
}

/** What a label, a barcode or a name stands for. `barcode` is what may be kept as one, `items` are those that have it. */
export interface NamedThing {
  kind: "item" | "location" | "items" | "barcode" | "unknown";
  item: Item | null;
  location: Location | null;
  items: Item[];
  code: string | null;
  barcode: string | null;
}

/** The device that a found item is: how it is doing, and where it was last seen. */
export interface LinkedDevice {
  id: string;
  name: string;
  status: "online" | "offline" | "missing" | "unknown";
  address: string | null;
}

/** The item that a found device is. */
export interface LinkedItem {
  id: string;
  name: string;
  code: string;
}

/** A device that was found; `device/get` has the rest. */
export interface FoundDevice extends LinkedDevice {
  manufacturer: string | null;
  model: string | null;
  type: string | null;
  location_id: string | null;
  path: string | null;
  item: LinkedItem | null;
  archived: boolean;
}

/** A device that was found, and that is no item that was. */
export interface DeviceResult {
  type: "device";
  id: string;
  score: number | null;
  device: FoundDevice;
  highlights: Record<string, number[][]>;
}

/** An item that was found. `highlights` are starts and ends by field, in UTF-16 code units as JavaScript counts. */
export interface ItemResult {
  type: "item";
  id: string;
  score: number | null;
  item: FoundItem;
  device: LinkedDevice | null;
  highlights: Record<string, number[][]>;
}

/** A place that was found. */
export interface LocationResult {
  type: "location";
  id: string;
  score: number | null;
  location: Location;
  highlights: Record<string, number[][]>;
}

/** Something that items have in common which were found, and how many of them have it. */
export interface Facet {
  id: string;
  name: string;
  count: number;
}

/** What items have in common which were found, the commonest first. */
export interface Facets {
  location: Facet[];
  category: Facet[];
  label: Facet[];
  manufacturer: Facet[];
  borrower: Facet[];
}

/** How much was found, by what it is. */
export interface Totals {
  item: number;
  location: number;
  device: number;
}

/** What the search for everything answers; facets only if they were asked for. */
export interface SearchAnswer {
  results: (ItemResult | LocationResult | DeviceResult)[];
  total: number;
  totals: Totals;
  query: string | null;
  words: string;
  chips: Chip[];
  did_you_mean: string | null;
  facets?: Facets;
  indexing: boolean;
}

/** One line of history: what changed, from what, to what. */
export interface Change {
  sequence: number;
  kind: Noun;
  operation: Operation;
  id: string;
  item_id: string | null;
  title: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** What one use case did. */
export interface Batch {
  batch: string;
  at: string;
  user_id: string | null;
  source: string;
  undoes: string | null;
  undone_by: string | null;
  changes: Change[];
}

/** A record that a commit has changed. */
export interface NoticeChange {
  kind: Noun;
  operation: Operation;
  id: string;
  item_id: string | null;
}

/** What is told to everybody after a commit; at most 2 KB. */
export interface Notice {
  batch: string;
  sequence: number;
  user_id: string | null;
  source: string;
  count: number;
  changes: NoticeChange[];
  truncated: boolean;
}

/** A unit that the front end offers. */
export interface Unit {
  unit: string;
  countable: boolean;
}

/** How much there is. */
export interface Counts {
  items: number;
  locations: number;
  categories: number;
}

/** What is true for the whole session. */
export interface InventoryInfo {
  version: string;
  name: string;
  currency: string;
  warning_days: number;
  can_write: boolean;
  is_admin: boolean;
  home_site_id: string;
  kinds: LocationKind[];
  units: Unit[];
  counts: Counts;
  indexing: boolean;
}

/** A grid of labels on a page, from its upper left corner. */
export interface LabelLayout {
  id: string;
  name: string;
  kind: SheetKind;
  page_width: number;
  page_height: number;
  columns: number;
  rows: number;
  label_width: number;
  label_height: number;
  left: number;
  top: number;
  pitch_x: number;
  pitch_y: number;
}

/** A line of text on a label; x and y are where its foot begins. */
export interface LabelLine {
  text: string;
  x: number;
  y: number;
  size: number;
  width: number;
  bold: boolean;
}

/** A QR code: the data of an SVG path in a square whose side is `size`. */
export interface QrCode {
  text: string;
  size: number;
  path: string;
}

/** Where the QR code of a label is, and how long a side of it. */
export interface LabelQr extends QrCode {
  x: number;
  y: number;
  side: number;
}

/** A label and where it is on the page. */
export interface LabelDrawing {
  x: number;
  y: number;
  qr: LabelQr;
  lines: LabelLine[];
}

/** A page as it will be printed. `unprintable` are characters that the fonts of the PDF do not have. */
export interface LabelPreview {
  layout: LabelLayout;
  parts: LabelPart[];
  qr: QrContent;
  labels: number;
  pages: number;
  page: number;
  drawings: LabelDrawing[];
  unprintable: string[];
}

/** A PDF that can be fetched for an hour: a signed path, and its whole address if this home knows its own. */
export interface LabelSheet {
  path: string;
  url: string | null;
  labels: number;
  pages: number;
  unprintable: string[];
}

/** Something that had to be done to the store. */
export interface StoreRecovery {
  kind: RecoveryKind;
  at: string;
  items: number;
  locations: number;
  changes: number;
  unreadable: number;
  kept_in: string | null;
}

/** How the store is doing; moments are null when there was none, `database_bytes` where the server does not say. */
export interface StoreInfo {
  store_id: string;
  generation: number;
  sequence: number;
  database: string;
  database_bytes: number | null;
  journal_bytes: number;
  snapshots: number;
  snapshot_at: string | null;
  backup_since: string | null;
  waiting: number;
  recovery: StoreRecovery | null;
}

/** A file with everything, inside the configuration folder. */
export interface Snapshot {
  path: string;
  bytes: number;
  sequence: number;
}

/** What is at a site. `total_value` adds up prices in `currency` alone. */
export interface SiteFigures {
  id: string;
  name: string;
  items: number;
  low_stock: number;
  warranties_expiring: number;
  total_value: number;
  currency: string;
}

/** A device with how it is doing; or a network or another source with its kind. A place of a source is its site. */
export interface TopologyNode {
  id: string;
  kind: NodeKind;
  name: string;
  location_id: string | null;
  source_kind?: SourceKind;
  status?: "online" | "offline" | "missing" | "unknown";
  medium?: Medium;
  address?: string | null;
  is_router?: boolean;
}

/** What hangs on what, and why we say so. */
export interface TopologyEdge {
  lower: string;
  upper: string;
  tie: Tie;
}

/** A place that devices are at, or that is around one. */
export interface TopologyPlace {
  id: string;
  name: string;
  parent_id: string | null;
}

/** All devices in use and what they hang on. */
export interface TopologyAnswer {
  nodes: TopologyNode[];
  edges: TopologyEdge[];
  places: TopologyPlace[];
}

/** A column of a file, what it holds (null: it is left out), and the first of what stands in it. */
export interface ImportColumn {
  name: string;
  target: Target | null;
  examples: string[];
}

/** How many rows and what else there is to do.

`rows` are all of them, `described` places that change, `attachments` the photos, papers and links that come
along (those of a complete export are not counted).
 */
export interface ImportCounts {
  rows: number;
  new: number;
  updated: number;
  unchanged: number;
  rejected: number;
  remarks: number;
  places: number;
  described: number;
  categories: number;
  attachments: number;
}

/** A row that brings something new; `fields` are those that change. */
export interface ImportEntry {
  line: number;
  name: string;
  kind: "new" | "updated";
  item: string;
  place: string | null;
  quantity: number | null;
  fields: string[];
}

/** A row that can't be taken, or of which something is left out; the message is in the language of Home Assistant. */
export interface ImportRemark {
  line: number;
  name: string;
  code: string;
  message: string;
  placeholders: Record<string, string>;
}

/** What a complete export is and what is done with it.

`restore` puts all of it in place of an inventory that nobody uses yet, `merge` changes what differs; `history` says whether the
file has the history. The counts are those of the file.
 */
export interface ImportComplete {
  way: Way;
  history: boolean;
  locations: number;
  categories: number;
  items: number;
  devices: number;
  batches: number;
}

/** What taking in a file has done, or would do: then `batch` is null. Lists are cut at 200 entries, counts are not. */
export interface ImportAnswer {
  format: string;
  kind: string;
  counts: ImportCounts;
  entries: ImportEntry[];
  rejected: ImportRemark[];
  remarks: ImportRemark[];
  places: string[];
  files: string[];
  batch: string | null;
  complete: ImportComplete | null;
}

/** What a file is and what it would do; `answer` is null as long as no column holds names.

`sheets` are those of a workbook that have rows, `sheet` the one that is read.
 */
export interface ImportPreview {
  token: string;
  format: string;
  formats: string[];
  kind: string;
  sheets: string[];
  sheet: string | null;
  rows: number;
  columns: ImportColumn[];
  targets: Target[];
  answer: ImportAnswer | null;
}

/** How far an import has come: `done` of `total` rows. */
export interface ImportStep {
  phase: Phase;
  done: number;
  total: number;
}

/** A report that can be fetched for an hour: a signed path, and its whole address if this home knows its own.

In a folder, `path` says where it is and `url` is null. `size` is in bytes, `entries` its lines.
 */
export interface ReportFile {
  name: string;
  path: string;
  url: string | null;
  size: number;
  report: ReportKind;
  format: ReportFormat;
  entries: number;
}

/** A column that a list can have; `usual` ones are there unless it is said otherwise. */
export interface ExportColumn {
  key: string;
  title: string;
  usual: boolean;
}

/** An export that is fetched at `path`, or `url` from elsewhere: `rows` are its rows or records, `size` its bytes. */
export interface ExportMade {
  name: string;
  path: string;
  url: string | null;
  size: number;
  rows: number;
}

/** What is exported by itself. `weekday` counts from Monday, 0; `keep` is null for all. */
export interface ExportPlan {
  every: "day" | "week" | "month";
  at: string;
  weekday: number;
  day: number;
  folder: string;
  format: "csv" | "xlsx" | "json" | "zip";
  history: boolean;
  keep: number | null;
}

/** What became of the last export that was made by itself: `path` and `size` (bytes), or the `error` with its placeholders. */
export interface LastExport {
  at: string;
  path: string | null;
  size: number | null;
  error: string | null;
  placeholders: Record<string, string>;
}

/** The plan, null when nothing is exported by itself; when it is due next, or whether it is being made; what became of the last one. */
export interface ExportSchedule {
  plan: ExportPlan | null;
  next_at: string | null;
  is_running: boolean;
  last: LastExport | null;
}
