"use strict";
// An article's margin: each note beside its words where there is room, and in a card where it is out of sight.
(() => {
  const wide = matchMedia("(min-width: 56.01rem)");
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  const place = () => {
    sheet.replaceSync("");
    if (!wide.matches) return;
    const rules = [];
    for (const notes of document.querySelectorAll(".row > .notes")) {
      const every = [...notes.children];
      const text = notes.parentElement.querySelector(".text").getBoundingClientRect();
      const top = notes.getBoundingClientRect().top;
      const boxes = every.map((note) => note.getBoundingClientRect());
      const wanted = every.map((note) => {
        const words = document.getElementById(note.dataset.statement);
        return words ? words.getBoundingClientRect().top - top : 0;
      });
      // No note goes so far down that those after it would push the next paragraph away.
      let least = text.bottom - top;
      const most = boxes.map(() => 0);
      for (let n = boxes.length - 1; n >= 0; n--) {
        least -= boxes[n].height + (n < boxes.length - 1 ? 10 : 0);
        most[n] = least;
      }
      let shift = 0;
      every.forEach((note, n) => {
        const at = boxes[n].top - top + shift;
        const more = Math.floor(Math.min(wanted[n], most[n]) - at);
        if (more > 0) {
          rules.push(`#${CSS.escape(note.id)} { margin-top: ${more}px }`);
          shift += more;
        }
      });
    }
    sheet.replaceSync(`@media screen { ${rules.join("\n")} }`);
  };
  place();
  document.fonts?.ready.then(place);
  let due = 0;
  addEventListener("resize", () => {
    cancelAnimationFrame(due);
    due = requestAnimationFrame(place);
  });

  const card = document.createElement("aside");
  card.id = "card";
  card.hidden = true;
  card.inert = true; // what it says stands in the note, which can be gone to
  document.getElementById("main").append(card);
  const hide = () => {
    card.hidden = true;
  };
  const show = (event) => {
    const words = event.target instanceof Element && event.target.closest("[data-statements]");
    const note = words && document.getElementById(`note-${words.dataset.statements.split(" ").pop()}`);
    if (!note) return hide();
    const box = note.getBoundingClientRect();
    if (box.top >= 0 && box.bottom <= innerHeight) return hide();
    const copy = note.cloneNode(true);
    for (const node of [copy, ...copy.querySelectorAll("[id]")]) node.removeAttribute("id");
    copy.classList.remove("lit");
    card.replaceChildren(copy);
    card.hidden = false;
  };
  document.addEventListener("pointerover", show);
  document.addEventListener("focusin", show);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
})();
