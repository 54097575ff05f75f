interface Value {
  id: string;
  name: string;
  count: number;
}

/** A value of a facet; how many it would leave is not known of one that was chosen without having been offered. */
export interface FacetChoice {
  id: string;
  name: string;
  count?: number;
  chosen: boolean;
}

const MOST_VALUES = 6;

/**
 * Return what a list can be narrowed by: the chosen value first, then those that leave some items out.
 *
 * A value that all of the items have is no choice; neither is one that none has.
 */
export const facetChoices = (
  values: readonly Value[],
  chosen: { id: string; name: string } | undefined,
  total: number,
): FacetChoice[] => {
  const known = values.find(({ id }) => id === chosen?.id);
  const first = chosen ? [{ ...chosen, ...known, chosen: true }] : [];
  const others = values
    .filter(({ id, count }) => id !== chosen?.id && count > 0 && count < total)
    .map((value) => ({ ...value, chosen: false }));
  return [...first, ...others].slice(0, MOST_VALUES);
};
