export const WARRANTY_CARD = "home-inventory-warranty-card";
