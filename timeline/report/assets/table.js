// The table: rows of the events shown, in steps, sortable, to download.
(() => {
  const STEP = 40;
  const words = T.words.table;
  let limit = STEP;
  let order = { key: "when", down: false };
  const paper = 1000;

  const keys = {
    when: (event) => event.from || event.to || "9999",
    who: (event) => `${T.label("jurisdiction", event.imposer)} ${T.names(event.targets)}`,
    what: (event) => T.label("instrument", event.instrument),
    status: (event) => String(Object.keys(T.raw.labels.status).indexOf(event.status)),
  };

  // All events in the order of a key, found once; what is shown then keeps that order.
  const orders = new Map();
  const ordered = (name) => {
    if (!orders.has(name)) {
      const rows = T.events.map((event) => [keys[name](event), event]);
      orders.set(name, rows.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x.index - y.index)).map(([, event]) => event));
    }
    return orders.get(name);
  };
  const sorted = () => {
    const rows = ordered(order.key).filter((event) => T.visible[event.index]);
    return order.down ? rows.reverse() : rows;
  };

  T.drawTable = () => {
    const rows = sorted();
    const table = T.el("table", { class: "events" }, T.el("caption", { class: "quiet" }, T.words.page.table), T.el("thead", {}, T.el("tr", {}, ["when", "who", "what", "status"].map(heading), T.el("th", { scope: "col" }, words.evidence))), T.el("tbody", {}, rows.slice(0, limit).map(row)));
    const left = rows.length - limit;
    const more = left > 0 ? T.el("button", { class: "more", type: "button", onclick: () => { limit += STEP * 2; T.drawTable(); } }, T.fill(words.more, { count: Math.min(left, STEP * 2) })) : "";
    document.getElementById("rows").replaceChildren(rows.length ? table : T.el("p", { class: "note" }, T.words.filters.nothing), more);
  };

  const heading = (name) => {
    // A printed page repeats the head of the table, and browsers leave buttons out of the repetition.
    if (T.onPaper()) return T.el("th", { scope: "col" }, words[name]);
    const sort = order.key === name ? (order.down ? "descending" : "ascending") : "none";
    const turn = () => { order = { key: name, down: order.key === name && !order.down }; T.drawTable(); document.querySelector(`[data-sort=${name}]`).focus(); };
    return T.el("th", { scope: "col", "aria-sort": sort }, T.el("button", { type: "button", "data-sort": name, onclick: turn }, words[name], T.el("span", { "aria-hidden": "true" }, sort === "none" ? "" : order.down ? " ↓" : " ↑")));
  };

  const row = (event) => T.el("tr", { id: `event-${event.id}`, class: event.id === T.view.event ? "chosen" : null, onclick: (click) => { if (!click.target.closest("a,button") && !String(getSelection())) T.open(event.id); } },
    T.el("td", { class: "when" }, T.isUndated(event) ? T.el("em", {}, words.undated) : "", " ", T.isUndated(event) ? T.el("br") : "", event.date),
    T.el("td", { class: "who" }, T.el("b", {}, T.label("jurisdiction", event.imposer)), " → ", T.names(event.targets) || T.el("em", {}, words.no_target)),
    T.el("td", { class: "what" }, T.el("button", { class: "open", type: "button", title: words.open, onclick: () => T.open(event.id) }, T.label("instrument", event.instrument)), detail(event)),
    T.el("td", { class: "status" }, T.glyph(event), " ", T.statusWord(event)),
    T.el("td", { class: "evidence" }, T.el("q", {}, event.said), T.el("small", {}, source(event))));

  const detail = (event) => {
    const parts = [event.action === "impose" ? "" : T.label("action", event.action), T.scopes(event), event.names.slice(0, 4).join(", ")].filter(Boolean);
    return parts.length ? T.el("small", {}, parts.join(" · ")) : "";
  };

  const source = (event) => {
    const article = T.firstArticle(event);
    const named = article && article.url ? T.el("a", { href: article.url, rel: "noopener noreferrer nofollow" }, T.source(event)) : T.source(event);
    return [event.claim ? T.el("span", { class: "claim" }, `${words.claim} ${event.claim}`) : "", named, event.n_sources > 1 ? ` · ${T.count(event.n_sources, words.sources)}` : ""];
  };

  // ---- download: one row an event, cells that a spreadsheet would run as formulas disarmed
  const COLUMNS = ["id", "imposer", "targets", "instrument", "scope", "action", "status", "basis", "date", "from", "to", "announced", "effective", "expires", "answers", "names", "count", "authority", "act", "claim", "confidence", "n_articles", "n_sources", "quote"];
  const cell = (value) => {
    const text = Array.isArray(value) ? value.join(" ") : value === null || value === undefined ? "" : String(value);
    return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
  };
  T.csv = () => {
    const line = (event) => [...COLUMNS.map((name) => event[name]), T.source(event), (T.firstArticle(event) || {}).title, (T.firstArticle(event) || {}).url].map(cell).join(",");
    return [[...COLUMNS, "source", "title", "url"].map(cell).join(","), ...sorted().map(line)].join("\r\n") + "\r\n";
  };

  const download = () => {
    const link = T.el("a", { href: URL.createObjectURL(new Blob(["\ufeff", T.csv()], { type: "text/csv" })), download: "measures.csv" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  T.startTable = () => {
    document.getElementById("table-tools").append(T.el("button", { type: "button", id: "download", onclick: download }, words.download));
    T.listeners.push(() => { limit = STEP; T.drawTable(); });
    addEventListener("beforeprint", () => { T.drawForPaper(true); limit = paper; T.drawTable(); });
    addEventListener("afterprint", () => { T.drawForPaper(false); limit = STEP; T.drawTable(); });
  };

  // Rows before and after an event in the order of the table.
  T.neighbours = (id) => {
    const rows = sorted();
    const place = rows.findIndex((event) => event.id === id);
    return [rows[place - 1], place < 0 ? undefined : rows[place + 1]];
  };

  T.showRow = (id) => {
    const place = sorted().findIndex((event) => event.id === id);
    if (place >= limit) { limit = place + STEP; T.drawTable(); }
    for (const chosen of document.querySelectorAll("tr.chosen")) chosen.classList.remove("chosen");
    const found = document.getElementById(`event-${id}`);
    if (found) found.classList.add("chosen");
    return found;
  };
})();
