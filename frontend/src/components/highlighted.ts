import { html } from "lit";
import { splitText, type TextRange } from "../utils/highlight";

/** Draw a text with what matched in it marked. */
export const highlighted = (text: string, ranges?: readonly TextRange[]) =>
  splitText(text, ranges).map((part) => (part.hit ? html`<mark>${part.text}</mark>` : part.text));
