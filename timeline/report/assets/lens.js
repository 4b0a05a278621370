// The part of time that is looked at: buttons, a slider over the whole period, and the key to the marks.
(() => {
  const DAY = 86400000;
  const STEPS = 1000;
  const BARS = 160;
  const LEAST = 7 * DAY;
  const words = T.words.key;
  T.lens = { range: null, arcs: false };

  // From the first to the last of these events: all that is drawn of them, or their marks alone.
  const extent = (events, ends = (span) => [span.from, span.to]) => {
    const drawn = events.map((event) => T.spans().get(event.index)).filter(Boolean);
    if (!drawn.length) return null;
    let [from, to] = [Infinity, -Infinity];
    for (const [first, last] of drawn.map(ends)) { from = Math.min(from, first); to = Math.max(to, last); }
    const margin = (to - from) / 40 + 5 * DAY;
    return [from - margin, to + margin];
  };
  let all;
  const whole = () => (all = all || extent(T.events, (span) => [span.at, span.at]) || [0, DAY]);
  T.viewed = () => T.lens.range || (T.raw.figures.timeline.layout.xaxis.range || []).map(T.time);

  const look = (range) => {
    T.lens.range = range;
    T.draw("timeline");
  };
  // While a handle moves, one drawing a frame is enough.
  let asked = 0;
  const glide = (range) => {
    T.lens.range = range;
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => T.draw("timeline"));
  };

  // A pinch or a drag on the chart itself: the lines are stacked anew, because marks come apart.
  T.zoomed = (change) => {
    const from = change["xaxis.range[0]"] || (change["xaxis.range"] || [])[0];
    const to = change["xaxis.range[1]"] || (change["xaxis.range"] || [])[1];
    if (change["xaxis.autorange"]) glide(null);
    else if (from && to) glide([from, to].map((text) => T.time(String(text).replace(" ", "T").slice(0, 16).padEnd(10))));
  };

  // The view moved by shares of its length at either side.
  const zoom = ([left, right]) => {
    const [from, to] = T.viewed();
    look([from + left * (to - from), to + right * (to - from)]);
  };

  // ---- the slider: how many measures lie when, and two handles and a window between them for what the timeline shows
  const month = (t) => new Date(t).toLocaleDateString(T.lang, { month: "short", year: "numeric", timeZone: "UTC" });
  const handle = (name, text) => T.el("input", { type: "range", min: 0, max: STEPS, step: 1, class: name, "aria-label": text, oninput: slid });
  let parts;

  const slid = (input) => {
    const [low, high] = whole();
    const step = (high - low) / STEPS;
    let [from, to] = [Number(parts.from.value), Number(parts.to.value)].map((place) => low + place * step);
    if (to - from < Math.max(LEAST, step)) [from, to] = input.target === parts.from ? [to - Math.max(LEAST, step), to] : [from, from + Math.max(LEAST, step)];
    glide([from, to]);
  };

  const drag = (down) => {
    const [low, high] = whole();
    const [from, to] = T.viewed();
    const scale = (high - low) / parts.track.clientWidth;
    const move = (event) => {
      const by = Math.max(low - from, Math.min(high - to, (event.clientX - down.clientX) * scale));
      glide([from + by, to + by]);
    };
    parts.window.setPointerCapture(down.pointerId);
    parts.window.onpointermove = move;
    parts.window.onpointerup = () => { parts.window.onpointermove = null; };
  };

  const buildSlider = () => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const bars = document.createElementNS("http://www.w3.org/2000/svg", "path");
    svg.setAttribute("viewBox", `0 0 ${BARS} 1`);
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("aria-hidden", "true");
    svg.append(bars);
    parts = { bars, window: T.el("div", { class: "window", onpointerdown: drag }), from: handle("first", words.view_from), to: handle("last", words.view_to), told: T.el("output", { class: "small" }) };
    parts.track = T.el("div", { class: "track", role: "group", "aria-label": words.slider }, svg, parts.window, parts.from, parts.to);
    document.getElementById("slider").append(parts.track, parts.told);
  };

  const drawBars = () => {
    const [low, high] = whole();
    const counts = new Array(BARS).fill(0);
    for (const event of T.shown) {
      const span = T.spans().get(event.index);
      if (span && span.at) counts[Math.min(BARS - 1, Math.floor(((span.at - low) / (high - low)) * BARS))] += 1;
    }
    const most = Math.max(1, ...counts);
    const bar = (n, place) => (n ? `M${place},1v${-Math.max(0.1, Math.sqrt(n / most))}h.84V1z` : "");
    parts.bars.setAttribute("d", counts.map(bar).join(""));
  };

  T.drawSlider = (margin) => {
    if (!parts) return;
    const [low, high] = whole();
    const [from, to] = T.viewed();
    const share = (t) => Math.max(0, Math.min(1, (t - low) / (high - low)));
    parts.track.style.marginLeft = `${margin}px`;
    parts.told.style.marginLeft = `${margin}px`;
    parts.window.style.left = `${share(from) * 100}%`;
    parts.window.style.width = `${(share(to) - share(from)) * 100}%`;
    for (const [input, t] of [[parts.from, from], [parts.to, to]]) {
      input.value = String(Math.round(share(t) * STEPS));
      input.setAttribute("aria-valuetext", month(t));
    }
    parts.told.textContent = T.fill(words.view, { from: month(from), to: month(to) });
    drawBars();
  };

  // ---- the key and the switches
  T.buildKey = () => {
    const item = (mark, text) => T.el("span", { class: "item" }, mark, text);
    const marks = [["sanction", "in_force", "", "measure"], ["counter", "in_force", "", "counter"], ["sanction", "in_force", "ease", "relief"], ["sanction", "announced", "", "announced"], ["sanction", "proposed", "", "proposed"], ["sanction", "rejected", "", "rejected"]];
    const lane = (value, text) => T.el("button", { type: "button", "data-lanes": value, onclick: () => { T.view.lanes = value; T.apply(); } }, text);
    const box = T.el("input", { type: "checkbox", id: "arcs", onchange: () => { T.lens.arcs = box.checked; T.draw("timeline"); } });
    const step = (text, sign, move) => T.el("button", { type: "button", "aria-label": text, title: text, onclick: () => { zoom(move); } }, sign);
    const steps = T.el("span", { class: "segmented", role: "group", "aria-label": words.zoom }, step(words.earlier, "←", [-0.4, -0.4]), step(words.zoom_out, "−", [-0.5, 0.5]), step(words.zoom_in, "+", [0.25, -0.25]), step(words.later, "→", [0.4, 0.4]));
    const reset = T.el("button", { type: "button", onclick: () => { look(extent(T.shown)); } }, words.reset);
    document.getElementById("key").append(T.el("div", { class: "marks" }, marks.map(([side, status, action, text]) => item(T.mark(side, status, action), words[text])), item(T.el("i", { class: "firm" }), words.period), item(T.el("i", { class: "soft" }), words.bounds), item(T.el("i", { class: "join" }), words.joined)), T.el("span", { id: "outside", class: "small" }));
    document.getElementById("switches").append(T.el("span", { class: "segmented", role: "group", "aria-label": words.lanes }, lane("imposer", words.by_imposer), lane("instrument", words.by_instrument)), T.el("label", {}, box, " ", words.answers), steps, reset);
    buildSlider();
    T.listeners.push(() => { for (const button of document.querySelectorAll("[data-lanes]")) button.setAttribute("aria-pressed", String(button.dataset.lanes === T.view.lanes)); });
  };

})();
