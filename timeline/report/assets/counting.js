// How each kind of trace is made again from the events that the filters leave: its rule stands in meta.rule.
(() => {
  // Numbers in very many cells are no longer read, and cost more than all else; the colour, the card and the table tell them.
  const MOST_NUMBERS = 250;

  const seen = (ids) => ids.filter((n) => T.visible[n]);
  const highest = (trace) => Math.max(0, ...trace.customdata.map((ids) => seen(ids).length));

  const rules = {
    count: (trace) => {
      const behind = trace.customdata.map(seen);
      return { customdata: behind, y: behind.map((ids) => trace.meta.sign * ids.length), text: behind.map((ids) => String(ids.length || "")) };
    },
    // Strips share one scale, and fill the room above and below their lines.
    strips: (trace, { data }) => {
      const shares = data.map((one, place) => one.meta.rooms[place] / (highest(one) || Infinity)).filter(Boolean);
      const scale = shares.length ? Math.min(...shares) : 0;
      const counted = rules.count(trace);
      return { ...counted, y: counted.y.map((n) => n * scale) };
    },
    running: (trace) => {
      const behind = trace.customdata.map(seen);
      let total = 0;
      return { customdata: behind, y: behind.map((ids) => (total += ids.length)) };
    },
    // The name and the total of each line where it ends, none over another; the same as counts.apart in Python.
    ends: (trace, { data, layout }) => {
      const lines = data.filter((one) => one.meta.rule === "running");
      const totals = lines.map((line) => line.customdata.reduce((sum, ids) => sum + seen(ids).length, 0));
      const gap = (Math.max(1, ...totals) * layout.meta.name) / layout.meta.plot;
      const y = new Array(totals.length);
      let last = -gap;
      for (const place of [...totals.keys()].sort((a, b) => totals[a] - totals[b] || b - a)) y[place] = last = Math.max(totals[place], last + gap);
      return { y, text: lines.map((line, place) => (totals[place] ? `  ${line.name} ${totals[place].toLocaleString(T.lang)}` : "")) };
    },
    grid: (trace, { layout }) => {
      const { most } = layout.meta || {};
      const { x, y, behind } = (most ? busiest : all)(trace, trace.customdata.map((row) => row.map(seen)), most);
      const z = behind.map((row) => row.map((ids) => ids.length));
      const texttemplate = z.flat().filter(Boolean).length > MOST_NUMBERS ? "" : trace.texttemplate;
      return { x, y, z, texttemplate, customdata: behind, text: z.map((row) => row.map((n) => String(n || ""))), zmin: 0, zmax: Math.max(1, ...z.flat()) };
    },
    points: (trace) => T.keepPoints(trace, (n) => T.visible[n]),
    // Lines one under the other, without gaps where the filters left one out.
    ranked: (trace, { data }) => {
      const ranks = ranksOf(data);
      const kept = T.keepPoints(trace, (n) => ranks.has(n));
      return { ...kept, y: kept.customdata.map((n) => ranks.get(n).rank) };
    },
  };

  const all = ({ x, y }, behind) => ({ x, y, behind });

  // The rows and columns with most behind them; without those that are empty.
  const busiest = ({ x, y }, behind, [rows, columns]) => {
    const sums = (lists) => lists.map((ids) => ids.reduce((sum, one) => sum + one.length, 0));
    const top = (counts, most) => [...counts.keys()].filter((place) => counts[place]).sort((a, b) => counts[b] - counts[a] || a - b).slice(0, most);
    const across = top(sums(x.map((name, place) => behind.map((row) => row[place]))), columns);
    const down = top(sums(behind.map((row) => across.map((place) => row[place]))), rows);
    return { x: across.map((place) => x[place]), y: down.map((place) => y[place]), behind: down.map((row) => across.map((column) => behind[row][column])) };
  };

  const ranksOf = (data) => {
    const places = new Map();
    for (const { customdata, y } of data) customdata.forEach((n, i) => { if (T.visible[n]) places.set(n, y[i]); });
    const order = [...places].sort(([, a], [, b]) => a - b);
    return new Map(order.map(([n, place], rank) => [n, { rank, place }]));
  };

  // ---- what the axes say of it
  const adjusted = {
    strips: ({ data, layout }) => {
      const parts = data[0].x.length / data[0].meta.rows.length;
      const total = (place) => data.reduce((sum, { customdata }) => sum + customdata.slice(place * parts, (place + 1) * parts).reduce((all, ids) => all + seen(ids).length, 0), 0);
      return { yaxis: { ...layout.yaxis, ticktext: data[0].meta.rows.map((name, place) => `${name}  ${total(place).toLocaleString(T.lang)}`) } };
    },
    ranked: ({ data, layout }) => {
      const ranks = [...ranksOf(data).values()];
      const names = ranks.map(({ place }) => layout.yaxis.ticktext[place]);
      return { height: layout.meta.around + layout.meta.line * names.length, yaxis: { ...layout.yaxis, tickvals: [...names.keys()], ticktext: names, range: [Math.max(names.length, 1) - 0.5, -0.5] } };
    },
    grid: ({ layout }, [trace]) => (layout.meta ? { height: 110 + 26 * Math.max(1, trace.y.length) } : {}),
  };

  const behindOf = (data) => {
    const found = new Set();
    for (const { customdata } of data) for (const n of customdata.flat(2)) if (T.visible[n]) found.add(n);
    return found;
  };

  // A figure may have another form for more events than can be told apart.
  T.counted = (given) => {
    const figure = given.crowd && behindOf(given.data).size > given.most ? given.crowd : given;
    const data = figure.data.map((trace) => ({ ...trace, ...rules[trace.meta.rule](trace, figure) }));
    const adjust = data.length && adjusted[data[0].meta.rule];
    return { figure, data, layout: { ...figure.layout, ...(adjust ? adjust(figure, data) : {}) } };
  };

  // How many of the events that the filters leave stand in the chart, and which rows and columns were too many.
  T.toldHere = ({ figure, data }) => {
    const here = behindOf(data).size;
    const counts = { count: here.toLocaleString(T.lang), all: T.shown.length.toLocaleString(T.lang) };
    const told = [T.fill(here === T.shown.length ? T.words.charts.all_here : T.words.charts.here, counts)];
    const [before, after] = [figure.data[0], data[0]];
    if (figure.layout.meta && figure.layout.meta.most) {
      const used = (lists) => lists.filter((ids) => ids.some((one) => seen(one).length)).length;
      const [rows, columns] = [used(before.customdata), used(before.x.map((name, place) => before.customdata.map((row) => row[place])))];
      const left = [["left_rows", rows - after.y.length], ["left_columns", columns - after.x.length]].filter(([, count]) => count);
      const what = left.map(([name, count]) => T.fill(T.words.charts[name][count === 1 ? 0 : 1], { count })).join(` ${T.words.nouns.and} `);
      if (what) told.push(T.fill(T.words.charts.left_out, { what }));
    }
    return told.join(" ");
  };

  // The same trace with only those points whose event passes; every list as long as the points is cut alike.
  T.keepPoints = (trace, passes) => {
    const { length } = trace.customdata;
    const places = [];
    for (let place = 0; place < length; place += 1) if (passes(trace.customdata[place])) places.push(place);
    const cut = (value) => (Array.isArray(value) && value.length === length ? places.map((place) => value[place]) : value);
    const all = (values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cut(value)]));
    const kept = all(trace);
    if (trace.marker) kept.marker = { ...all(trace.marker), line: trace.marker.line && all(trace.marker.line) };
    return kept;
  };
})();
