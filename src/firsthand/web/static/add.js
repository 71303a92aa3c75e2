"use strict";
// Adding: a job's page keeps itself up to date; files may be dropped anywhere on their form, and are measured first.
(() => {
  const EVERY = 800;
  // Only what changed is changed: the line that is read out stays itself, and so does whatever has the focus.
  const update = (shown, now) => {
    const told = shown.querySelector("[role=status]");
    const words = now.querySelector("[role=status]").textContent;
    if (told.textContent !== words) told.textContent = words;
    shown.querySelector("progress").value = now.querySelector("progress").value;
    const inputs = [...shown.querySelectorAll(".intake > li")];
    [...now.querySelectorAll(".intake > li")].forEach((input, n) => {
      if (inputs[n].outerHTML !== input.outerHTML) inputs[n].replaceWith(input);
    });
    if ("live" in now.dataset) return;
    delete shown.dataset.live;
    const stop = shown.querySelector("form");
    const focused = stop && stop.contains(document.activeElement);
    stop?.replaceWith(now.lastElementChild);
    if (focused) document.getElementById("main").focus();
  };
  const follow = async () => {
    const shown = document.getElementById("job");
    if (!shown || !("live" in shown.dataset)) return;
    try {
      const answer = await fetch(location.href, { headers: { accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const now = page.getElementById("job");
      if (!now) {
        location.reload(); // the room does not know the job any more, and says so
        return;
      }
      document.querySelector("h1").textContent = page.querySelector("h1").textContent;
      document.title = page.title;
      update(shown, now);
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
