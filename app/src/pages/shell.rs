//! What stands around every page: head, header, footer. Plain text rather than views, for it is
//! the same on all pages of one depth and there are thousands of them.

use super::Context;
use super::html::{escape, settle};
use super::shape::{favicon_path, symbols};
use crate::words::autonym;
use leptos::prelude::*;
use model::Impact;

/// The part of the site that a page belongs to, for the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    Status,
    Incidents,
    Maintenance,
    Postmortems,
    Nowhere,
}

/// What the head of a document says.
pub(crate) struct Head<'a> {
    pub(crate) title: String,
    pub(crate) description: Option<&'a str>,
    pub(crate) section: Section,
    pub(crate) icon: Impact,
    /// An article, in the eyes of those who preview links.
    pub(crate) article: bool,
    /// Style inline: the home page, which must be there at once.
    pub(crate) inline: bool,
    /// Not for search engines, and with no place of its own: 404.
    pub(crate) lost: bool,
}

impl<'a> Head<'a> {
    pub(crate) fn new(title: &str) -> Head<'a> {
        Head {
            title: title.to_owned(),
            description: None,
            section: Section::Nowhere,
            icon: Impact::Operational,
            article: false,
            inline: false,
            lost: false,
        }
    }
}

/// A whole document around the content of `<main>`.
pub(crate) fn document(cx: &Context, head: &Head, main: AnyView) -> String {
    let main = main.to_html();
    let mut out = String::with_capacity(
        main.len() + 8_192 + if head.inline { crate::STYLE.len() } else { 0 },
    );
    push_head(&mut out, cx, head);
    out += "<body>";
    push_header(&mut out, cx, head);
    out += r#"<main id="main">"#;
    settle(&main, &mut out);
    out += "</main>";
    push_footer(&mut out, cx);
    out += &symbols();
    out += "</body></html>\n";
    out
}

fn push_head(out: &mut String, cx: &Context, head: &Head) {
    let (words, meta) = (cx.words, &cx.site.meta);
    let locale = escape(cx.locale);
    let root = escape(cx.root);
    push(
        out,
        &[
            "<!doctype html><html lang=\"",
            &locale,
            "\" dir=\"",
            words.dir(),
            "\" data-root=\"",
            &root,
            "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">",
        ],
    );
    let csp = if head.inline {
        &cx.assets.csp_home
    } else {
        &cx.assets.csp
    };
    if !csp.is_empty() {
        push(
            out,
            &[
                "<meta http-equiv=\"Content-Security-Policy\" content=\"",
                &escape(csp),
                "\">",
            ],
        );
    }
    let full = if head.inline {
        head.title.clone()
    } else {
        [head.title.as_str(), " – ", &meta.title].concat()
    };
    let title = escape(&full);
    let fallback;
    let description = match head.description {
        Some(text) if !text.is_empty() => text,
        _ => match meta.description.as_deref() {
            Some(text) => text,
            None => {
                fallback = words.page_description(&meta.title);
                &fallback
            }
        },
    };
    let description = escape(description);
    push(
        out,
        &[
            "<title>",
            &title,
            "</title><meta name=\"description\" content=\"",
            &description,
            "\">",
        ],
    );
    if head.lost {
        *out += "<meta name=\"robots\" content=\"noindex\">";
    } else {
        push_addresses(out, cx);
    }
    let kind = if head.article { "article" } else { "website" };
    push(
        out,
        &[
            "<meta property=\"og:type\" content=\"",
            kind,
            "\"><meta property=\"og:title\" content=\"",
            &title,
            "\"><meta property=\"og:description\" content=\"",
            &description,
            "\"><meta property=\"og:site_name\" content=\"",
            &escape(&meta.title),
            "\"><meta name=\"color-scheme\" content=\"light dark\"><meta name=\"theme-color\" content=\"#fbfbf9\" media=\"(prefers-color-scheme:light)\"><meta name=\"theme-color\" content=\"#0f1214\" media=\"(prefers-color-scheme:dark)\"><meta name=\"generator\" content=\"Allclear ",
            &escape(&cx.assets.generator_version),
            "\"><link rel=\"icon\" type=\"image/svg+xml\" href=\"",
            &escape(&cx.file(&favicon_path(head.icon))),
            "\">",
        ],
    );
    if head.inline {
        push(out, &["<style>", crate::STYLE, "</style>"]);
    } else {
        push(
            out,
            &[
                "<link rel=\"stylesheet\" href=\"",
                &escape(&cx.file(&cx.assets.style_href)),
                "\">",
            ],
        );
    }
    if let Some(custom) = &meta.custom_css {
        push(
            out,
            &[
                "<link rel=\"stylesheet\" href=\"",
                &escape(&cx.file(custom)),
                "\">",
            ],
        );
    }
    if !cx.assets.boot.is_empty() {
        push(out, &["<script>", &cx.assets.boot, "</script>"]);
    }
    *out += "</head>";
}

