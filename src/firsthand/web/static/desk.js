"use strict";
// At the desk j and k step from reply to reply; a approves, r refuses the one that is stepped to.
(() => {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const cases = [...document.querySelectorAll(".case")];
    const at = cases.indexOf(document.activeElement.closest(".case"));
    const step = { j: 1, k: -1 }[event.key];
    if (step && cases.length) {
      const next = cases[Math.min(cases.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
      next.focus();
      next.scrollIntoView({ block: "nearest" });
    }
    const state = { a: "approved", r: "refused" }[event.key];
    const button = state && at >= 0 && document.activeElement === cases[at] && cases[at].querySelector(`button[value="${state}"]`);
    if (button) button.click();
  });
})();
