import type { HomeAssistant } from "../ha/types";

/** Return the name of a user: our own, or that of a person entity; others are not told to everybody. */
export const userName = (hass: HomeAssistant, userId: string | null): string | undefined => {
  if (!userId) return undefined;
  if (hass.user?.id === userId) return hass.user.name;
  const person = Object.values(hass.states).find(
    (state) => state.entity_id.startsWith("person.") && state.attributes.user_id === userId,
  );
  const name = person?.attributes.friendly_name;
  return typeof name === "string" ? name : undefined;
};
