"use strict";
// Words and their note light up together; j and k step from statement to statement, / goes to the search box.
(() => {
  const lit = new Set();
  const light = (ids) => {
    lit.forEach((node) => node.classList.remove("lit"));
    lit.clear();
    for (const id of ids) {
      document.querySelectorAll(`[data-statements~="${id}"], [data-statement="${id}"]`).forEach((node) => {
        node.classList.add("lit");
        lit.add(node);
      });
    }
  };
  const named = (target) => {
    const node = target instanceof Element && target.closest("[data-statements], [data-statement]");
    if (!node) return [];
    return (node.dataset.statement || node.dataset.statements.split(" ").pop()).split(" ");
  };
  document.addEventListener("pointerover", (event) => light(named(event.target)));
  document.addEventListener("focusin", (event) => light(named(event.target)));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    if (event.key === "/") {
      event.preventDefault();
      document.getElementById("q").focus();
    }
    const step = { j: 1, k: -1 }[event.key];
    const stops = [...document.querySelectorAll("a.at")];
    if (step && stops.length) {
      const at = stops.indexOf(document.activeElement);
      const next = stops[Math.min(stops.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
      next.focus();
      next.scrollIntoView({ block: "center" });
    }
  });
})();
