// Hard words open their meaning beside the row. Without this script every meaning is simply shown.
"use strict";
document.documentElement.classList.add("js");
const known = new WeakSet();
const setUp = () => {
  for (const meaning of document.querySelectorAll(".row .meaning[id]")) {
    if (known.has(meaning)) continue;
    known.add(meaning);
    const row = meaning.parentElement;
    // A word may stand twice in a row: both open the same meaning. They stay links, and so part of the sentence: a
    // <button> is a block that breaks its line.
    const words = row.querySelectorAll(`a.word[href="#${CSS.escape(meaning.id)}"]`);
    const isOpen = () => meaning.classList.contains("open");
    const show = (open) => {
      meaning.classList.toggle("open", open);
      for (const word of words) word.setAttribute("aria-expanded", String(open));
    };
    for (const word of words) {
      word.setAttribute("role", "button");
      word.setAttribute("aria-controls", meaning.id);
      word.addEventListener("click", (event) => {
        event.preventDefault();
        show(!isOpen());
      });
      word.addEventListener("keydown", (event) => {
        if (event.key !== " ") return;
        event.preventDefault();
        show(!isOpen());
      });
    }
    row.addEventListener("keydown", (event) => {
      if (event.key === "Escape") show(false);
    });
    // What no word opens, or to what the address leads, is shown.
    show(words.length === 0 || location.hash === `#${meaning.id}`);
  }
};
document.addEventListener("DOMContentLoaded", setUp);
// The preview tells of rows that came while the page was open.
document.addEventListener("alongside:changed", setUp);
