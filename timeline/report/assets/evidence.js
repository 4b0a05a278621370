// The evidence of one event: what the articles say, with the words marked, where they disagree, and why each field was read so.
(() => {
  const words = T.words.evidence;
  const dialog = document.getElementById("evidence");
  const fieldName = (code) => T.words.fields[code] || code.replace(/_/g, " ");

  T.open = (id) => {
    const event = T.byId.get(id);
    T.view.event = id;
    show(bar(event), content(event));
    T.showRow(id);
    remember();
  };

  T.openList = (events) => {
    const left = events.length - T.listed;
    const items = events.slice(0, T.listed).map((event) => T.el("li", {}, T.glyph(event), " ", T.el("button", { class: "link", type: "button", onclick: () => T.open(event.id) }, T.headline(event)), T.el("small", {}, ` ${T.when(event)}`)));
    show(bar(null), [T.el("h2", { id: "evidence-title", tabindex: "-1" }, `${words.behind}: ${T.count(events.length, words.behind_count)}`), T.el("ul", { class: "list" }, items), left > 0 ? T.el("p", { class: "small" }, T.fill(words.behind_more, { count: left.toLocaleString(T.lang) })) : ""]);
  };

  const show = (...parts) => {
    dialog.replaceChildren(...parts.flat());
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
    document.getElementById("evidence-title").focus({ preventScroll: true });
  };

  const remember = () => {
    T.writeAddress();
    if (document.querySelector("#chart-timeline .main-svg")) T.draw("timeline");
  };

  dialog.addEventListener("close", () => {
    const id = T.view.event;
    T.view.event = null;
    remember();
    const row = id && document.getElementById(`event-${id}`);
    if (row) row.querySelector("button.open").focus({ preventScroll: true });
  });
  dialog.addEventListener("click", (click) => { if (click.target === dialog) dialog.close(); });

  const bar = (event) => {
    const [before, after] = event ? T.neighbours(event.id) : [];
    const step = (to, text, arrow) => T.el("button", { type: "button", "aria-label": text, disabled: !to, onclick: () => T.open(to.id) }, arrow);
    const copying = event ? [copy(words.copy_link, () => `${location.href.split("#")[0]}#event-${encodeURIComponent(event.id)}`), copy(words.copy_citation, () => T.citation(event))] : [];
    return T.el("div", { class: "dialog-bar" }, event ? [step(before, words.previous, "←"), step(after, words.next, "→")] : [], copying, T.el("button", { class: "close", type: "button", onclick: () => dialog.close() }, words.close));
  };

  const copy = (text, make) => {
    const button = T.el("button", { type: "button", onclick: async () => {
      await put(make(), button);
      button.textContent = words.copied;
      T.say(words.copied);
      setTimeout(() => { button.textContent = text; }, 1500);
    } }, text);
    return button;
  };

  // The clipboard is refused to some pages opened from a disk; a selected field then does it.
  const put = async (text, button) => {
    try { await navigator.clipboard.writeText(text); } catch {
      const area = T.el("textarea", { class: "quiet" });
      area.value = text;
      button.after(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };

  const content = (event) => [
    T.el("h2", { id: "evidence-title", tabindex: "-1" }, T.glyph(event), " ", T.headline(event)),
    T.el("p", { class: "sub" }, [T.scopes(event), event.action === "impose" ? "" : T.label("action", event.action), T.statusWord(event)].filter(Boolean).join(" · ")),
    event.claim ? T.el("p", { class: "claimed" }, T.fill(words.claim, { who: event.claim })) : "",
    facts(event),
    T.el("h3", {}, words.said),
    event.evidence.map((evidence) => told(evidence, event)),
    T.el("p", { class: "small" }, words.marked),
    conflicts(event),
    judged(event),
    links(event),
    why(event),
  ].flat().filter(Boolean);

  const facts = (event) => {
    const rows = [
      [words.announced, event.announced],
      [words.effective, event.effective],
      [words.expires, event.expires],
      [words.bounds, T.isUndated(event) ? event.bounds : ""],
      [words.basis, T.label("basis", event.basis)],
      [words.authority, event.authority],
      [words.act, event.act],
      [words.count, event.count === null ? "" : event.count.toLocaleString(T.lang)],
      [words.names, event.names.join(", ")],
      [words.answers_to, T.names(event.answers)],
      [words.confidence, T.fill(words.confidence_words, { value: event.confidence.toFixed(2) })],
    ];
    return T.el("dl", {}, rows.filter(([, value]) => value).map(([name, value]) => T.el("div", {}, T.el("dt", {}, name), T.el("dd", {}, value))));
  };

  const told = ([number, passage, , dates], event) => {
    const article = T.articles[number];
    const title = article.title || event.id;
    const source = [article.publisher, article.published].filter(Boolean).join(", ");
    const here = dates.map(([name, value]) => `${fieldName(name)} ${value}`).join(", ");
    return T.el("figure", { class: "told" },
      T.el("blockquote", {}, piecesOf(passage)),
      T.el("figcaption", {}, article.url ? T.el("a", { href: article.url, rel: "noopener noreferrer nofollow" }, title) : title, T.el("small", {}, source, here ? ` · ${words.dates_here}: ${here}` : "")));
  };

  // The passage cut at every edge of the quote and of a mark; each piece is shaded within the quote, underlined where it gave a field.
  const piecesOf = ([text, start, end, marks]) => {
    const letters = [...text]; // offsets count characters, not the halves that JavaScript keeps the rare ones in
    const cuts = [...new Set([0, letters.length, start, end, ...marks.flatMap(([a, b]) => [a, b])])].sort((a, b) => a - b);
    return cuts.slice(1).map((to, place) => {
      const from = cuts[place];
      const fields = [...new Set(marks.filter(([a, b]) => a <= from && to <= b).map(([, , field]) => fieldName(field)))];
      const words = letters.slice(from, to).join("");
      const inner = fields.length ? T.el("u", { title: fields.join(", ") }, words) : words;
      return start <= from && to <= end ? T.el("mark", {}, inner) : inner;
    });
  };

  const conflicts = (event) => (event.conflicts.length ? [
    T.el("h3", {}, words.conflicts),
    T.el("ul", {}, event.conflicts.map(([field, values, chosen, rule]) => T.el("li", {}, `${fieldName(field)}: ${values.join(" / ")}`, chosen ? ` (${T.fill(words.chosen, { value: chosen })})` : "", rule ? T.el("small", {}, ` ${rule}`) : ""))),
  ] : []);

  const judged = (event) => (event.judged.length ? [
    T.el("h3", {}, words.judged),
    T.el("ul", {}, event.judged.map(([kind, who, when, machine, reason]) => T.el("li", {}, T.fill(words.judged_by, { kind, who, when }), machine ? ` (${T.fill(words.machine, { value: machine })})` : "", reason ? T.el("small", {}, ` ${reason}`) : ""))),
  ] : []);

  const links = (event) => {
    const out = event.links.map(([type, to, cue]) => [T.words.links[type], T.events[to], cue]);
    const back = T.events.flatMap((other) => other.links.filter(([, to]) => to === event.index).map(([type, , cue]) => [T.words.links_back[type], other, cue]));
    if (!out.length && !back.length) return [];
    const line = ([word, other, cue]) => T.el("li", {}, `${word} `, T.el("button", { class: "link", type: "button", onclick: () => T.open(other.id) }, T.headline(other)), T.el("small", {}, ` ${T.when(other)}${cue ? ` · “${cue}”` : ""}`));
    return [T.el("h3", {}, words.links), T.el("ul", { class: "list" }, [...out, ...back].map(line))];
  };

  const why = (event) => {
    const reasons = event.evidence.flatMap(([, , found]) => found);
    if (!reasons.length) return [];
    const rows = reasons.map(([field, rule, phrase, note]) => T.el("tr", {}, T.el("th", { scope: "row" }, fieldName(field)), T.el("td", {}, phrase ? T.el("q", {}, phrase) : ""), T.el("td", {}, rule.replace(/_/g, " "), note ? T.el("small", {}, note) : "")));
    const head = T.el("tr", {}, [words.field, words.phrase, words.rule].map((text) => T.el("th", { scope: "col" }, text)));
    return [T.el("details", { class: "why", open: true }, T.el("summary", {}, words.why), T.el("table", {}, T.el("thead", {}, head), T.el("tbody", {}, rows)))];
  };
})();
