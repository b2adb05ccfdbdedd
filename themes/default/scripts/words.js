// Hard words open their meaning beside the row. Without this script every meaning is simply shown.
"use strict";
document.documentElement.classList.add("js");
document.addEventListener("DOMContentLoaded", () => {
  for (const link of document.querySelectorAll(".row a.word[href^='#']")) {
    const meaning = document.getElementById(link.hash.slice(1));
    if (!meaning) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "word";
    button.textContent = link.textContent;
    button.setAttribute("aria-controls", meaning.id);
    const show = (open) => {
      meaning.hidden = !open;
      button.setAttribute("aria-expanded", String(open));
    };
    show(location.hash === link.hash);
    button.addEventListener("click", () => show(meaning.hidden));
    meaning.parentElement.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !meaning.hidden) {
        show(false);
        button.focus();
      }
    });
    link.replaceWith(button);
  }
});
