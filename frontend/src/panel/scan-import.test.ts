import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { refuse } from "../../dev/fake-history";
import { find, findAll, settle, textOf } from "../../dev/mount";
import { openPanel } from "../../dev/open-panel";
import { MOST_SCAN_BYTES, type InspectedScan } from "../data/source";
import "./home-inventory-panel";

const read = (root: ParentNode, id: string) => textOf(find(root, id));

/** The dialog is loaded when it is first asked for. */
const openDialog = async (root: ParentNode) => {
  find(root, "import-scan")!.click();
  return vi.waitFor(() => {
    const dialog = find(document.body, "import-dialog");
    expect(dialog).toBeDefined();
    return dialog!;
  });
};

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
});
afterEach(() => document.body.replaceChildren());

const chooseFile = (dialog: ParentNode, file: Pick<File, "size" | "arrayBuffer">) => {
  const input = find<HTMLInputElement>(dialog, "scan-file")!;
  Object.defineProperty(input, "files", { value: [file], configurable: true });
  input.dispatchEvent(new Event("change"));
};

const submit = async (dialog: HTMLElement) => {
  dialog.dispatchEvent(new Event("submit"));
  await settle(100);
};

it("imports a scan file after a look at what it would change", async () => {
  const { root, inventory } = await openPanel("/sources", "source-row");
  const dialog = await openDialog(root);
  await submit(dialog);
  expect(read(dialog, "error")).toBe("Choose a file.");

  chooseFile(dialog, new File(["<nmaprun/>"], "scan.xml"));
  await settle(50);
  expect(read(dialog, "scan-format")).toBe("Recognised: nmap, 1 device");
  expect(find(dialog, "scan-columns")).toBeUndefined();
  await submit(dialog);
  expect(read(dialog, "scan-problems")).toContain("Line 3: no MAC address zz");
  await submit(dialog);

  const site = inventory.locations[0]!.id;
  const data = btoa("<nmaprun/>");
  const type = "home_inventory/source/import_scan";
  expect(inventory.asked.filter((one) => one.type === type)).toEqual([
    { type, data, site, dry_run: true },
    { type, data, site },
  ]);
  await vi.waitFor(() => expect(read(document.body, "toast")).toContain("New: 1 · Missing: 1"));
});

const TABLE: InspectedScan = {
  format: "table",
  hosts: 2,
  columns: [
    { name: "Where", holds: "ip", examples: ["192.168.1.5"] },
    { name: "What", holds: null, examples: ["Lamp", "Fan"] },
  ],
  kinds: ["ip", "mac", "name"],
};

it("proposes what the columns of a table hold, and takes what is chosen", async () => {
  const { root, inventory } = await openPanel("/sources", "source-row");
  inventory.sources.inspected = TABLE;
  const dialog = await openDialog(root);
  const drop = new Event("drop", { bubbles: true, cancelable: true });
  Object.assign(drop, { dataTransfer: { files: [new File(["x"], "hosts.csv")] } });
  find(dialog, "scan-drop")!.dispatchEvent(drop);
  await settle(50);

  expect(read(dialog, "scan-name")).toBe("hosts.csv");
  expect(read(dialog, "scan-format")).toBe("Recognised: table, 2 devices");
  const [where, what] = findAll<HTMLSelectElement>(dialog, "scan-column");
  expect([where!.value, what!.value]).toEqual(["ip", ""]);
  what!.value = "name";
  what!.dispatchEvent(new Event("change"));
  await submit(dialog);

  const asked = inventory.asked.find(({ type }) => type.endsWith("import_scan"));
  expect(asked).toMatchObject({ mapping: { Where: "ip", What: "name" }, dry_run: true });
  expect(find(dialog, "preview")).toBeDefined();
});

it("says what is wrong with a scan file as soon as it is chosen", async () => {
  const { root, inventory } = await openPanel("/sources", "source-row");
  inventory.sources.handlers["source/inspect_scan"] = () => refuse("scan_format_unknown");
  const dialog = await openDialog(root);

  chooseFile(dialog, new File(["Dear diary"], "diary.txt"));
  await settle(100);

  expect(read(dialog, "error")).toContain("scan_format_unknown");
});

it("refuses a scan file that would break the connection", async () => {
  const { root, inventory } = await openPanel("/sources", "source-row");
  const dialog = await openDialog(root);
  const arrayBuffer = () => Promise.resolve(new ArrayBuffer(0));

  chooseFile(dialog, { size: MOST_SCAN_BYTES + 1, arrayBuffer });
  await submit(dialog);

  expect(read(dialog, "error")).toContain("larger than 3 MB");
  expect(inventory.asked.some(({ type }) => type.endsWith("import_scan"))).toBe(false);
});
