// What the colours, dashes and shapes of a chart mean, as HTML: plotly's own legend takes a browser longer than the chart.
(() => {
  const SHAPES = {
    circle: "M-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0Z",
    square: "M-5,-5H5V5H-5Z",
    diamond: "M0,-6.5L6.5,0L0,6.5L-6.5,0Z",
    "triangle-up": "M-6,5L0,-6L6,5Z",
    "triangle-down": "M-6,-5L6,-5L0,6Z",
    cross: "M-6,-2H-2V-6H2V-2H6V2H2V6H-2V2H-6Z",
    star: "M0,-7L1.8,-2.2L6.8,-2L2.8,1.2L4.2,6L0,3.2L-4.2,6L-2.8,1.2L-6.8,-2L-1.8,-2.2Z",
    "line-ns": "M0,-7V7",
    line: "M-8,0H8",
  };

  const drawing = (shape, colour, filled) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "-8 -8 16 16");
    svg.setAttribute("class", "glyph");
    svg.setAttribute("aria-hidden", "true");
    svg.style.color = colour;
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", SHAPES[shape]);
    path.setAttribute("fill", filled ? "currentColor" : "none");
    path.setAttribute("stroke", "currentColor");
    path.setAttribute("stroke-width", "1.6");
    svg.append(path);
    return svg;
  };

  const sign = ({ type, mode, marker, line }) => {
    if (type === "bar") return drawing("square", marker.color, true);
    if (mode === "lines") return drawing("line", line.color, false);
    const symbol = [marker.symbol].flat()[0] || "circle";
    return drawing(symbol.replace("-open", ""), marker.color, !symbol.endsWith("-open"));
  };

  // Drawn anew only where it changed.
  T.legend = (place, data) => {
    const named = data.filter((trace) => trace.name && trace.showlegend !== false && trace.type !== "heatmap");
    const key = JSON.stringify(named.map(({ name, marker, line }) => [name, marker && marker.color, line && line.color]));
    if (place.dataset.key === key) return;
    place.dataset.key = key;
    place.replaceChildren(...named.map((trace) => T.el("li", { class: "item" }, sign(trace), trace.name)));
  };
})();
