export const STOCK_CARD = "home-inventory-stock-card";
