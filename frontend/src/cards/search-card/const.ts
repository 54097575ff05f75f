export const SEARCH_CARD = "home-inventory-search-card";
