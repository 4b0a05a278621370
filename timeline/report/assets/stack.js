// The timeline: events stacked in lanes so that no mark covers another at this width, arcs from answers to what they answer, the card at the pointer.
(() => {
  const DAY = 86400000;
  const SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
  const LABEL = `12px ${SANS}`;
  const LANE = `bold 13px ${SANS}`;
  const MOST_NAMED = 75;
  const PRINTED = 16;
  const TALLEST = 4000;
  const GAP = "\u00a0\u00a0\u00a0";
  const CROWD = 500;
  const time = T.time = (text) => Date.parse(text.length === 10 ? `${text}T00:00Z` : `${text}Z`);
  const iso = T.iso = (t) => new Date(t).toISOString().slice(0, 16);
  let spans = null;

  // From where to where each event is drawn, from the points of the traces themselves.
  const measure = (figure) => {
    const found = new Map();
    const of = (n) => {
      if (!found.has(n)) found.set(n, { from: Infinity, to: -Infinity, low: Infinity, high: -Infinity, at: null, bar: false });
      return found.get(n);
    };
    for (const { customdata, x, base, meta } of figure.data) {
      customdata.forEach((n, i) => {
        const from = base ? time(base[i]) : x[i] && time(x[i]);
        if (!from) return;
        const span = of(n);
        const to = base ? from + x[i] : from;
        span.from = Math.min(span.from, from);
        span.to = Math.max(span.to, to);
        if (base) Object.assign(span, { bar: true, low: Math.min(span.low, from), high: Math.max(span.high, to) });
        if (meta.part === "marks") span.at = from;
      });
    }
    for (const span of found.values()) if (!span.bar) span.low = span.high = span.at;
    return found;
  };

  T.spans = () => (spans = spans || measure(T.raw.figures.timeline));

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
  const widthOf = T.widthOf = (text, font) => { pen.font = font; return pen.measureText(text).width; };
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

  const lanes = T.lanes = (view, only) => {
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

  const place = (groups, view, pixel, { header, named }) => {
    const rows = new Map();
    const ticks = [];
    const boxes = [];
    let top = 0;
    for (const [lane, numbers] of groups) {
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
    textfont: { size: 12, color: boxes.map((one) => T.colour(one.side === "over" ? "--ink" : "--muted")) },
  });

  // Very many events take lower lines, so that the chart stays a picture.
  const lineHeight = (figure, height) => Math.max(3, Math.min(figure.layout.meta.line, TALLEST / height));

  const laneName = T.laneName = (lane) => T.label(T.view.lanes === "imposer" ? "jurisdiction" : "instrument", lane);

  // The timeline for a width in pixels; `only` draws some of the lanes.
  T.stack = (figure, width, only = null) => {
    T.spans();
    const narrow = T.narrow();
    const view = T.viewed();
    const groups = lanes(view, only);
    const margin = narrow ? 4 : Math.max(60, ...groups.map(([lane, { length }]) => widthOf(`${laneName(lane)}  ${length.toLocaleString(T.lang)}`, LANE))) + 14;
    const pixel = (view[1] - view[0]) / Math.max(200, width - margin - 8);
    const space = { margin, narrow, view };
    if (!only) T.drawSlider(margin);
    document.querySelector("#key .marks").hidden = false;
    if (!T.onPaper() && groups.reduce((sum, [, { length }]) => sum + length, 0) > CROWD) return crowded(figure, groups, { ...space, width: width - margin - 8 });
    const roomy = place(groups, view, pixel, { header: Number(narrow), named: true });
    const placed = T.onPaper() || roomy.height <= MOST_NAMED ? roomy : place(groups, view, pixel, { header: Number(narrow), named: false });
    const { rows } = placed;
    const data = figure.data.map((trace) => {
      const kept = T.keepPoints(trace, (n) => rows.has(n));
      return { ...kept, y: kept.customdata.map((n) => rows.get(n)), showlegend: false, hoverinfo: trace.hoverinfo === "skip" ? "skip" : "none", hovertemplate: undefined };
    });
    if (!only) tellOutside(rows, "");
    return { data: [...data, nameTrace(free(placed.boxes, rows, pixel), rows, view), ...arcTraces(rows)], layout: layout(figure, placed, space), ticks: placed.ticks };
  };

  // More marks than can be told apart: each lane is a strip of cells that count.
  const crowded = (figure, groups, space) => {
    const { trace, ticks, height, rows, unit } = T.crowd(groups, space);
    document.querySelector("#key .marks").hidden = true;
    tellOutside(rows, T.fill(T.words.key.crowded, { unit }));
    return { data: [trace], layout: layout(figure, { ticks, height }, space), ticks };
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
    const yaxis = { tickvals: ticks.map(({ top, at }) => at || top + 0.8), ticktext: ticks.map(({ lane, count }) => `<b>${escape(laneName(lane))}</b>  ${count.toLocaleString(T.lang)}`), range: [height, 0], showticklabels: !narrow, automargin: false };
    const xaxis = { range: view.map(iso), nticks: narrow ? 4 : undefined };
    return T.themed(figure.layout, { shapes: bands, annotations: names, height: Math.round(44 + line * height), yaxis, xaxis, margin: { l: margin, r: 8, t: 34, b: 10 } });
  };

  const tellOutside = (rows, how) => {
    const outside = T.shown.filter((event) => !rows.has(event.index)).length;
    const told = outside ? T.fill(T.words.key.outside[outside === 1 ? 0 : 1], { count: outside.toLocaleString(T.lang) }) : "";
    document.getElementById("outside").textContent = [how, told].filter(Boolean).join(" ");
  };

  const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

  // ---- arcs: on demand, or for the event that is open
  const arcTraces = (rows) => {
    const wanted = T.shown.filter((event) => T.lens.arcs || event.id === T.view.event);
    const pairs = wanted.flatMap((event) => event.links.filter(([type]) => T.lens.arcs ? type === "response_to" : true).map(([, to]) => [event.index, to]));
    if (!T.lens.arcs) pairs.push(...T.shown.flatMap((event) => event.links.filter(([, to]) => T.events[to].id === T.view.event).map(([, to]) => [event.index, to])));
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
})();
