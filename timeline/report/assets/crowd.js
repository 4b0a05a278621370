// The timeline of very many events: a strip of cells for each lane, as dark as many measures lie in each day, week, month, quarter or year.
(() => {
  const DAY = 86400000;
  const LEAST = 8; // pixels
  const LISTED = 150;

  const pieces = {
    day: (t) => t + DAY,
    week: (t) => t + 7 * DAY,
    month: (t) => Date.UTC(new Date(t).getUTCFullYear(), new Date(t).getUTCMonth() + 1),
    quarter: (t) => Date.UTC(new Date(t).getUTCFullYear(), new Date(t).getUTCMonth() + 3),
    year: (t) => Date.UTC(new Date(t).getUTCFullYear() + 1, 0),
  };
  const starts = {
    day: (t) => Math.floor(t / DAY) * DAY,
    week: (t) => Math.floor((t / DAY + 3) / 7) * 7 * DAY - 3 * DAY,
    month: (t) => Date.UTC(new Date(t).getUTCFullYear(), new Date(t).getUTCMonth()),
    quarter: (t) => Date.UTC(new Date(t).getUTCFullYear(), Math.floor(new Date(t).getUTCMonth() / 3) * 3),
    year: (t) => Date.UTC(new Date(t).getUTCFullYear(), 0),
  };
  const LENGTHS = { day: DAY, week: 7 * DAY, month: 30.4 * DAY, quarter: 91.3 * DAY, year: 365.25 * DAY };

  const cut = ([from, to], width) => {
    const unit = Object.keys(LENGTHS).find((name) => (LENGTHS[name] / (to - from)) * width >= LEAST) || "year";
    const edges = [starts[unit](from)];
    while (edges.at(-1) < to) edges.push(pieces[unit](edges.at(-1)));
    return { unit, edges };
  };

  // The cell of a day: edges are nearly even, so the guess is at most a step off.
  const cellOf = (t, edges) => {
    const last = edges.length - 2;
    let place = Math.min(last, Math.max(0, Math.floor(((t - edges[0]) / (edges.at(-1) - edges[0])) * (last + 1))));
    while (place > 0 && t < edges[place]) place -= 1;
    while (place < last && t >= edges[place + 1]) place += 1;
    return place;
  };

  T.crowd = (groups, { view, width, narrow }) => {
    const { unit, edges } = cut(view, width);
    const spans = T.spans();
    const rows = new Set();
    const ticks = [];
    const lines = narrow ? 2.2 : 1.25;
    const cells = groups.map(([lane, numbers], place) => {
      const row = Array.from({ length: edges.length - 1 }, () => []);
      for (const n of numbers) {
        const span = spans.get(n);
        if (span.at < edges[0] || span.at >= edges.at(-1) || span.high - span.low > LENGTHS[unit] * 1.02) continue;
        row[cellOf(span.at, edges)].push(n);
        rows.add(n);
      }
      ticks.push({ lane, top: place * lines, size: lines, count: numbers.length, at: (place + 0.5) * lines });
      return row;
    });
    // Measures count upwards and counter-measures downwards from nothing, roots so that one beside a hundred is still seen.
    const z = cells.map((row) => row.map((numbers) => {
      const counters = numbers.filter((n) => T.events[n].side === "counter").length;
      return (counters * 2 > numbers.length ? -1 : 1) * Math.sqrt(numbers.length);
    }));
    const most = Math.max(1, ...z.flat().map(Math.abs));
    const [low, high] = [T.colour("--counter"), T.colour("--sanction")].map((hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(","));
    const trace = {
      type: "heatmap", z, zmin: -most, zmax: most, showscale: false, customdata: cells, hoverinfo: "none", meta: { rule: "crowd", unit },
      x: edges.map(T.iso), y0: 0, y: [0, ...groups.keys()].map((n, i) => (i ? n + 1 : 0) * lines), xgap: 1, ygap: narrow ? 16 : 4,
      colorscale: [[0, `rgba(${low},.95)`], [0.499, `rgba(${low},.16)`], [0.5, `rgba(${low},0)`], [0.501, `rgba(${high},.16)`], [1, `rgba(${high},.95)`]],
    };
    return { trace, ticks, height: Math.max(1, groups.length * lines), rows, unit: T.words.key[unit] };
  };

  const day = (t, more) => new Date(t).toLocaleDateString(T.lang, { year: "numeric", timeZone: "UTC", ...more });
  const named = {
    day: (t) => day(t, { month: "short", day: "numeric" }),
    week: (t) => T.fill(T.words.key.week_of, { day: day(t, { month: "short", day: "numeric" }) }),
    month: (t) => day(t, { month: "long" }),
    quarter: (t) => T.fill(T.words.key.from_month, { month: day(t, { month: "short" }) }),
    year: (t) => day(t, {}),
  };

  T.crowdCard = ({ customdata, x, data }) => {
    const events = customdata.map((n) => T.events[n]);
    const counts = new Map();
    for (const event of events) counts.set(event.instrument, (counts.get(event.instrument) || 0) + 1);
    const most = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, 5);
    const { unit } = data.meta;
    return [
      T.el("p", { class: "who" }, events.length ? T.laneName(events[0][T.view.lanes]) : ""),
      T.el("p", {}, T.el("b", {}, T.count(events.length, T.words.evidence.behind_count)), `, ${named[unit](starts[unit](T.time(String(x).replace(" ", "T").slice(0, 16).padEnd(10)) ))}`),
      ...most.map(([code, n]) => T.el("p", { class: "small" }, `${n.toLocaleString(T.lang)} ${T.label("instrument", code)}`)),
    ];
  };
  T.listed = LISTED;
})();
