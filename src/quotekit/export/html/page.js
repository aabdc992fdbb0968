"use strict";
(() => {
  const text = document.getElementById("text");
  const list = document.querySelector("nav");
  const card = document.querySelector(".card");
  const parts = new Map();
  for (const part of document.querySelectorAll("[data-quote]")) {
    const quote = part.dataset.quote;
    if (!parts.has(quote)) parts.set(quote, []);
    parts.get(quote).push(part);
  }
  const quoteOf = (event) => event.target.closest("[data-quote]")?.dataset.quote;
  let lit;
  let chosen;

  function light(quote) {
    if (quote === lit) return;
    for (const part of parts.get(lit) ?? []) part.classList.remove("lit");
    for (const part of parts.get(quote) ?? []) part.classList.add("lit");
    lit = quote;
    card.hidden = quote === undefined;
    card.textContent = quote === undefined ? "" : about(quote);
  }

  function about(quote) {
    const note = document.getElementById("about-" + quote);
    const who = note.closest("details").querySelector(".who");
    return who.textContent + " · " + note.textContent;
  }

  function filter(speaker) {
    for (const part of text.querySelectorAll("[data-speaker]")) {
      part.classList.toggle("dim", speaker !== undefined && part.dataset.speaker !== speaker);
    }
  }

  function choose(quote) {
    chosen = quote;
    light(quote);
  }

  for (const place of [text, list]) {
    place.addEventListener("mouseover", (event) => light(quoteOf(event) ?? chosen));
    place.addEventListener("mouseleave", () => light(chosen));
    place.addEventListener("click", (event) => choose(quoteOf(event)));
    place.addEventListener("focusin", (event) => light(quoteOf(event) ?? chosen));
  }
  list.addEventListener("toggle", () => filter(list.querySelector("details[open]")?.dataset.speaker), true);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    choose(undefined);
    for (const speaker of list.querySelectorAll("details[open]")) speaker.open = false;
  });
})();
