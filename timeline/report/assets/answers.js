// The exchange, linked on demand: from the column of each answer to the column of what it answers, the thicker the more.
(() => {
  const UNIT = 1.5;
  let wanted = false;

  const columns = (data) => {
    const found = new Map();
    for (const { customdata, x, y } of data) customdata.forEach((ids, i) => { for (const n of ids) found.set(n, [x[i], y[i] / 2]); });
    return found;
  };

  T.withAnswers = (name, data) => {
    if (name !== "exchange" || !wanted) return data;
    const place = columns(data);
    const counts = new Map();
    for (const event of T.shown) {
      for (const [type, to] of event.links) {
        if (type !== "response_to" || !place.has(event.index) || !place.has(to)) continue;
        const key = JSON.stringify([place.get(to), place.get(event.index)]);
        counts.set(key, (counts.get(key) || 0) + 1);
      }
    }
    const look = { type: "scatter", mode: "lines+markers", hoverinfo: "skip", showlegend: false, customdata: [], meta: { rule: "points" } };
    const lines = [...counts].map(([key, n]) => {
      const [from, to] = JSON.parse(key);
      const width = UNIT * Math.sqrt(n);
      return { ...look, x: [from[0], to[0]], y: [from[1], to[1]], line: { color: T.colour("--arc"), width }, marker: { color: T.colour("--arc"), size: [7, 11], symbol: ["circle", "diamond"], line: { color: T.colour("--ground"), width: 1.5 } } };
    });
    // A rim in the colour of the page, so that a line is seen on a column.
    const rims = lines.map((line) => ({ ...line, mode: "lines", line: { color: T.colour("--ground"), width: line.line.width + 3.5 } }));
    return [...data, ...rims, ...lines];
  };

  T.startAnswers = () => {
    const box = document.getElementById("links");
    if (box) box.addEventListener("change", () => { wanted = box.checked; T.draw("exchange"); });
  };
})();
