// Runs inline in <head>, allowed by hash: constant text, the page's facts are attributes of <html>.
// 1. Before paint: marks the page as scripted (data-js holds the storage key) and applies the theme.
// 2. Once the page stands and the browser is idle: loads the bundle and wakes the islands, as
//    leptos/src/hydration/island_script.js does, but walks the islands only, not the whole page.
// Should anything fail, the page is what it was without scripts.
(d => {
  const s = d.dataset, at = path => new URL(path, document.baseURI);
  s.js = "allclear:" + at(s.root || "./").pathname;
  try {
    const theme = (localStorage.getItem(s.js) || "").split(" ")[0];
    if (/^(light|dark)$/.test(theme)) s.theme = theme;
  } catch {}
  const wake = async () => {
    try {
      const islands = document.querySelectorAll("leptos-island");
      if (!islands.length || !s.glue) return;
      const bundle = await import(at(s.glue));
      await bundle.default({ module_or_path: at(s.wasm) });
      bundle.hydrate();
      for (const island of islands) {
        island.closest("leptos-children")?.$$on_hydrate?.();
        await bundle[island.dataset.component](island);
      }
    } catch (e) {
      delete s.js;
      console.warn("Islands stay asleep:", e);
    }
  };
  addEventListener("DOMContentLoaded", () =>
    window.requestIdleCallback ? requestIdleCallback(wake, { timeout: 3000 }) : setTimeout(wake, 200));
})(document.documentElement);
