//! A page with all four islands and nothing else, to try them without a site:
//!
//! ```text
//! cargo run -p allclear-app --no-default-features --features ssr --example islands -- \
//!     NOW ALLCLEAR_JS ALLCLEAR_WASM https://api.example.com/health [cors]
//! ```
//!
//! writes the page to stdout. `{SCRIPT_HASH}` in its policy stands for the hash of the inline
//! script, which whoever serves the page fills in.

#![allow(clippy::print_stdout)]

use app::boot::BOOT;
use app::islands::{
    LiveStatus, LiveWords, LocalTimes, Preferences, PreferencesWords, ProbeWords, TimesWords,
    VisitorProbe,
};
use leptos::prelude::*;
use model::live::{Live, LiveComponent};
use model::{BrowserProbe, Impact, Instant};

const CATALOGUE: &str = include_str!("../locales/en.ftl");

fn main() {
    let mut args = std::env::args().skip(1);
    let mut next = || args.next().unwrap_or_default();
    let (now, glue, wasm, url) = (next(), next(), next(), next());
    let target = BrowserProbe {
        url,
        cors: next() == "cors",
        timeout_ms: 2_000,
    };
    println!(
        "{}",
        page(Instant(now.parse().unwrap_or(0)), &glue, &wasm, target)
    );
}

/// A text of the catalogue, `{ $slot }` as `{slot}`; its name if it isn't there.
fn text(prefix: &str, key: &str) -> String {
    let id = [prefix, key].concat();
    let mut lines = CATALOGUE.lines();
    let value = lines.find_map(|line| line.strip_prefix(&id)?.strip_prefix(" = "));
    let Some(value) = value else { return id };
    let value = value.replace("{ $", "{").replace(" }", "}");
    match value
        .strip_prefix("{ ")
        .and_then(|other| other.strip_suffix('}'))
    {
        Some(other) => text("", other),
        None => value
            .replace("{site}", "UTC")
            .replace("{component}", "Public API"),
    }
}

fn live(now: Instant) -> String {
    let work = (now + 12, Some(now + 24), Impact::UnderMaintenance, true);
    let api = LiveComponent {
        id: "api".to_owned(),
        hits: vec![work],
    };
    let live = Live {
        generated_at: now,
        components: vec![api],
        news: String::new(),
    };
    serde_json::to_string(&live)
        .unwrap_or_default()
        .replace('<', "\\u003c")
}

fn page(now: Instant, glue: &str, wasm: &str, target: BrowserProbe) -> String {
    let origin = target
        .url
        .splitn(4, '/')
        .take(3)
        .collect::<Vec<_>>()
        .join("/");
    let policy = [
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' '{SCRIPT_HASH}'; ",
        "style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; ",
        "connect-src 'self' ",
        &origin,
    ]
    .concat();
    let words = PreferencesWords::fill(|key| text("preferences-", key));
    let preferences = view! { <Preferences words=words /> };
    let words = LiveWords::fill(|key| text("live-", key));
    let live_status = view! { <LiveStatus words=words /> };
    let words = ProbeWords::fill(|key| text("probe-", key));
    let official = Impact::Operational;
    let probe = view! {
        <VisitorProbe component="api".to_owned() target=target official=official words=words />
    };
    let words = TimesWords::fill(|key| text("times-", key));
    let times = view! { <LocalTimes zone="UTC".to_owned() words=words /> };
    let hour_ago = (now - 4_920).0.to_string();
    let head = [
        "<!doctype html><html lang=\"en\" data-root=\"\" data-glue=\"",
        glue,
        "\" data-wasm=\"",
        wasm,
        "\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"",
        &policy,
        "\"><title>● All systems operational – Islands</title>",
        "<meta name=\"viewport\" content=\"width=device-width\">",
        "<link rel=\"icon\" data-swap href=\"favicon-operational.svg\">",
        "<link rel=\"stylesheet\" href=\"style.css\"><script>",
        BOOT,
        "</script></head><body>",
        SYMBOLS,
    ];
    let body = view! {
        <details class="menu">
            <summary>"Preferences"</summary>
            {preferences}
        </details>
        {live_status}
        <main>
            <section data-overall="" data-impact="operational">
                <p>
                    {shape()} " " <b data-word="">"Operational"</b>
                    <span data-built="">" · as built"</span>
                </p>
                <h1 data-headline="">"Everything works"</h1>
            </section>
            <ul>
                <li data-row="api" data-impact="operational">
                    <b data-name="">"Public API"</b> " " {shape()} " "
                    <span data-word="">"Operational"</span>
                </li>
            </ul>
            <p>"Lasts " <span data-since=hour_ago>"1 h 22 min"</span></p>
            <ul>
                <li><time datetime="2026-08-04T14:05:00Z" data-time="time">"14:05"</time></li>
                <li><time datetime="2026-08-04T23:30:00Z" data-time="time">"23:30"</time></li>
                <li>
                    <time datetime="2026-08-04T14:05:00Z" data-time="time" data-zone="">
                        "14:05 UTC"
                    </time>
                </li>
                <li>
                    <time datetime="2026-08-04T14:05:00Z" data-time="datetime" data-zone="">
                        "4 Aug 2026, 14:05 UTC"
                    </time>
                </li>
                <li><time datetime="2026-08-04T14:05:00Z" data-time="relative">"then"</time></li>
                <li><time datetime="2026-08-04" data-time="day">"4 Aug"</time></li>
            </ul>
            <h2>"Is it just you?"</h2>
            {probe}
        </main>
        <footer>{times}</footer>
    };
    let data = live(now);
    let tail = [
        "<script type=\"application/json\" id=\"live\">",
        &data,
        "</script></body></html>",
    ];
    [head.concat(), body.to_html(), tail.concat()].concat()
}

fn shape() -> impl IntoView {
    view! { <svg class="s" aria-hidden="true"><use data-swap="" href="#s-operational"></use></svg> }
}

const SYMBOLS: &str = r#"<svg class="defs" width="0" height="0" aria-hidden="true"><symbol id="s-operational" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.5"/></symbol><symbol id="s-unknown" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="2"/></symbol><symbol id="s-under_maintenance" viewBox="0 0 16 16"><path d="m8 .6 7.4 7.4-7.4 7.4L.6 8z"/></symbol><symbol id="s-degraded_performance" viewBox="0 0 16 16"><path d="M8 1.6 15.2 14.4H.8z"/></symbol><symbol id="s-partial_outage" viewBox="0 0 16 16"><path d="M1.5 1.5h13v13h-13zm6.5 2v9h4.5v-9z" fill-rule="evenodd"/></symbol><symbol id="s-major_outage" viewBox="0 0 16 16"><path d="M1.5 1.5h13v13h-13z"/></symbol></svg>"#;
