import { pathNames } from "./path";

interface Place {
  name: string;
  path: string;
  code: string;
}

/** Make text comparable: lower case, without accents. */
export const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss");

const rank = (place: Place, query: string): number => {
  const name = fold(place.name);
  if (name === query || fold(place.code) === query) return 0;
  if (name.startsWith(query)) return 1;
  if (name.includes(query)) return 2;
  return 3;
};

/**
 * Return the places whose path has every word of the query, best first.
 *
 * "shelf garage" finds "Home / Garage / Shelf 2": the order of words does not matter.
 */
export const searchPlaces = <T extends Place>(places: readonly T[], text: string): T[] => {
  const query = fold(text.trim());
  if (!query) return [...places];
  const words = query.split(/[\s,/›]+/).filter(Boolean);
  return places
    .filter((place) => {
      const haystack = `${fold(place.path)} ${fold(place.code)}`;
      return words.every((word) => haystack.includes(word));
    })
    .map((place) => ({ place, rank: rank(place, query), depth: pathNames(place.path).length }))
    .sort((a, b) => a.rank - b.rank || a.depth - b.depth)
    .map(({ place }) => place);
};