fn push_addresses(out: &mut String, cx: &Context) {
    let meta = &cx.site.meta;
    if let Some(url) = &meta.url {
        let own = [url.as_str(), &locale_path(cx, cx.locale), cx.path].concat();
        let own = escape(&own);
        push(
            out,
            &[
                "<link rel=\"canonical\" href=\"",
                &own,
                "\"><meta property=\"og:url\" content=\"",
                &own,
                "\">",
            ],
        );
    }
    if meta.locales.len() < 2 {
        return;
    }
    // Search engines want absolute addresses; without a configured one, relative ones still
    // serve readers' tools.
    let base = meta.url.as_deref().unwrap_or(cx.root);
    for locale in &meta.locales {
        let href = [base, &locale_path(cx, locale), cx.path].concat();
        let href = if href.is_empty() {
            "./".to_owned()
        } else {
            href
        };
        push(
            out,
            &[
                "<link rel=\"alternate\" hreflang=\"",
                &escape(locale),
                "\" href=\"",
                &escape(&href),
                "\">",
            ],
        );
    }
}

/// `""` for the site's first language, `"zh-CN/"` for another.
fn locale_path(cx: &Context, locale: &str) -> String {
    match cx.site.meta.locales.first() {
        Some(first) if first != locale => [locale, "/"].concat(),
        _ => String::new(),
    }
}

fn push_header(out: &mut String, cx: &Context, head: &Head) {
    let (words, meta) = (cx.words, &cx.site.meta);
    push(
        out,
        &[
            "<a class=\"skip\" href=\"#main\">",
            &escape(words.skip()),
            "</a><header class=\"top wrap\"><a class=\"brand\" href=\"",
            &escape(&cx.to("")),
            "\">",
        ],
    );
    match &meta.logo {
        Some(logo) => push(
            out,
            &[
                "<img src=\"",
                &escape(&cx.file(logo)),
                "\" alt=\"\" height=\"28\">",
            ],
        ),
        None => {
            *out += "<svg class=\"mark\" viewBox=\"0 0 28 28\" aria-hidden=\"true\"><rect width=\"28\" height=\"28\" rx=\"7\"/><path d=\"M6 15.5c2.7-5 5.4-5 8 0s5.3 5 8 0\"/></svg>"
        }
    }
    push(
        out,
        &[
            "<span>",
            &escape(&meta.title),
            "</span></a><nav aria-label=\"",
            &escape(words.nav()),
            "\"><ul>",
        ],
    );
    for (section, path, name) in [
        (Section::Status, "", words.nav_status()),
        (Section::Incidents, "incidents/", words.nav_incidents()),
        (
            Section::Maintenance,
            "maintenance/",
            words.nav_maintenance(),
        ),
        (
            Section::Postmortems,
            "postmortems/",
            words.nav_postmortems(),
        ),
    ] {
        let here = match section {
            s if s != head.section => "",
            _ if cx.path == path => " aria-current=\"page\"",
            _ => " aria-current=\"true\"",
        };
        push(
            out,
            &[
                "<li><a href=\"",
                &escape(&cx.to(path)),
                "\"",
                here,
                ">",
                &escape(name),
                "</a></li>",
            ],
        );
    }
    for link in &meta.links {
        push(
            out,
            &[
                "<li><a href=\"",
                &escape(&address(cx, &link.url)),
                "\">",
                &escape(&link.name),
                "</a></li>",
            ],
        );
    }
    *out += "</ul></nav>";
    push_languages(out, cx, head);
    *out += "</header>";
}

fn push_languages(out: &mut String, cx: &Context, head: &Head) {
    let locales = &cx.site.meta.locales;
    if locales.len() < 2 {
        return;
    }
    push(
        out,
        &[
            "<nav class=\"langs\" aria-label=\"",
            &escape(cx.words.language()),
            "\">",
        ],
    );
    for locale in locales.iter().filter(|l| *l != cx.locale) {
        // A page that isn't there has no twin in another language either.
        let path = if head.lost { "" } else { cx.path };
        let href = [cx.root, &locale_path(cx, locale), path].concat();
        let href = if href.is_empty() {
            "./".to_owned()
        } else {
            href
        };
        let tag = escape(locale);
        push(
            out,
            &[
                "<a href=\"",
                &escape(&href),
                "\" lang=\"",
                &tag,
                "\" hreflang=\"",
                &tag,
                "\">",
                &escape(autonym(locale)),
                "</a>",
            ],
        );
    }
    *out += "</nav>";
}

fn push_footer(out: &mut String, cx: &Context) {
    let (words, meta) = (cx.words, &cx.site.meta);
    *out += "<footer class=\"foot wrap\"><p>";
    *out += &escape(&words.footer_zone(&meta.timezone));
    if let Some(text) = &meta.footer_text {
        push(out, &[" ", &escape(text)]);
    }
    *out += "</p><ul>";
    for link in &meta.footer_links {
        push(
            out,
            &[
                "<li><a href=\"",
                &escape(&address(cx, &link.url)),
                "\">",
                &escape(&link.name),
                "</a></li>",
            ],
        );
    }
    push(
        out,
        &["<li>", &escape(words.footer_made()), "</li></ul></footer>"],
    );
}

/// A configured address: absolute, or below the root.
fn address(cx: &Context, url: &str) -> String {
    if url.contains(':') || url.starts_with(['/', '#']) {
        url.to_owned()
    } else {
        cx.file(url)
    }
}

fn push(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
}
