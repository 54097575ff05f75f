import type { LovelaceCardConfig } from "../../ha/lovelace";

export interface AddCardConfig extends LovelaceCardConfig {
  /** Where things go unless somebody says otherwise: an id, a path or a name. */
  location?: string;
}
