import { isSection, type Section } from "./sections";

/** What the address asks for: a section of the panel, and maybe one record of it. */
export interface Page {
  section: Section;
  id?: string;
}

/** Read the part of the address behind /home-inventory. Anything unknown is the list of items. */
export const parsePath = (path: string): Page => {
  const [section, id] = path.split("/").filter(Boolean);
  return {
    section: isSection(section) ? section : "items",
    ...(id ? { id: decode(id) } : {}),
  };
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
