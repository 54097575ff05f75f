import { mdiGraphOutline } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { baseStyles, buttonStyles } from "../../../components/styles";
import { describeError } from "../../../data/errors";
import type { InventoryInfo } from "../../../data/info";
import { concernsKind, SubscribeController } from "../../../data/subscribe";
import { fetchTopology } from "../../../data/topology";
import { defineElement } from "../../../ha/define-element";
import { navigate, topologyPath } from "../../../ha/navigate";
import { translate } from "../../../localize/localize";
import { addSourceLink } from "../add-source-link";
import { renderFailure, renderLoading, renderState } from "../render-state";
import { SearchAddress } from "../search-address";
import { viewStyles } from "../view-styles";
import "./topology-bar";
import type { FindEvent, TopologyFilterEvent } from "./topology-bar";
import "./topology-canvas";
import type { NodeChosenEvent, TopologyCanvas } from "./topology-canvas";
import "./topology-detail";
import {
  countDevices,
  findNodes,
  fromTopologySearch,
  shownNodes,
  toTopologySearch,
  type TopologyFilter,
} from "./topology-filter";
import "./topology-list";
import { lineUp, readTopology, type TopologyTree } from "./topology-tree";
import { topologyViewStyles } from "./topology-view-styles";

const NONE: ReadonlySet<string> = new Set();

/** The map of all devices and what they hang on; one of them in short beside it. */
@defineElement("home-inventory-topology-view")
export class TopologyView extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ type: Boolean, reflect: true }) public wide = false;
  @property() public nodeId?: string;

  @state() private _tree?: TopologyTree;
  @state() private _error?: string;
  @state() private _found: readonly string[] = [];
  @state() private _text = "";
  @query("home-inventory-topology-canvas") private readonly _canvas?: TopologyCanvas;

  private _next = 0;
  private _shown: ReadonlySet<string> = NONE;
  private _shownFor?: { tree: TopologyTree; search: string };

  private readonly _address = new SearchAddress<TopologyFilter>(this, {
    section: "topology",
    read: fromTopologySearch,
    write: toTopologySearch,
    changed: () => this._find(this._text),
  });

  public constructor() {
    super();
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "device", "location")) void this._load();
    });
  }

  public override connectedCallback(): void {
    super.connectedCallback();
    void this._load();
  }

  private readonly _load = async (): Promise<void> => {
    const { hass } = this;
    if (!hass) return;
    try {
      this._tree = readTopology(await fetchTopology(hass), (kind) =>
        translate(hass.language, `source_kind.${kind}`),
      );
      this._error = undefined;
      if (this._text) this._find(this._text);
    } catch (error) {
      this._error = await describeError(hass, error);
    }
  };

  private _find(text: string): void {
    this._text = text;
    this._next = 0;
    this._found = this._tree
      ? findNodes(this._tree, this._shownNow(this._tree), text).map(({ id }) => id)
      : [];
  }

  /** Go to the first that was found, then to the next. */
  private readonly _findNext = (): void => {
    const id = this._found[this._next % this._found.length];
    if (id === undefined) return;
    this._next += 1;
    this._choose(id);
    void this._canvas?.centre(id);
  };

  /** While one thing after the other is looked at, the way back leads to the map itself. */
  private _choose(id: string | undefined): void {
    if (id === this.nodeId) return;
    if (id === undefined)
      navigate(topologyPath(undefined, this._address.search), { replace: true });
    else navigate(topologyPath(id, this._address.search), { replace: this.nodeId !== undefined });
  }

  private _shownNow(tree: TopologyTree): ReadonlySet<string> {
    const { search } = this._address;
    if (this._shownFor?.tree !== tree || this._shownFor.search !== search) {
      this._shownFor = { tree, search };
      this._shown = shownNodes(tree, this._address.state);
    }
    return this._shown;
  }

  protected override render() {
    const tree = this._tree;
    if (this._error && !tree) {
      return renderFailure(this._error, this.localize("action.retry"), () => void this._load());
    }
    if (!tree) return renderLoading(this.localize("state.loading"));
    if (tree.nodes.size === 0) {
      return renderState({
        icon: mdiGraphOutline,
        text: this.localize("topology.none"),
        action: addSourceLink(this.hass, this.info),
      });
    }
    return html`<home-inventory-topology-bar
        .hass=${this.hass}
        .filter=${this._address.state}
        .tree=${tree}
        .told=${this._told()}
        @filter-changed=${(event: TopologyFilterEvent) => {
          this._address.change(event.detail);
          this._find(this._text);
        }}
        @find=${(event: FindEvent) => this._find(event.detail)}
        @find-next=${this._findNext}
      ></home-inventory-topology-bar>
      <div class="parts">${this._renderParts(tree, this._shownNow(tree))}</div>`;
  }

  private _told(): string {
    return this._text.trim() ? this.localize("topology.found", { count: this._found.length }) : "";
  }

  private _renderParts(tree: TopologyTree, shown: ReadonlySet<string>) {
    const { list, labels } = this._address.state;
    const found = new Set(this._found);
    const chosen = ({ detail: id }: NodeChosenEvent) => {
      this._choose(id ?? undefined);
      if (id) void this._canvas?.reveal(id);
    };
    const chosenInList = ({ detail: id }: NodeChosenEvent) => {
      this._choose(id ?? undefined);
      if (id) void this._canvas?.centre(id);
    };
    return html`${
        list
          ? html`<home-inventory-topology-list
              .hass=${this.hass}
              .tree=${tree}
              .shown=${found.size > 0 ? withLines(tree, found) : shown}
              .selected=${this.nodeId}
              .unfolded=${found.size > 0}
              @node-chosen=${chosenInList}
            ></home-inventory-topology-list>`
          : nothing
      }
      <home-inventory-topology-canvas
        ?hidden=${list && !this.wide}
        .hass=${this.hass}
        .tree=${tree}
        .shown=${shown}
        .found=${found}
        .labels=${labels}
        .selected=${this.nodeId}
        .description=${this.localize("topology.map", { count: countDevices(tree, shown) })}
        @node-chosen=${chosen}
      ></home-inventory-topology-canvas>
      ${
        this.nodeId
          ? html`<home-inventory-topology-detail
              role="complementary"
              aria-label=${this.localize("topology.detail")}
              data-testid="topology-detail"
              .hass=${this.hass}
              .tree=${tree}
              .home=${this.info.name}
              .nodeId=${this.nodeId}
              .search=${this._address.search}
              @node-chosen=${chosen}
            ></home-inventory-topology-detail>`
          : nothing
      }`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    viewStyles,
    topologyViewStyles,
    css`
      home-inventory-topology-canvas {
        flex: 1;
        min-width: 0;
      }
    `,
  ];
}

const withLines = (tree: TopologyTree, found: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...found].flatMap((id) => [id, ...lineUp(tree, id)]));

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-topology-view": TopologyView;
  }
}
