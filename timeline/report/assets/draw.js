// Charts: each trace says how it is made from the events behind it (meta.rule), so that any filter redraws any chart.
(() => {
  const drawn = new Set();
  const dirty = new Set();
  // Width of an A4 page within its margins, in CSS pixels.
  const PAPER = 680;
  // Room for the name of a month on an axis, in pixels.
  const LABEL = 78;
  const MOST_NUMBERS = 400;
  let paper = false;

  const seen = (ids) => ids.filter((n) => T.visible[n]);
  const rules = {
    count: (trace) => {
      const behind = trace.customdata.map(seen);
      return { customdata: behind, y: behind.map((ids) => trace.meta.sign * ids.length), text: behind.map((ids) => String(ids.length || "")) };
    },
    running: (trace) => {
      const behind = trace.customdata.map(seen);
      let total = 0;
      return { customdata: behind, y: behind.map((ids) => (total += ids.length)) };
    },
    grid: (trace) => {
      const behind = trace.customdata.map((row) => row.map(seen));
      const z = behind.map((row) => row.map((ids) => ids.length));
      // Numbers in very many cells are no longer read, and cost more than all else; the colour, the card and the table tell them.
      const texttemplate = z.flat().filter(Boolean).length > MOST_NUMBERS ? "" : trace.texttemplate;
      return { customdata: behind, z, texttemplate, text: z.map((row) => row.map((n) => String(n || ""))), zmin: 0, zmax: Math.max(1, ...z.flat()) };
    },
    points: (trace) => T.keepPoints(trace, (n) => T.visible[n]),
  };

  // The same trace with only those points whose event passes; every list as long as the points is cut alike.
  T.keepPoints = (trace, passes) => {
    const { length } = trace.customdata;
    const places = [];
    for (let place = 0; place < length; place += 1) if (passes(trace.customdata[place])) places.push(place);
    const cut = (value) => {
      if (Array.isArray(value)) return value.length === length ? places.map((place) => value[place]) : value;
      return value;
    };
    const all = (values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cut(value)]));
    const kept = all(trace);
    if (trace.marker) kept.marker = { ...all(trace.marker), line: trace.marker.line && all(trace.marker.line) };
    return kept;
  };

  const css = (name) => (paper ? T.paper[name] : getComputedStyle(document.documentElement).getPropertyValue(name).trim());

  T.themed = (layout, more = {}) => {
    const axis = (given = {}) => ({ ...given, gridcolor: css("--grid"), zerolinecolor: css("--muted"), tickfont: { color: css("--ink"), size: T.narrow() ? 11 : 13 }, title: given.title && { ...given.title, font: { size: 13, color: css("--muted") } } });
    const hover = { ...layout.hoverlabel, bgcolor: css("--raised"), bordercolor: css("--line"), font: { ...layout.hoverlabel.font, color: css("--ink") } };
    const axes = Object.fromEntries(Object.keys(layout).filter((name) => /^[xy]axis/.test(name)).map((name) => [name, { ...axis(layout[name]), ...more[name] }]));
    return { ...layout, font: { ...layout.font, color: css("--ink") }, hoverlabel: hover, autosize: !paper, width: paper ? PAPER : undefined, margin: { l: 8, r: 16, t: 28, b: 36 }, ...more, ...axes };
  };
  T.paper = { "--ink": "#111", "--muted": "#555", "--grid": "rgba(0,0,0,.15)", "--raised": "#fff", "--line": "#999" };
  T.onPaper = () => paper;
  T.narrow = () => !paper && innerWidth < 700;
  T.colour = css;

  // On a dark page every colour is a lighter one of the same hue; numbers in cells take the colour of the text.
  const dark = () => !paper && matchMedia("(prefers-color-scheme: dark)").matches;
  const tint = (colour) => (dark() && T.raw.dark[colour]) || colour;
  const shade = (look) => {
    const shaded = { ...look };
    if (look.color) shaded.color = Array.isArray(look.color) ? look.color.map(tint) : tint(look.color);
    if (look.line) shaded.line = shade(look.line);
    if (look.pattern) shaded.pattern = { ...look.pattern, bgcolor: tint(look.pattern.bgcolor) };
    return shaded;
  };
  const tinted = (data) => data.map((trace) => {
    const toned = { ...trace };
    if (trace.marker) toned.marker = shade(trace.marker);
    if (trace.line) toned.line = shade(trace.line);
    if (trace.type === "heatmap") toned.textfont = { color: css("--ink") };
    return toned;
  });

  const node = (name) => document.getElementById(`chart-${name}`);
  const config = () => ({ ...T.raw.config, displayModeBar: false, staticPlot: paper });

  T.draw = (name) => {
    if (!globalThis.Plotly) return null; // could not be loaded; the page says so
    const figure = T.raw.figures[name];
    const plot = figure.layout.meta && figure.layout.meta.kind === "timeline" ? T.stack(figure, paper ? PAPER : node(name).clientWidth) : counted(figure, paper ? PAPER : node(name).clientWidth);
    dirty.delete(name);
    const done = Plotly.react(node(name), tinted(plot.data), plot.layout, config());
    if (!drawn.has(name)) {
      listen(name);
      reach(name);
    }
    drawn.add(name);
    return done;
  };

  // What scrolls sideways must be reached by keyboard, and nothing else needs a stop.
  const reach = (name) => {
    const aside = node(name).closest(".aside");
    if (aside) aside.toggleAttribute("tabindex", false);
    if (aside && aside.scrollWidth > aside.clientWidth) aside.tabIndex = 0;
  };

  const counted = (figure, width = PAPER) => {
    const data = figure.data.map((trace) => ({ ...trace, ...rules[trace.meta.rule](trace) }));
    const ticks = figure.layout.xaxis.type === "category" && figure.layout.xaxis.tickvals;
    const more = { dragmode: false };
    for (const name of Object.keys(figure.layout)) if (/^[xy]axis/.test(name)) more[name] = { fixedrange: true };
    const step = ticks ? Math.ceil((ticks.length * LABEL) / width) : 1;
    if (step > 1) more.xaxis.tickvals = ticks.filter((v, i) => i % step === 0);
    if (figure.layout.xaxis.tickangle && width < 480) more.xaxis.tickangle = -90;
    const left = named(figure);
    if (left) more.margin = { l: left, r: 16, t: 28, b: 36 };
    if (ticks && !figure.layout.xaxis.tickangle) more.xaxis.automargin = false;
    for (const name of Object.keys(more)) if (left && name.startsWith("yaxis")) more[name].automargin = false;
    return { data, layout: T.themed(figure.layout, more) };
  };

  // Room for the names of rows. plotly finds it, too, but by drawing everything twice.
  const rooms = new Map();
  const named = (figure) => {
    const key = `${figure.title}${T.narrow()}`;
    if (!rooms.has(key)) {
      const axes = Object.keys(figure.layout).filter((name) => name.startsWith("yaxis")).flatMap((name) => figure.layout[name].ticktext || []);
      const names = axes.length ? axes : figure.data.flatMap((trace) => (trace.type === "heatmap" ? trace.y : []));
      const font = `${T.narrow() ? 11 : 13}px ${figure.layout.font.family}`;
      rooms.set(key, names.length ? Math.ceil(Math.max(...names.map((name) => T.widthOf(name, font)))) + 16 : 0);
    }
    return rooms.get(key);
  };

  const listen = (name) => {
    const chart = node(name);
    chart.on("plotly_click", (click) => {
      const found = [...new Set(click.points.flatMap((point) => [point.customdata].flat()))].filter((n) => n !== undefined && n !== null);
      if (found.length === 1) T.open(T.events[found[0]].id);
      else if (found.length) T.openList(found.map((n) => T.events[n]));
    });
    T.listenCard(chart);
  };

  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const name = entry.target.dataset.chart;
      entry.target.dataset.near = entry.isIntersecting ? "yes" : "";
      if (entry.isIntersecting && (!drawn.has(name) || dirty.has(name))) T.draw(name);
    }
  }, { rootMargin: "400px" });

  T.startCharts = () => {
    if (!globalThis.Plotly) {
      document.getElementById("key").replaceChildren(T.el("p", { class: "note" }, T.words.page.no_plotly));
      document.body.classList.add("no-charts");
      return;
    }
    for (const figure of document.querySelectorAll("figure[data-chart]")) {
      observer.observe(figure);
      const place = figure.querySelector(".picture");
      place.append(T.el("button", { type: "button", onclick: () => picture(figure.dataset.chart) }, T.words.page.picture));
      const numbers = figure.querySelector("details.numbers");
      if (numbers) numbers.addEventListener("toggle", () => fillNumbers(figure.dataset.chart, numbers));
    }
    T.listeners.push(redraw);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
    let timer;
    addEventListener("resize", () => { clearTimeout(timer); timer = setTimeout(() => { redraw(); drawn.forEach(reach); }, 150); });
  };

  const picture = (name) => {
    const { clientWidth: width, clientHeight: height } = node(name);
    return Plotly.downloadImage(node(name), { format: "png", scale: 2, width, height, filename: name });
  };

  // Charts in sight are drawn at once, those close by when there is a pause, the others when they come into sight.
  let pause;
  const redraw = () => {
    clearTimeout(pause);
    for (const figure of document.querySelectorAll("figure[data-chart]")) {
      const name = figure.dataset.chart;
      const { top, bottom } = node(name).getBoundingClientRect();
      if (bottom > 0 && top < innerHeight) T.draw(name);
      else if (drawn.has(name) || figure.dataset.near) dirty.add(name);
      const numbers = figure.querySelector("details.numbers[open]");
      if (numbers) fillNumbers(name, numbers);
    }
    pause = setTimeout(catchUp, 120);
  };
  const catchUp = () => {
    const name = [...dirty].find((one) => node(one).closest("figure").dataset.near);
    if (!name) return;
    T.draw(name);
    pause = setTimeout(catchUp, 30);
  };

  T.drawForPaper = (on) => {
    if (!globalThis.Plotly) return;
    paper = on;
    for (const sheet of document.querySelectorAll(".sheet")) { Plotly.purge(sheet); sheet.remove(); }
    for (const name of Object.keys(T.raw.figures)) if ((on || drawn.has(name)) && name !== "timeline") T.draw(name);
    if (on) for (const plot of T.sheets(T.raw.figures.timeline, PAPER)) {
      const sheet = T.el("div", { class: "sheet" });
      node("timeline").before(sheet);
      Plotly.newPlot(sheet, tinted(plot.data), plot.layout, config());
    } else T.draw("timeline");
  };

  const fillNumbers = (name, details) => {
    if (details.open) details.lastElementChild.replaceChildren(numbersTable(counted(T.raw.figures[name]), T.raw.figures[name].title));
  };

  // The numbers of a chart as a table: rows are lines or kinds, columns are periods or targets; for single points a row each.
  const numbersTable = ({ data }, title) => {
    const rows = { grid: gridRows, points: pointRows }[data[0] && data[0].meta.rule] || traceRows;
    const [head, ...body] = rows(data);
    const cells = ([first, ...others]) => T.el("tr", {}, T.el("th", { scope: "row" }, first), others.map((value) => T.el("td", {}, String(value || "–"))));
    return T.el("table", {}, T.el("caption", { class: "quiet" }, title), T.el("thead", {}, T.el("tr", {}, T.el("td"), head.map((text) => T.el("th", { scope: "col" }, text)))), T.el("tbody", {}, body.map(cells)));
  };

  const gridRows = ([trace]) => [trace.x, ...trace.y.map((name, r) => [name, ...trace.z[r]])];
  const traceRows = (data) => [data.length ? data[0].x : [], ...data.map((trace) => [[trace.meta.row, trace.name].filter(Boolean).join(": "), ...trace.y.map(Math.abs)])];
  const pointRows = (data) => {
    const marks = data.filter((trace) => trace.mode === "markers");
    return [[T.words.page.value], ...marks.flatMap((trace) => trace.customdata.map((n, i) => [T.headline(T.events[n]), trace.text[i]]))];
  };
})();
