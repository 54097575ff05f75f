import { mdiChevronRight } from "@mdi/js";
import { css, html, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles } from "../../../components/styles";
import type { TopologyNode } from "../../../data/topology";
import { defineElement } from "../../../ha/define-element";
import { worded } from "../devices/device-text";
import { shape } from "./topology-legend";
import { nodeIcon } from "./topology-look";
import { lineUp, lowersOf, type TopologyTree } from "./topology-tree";

interface Row {
  node: TopologyNode;
  depth: number;
  /** Undefined for what has nothing below. */
  isOpen?: boolean;
}

/** The map in words: a tree that the keyboard walks through, with everything that is on the map. */
@defineElement("home-inventory-topology-list")
export class TopologyList extends InventoryElement {
  @property({ attribute: false }) public tree!: TopologyTree;
  @property({ attribute: false }) public shown: ReadonlySet<string> = new Set();
  @property() public selected?: string;
  /** Show all that there is below the tops: something was looked for. */
  @property({ type: Boolean }) public unfolded = false;

  @state() private _open: ReadonlySet<string> = new Set();
  @state() private _current?: string;
  @query("[tabindex='0']") private readonly _row?: HTMLElement;

  private _isOpenedOnce = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this._isOpenedOnce && this.tree) {
      this._isOpenedOnce = true;
      this._open = new Set(this.tree.tops.map(({ id }) => id));
    }
    if (changed.has("selected") && this.selected) {
      this._open = new Set([...this._open, ...lineUp(this.tree, this.selected)]);
      this._current = this.selected;
    }
  }

  private get _rows(): Row[] {
    const rows: Row[] = [];
    const add = (nodes: readonly TopologyNode[], depth: number): void => {
      for (const node of nodes) {
        if (!this.shown.has(node.id)) continue;
        const below = lowersOf(this.tree, node.id).filter(({ id }) => this.shown.has(id));
        if (below.length === 0) {
          rows.push({ node, depth });
          continue;
        }
        const isOpen = this.unfolded || this._open.has(node.id);
        rows.push({ node, depth, isOpen });
        if (isOpen) add(below, depth + 1);
      }
    };
    add(this.tree.tops, 0);
    return rows;
  }

  protected override render() {
    const rows = this._rows;
    const current = rows.some(({ node }) => node.id === this._current)
      ? this._current
      : rows[0]?.node.id;
    if (rows.length === 0)
      return html`<p class="quiet">${this.localize("topology.none_found")}</p>`;
    return html`<div
      role="tree"
      aria-label=${this.localize("topology.list")}
      data-testid="topology-tree"
      @keydown=${(event: KeyboardEvent) => this._pressed(event, rows, current!)}
    >
      ${repeat(
        rows,
        ({ node }) => node.id,
        (row) => this._renderRow(row, row.node.id === current),
      )}
    </div>`;
  }

  private _renderRow({ node, depth, isOpen }: Row, isCurrent: boolean) {
    const language = this.hass?.language ?? "en";
    const { status, medium } = node;
    return html`<div
      role="treeitem"
      class="row"
      style="--depth:${depth}"
      tabindex=${isCurrent ? "0" : "-1"}
      aria-level=${depth + 1}
      aria-expanded=${isOpen === undefined ? nothing : isOpen ? "true" : "false"}
      aria-selected=${node.id === this.selected ? "true" : "false"}
      data-testid="topology-row"
      data-node-id=${node.id}
      @click=${() => this._choose(node.id)}
    >
      <span
        class="toggle"
        aria-hidden="true"
        @click=${(event: Event) => {
          if (isOpen === undefined) return;
          event.stopPropagation();
          this._toggle(node.id, !isOpen);
        }}
        >${isOpen === undefined ? nothing : icon(mdiChevronRight, 20)}</span
      >
      ${status ? shape(status) : nothing}
      <span class="name">${node.name}</span>
      <span class="sr-only">
        ${status ? worded(language, `device_status.${status}`) : nothing}
        ${medium ? worded(language, `topology.medium.${medium}`) : nothing}
      </span>
      <span class="quiet">${node.address ?? nothing}</span>
      <span class="medium quiet">${icon(nodeIcon(node), 18)}</span>
    </div>`;
  }

  private _choose(id: string): void {
    this._current = id;
    this.dispatchEvent(new CustomEvent("node-chosen", { detail: id }));
  }

  private _toggle(id: string, open: boolean): void {
    const now = new Set(this._open);
    if (open) now.add(id);
    else now.delete(id);
    this._open = now;
  }

  /** The keys of a tree, as screen readers announce them. */
  private _pressed(event: KeyboardEvent, rows: Row[], current: string): void {
    const at = rows.findIndex(({ node }) => node.id === current);
    const row = rows[at]!;
    const steps: Record<string, () => void> = {
      ArrowDown: () => this._goTo(rows[at + 1]),
      ArrowUp: () => this._goTo(rows[at - 1]),
      Home: () => this._goTo(rows[0]),
      End: () => this._goTo(rows.at(-1)),
      ArrowRight: () =>
        row.isOpen === false ? this._toggle(current, true) : this._goTo(rows[at + 1]),
      ArrowLeft: () => {
        if (row.isOpen && !this.unfolded) return this._toggle(current, false);
        const upper = this.tree.uppers.get(current)?.id;
        this._goTo(rows.find(({ node }) => node.id === upper));
      },
      Enter: () => this._choose(current),
      " ": () => this._choose(current),
    };
    const step = steps[event.key];
    if (!step || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    step();
  }

  private _goTo(row: Row | undefined): void {
    if (!row) return;
    this._current = row.node.id;
    void this.updateComplete.then(() => this._row?.focus());
  }

  public static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        padding-block: 8px;
      }
      p {
        padding: 0 16px;
      }
      .row {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 44px;
        padding-inline: calc(4px + min(var(--depth), 8) * 20px) 16px;
        cursor: pointer;
        content-visibility: auto;
        contain-intrinsic-size: auto 44px;
      }
      .row:hover {
        background: color-mix(in srgb, var(--primary-text-color) 5%, transparent);
      }
      .row[aria-selected="true"] {
        background: color-mix(in srgb, var(--primary-color) 15%, transparent);
      }
      .row:focus-visible {
        outline-offset: -2px;
      }
      .toggle {
        display: grid;
        flex: none;
        place-items: center;
        width: 36px;
        height: 44px;
      }
      .toggle svg {
        transition: rotate 120ms;
      }
      [aria-expanded="true"] > .toggle svg {
        rotate: 90deg;
      }
      .online {
        color: var(--success-color, #43a047);
      }
      .offline {
        color: var(--warning-color, #ffa600);
      }
      .missing {
        color: var(--error-color, #db4437);
      }
      .unknown,
      .medium {
        color: var(--secondary-text-color);
      }
      .name {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .medium {
        display: grid;
        flex: none;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-topology-list": TopologyList;
  }
}
