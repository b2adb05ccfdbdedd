// A button that opens the print window. Without this script the page says which keys do it.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.parentElement.hidden = false;
    button.addEventListener("click", () => window.print());
  }
});
