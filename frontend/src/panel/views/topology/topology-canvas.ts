import {
  mdiAutorenew,
  mdiImageFilterCenterFocus,
  mdiMagnifyMinusOutline,
  mdiMagnifyPlusOutline,
} from "@mdi/js";
import { css, html, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles } from "../../../components/styles";
import { defineElement } from "../../../ha/define-element";
import { renderFailure, renderLoading } from "../render-state";
import { viewStyles } from "../view-styles";
import { watchTheme } from "./topology-colors";
import { TopologyGraph } from "./topology-graph";
import type { TopologyTree } from "./topology-tree";
import "./topology-legend";

/** Without a detail: nothing is chosen any more. */
export type NodeChosenEvent = CustomEvent<string | null>;

const ZOOM_STEP = 1.4;
const NONE: ReadonlySet<string> = new Set();

/** The drawn map with its buttons. A picture to whoever reads a screen: the list beside it has all of it in words. */
@defineElement("home-inventory-topology-canvas")
export class TopologyCanvas extends InventoryElement {
  @property({ attribute: false }) public tree?: TopologyTree;
  @property({ attribute: false }) public shown: ReadonlySet<string> = NONE;
  @property({ attribute: false }) public found: ReadonlySet<string> = NONE;
  @property({ type: Boolean }) public labels = true;
  @property() public selected?: string;
  @property() public description = "";

  @state() private _graph?: TopologyGraph;
  @state() private _failed = false;
  @query(".map") private readonly _box!: HTMLElement;

  private _unwatch?: () => void;
  private readonly _size = new ResizeObserver(() => this._graph?.resize());

  public override connectedCallback(): void {
    super.connectedCallback();
    this._unwatch = watchTheme(() => this._graph?.paint());
    if (this.hasUpdated) void this._open();
  }

  public override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._unwatch?.();
    this._size.disconnect();
    this._graph?.close();
    this._graph = undefined;
  }

  /** Bring a node into the middle, once what stands beside the map has taken its room. */
  public async centre(id: string): Promise<void> {
    await this._settled();
    this._graph?.centre(id);
  }

  /** See to it that a node can be seen. */
  public async reveal(id: string): Promise<void> {
    await this._settled();
    this._graph?.reveal(id);
  }

  private async _settled(): Promise<void> {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    this._graph?.resize();
  }

  /** Where a node is drawn, seen from the corner of the map. */
  public whereIs(id: string): { x: number; y: number } | undefined {
    return this._graph?.whereIs(id);
  }

  protected override firstUpdated(): void {
    void this._open();
  }

  private readonly _open = async (): Promise<void> => {
    this._failed = false;
    try {
      const graph = await TopologyGraph.open(this._box, this._choose);
      if (!this.isConnected || this._graph) return graph.close();
      this._graph = graph;
      this._size.observe(this._box);
    } catch {
      this._failed = true; // Cytoscape could not be fetched
    }
  };

  private readonly _choose = (id: string | undefined): void => {
    this.dispatchEvent(new CustomEvent("node-chosen", { detail: id }));
  };

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const graph = this._graph;
    if (!graph || !this.tree) return;
    const isNew = (changed as Map<string, unknown>).has("_graph");
    const has = (...names: (keyof TopologyCanvas)[]) =>
      isNew || names.some((name) => changed.has(name));
    if (has("labels")) graph.showLabels(this.labels);
    if (has("tree")) graph.show(this.tree);
    if (has("tree", "shown")) graph.hide(this.shown);
    if (has("tree", "selected", "found")) graph.mark(this.selected, this.found);
  }

  protected override render() {
    return html`<div
        class="map"
        role="img"
        aria-label=${this.description}
        data-testid="topology-map"
      ></div>
      ${this._renderState()}
      <div class="buttons">
        ${this._button("zoom_in", mdiMagnifyPlusOutline, () => this._graph?.zoomBy(ZOOM_STEP))}
        ${this._button("zoom_out", mdiMagnifyMinusOutline, () => this._graph?.zoomBy(1 / ZOOM_STEP))}
        ${this._button("fit", mdiImageFilterCenterFocus, () => this._graph?.fit())}
        ${this._button("arrange", mdiAutorenew, () => this._graph?.arrange())}
      </div>
      <home-inventory-topology-legend
        .hass=${this.hass}
        .tree=${this.tree}
      ></home-inventory-topology-legend>`;
  }

  private _renderState() {
    if (this._graph) return nothing;
    return html`<div class="waiting">
      ${
        this._failed
          ? renderFailure(
              this.localize("error.load"),
              this.localize("action.retry"),
              () => void this._open(),
            )
          : renderLoading(this.localize("state.loading"))
      }
    </div>`;
  }

  private _button(name: "zoom_in" | "zoom_out" | "fit" | "arrange", path: string, act: () => void) {
    const label = this.localize(`topology.${name}`);
    return html`<button
      class="icon-button"
      data-testid="topology-${name}"
      title=${label}
      aria-label=${label}
      @click=${act}
    >
      ${icon(path)}
    </button>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    viewStyles,
    css`
      :host {
        position: relative;
        display: block;
        overflow: hidden;
        background: var(--primary-background-color);
      }
      .map,
      .waiting {
        position: absolute;
        inset: 0;
      }
      .map {
        touch-action: none;
        cursor: grab;
      }
      .map:active {
        cursor: grabbing;
      }
      .buttons {
        position: absolute;
        inset: auto 12px 12px auto;
        display: flex;
        flex-direction: column;
        border: 1px solid var(--divider-color);
        border-radius: 22px;
        background: var(--card-background-color, #fff);
        box-shadow: 0 1px 4px rgb(0 0 0 / 20%);
      }
      home-inventory-topology-legend {
        position: absolute;
        inset: auto auto 12px 12px;
        max-width: calc(100% - 88px);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-topology-canvas": TopologyCanvas;
  }
}
