// The timeline: events stacked in lanes so that no mark covers another at this width, arcs from answers to what they answer, the card at the pointer.
(() => {
  const DAY = 86400000;
  const SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
  const LABEL = `11px ${SANS}`;
  const LANE = `bold 13px ${SANS}`;
  const MOST_NAMED = 75;
  const PRINTED = 16;
  const TALLEST = 4000;
  const GAP = "\u00a0\u00a0\u00a0";
  const time = (text) => Date.parse(text.length === 10 ? `${text}T00:00Z` : `${text}Z`);
  const iso = (t) => new Date(t).toISOString().slice(0, 16);
  let spans = null;
  let range = null;
  let arcs = false;

  // From where to where each event is drawn, from the points of the traces themselves.
  const measure = (figure) => {
    const found = new Map();
    const widen = (n, from, to) => {
      const span = found.get(n) || { from: Infinity, to: -Infinity };
      found.set(n, { ...span, from: Math.min(span.from, from), to: Math.max(span.to, to) });
    };
    for (const trace of figure.data) {
      trace.customdata.forEach((n, i) => {
        const from = trace.base ? time(trace.base[i]) : trace.x[i] && time(trace.x[i]);
        if (from) widen(n, from, trace.base ? from + trace.x[i] : from);
        if (trace.base) found.get(n).bar = true;
        if (trace.mode === "markers" && (trace.name.endsWith("easure") || trace.name.endsWith("easures"))) found.get(n).at = from;
      });
    }
    return found;
  };

  // First line that is free; short spans first, so that marks stand above long bars. The same as spans.pack in Python.
  const pack = (boxes, gap) => {
    const ends = [];
    const long = (box) => box.to - box.from > gap * 3;
    const order = [...boxes].sort((a, b) => long(a) - long(b) || a.from - b.from || a.n - b.n);
    return new Map(order.map((box) => {
      let line = ends.findIndex((end) => end + gap <= box.left);
      if (line < 0) line = ends.length;
      ends[line] = box.right;
      return [box.n, line];
    }));
  };

  // ---- names beside the marks: all of them where there is room, else those that cover nothing
  const pen = document.createElement("canvas").getContext("2d");
  const widthOf = (text, font) => { pen.font = font; return pen.measureText(text).width; };
  const shortName = (event) => {
    const scope = event.scope.length ? `: ${T.label("scope", event.scope[0])}${event.scope.length > 1 ? "…" : ""}` : "";
    const others = event.targets.filter((code) => code !== T.raw.principal);
    const whom = others.length && !event.targets.includes(T.raw.principal) ? ` → ${T.label("jurisdiction", others[0])}${others.length > 1 ? ` +${others.length - 1}` : ""}` : "";
    return T.view.lanes === "imposer" ? T.label("instrument", event.instrument) + scope + whom : T.label("jurisdiction", event.imposer) + scope + whom;
  };

  // What an event takes on its line, in time: its span, and its name to the right, or to the left where the view ends.
  const box = (n, view, pixel, named) => {
    const { from, to } = spans.get(n);
    const name = shortName(T.events[n]);
    const room = (widthOf(GAP + name, LABEL) + 8) * pixel;
    const side = to + room <= view[1] ? "right" : from - room >= view[0] ? "left" : spans.get(n).bar ? "over" : "";
    return { n, from, to, name, side, room, left: from - (named && side === "left" ? room : 0), right: to + (named && side === "right" ? room : 0) };
  };

  const lanes = (view, only) => {
    const groups = new Map();
    for (const event of T.shown) {
      const span = spans.get(event.index);
      if (!span || span.to < view[0] || span.from > view[1]) continue;
      const lane = event[T.view.lanes];
      if (only && !only.has(lane)) continue;
      if (!groups.has(lane)) groups.set(lane, []);
      groups.get(lane).push(event.index);
    }
    const known = Object.keys(T.raw.labels.instrument);
    const last = (code) => Number(code === T.raw.principal);
    const byNumber = ([a, x], [b, y]) => last(a) - last(b) || y.length - x.length || (a < b ? -1 : 1);
    return [...groups].sort(T.view.lanes === "imposer" ? byNumber : ([a], [b]) => known.indexOf(a) - known.indexOf(b));
  };

  const place = (view, pixel, { header, named, only }) => {
    const rows = new Map();
    const ticks = [];
    const boxes = [];
    let top = 0;
    for (const [lane, numbers] of lanes(view, only)) {
      const inLane = numbers.map((n) => box(n, view, pixel, named));
      const lines = pack(inLane, 15 * pixel);
      for (const [n, line] of lines) rows.set(n, top + header + line + 0.8);
      const size = header + Math.max(...lines.values()) + 1.6;
      ticks.push({ lane, top, size, count: numbers.length });
      boxes.push(...inLane);
      top += size;
    }
    return { rows, ticks, boxes, height: Math.max(top, 1) };
  };

  // A name may stand where no mark and no earlier name lies on its line; where room was kept for all, all stand.
  const free = (boxes, rows, pixel) => {
    const taken = new Map();
    for (const one of boxes) taken.set(rows.get(one.n), [...(taken.get(rows.get(one.n)) || []), [one.from - 9 * pixel, one.to + 9 * pixel, one.n]]);
    return boxes.filter((one) => {
      const line = taken.get(rows.get(one.n));
      if (!one.side || one.side === "over") return Boolean(one.side);
      const [from, to] = one.side === "right" ? [one.to, one.to + one.room] : [one.from - one.room, one.from];
      const stands = line.every(([start, end, n]) => n === one.n || end < from || start > to);
      if (stands) line.push([from, to, -1]);
      return stands;
    });
  };

  // A bar that fills the view carries its name on itself.
  const nameTrace = (boxes, rows, view) => ({
    type: "scatter", mode: "text", hoverinfo: "skip", showlegend: false, cliponaxis: true,
    x: boxes.map((one) => iso(one.side === "right" ? one.to : one.side === "left" ? one.from : Math.max(view[0], one.from))),
    y: boxes.map((one) => rows.get(one.n)),
    text: boxes.map((one) => (one.side === "left" ? `${escape(one.name)}${GAP}` : `${GAP}${escape(one.name)}`)),
    textposition: boxes.map((one) => (one.side === "left" ? "middle left" : "middle right")),
    textfont: { size: 11, color: boxes.map((one) => T.colour(one.side === "over" ? "--ink" : "--muted")) },
  });

  // Very many events take lower lines, so that the chart stays a picture.
  const lineHeight = (figure, height) => Math.max(3, Math.min(figure.layout.meta.line, TALLEST / height));

  const laneName = (lane) => T.label(T.view.lanes === "imposer" ? "jurisdiction" : "instrument", lane);

  // The timeline for a width in pixels; `only` draws some of the lanes.
  T.stack = (figure, width, only = null) => {
    spans = spans || measure(figure);
    const narrow = T.narrow();
    const view = range || figure.layout.xaxis.range.map(time);
    const margin = narrow ? 4 : Math.max(60, ...lanes(view).map(([lane, { length }]) => widthOf(`${laneName(lane)}  ${length}`, LANE))) + 14;
    const pixel = (view[1] - view[0]) / Math.max(200, width - margin - 8);
    const roomy = place(view, pixel, { header: Number(narrow), named: true, only });
    const placed = T.onPaper() || roomy.height <= MOST_NAMED ? roomy : place(view, pixel, { header: Number(narrow), named: false, only });
    const { rows } = placed;
    const data = figure.data.map((trace) => {
      const kept = T.keepPoints(trace, (n) => rows.has(n));
      return { ...kept, y: kept.customdata.map((n) => rows.get(n)), showlegend: false, hoverinfo: trace.hoverinfo === "skip" ? "skip" : "none", hovertemplate: undefined };
    });
    if (!only) tellOutside(rows);
    return { data: [...data, nameTrace(free(placed.boxes, rows, pixel), rows, view), ...arcTraces(rows)], layout: layout(figure, placed, { margin, narrow, view }), ticks: placed.ticks };
  };

  // For paper: the lanes in groups that fit a page each, so that no lane is cut; the first shares its page with the finding.
  T.sheets = (figure, width) => {
    const sheets = [];
    let left = 0;
    for (const { lane, size } of T.stack(figure, width).ticks) {
      const height = size * PRINTED;
      if (height > left) {
        left = sheets.length ? 880 : 500;
        sheets.push(new Set());
      }
      sheets.at(-1).add(lane);
      left -= height;
    }
    return sheets.map((only) => T.stack(figure, width, only));
  };

  const layout = (figure, { ticks, height }, { margin, narrow, view }) => {
    const bands = ticks.filter((tick, i) => i % 2 === 0).map(({ top, size }) => ({ ...figure.layout.shapes[0], y0: top, y1: top + size }));
    const line = T.onPaper() ? PRINTED : lineHeight(figure, height);
    const names = narrow ? ticks.map(({ lane, top, count }) => ({ x: 0, xref: "paper", xanchor: "left", y: top + 0.7, text: `<b>${escape(laneName(lane))}</b> ${count}`, showarrow: false, font: { size: 12 } })) : [];
    const yaxis = { tickvals: ticks.map(({ top }) => top + 0.8), ticktext: ticks.map(({ lane, count }) => `<b>${escape(laneName(lane))}</b>  ${count}`), range: [height, 0], showticklabels: !narrow, automargin: false };
    const xaxis = { range: view.map(iso), nticks: narrow ? 4 : undefined };
    return T.themed(figure.layout, { shapes: bands, annotations: names, height: Math.round(44 + line * height), yaxis, xaxis, margin: { l: margin, r: 8, t: 34, b: 10 } });
  };

  const tellOutside = (rows) => {
    const outside = T.shown.filter((event) => !rows.has(event.index)).length;
    document.getElementById("outside").textContent = outside ? T.fill(T.words.key.outside[outside === 1 ? 0 : 1], { count: outside }) : "";
  };

  const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

  // ---- arcs: on demand, or for the event that is open
  const arcTraces = (rows) => {
    const wanted = T.shown.filter((event) => arcs || event.id === T.view.event);
    const pairs = wanted.flatMap((event) => event.links.filter(([type]) => arcs ? type === "response_to" : true).map(([, to]) => [event.index, to]));
    if (!arcs) pairs.push(...T.shown.flatMap((event) => event.links.filter(([, to]) => T.events[to].id === T.view.event).map(([, to]) => [event.index, to])));
    const drawable = pairs.filter(([a, b]) => rows.has(a) && rows.has(b) && spans.get(a).at && spans.get(b).at);
    if (!drawable.length) return [];
    const points = drawable.flatMap(([a, b]) => [...curve(spans.get(a).at, rows.get(a), spans.get(b).at, rows.get(b)), [null, null]]);
    const look = { type: "scatter", mode: "lines", hoverinfo: "skip", showlegend: false, line: { color: T.colour("--arc"), width: 1.6 } };
    const heads = { type: "scatter", mode: "markers", hoverinfo: "skip", showlegend: false, marker: { symbol: "circle-open", size: 17, color: T.colour("--arc"), line: { width: 1.6 } } };
    return [{ ...look, x: points.map(([x]) => x), y: points.map(([, y]) => y) }, { ...heads, x: drawable.map(([, b]) => iso(spans.get(b).at)), y: drawable.map(([, b]) => rows.get(b)) }];
  };

  const curve = (x0, y0, x1, y1) => {
    const bend = Math.max(20 * DAY, Math.abs(x1 - x0) * 0.35);
    return Array.from({ length: 17 }, (_, i) => {
      const t = i / 16;
      return [iso((1 - t) ** 2 * x0 + 2 * (1 - t) * t * (Math.max(x0, x1) + bend) + t ** 2 * x1), (1 - t) ** 2 * y0 + 2 * (1 - t) * t * ((y0 + y1) / 2) + t ** 2 * y1];
    });
  };

  // ---- zoom: the lines are stacked anew, because marks come apart
  const zoomed = (change) => {
    const from = change["xaxis.range[0]"] || (change["xaxis.range"] || [])[0];
    const to = change["xaxis.range[1]"] || (change["xaxis.range"] || [])[1];
    if (change["xaxis.autorange"]) range = null;
    else if (from && to) range = [from, to].map((text) => time(String(text).replace(" ", "T").slice(0, 16).padEnd(10)));
    else return;
    requestAnimationFrame(() => T.draw("timeline"));
  };

  // ---- the key and the switches
  T.buildKey = () => {
    const words = T.words.key;
    const item = (mark, text) => T.el("span", { class: "item" }, mark, text);
    const marks = [["sanction", "in_force", "", "measure"], ["counter", "in_force", "", "counter"], ["sanction", "in_force", "ease", "relief"], ["sanction", "announced", "", "announced"], ["sanction", "proposed", "", "proposed"], ["sanction", "rejected", "", "rejected"]];
    const lane = (value, text) => T.el("button", { type: "button", "data-lanes": value, onclick: () => { T.view.lanes = value; T.apply(); } }, text);
    const box = T.el("input", { type: "checkbox", id: "arcs", onchange: () => { arcs = box.checked; T.draw("timeline"); } });
    const step = (text, sign, move) => T.el("button", { type: "button", "aria-label": text, title: text, onclick: () => { zoom(move); T.draw("timeline"); } }, sign);
    const steps = T.el("span", { class: "segmented", role: "group", "aria-label": words.zoom }, step(words.earlier, "←", [-0.4, -0.4]), step(words.zoom_out, "−", [-0.5, 0.5]), step(words.zoom_in, "+", [0.25, -0.25]), step(words.later, "→", [0.4, 0.4]));
    const reset = T.el("button", { type: "button", onclick: () => { range = whole(); T.draw("timeline"); } }, words.reset);
    document.getElementById("key").append(T.el("div", { class: "marks" }, marks.map(([side, status, action, text]) => item(T.mark(side, status, action), words[text])), item(T.el("i", { class: "soft" }), words.bounds), item(T.el("i", { class: "join" }), words.joined)), T.el("span", { id: "outside", class: "small" }));
    document.getElementById("switches").append(T.el("span", { class: "segmented", role: "group", "aria-label": words.lanes }, lane("imposer", words.by_imposer), lane("instrument", words.by_instrument)), T.el("label", {}, box, " ", words.answers), steps, reset);
    T.listeners.push(() => { for (const button of document.querySelectorAll("[data-lanes]")) button.setAttribute("aria-pressed", String(button.dataset.lanes === T.view.lanes)); });
  };

  // The view moved by shares of its length at either side.
  const zoom = ([left, right]) => {
    const [from, to] = range || T.raw.figures.timeline.layout.xaxis.range.map(time);
    range = [from + left * (to - from), to + right * (to - from)];
  };

  const whole = () => {
    const drawn = T.shown.map((event) => spans.get(event.index)).filter(Boolean);
    const [from, to] = [Math.min(...drawn.map((s) => s.from)), Math.max(...drawn.map((s) => s.to))];
    return drawn.length ? [from - (to - from) / 30 - 5 * DAY, to + (to - from) / 30 + 5 * DAY] : null;
  };

  // ---- the keyboard: arrows go from mark to mark in time, up and down from lane to lane, Enter opens the evidence
  let held = null;
  const stepTo = (key) => {
    const order = T.shown.filter((event) => spans.has(event.index)).sort((a, b) => spans.get(a.index).from - spans.get(b.index).from || a.index - b.index);
    const place = order.indexOf(held);
    const inLane = (event) => event[T.view.lanes] === held[T.view.lanes];
    if (key === "ArrowRight" || !held || place < 0) return order[place + 1] || held;
    if (key === "ArrowLeft") return order[place - 1] || held;
    const others = order.slice(place + 1).concat(order.slice(0, place)).filter((event) => !inLane(event));
    return (key === "ArrowDown" ? others[0] : others.at(-1)) || held;
  };

  const keyed = (chart, key) => {
    if (key.key !== "Enter" && !key.key.startsWith("Arrow")) return;
    // Else the same stroke would press the first button of the evidence, too.
    key.preventDefault();
    if (key.key === "Enter" && held) return T.open(held.id);
    held = stepTo(key.key);
    if (!held) return;
    const spot = chart.data.flatMap((trace) => (trace.mode === "markers" && trace.meta ? trace.customdata.map((n, i) => [n, trace.x[i], trace.y[i]]) : [])).find(([n]) => n === held.index);
    const { xaxis, yaxis } = chart._fullLayout;
    const box = chart.getBoundingClientRect();
    if (spot) showCard(held, box.left + xaxis._offset + xaxis.d2p(spot[1]), box.top + yaxis._offset + yaxis.d2p(spot[2]));
    T.say(`${T.headline(held)}, ${T.when(held)}, ${T.statusWord(held)}`);
  };

  // ---- the card at the pointer
  const card = document.getElementById("card");
  const showCard = (event, x, y) => {
    card.replaceChildren(...cardContent(event));
    card.hidden = false;
    card.style.left = `${Math.max(8, Math.min(x + 14, innerWidth - card.offsetWidth - 12))}px`;
    card.style.top = `${y + 18 + card.offsetHeight > innerHeight ? Math.max(8, y - card.offsetHeight - 14) : y + 18}px`;
  };

  T.listenCard = (chart) => {
    if (chart.id === "chart-timeline") {
      chart.on("plotly_relayout", zoomed);
      chart.addEventListener("keydown", (key) => keyed(chart, key));
      chart.addEventListener("blur", () => { card.hidden = true; });
    }
    chart.on("plotly_hover", (hover) => {
      const point = hover.points.find((found) => typeof found.customdata === "number");
      if (point) showCard(T.events[point.customdata], hover.event.clientX, hover.event.clientY);
    });
    chart.on("plotly_unhover", () => { card.hidden = true; });
  };

  const cardContent = (event) => [
    T.el("p", { class: "who" }, T.glyph(event), ` ${T.label("jurisdiction", event.imposer)} → ${T.names(event.targets) || T.words.table.no_target}`),
    T.el("p", { class: "what" }, T.el("b", {}, T.label("instrument", event.instrument)), event.scope.length ? `: ${T.scopes(event)}` : ""),
    T.el("p", { class: "small" }, `${T.when(event)} · ${T.statusWord(event)}`, event.claim ? ` · ${T.words.table.claim} ${event.claim}` : ""),
    T.el("p", { class: "words" }, `“${event.quote}”`),
    T.el("p", { class: "small" }, T.source(event)),
  ];
})();
