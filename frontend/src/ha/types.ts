/** The little of Home Assistant's frontend that we rely on. Nothing else in src/ may reach for more. */

export type Unsubscribe = () => void | Promise<void>;

export interface Connection {
  subscribeMessage<T>(
    callback: (message: T) => void,
    message: { type: string; [key: string]: unknown },
  ): Promise<Unsubscribe>;
  addEventListener(event: "ready", callback: () => void): void;
  removeEventListener(event: "ready", callback: () => void): void;
}

/** How the user wants numbers and dates written. */
export interface Locale {
  language: string;
  number_format?: string;
  time_format?: string;
  time_zone?: string;
}

export interface HassState {
  entity_id: string;
  state: string;
  attributes: Record<string, unknown>;
}

export type LocalizeFunc = (key: string, values?: Record<string, unknown>) => string;

export interface HomeAssistant {
  connection: Connection;
  language: string;
  locale: Locale;
  config: { time_zone: string; currency?: string };
  user?: { id: string; name: string; is_admin: boolean };
  states: Record<string, HassState>;
  areas?: Record<string, { area_id: string; name: string }>;
  /** The device registry, by id. */
  devices?: Record<string, unknown>;
  /** The entity registry, by id; `translation_key` says which of an integration's entities it is. */
  entities?: Record<string, { platform?: string; translation_key?: string }>;
  floors?: Record<string, { floor_id: string; name: string }>;
  localize: LocalizeFunc;
  loadBackendTranslation(category: string, integration?: string): Promise<LocalizeFunc>;
  fetchWithAuth(path: string, init?: RequestInit): Promise<Response>;
  callWS<T>(message: { type: string; [key: string]: unknown }): Promise<T>;
}

/** What Home Assistant tells a custom panel about the address: /home-inventory + path. */
export interface Route {
  prefix: string;
  path: string;
}

/** An element that has been given `hass`. */
export interface HassElement extends HTMLElement {
  hass?: HomeAssistant;
}
