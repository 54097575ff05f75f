import "./card-kit";

export { showDone, showError } from "../components/undo-toast";
