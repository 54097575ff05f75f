import "./panel/home-inventory-panel";
