"use strict";
// The page's data, its words, and the few functions that all parts use.
const T = globalThis.T = {};

const unpack = async ({ textContent, dataset }) => {
  if (!dataset.packing) return textContent;
  const bytes = Uint8Array.from(atob(textContent), (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream(dataset.packing))).text();
};
T.raw = JSON.parse(await unpack(document.getElementById("data")));

(() => {
  const { raw } = T;
  T.words = raw.words;
  T.lang = document.documentElement.lang;
  T.articles = raw.articles;
  T.events = raw.events.map((row, index) => {
    const event = { index };
    raw.fields.forEach((name, place) => { event[name] = row[place]; });
    // As it is shown: without the comma or dash on which its clause ended. The offsets are those of the whole quote.
    event.said = event.quote.replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, "");
    return event;
  });
  T.byId = new Map(T.events.map((event) => [event.id, event]));

  // What would turn the direction of words or not be seen stands there by its number; the same as shown in safe.py.
  const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
  T.plain = (text) => text.replace(HIDDEN, (found) => `[U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);

  // An element with attributes and children; text is always a text node, so no markup from an article can act.
  T.el = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else node.setAttribute(name, value === true ? "" : value);
    }
    const held = children.flat().filter((child) => child !== null && child !== undefined && child !== "");
    node.append(...held.map((child) => (typeof child === "string" ? T.plain(child) : child)));
    return node;
  };

  T.fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));
  T.count = (n, forms) => `${n.toLocaleString(T.lang)} ${forms[n === 1 ? 0 : 1]}`;
  T.label = (kind, code) => T.raw.labels[kind][code] || code;
  T.names = (codes) => codes.map((code) => T.label("jurisdiction", code)).join(", ");
  T.scopes = (event) => event.scope.map((code) => T.label("scope", code)).join(", ");
  T.statusWord = (event) => T.words.key[event.status];
  T.isUndated = (event) => event.basis === "undated" || !(event.announced || event.effective);

  T.headline = (event) =>
    `${T.label("jurisdiction", event.imposer)} → ${T.names(event.targets) || T.words.table.no_target}: ${T.label("instrument", event.instrument)}`;

  T.when = (event) => (T.isUndated(event) ? `${T.words.table.undated}, ${event.date}` : event.date);
  T.firstArticle = (event) => (event.evidence.length ? T.articles[event.evidence[0][0]] : null);
  T.source = (event) => {
    const article = T.firstArticle(event);
    return article ? [article.publisher || article.title || T.words.table.unknown_publisher, article.published].filter(Boolean).join(", ") : "";
  };

  T.citation = (event) => {
    const article = T.firstArticle(event) || {};
    const parts = [`“${event.said}”`, article.publisher, article.title && `“${article.title}”`, article.published, article.url];
    return `${parts.filter(Boolean).join(", ")} (${T.headline(event)}; ${event.id})`;
  };

  T.say = (text) => { document.getElementById("said").textContent = text; };

  // The mark of an event as a small drawing: the same shapes as on the timeline.
  T.glyph = (event) => T.mark(event.side, event.status, event.action);
  T.mark = (side, status, action) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "-8 -8 16 16");
    svg.setAttribute("class", `glyph ${side}`);
    svg.setAttribute("aria-hidden", "true");
    const relief = action === "ease" || action === "lift";
    const outline = relief ? "M-6,-4L6,-4L0,6Z" : side === "counter" ? "M0,-7L7,0L0,7L-7,0Z" : "M-5.6,0a5.6,5.6 0 1,0 11.2,0a5.6,5.6 0 1,0 -11.2,0Z";
    const path = (d, fill) => {
      const node = document.createElementNS("http://www.w3.org/2000/svg", "path");
      node.setAttribute("d", d);
      node.setAttribute("fill", fill ? "currentColor" : "none");
      node.setAttribute("stroke", "currentColor");
      node.setAttribute("stroke-width", "1.8");
      svg.append(node);
    };
    path(outline, status === "in_force");
    if (!relief && status === "proposed") path("M-1,0a1,1 0 1,0 2,0a1,1 0 1,0 -2,0Z", true);
    if (!relief && status === "rejected") path(side === "counter" ? "M-3.5,-3.5L3.5,3.5M-3.5,3.5L3.5,-3.5" : "M-4,-4L4,4M-4,4L4,-4", false);
    return svg;
  };
})();
