"use strict";
(() => {
  const STEP = 40;
  const NAMES = 500;
  const { people, texts, quotes } = JSON.parse(document.getElementById("data").textContent);
  const fields = Object.fromEntries(["words", "who", "kind", "sure"].map((id) => [id, document.getElementById(id)]));
  const count = document.getElementById("count");
  const list = document.getElementById("found");
  const more = document.getElementById("more");
  const entry = document.getElementById("quote").content;
  const usual = Object.fromEntries(Object.entries(fields).map(([id, field]) => [id, field.value]));
  let found = [];
  let pattern;

  function record([text, number, person, name, kind, sure, speakerSure, cue, words]) {
    return { text, number, person, name, kind, sure, speakerSure, cue, words };
  }

  // Each word, or each phrase in quotation marks, is looked for where a word begins.
  function patterns(query) {
    const terms = query.match(/["“”][^"“”]+["“”]|[^\s"“”]+/g) ?? [];
    const escaped = terms.map((term) => term.replace(/["“”]/g, "").trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return escaped.filter(Boolean).map((term) => term.replace(/\s+/g, "\\s+").replace(/['’]/g, "['’]"));
  }

  const wordStart = (term) => new RegExp("(?<![\\p{L}\\p{N}])" + term, "iu");

  // A whole name means that person; a part of one, everybody who has it in a name or is described by it.
  function speakerTest(part) {
    const wanted = part.trim().toLowerCase();
    if (!wanted) return () => true;
    const has = (name) => name.toLowerCase().includes(wanted);
    const whole = people.findIndex(([name]) => name.toLowerCase() === wanted);
    if (whole >= 0) return (quote) => quote.person === whole;
    const chosen = new Set([...people.keys()].filter((number) => [people[number][0], ...people[number][1]].some(has)));
    return (quote) => chosen.has(quote.person) || has(quote.name);
  }

  function search() {
    const terms = patterns(fields.words.value);
    const wanted = terms.map(wordStart);
    const isSpeaker = speakerTest(fields.who.value);
    const sure = Number(fields.sure.value);
    pattern = terms.length ? new RegExp("(?<![\\p{L}\\p{N}])(?:" + terms.join("|") + ")", "giu") : undefined;
    found = quotes.map(record).filter((quote) =>
      quote.kind.startsWith(fields.kind.value) && quote.sure >= sure &&
      isSpeaker(quote) && wanted.every((term) => term.test(quote.words)));
    count.textContent = found.length.toLocaleString("en") + " of " + quotes.length.toLocaleString("en") + " quotes";
    list.replaceChildren();
    show();
    remember();
  }

  function show() {
    const shown = list.childElementCount;
    list.append(...found.slice(shown, shown + STEP).map(element));
    more.hidden = list.childElementCount === found.length;
  }

  function element(quote) {
    const item = entry.cloneNode(true);
    const [name, , isNamed] = people[quote.person];
    const [title, address] = texts[quote.text];
    const who = item.querySelector(".who");
    const words = item.querySelector(".words");
    words.href = address + "#quote-" + quote.number;
    words.classList.add(quote.kind.split(" ")[0]);
    words.append(...highlighted(quote.words));
    who.textContent = isNamed ? name : quote.name || name;
    who.classList.toggle("unnamed", !isNamed);
    who.dataset.person = quote.person;
    item.querySelector(".how").textContent = facts(quote, who.textContent);
    item.querySelector(".from").textContent = title;
    return item;
  }

  function highlighted(words) {
    const parts = [];
    let end = 0;
    for (const match of pattern ? words.matchAll(pattern) : []) {
      const hit = document.createElement("b");
      hit.textContent = match[0];
      parts.push(words.slice(end, match.index), hit);
      end = match.index + match[0].length;
    }
    return [...parts, words.slice(end)];
  }

  function facts(quote, shown) {
    const other = quote.name && quote.name !== shown ? "as " + quote.name : "";
    const sure = quote.sure < 1 ? Math.round(100 * quote.sure) + "% sure" : "";
    const speaker = quote.speakerSure < 1 ? "speaker " + Math.round(100 * quote.speakerSure) + "% sure" : "";
    return [other, quote.cue, quote.kind, sure, speaker].filter(Boolean).join(" · ");
  }

  // What is asked stands in the address, so that it can be kept, sent and gone back to.
  function remember() {
    const asked = Object.entries(fields).filter(([id, field]) => field.value !== usual[id]);
    const address = new URLSearchParams(asked.map(([id, field]) => [id, field.value])).toString();
    history.replaceState(null, "", address ? "#" + address : location.pathname);
  }

  function recall() {
    const asked = new URLSearchParams(location.hash.slice(1));
    for (const [id, field] of Object.entries(fields)) field.value = asked.get(id) ?? usual[id];
    search();
  }

  for (const [name] of people.slice(0, NAMES)) {
    const option = document.createElement("option");
    option.value = name;
    document.getElementById("names").append(option);
  }
  for (const field of Object.values(fields)) field.addEventListener("input", search);
  more.addEventListener("click", show);
  document.getElementById("clear").addEventListener("click", () => {
    history.replaceState(null, "", location.pathname);
    recall();
  });
  document.addEventListener("click", (event) => {
    const person = event.target.closest("[data-person]")?.dataset.person;
    if (person === undefined) return;
    fields.who.value = people[person][0];
    search();
    document.getElementById("quotes").scrollIntoView();
  });
  addEventListener("hashchange", () => {
    if (location.hash.includes("=")) recall();
  });
  recall();
})();
