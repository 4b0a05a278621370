(() => {
  T.buildFilters();
  T.buildKey();
  T.startTable();
  T.startCharts();
  T.startAnswers();
  const arrive = () => {
    T.readAddress();
    if (T.view.event) {
      const row = T.showRow(T.view.event);
      if (row) row.scrollIntoView({ block: "center", behavior: "instant" });
      T.open(T.view.event);
    }
  };
  addEventListener("hashchange", () => { if (/^#(event-|\w+=)/.test(location.hash) || !location.hash) arrive(); });
  arrive();
  performance.mark("ready");
})();
