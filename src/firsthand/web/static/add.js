"use strict";
// Adding: a job's page keeps itself up to date; files may be dropped anywhere on their form, and are measured first.
(() => {
  const EVERY = 800;
  const follow = async () => {
    const shown = document.getElementById("job");
    if (!shown || !("live" in shown.dataset)) return;
    try {
      const answer = await fetch(location.href, { headers: { accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const now = page.getElementById("job");
      if (now && now.innerHTML !== shown.innerHTML) {
        const heading = page.querySelector("h1");
        document.querySelector("h1").textContent = heading.textContent;
        document.title = page.title;
        // The line that is read out stays the same element, so that its change is noticed.
        const told = shown.querySelector("[role=status]");
        const words = now.querySelector("[role=status]");
        const held = document.activeElement && shown.contains(document.activeElement);
        if (told.textContent !== words.textContent) told.textContent = words.textContent;
        words.replaceWith(told);
        shown.replaceChildren(...now.childNodes);
        if (held) document.getElementById("main").focus();
        if (!("live" in now.dataset)) delete shown.dataset.live;
      }
    } catch {
      // The room is away for a moment: look again later.
    }
    setTimeout(follow, EVERY);
  };
  setTimeout(follow, EVERY);

  const form = document.querySelector("form[data-most]");
  if (!form) return;
  const input = form.querySelector("input[type=file]");
  const told = form.querySelector("[role=status]");
  const most = Number(form.dataset.most);
  const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`);
  const measure = () => {
    const bytes = [...input.files].reduce((sum, file) => sum + file.size, 0);
    const wrong = bytes > most * 0.99 ? `These are ${size(bytes)}; at most ${size(most)} go at once. Add them in parts.` : "";
    input.setCustomValidity(wrong);
    const count = input.files.length;
    told.textContent = wrong || (count ? `${count} ${count === 1 ? "file" : "files"}, ${size(bytes)}` : "");
  };
  input.addEventListener("change", measure);
  const over = (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    form.classList.toggle("over", event.type === "dragover");
  };
  form.addEventListener("dragover", over);
  form.addEventListener("dragleave", over);
  form.addEventListener("drop", (event) => {
    over(event);
    if (event.dataTransfer.files.length) {
      input.files = event.dataTransfer.files;
      measure();
    }
  });
})();
