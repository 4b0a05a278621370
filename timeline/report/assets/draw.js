// Charts: each trace says how it is made from the events behind it (meta.rule), so that any filter redraws any chart.
(() => {
  const drawn = new Set();
  const dirty = new Set();
  // Width of an A4 page within its margins, in CSS pixels.
  const PAPER = 680;
  // Room for the name of a month on an axis, in pixels.
  const LABEL = 78;
  let paper = false;

  const css = (name) => (paper ? T.paper[name] : getComputedStyle(document.documentElement).getPropertyValue(name).trim());

  T.themed = (layout, more = {}) => {
    const axis = (given = {}) => ({ ...given, ticklabeloverflow: "allow", gridcolor: css("--grid"), zerolinecolor: css("--muted"), tickfont: { color: css("--ink"), size: T.narrow() ? 11 : 13 }, title: given.title && { ...given.title, font: { size: 13, color: css("--muted") } } });
    const hover = { ...layout.hoverlabel, bgcolor: css("--raised"), bordercolor: css("--line"), font: { ...layout.hoverlabel.font, color: css("--ink") } };
    const axes = Object.fromEntries(Object.keys(layout).filter((name) => /^[xy]axis/.test(name)).map((name) => [name, { ...axis(layout[name]), ...more[name] }]));
    return { ...layout, font: { ...layout.font, color: css("--ink") }, hoverlabel: hover, autosize: !paper, width: paper ? PAPER : undefined, margin: { l: 8, r: 16, t: 28, b: 36 }, ...more, ...axes };
  };
  T.paper = { "--ground": "#fff", "--arc": "#7a3fae", "--sanction": "#2f74c0", "--counter": "#c4520f", "--ink": "#111", "--muted": "#555", "--grid": "rgba(0,0,0,.15)", "--raised": "#fff", "--line": "#999" };
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
    return shaded;
  };
  const tinted = (data) => data.map((trace) => {
    const toned = { ...trace };
    if (trace.marker) toned.marker = shade(trace.marker);
    if (trace.line) toned.line = shade(trace.line);
    if (trace.textfont) toned.textfont = shade(trace.textfont);
    if (trace.type === "heatmap") toned.textfont = { color: css("--ink") };
    return toned;
  });

  const node = (name) => document.getElementById(`chart-${name}`);
  const config = () => ({ ...T.raw.config, displayModeBar: false, staticPlot: paper });

  T.draw = (name, room = node(name).clientWidth) => {
    if (!globalThis.Plotly) return null; // could not be loaded; the page says so
    const figure = T.raw.figures[name];
    const width = paper ? PAPER : room;
    const plot = isTimeline(figure) ? T.stack(figure, width) : countedPlot(figure, name, width);
    dirty.delete(name);
    const done = Plotly.react(node(name), tinted(plot.data), plot.layout, config());
    if (!drawn.has(name)) {
      listen(name);
      reach(name);
    }
    drawn.add(name);
    return done;
  };

  const isTimeline = (figure) => figure.layout.meta && figure.layout.meta.kind === "timeline";

  const countedPlot = (given, name, width) => {
    const plot = T.counted(given);
    const data = T.withAnswers(name, plot.data).map(standing);
    const place = node(name).closest("figure");
    T.legend(place.querySelector(".legend"), tinted(plot.data));
    place.querySelector(".here").textContent = T.toldHere(plot);
    return { data, layout: laidOut(plot, width) };
  };

  // Columns of nothing are not seen, and take as long to draw as others.
  const standing = (trace) => {
    if (trace.type !== "bar") return trace;
    const places = trace.customdata.map((ids, place) => (ids.length ? place : -1)).filter((place) => place >= 0);
    const some = (values) => (Array.isArray(values) ? places.map((place) => values[place]) : values);
    return { ...trace, ...Object.fromEntries(["x", "y", "text", "customdata", "base"].map((part) => [part, some(trace[part])])) };
  };

  // What scrolls sideways must be reached by keyboard, and nothing else needs a stop.
  const reach = (name) => {
    const aside = node(name).closest(".aside");
    if (aside) aside.toggleAttribute("tabindex", false);
    if (aside && aside.scrollWidth > aside.clientWidth) aside.tabIndex = 0;
  };

  // Labels that fit the width, and room for the names of rows, columns and lines. plotly finds it, too, but by drawing everything twice.
  const laidOut = ({ figure, data, layout }, width) => {
    const left = namesOf(figure, layout);
    const names = data.filter((trace) => trace.meta.rule === "ends").flatMap((trace) => trace.text);
    const space = { l: left.length ? roomFor(left) + 16 : 62, r: names.length ? roomFor(names) + 8 : 16 };
    const { across, above, below, right } = acrossOf(layout.xaxis, data, width - space.l - space.r);
    const fixed = { fixedrange: true, automargin: false };
    return T.themed(layout, { dragmode: false, showlegend: false, margin: { l: space.l, r: Math.max(space.r, right), t: above, b: below }, xaxis: { ...fixed, ...across }, yaxis: fixed });
  };

  // On an axis of time every so many a label; names of columns are turned where they would touch.
  const acrossOf = ({ type, side, tickvals, tickangle, title }, data, width) => {
    if (side !== "top") {
      const step = type === "category" ? Math.ceil((tickvals.length * LABEL) / width) : 1;
      return { across: step > 1 ? { tickvals: tickvals.filter((v, i) => i % step === 0) } : {}, above: 10, below: title ? 54 : 36, right: type === "category" ? 30 : 16 };
    }
    const names = data.length ? data[0].x : [];
    const room = roomFor(names);
    const turned = tickangle || (names.length * (room + 8) > width ? -40 : 0);
    const angle = turned && width < 400 ? -90 : turned;
    const [rise, reach] = [Math.sin, Math.cos].map((part) => (angle ? Math.ceil(room * part((-angle * Math.PI) / 180)) : 0));
    return { across: { tickangle: angle }, above: rise + 26, below: 16, right: Math.max(16, reach - 10) };
  };

  const namesOf = (figure, { yaxis }) => yaxis.ticktext || figure.data.flatMap((trace) => (trace.type === "heatmap" ? trace.y : []));
  const widths = new Map();
  const roomFor = (names) => {
    const font = `${T.narrow() ? 11 : 13}px ${T.raw.figures.timeline.layout.font.family}`;
    const widthOf = (name) => {
      const key = font + name;
      if (!widths.has(key)) widths.set(key, T.widthOf(name, font));
      return widths.get(key);
    };
    return Math.ceil(Math.max(0, ...names.map(widthOf)));
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

  // A picture stands alone, so it takes its title and its key along.
  const picture = (name) => {
    const { data, layout, clientWidth: width, clientHeight: height } = node(name);
    const keys = name === "timeline" ? 0 : data.filter((trace) => trace.name && trace.showlegend !== false && trace.type !== "heatmap").length;
    const above = 50 + 24 * Math.ceil(keys / Math.max(1, Math.floor(width / 240)));
    const title = { text: T.raw.figures[name].title, x: 0, xref: "container", y: 1, yanchor: "top", yref: "container", pad: { t: 14, l: 12 }, font: { size: 17 } };
    const legend = { ...layout.legend, x: 0.01, xref: "container", y: 1 - 44 / (height + above), yref: "container", yanchor: "top" };
    const alone = { ...layout, title, legend, height: height + above, autosize: false, width, showlegend: name !== "timeline", margin: { ...layout.margin, t: layout.margin.t + above }, paper_bgcolor: css("--ground") };
    return Plotly.downloadImage({ data, layout: alone }, { format: "png", scale: 2, width, height: height + above, filename: name });
  };

  // Charts in sight are drawn at once, those close by when there is a pause, the others when they come into sight.
  let pause;
  const redraw = () => {
    clearTimeout(pause);
    const figures = [...document.querySelectorAll("figure[data-chart]")];
    // All places before anything is drawn: a place asked for after a change costs the browser a layout.
    const places = figures.map((figure) => node(figure.dataset.chart).getBoundingClientRect());
    for (const [at, figure] of figures.entries()) {
      const name = figure.dataset.chart;
      if (places[at].bottom > 0 && places[at].top < innerHeight) T.draw(name, Math.round(places[at].width));
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
    if (details.open) details.lastElementChild.replaceChildren(numbersTable(T.counted(T.raw.figures[name]), T.raw.figures[name].title));
  };

  // The numbers of a chart as a table: rows are lines or kinds, columns are periods or targets; for single points a row each.
  const numbersTable = ({ data }, title) => {
    const rows = { grid: gridRows, points: pointRows, ranked: pointRows, strips: stripRows }[data[0] && data[0].meta.rule] || traceRows;
    const [head, ...body] = rows(data);
    const cells = ([first, ...others]) => T.el("tr", {}, T.el("th", { scope: "row" }, first), others.map((value) => T.el("td", {}, String(value || "–"))));
    return T.el("table", {}, T.el("caption", { class: "quiet" }, title), T.el("thead", {}, T.el("tr", {}, T.el("td"), head.map((text) => T.el("th", { scope: "col" }, text)))), T.el("tbody", {}, body.map(cells)));
  };

  const gridRows = ([trace]) => [trace.x, ...trace.y.map((name, r) => [name, ...trace.z[r]])];
  const traceRows = (data) => [data.length ? data[0].x : [], ...data.filter((trace) => trace.name).map((trace) => [trace.name, ...trace.y.map(Math.abs)])];
  const stripRows = (data) => {
    const { rows } = data[0].meta;
    const parts = data[0].x.length / (rows.length || 1);
    const part = (values, place) => values.slice(place * parts, (place + 1) * parts);
    return [part(data[0].x, 0), ...rows.flatMap((row, place) => data.map((trace) => [`${row}: ${trace.name}`, ...part(trace.text, place)]))];
  };
  const pointRows = (data) => {
    const marks = data.filter((trace) => trace.mode === "markers");
    return [[T.words.page.value], ...marks.flatMap((trace) => trace.customdata.map((n, i) => [T.headline(T.events[n]), trace.text[i]]))];
  };
})();
