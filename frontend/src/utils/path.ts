const SEPARATOR = " / ";

/** Split a path of places ("Home / Garage / Shelf 2") into its names, outermost first. */
export const pathNames = (path: string): string[] => path.split(SEPARATOR);

/** Return the names without the home itself: nobody needs to be told that the shelf is at home. */
export const namesBelowHome = (path: string, home?: string): string[] => {
  const names = pathNames(path);
  return names.length > 1 && names[0] === home ? names.slice(1) : names;
};

/** Write a path like a postal address, innermost first: "Shelf 2, Garage". */
export const addressOf = (path: string, home?: string): string =>
  namesBelowHome(path, home).reverse().join(", ");

/** Write a path from the outside in: "Garage › Shelf 2". */
export const trailOf = (path: string, home?: string): string =>
  namesBelowHome(path, home).join(" › ");

/** Return the name of the place itself. */
export const lastName = (path: string): string => pathNames(path).at(-1) ?? path;

/** Return the path of the place around it, or nothing for the outermost. */
export const parentPath = (path: string): string => pathNames(path).slice(0, -1).join(SEPARATOR);

/** How many places are around this one. */
export const depthOf = (path: string): number => pathNames(path).length - 1;
