export const LOCATION_CARD = "home-inventory-location-card";
