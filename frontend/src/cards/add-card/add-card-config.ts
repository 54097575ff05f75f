import type { CardConfigForm, LovelaceCardConfig } from "../../ha/lovelace";
import { cardForm, locationSchema } from "../card-form";
import { ADD_CARD } from "./const";

export interface AddCardConfig extends LovelaceCardConfig {
  title?: string;
  /** Where things go unless somebody says otherwise: an id, a path or a name. */
  location?: string;
}

export const stubConfig = (): AddCardConfig => ({ type: `custom:${ADD_CARD}` });

export const configForm = async (): Promise<CardConfigForm> =>
  cardForm([{ name: "title", selector: { text: {} } }, await locationSchema("location")]);
