// What is shown: filters that act on charts and table together and live in the page's address (after the #, so that a file can be shared too).
(() => {
  const LISTS = {
    imposer: (event) => [event.imposer],
    target: (event) => event.targets,
    instrument: (event) => [event.instrument],
    scope: (event) => event.scope,
    status: (event) => [event.status],
  };
  const KINDS = { imposer: "jurisdiction", target: "jurisdiction", instrument: "instrument", scope: "scope", status: "status" };
  const PLAIN = ["from", "to", "confidence", "text"];
  const words = T.words.filters;

  T.view = { lanes: "imposer", event: null };
  T.shown = T.events;
  T.listeners = [];

  const clear = () => {
    for (const name of Object.keys(LISTS)) T.view[name] = new Set();
    for (const name of PLAIN) T.view[name] = "";
  };
  clear();

  const haystack = (event) => {
    if (!event.hay) {
      const articles = event.evidence.map(([n]) => `${T.articles[n].title || ""} ${T.articles[n].publisher || ""}`);
      const parts = [T.headline(event), T.scopes(event), event.quote, event.names.join(" "), event.authority, event.act, event.claim, event.id];
      event.hay = [...parts, ...articles].filter(Boolean).join(" ").toLowerCase();
    }
    return event.hay;
  };

  // What the filters that are set ask of an event; nothing is asked for those that are not.
  const asked = () => {
    const tests = Object.keys(LISTS).filter((name) => T.view[name].size).map((name) => (event) => LISTS[name](event).some((value) => T.view[name].has(value)));
    const { confidence, from, to, text } = T.view;
    if (confidence) tests.push((event) => event.confidence >= Number(confidence));
    // An uncertain date passes when it may lie in the period; an event without any bound passes no period.
    if (from) tests.push((event) => (event.to ? event.to >= from : event.from));
    if (to) tests.push((event) => (event.from ? event.from <= to : event.to));
    const searched = text.toLowerCase().split(/\s+/).filter(Boolean);
    if (searched.length) tests.push((event) => searched.every((word) => haystack(event).includes(word)));
    return tests;
  };

  T.apply = () => {
    const tests = asked();
    T.shown = T.events.filter((event) => tests.every((test) => test(event)));
    T.visible = new Uint8Array(T.events.length);
    for (const event of T.shown) T.visible[event.index] = 1;
    writeAddress();
    drawState();
    for (const listener of T.listeners) listener();
  };

  // ---- the address
  T.address = (event = T.view.event) => {
    const parts = Object.keys(LISTS).filter((name) => T.view[name].size).map((name) => `${name}=${[...T.view[name]].sort().join(",")}`);
    parts.push(...PLAIN.filter((name) => T.view[name]).map((name) => `${name}=${encodeURIComponent(T.view[name])}`));
    if (T.view.lanes !== "imposer") parts.push(`lanes=${T.view.lanes}`);
    if (event) parts.push(`event-${encodeURIComponent(event)}`);
    return parts.join("&");
  };

  // Writing the address costs a browser more than filtering does, so it waits until the page has answered.
  let writing;
  const writeAddress = () => {
    clearTimeout(writing);
    writing = setTimeout(T.writeAddress, 0);
  };
  T.writeAddress = () => {
    clearTimeout(writing);
    const wanted = T.address();
    if (wanted !== location.hash.slice(1)) history.replaceState(null, "", wanted ? `#${wanted}` : location.pathname + location.search);
  };

  T.readAddress = () => {
    clear();
    T.view.event = null;
    T.view.lanes = "imposer";
    for (const part of location.hash.slice(1).split("&")) readPart(part);
    T.apply();
  };

  const readPart = (part) => {
    const [name, value = ""] = part.split("=");
    if (name in LISTS) T.view[name] = new Set(value.split(",").filter(Boolean));
    else if (PLAIN.includes(name)) T.view[name] = decode(value);
    else if (name === "lanes" && value === "instrument") T.view.lanes = value;
    else if (part.startsWith("event-") && T.byId.has(decode(part.slice(6)))) T.view.event = decode(part.slice(6));
  };

  const decode = (text) => { try { return decodeURIComponent(text); } catch { return text; } };

  // ---- the controls
  const controls = {};

  const buildList = (name) => {
    const counts = new Map();
    for (const event of T.events) for (const value of LISTS[name](event)) counts.set(value, (counts.get(value) || 0) + 1);
    const order = Object.keys(T.raw.labels[KINDS[name]]);
    const sorted = [...counts.keys()].sort((a, b) => (KINDS[name] === "jurisdiction" ? counts.get(b) - counts.get(a) : 0) || order.indexOf(a) - order.indexOf(b));
    const boxes = sorted.map((value) => {
      const box = T.el("input", { type: "checkbox", value, onchange: () => { T.view[name][box.checked ? "add" : "delete"](value); T.apply(); } });
      return [box, T.el("label", {}, box, T.el("span", {}, label(name, value)), T.el("small", {}, counts.get(value).toLocaleString(T.lang)))];
    });
    const summary = T.el("summary", {}, words[name]);
    controls[name] = { boxes: boxes.map(([box]) => box), summary };
    const menu = T.el("details", { class: "menu", "data-filter": name }, summary, T.el("div", { class: "options", role: "group", "aria-label": words[name] }, boxes.map(([, node]) => node)));
    menu.addEventListener("keydown", (key) => { if (key.key === "Escape" && menu.open) { menu.open = false; summary.focus(); } });
    return menu;
  };

  const label = (name, value) => (name === "status" ? T.words.key[value] : T.label(KINDS[name], value));

  const field = (name, input) => {
    controls[name] = { input };
    input.addEventListener("input", () => { T.view[name] = input.value; T.apply(); });
    return T.el("label", { class: `field ${name}` }, T.el("span", {}, words[name]), input);
  };

  T.buildFilters = () => {
    const confidence = T.el("select", {}, ["", "0.5", "0.7", "0.8", "0.9"].map((v) => T.el("option", { value: v }, T.fill(v ? words.at_least : words.any, { value: v }))));
    const bar = T.el("div", { class: "bar" },
      field("text", T.el("input", { type: "search", placeholder: words.text_hint })),
      Object.keys(LISTS).map(buildList),
      field("from", T.el("input", { type: "date" })),
      field("to", T.el("input", { type: "date" })),
      field("confidence", confidence));
    const more = T.el("details", { class: "all", open: innerWidth > 760 }, T.el("summary", {}, words.title), bar);
    const state = T.el("div", { class: "state" }, T.el("span", { id: "shown", role: "status" }), T.el("span", { id: "chips" }));
    document.getElementById("filters").append(more, state);
    document.addEventListener("click", (click) => {
      for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(click.target)) menu.open = false;
    });
  };

  const drawState = () => {
    for (const name of Object.keys(LISTS)) {
      for (const box of controls[name].boxes) box.checked = T.view[name].has(box.value);
      controls[name].summary.textContent = words[name] + (T.view[name].size ? ` (${T.view[name].size})` : "");
    }
    for (const name of PLAIN) if (controls[name].input.value !== T.view[name]) controls[name].input.value = T.view[name];
    const counts = { shown: T.shown.length.toLocaleString(T.lang), all: T.events.length.toLocaleString(T.lang) };
    document.getElementById("shown").textContent = T.shown.length ? T.fill(words.shown[T.events.length === 1 ? 0 : 1], counts) : words.nothing;
    document.getElementById("chips").replaceChildren(...chips());
  };

  const chips = () => {
    const chip = (text, remove) => T.el("button", { class: "chip", type: "button", "aria-label": `${words.remove}: ${text}`, onclick: () => { remove(); T.apply(); } }, text, " ×");
    const found = Object.keys(LISTS).flatMap((name) => [...T.view[name]].map((value) => chip(label(name, value), () => T.view[name].delete(value))));
    found.push(...PLAIN.filter((name) => T.view[name]).map((name) => chip(`${words[name]}: ${T.view[name]}`, () => { T.view[name] = ""; })));
    if (found.length) found.push(T.el("button", { class: "plain", type: "button", onclick: () => { clear(); T.apply(); } }, words.clear));
    return found;
  };
})();
