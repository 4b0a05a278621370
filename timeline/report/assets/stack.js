"use strict";
// The timeline: events stacked in lanes so that no mark covers another at this width, arcs from answers to what they answer, the card at the pointer.
(() => {
  const DAY = 86400000;
  const time = (text) => Date.parse(text.length === 10 ? `${text}T00:00Z` : `${text}Z`);
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
        if (trace.mode === "markers" && (trace.name.endsWith("easure") || trace.name.endsWith("easures"))) found.get(n).at = from;
      });
    }
    return found;
  };

  // First line that is free; short spans first, so that marks stand above long bars. The same as spans.pack in Python.
  const pack = (numbers, gap) => {
    const ends = [];
    const long = (n) => spans.get(n).to - spans.get(n).from > gap * 3;
    const order = [...numbers].sort((a, b) => long(a) - long(b) || spans.get(a).from - spans.get(b).from || a - b);
    return new Map(order.map((n) => {
      let line = ends.findIndex((end) => end + gap <= spans.get(n).from);
      if (line < 0) line = ends.length;
      ends[line] = spans.get(n).to;
      return [n, line];
    }));
  };

  const lanes = () => {
    const groups = new Map();
    for (const event of T.shown) if (spans.has(event.index)) groups.set(event[T.view.lanes], [...(groups.get(event[T.view.lanes]) || []), event.index]);
    const known = Object.keys(T.raw.labels.instrument);
    const last = (code) => Number(code === T.raw.principal);
    const byNumber = ([a, x], [b, y]) => last(a) - last(b) || y.length - x.length || (a < b ? -1 : 1);
    return [...groups].sort(T.view.lanes === "imposer" ? byNumber : ([a], [b]) => known.indexOf(a) - known.indexOf(b));
  };

  const place = (gap, header) => {
    const rows = new Map();
    const ticks = [];
    let top = 0;
    for (const [lane, numbers] of lanes()) {
      const lines = pack(numbers, gap);
      for (const [n, line] of lines) rows.set(n, top + header + line + 0.8);
      const size = header + Math.max(...lines.values()) + 1.6;
      ticks.push({ lane, top, size, count: numbers.length });
      top += size;
    }
    return { rows, ticks, height: Math.max(top, 1) };
  };

  const laneName = (lane) => T.label(T.view.lanes === "imposer" ? "jurisdiction" : "instrument", lane);

  T.stack = (figure, width) => {
    spans = spans || measure(figure);
    const narrow = T.narrow();
    const view = range || figure.layout.xaxis.range.map(time);
    const gap = ((view[1] - view[0]) * 15) / Math.max(200, width - (narrow ? 24 : 170));
    const { rows, ticks, height } = place(gap, narrow ? 1 : 0);
    const data = figure.data.map((trace) => {
      const kept = T.keepPoints(trace, (n) => rows.has(n));
      return { ...kept, y: kept.customdata.map((n) => rows.get(n)), showlegend: false, hoverinfo: trace.hoverinfo === "skip" ? "skip" : "none", hovertemplate: undefined };
    });
    return { data: [...data, ...arcTraces(rows)], layout: layout(figure, ticks, { height, narrow, view }) };
  };

  const layout = (figure, ticks, { height, narrow, view }) => {
    const bands = ticks.filter((tick, i) => i % 2 === 0).map(({ top, size }) => ({ ...figure.layout.shapes[0], y0: top, y1: top + size }));
    const line = figure.layout.meta.line;
    const names = narrow ? ticks.map(({ lane, top, count }) => ({ x: 0, xref: "paper", xanchor: "left", y: top + 0.7, text: `<b>${escape(laneName(lane))}</b> ${count}`, showarrow: false, font: { size: 12 } })) : [];
    const yaxis = { tickvals: ticks.map(({ top, size }) => top + size / 2), ticktext: ticks.map(({ lane, count }) => `${escape(laneName(lane))}  <b>${count}</b>`), range: [height, 0], showticklabels: !narrow };
    const xaxis = { range: view.map((t) => new Date(t).toISOString().slice(0, 16)), nticks: narrow ? 4 : undefined };
    return T.themed(figure.layout, { shapes: bands, annotations: names, height: Math.round(60 + line * height), yaxis, xaxis, margin: { l: narrow ? 4 : 8, r: 8, t: 34, b: 10 } });
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

  const iso = (t) => new Date(t).toISOString().slice(0, 16);
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
    const reset = T.el("button", { type: "button", onclick: () => { range = whole(); T.draw("timeline"); } }, words.reset);
    document.getElementById("key").append(
      T.el("div", { class: "marks" }, marks.map(([side, status, action, text]) => item(T.mark(side, status, action), words[text])), item(T.el("i", { class: "soft" }), words.bounds), item(T.el("i", { class: "join" }), words.joined)),
      T.el("div", { class: "switches" }, T.el("span", { class: "segmented", role: "group", "aria-label": words.lanes }, lane("imposer", words.by_imposer), lane("instrument", words.by_instrument)), T.el("label", {}, box, " ", words.answers), reset));
    T.listeners.push(() => { for (const button of document.querySelectorAll("[data-lanes]")) button.setAttribute("aria-pressed", String(button.dataset.lanes === T.view.lanes)); });
  };

  const whole = () => {
    const drawn = T.shown.map((event) => spans.get(event.index)).filter(Boolean);
    const [from, to] = [Math.min(...drawn.map((s) => s.from)), Math.max(...drawn.map((s) => s.to))];
    return drawn.length ? [from - (to - from) / 30 - 5 * DAY, to + (to - from) / 30 + 5 * DAY] : null;
  };

  // ---- the card at the pointer
  T.listenCard = (chart) => {
    const card = document.getElementById("card");
    if (chart.id === "chart-timeline") chart.on("plotly_relayout", zoomed);
    chart.on("plotly_hover", (hover) => {
      const point = hover.points.find((found) => typeof found.customdata === "number");
      if (!point) return;
      card.replaceChildren(...cardContent(T.events[point.customdata]));
      card.hidden = false;
      const { clientX: x, clientY: y } = hover.event;
      card.style.left = `${Math.max(8, Math.min(x + 14, innerWidth - card.offsetWidth - 12))}px`;
      card.style.top = `${y + 18 + card.offsetHeight > innerHeight ? Math.max(8, y - card.offsetHeight - 14) : y + 18}px`;
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
