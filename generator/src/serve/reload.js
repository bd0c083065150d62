// Part of `allclear serve` only: reloads the page after a build, and shows errors until they are
// mended. Lives in a shadow root, with a style sheet made in script, so that neither the page's
// style nor its policy is touched.
(() => {
  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { position: fixed; inset: 0; z-index: 2147483647; background: #0f1214; overflow: auto }
    div { max-width: 60rem; margin: 0 auto; padding: 2rem 1.5rem; color: #eceff1;
          font: 14px/1.5 ui-monospace, Menlo, Consolas, monospace }
    h1 { font: 680 22px/1.2 system-ui, sans-serif; color: #ff6b78; margin: 0 0 1rem }
    pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; font: inherit }
    p { font: 14px system-ui, sans-serif; color: #9fa9b0 }
    button { font: 600 14px system-ui, sans-serif; color: inherit; background: none;
             border: 1px solid #6c767d; border-radius: 8px; padding: .5rem 1rem }
  `);
  let host = null;
  const hide = () => { host?.remove(); host = null; };
  const show = (problems) => {
    hide();
    host = document.createElement("allclear-problems");
    const root = host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [style];
    const box = document.createElement("div");
    box.setAttribute("role", "alert");
    const add = (name, text) => {
      const element = box.appendChild(document.createElement(name));
      element.textContent = text;
      return element;
    };
    add("h1", "This cannot be published yet");
    add("pre", problems);
    add("p", "Mend the file and this goes away by itself. What is broken is left out of the preview.");
    add("button", "Hide (Esc)").onclick = hide;
    root.append(box);
    document.body.append(host);
  };
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  let version = null;
  const source = new EventSource("/__allclear/events");
  source.onmessage = (event) => {
    const news = JSON.parse(event.data);
    if (version !== null && version !== news.version) return location.reload();
    version = news.version;
    if (news.problems) show(news.problems); else hide();
  };
})();
