// The card at the pointer, and the keyboard on the timeline.
(() => {
  // ---- the keyboard: arrows go from mark to mark in time, up and down from lane to lane, Enter opens the evidence
  let held = null;
  const stepTo = (key) => {
    const spans = T.spans();
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
    if (spot) showCard(cardContent(held), box.left + xaxis._offset + xaxis.d2p(spot[1]), box.top + yaxis._offset + yaxis.d2p(spot[2]));
    T.say(`${T.headline(held)}, ${T.when(held)}, ${T.statusWord(held)}`);
  };

  // ---- the card at the pointer
  const card = document.getElementById("card");
  const showCard = (content, x, y) => {
    card.replaceChildren(...content);
    card.hidden = false;
    card.style.left = `${Math.max(8, Math.min(x + 14, innerWidth - card.offsetWidth - 12))}px`;
    card.style.top = `${y + 18 + card.offsetHeight > innerHeight ? Math.max(8, y - card.offsetHeight - 14) : y + 18}px`;
  };

  T.listenCard = (chart) => {
    if (chart.id === "chart-timeline") {
      chart.on("plotly_relayout", T.zoomed);
      chart.addEventListener("keydown", (key) => keyed(chart, key));
      chart.addEventListener("blur", () => { card.hidden = true; });
    }
    chart.on("plotly_hover", (hover) => {
      const point = hover.points.find((found) => found.customdata !== undefined && found.customdata !== null);
      const { clientX, clientY } = hover.event;
      if (point && typeof point.customdata === "number") showCard(cardContent(T.events[point.customdata]), clientX, clientY);
      else if (point && chart.id === "chart-timeline") showCard(T.crowdCard(point), clientX, clientY);
    });
    chart.on("plotly_unhover", () => { card.hidden = true; });
  };

  const cardContent = (event) => [
    T.el("p", { class: "who" }, T.glyph(event), ` ${T.label("jurisdiction", event.imposer)} → ${T.names(event.targets) || T.words.table.no_target}`),
    T.el("p", { class: "what" }, T.el("b", {}, T.label("instrument", event.instrument)), event.scope.length ? `: ${T.scopes(event)}` : ""),
    T.el("p", { class: "small" }, `${T.when(event)} · ${T.statusWord(event)}`, event.claim ? ` · ${T.words.table.claim} ${event.claim}` : ""),
    T.el("p", { class: "words" }, `“${event.said}”`),
    T.el("p", { class: "small" }, T.source(event)),
  ];
})();
