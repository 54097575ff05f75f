export const ADD_CARD = "home-inventory-add-card";
