//! `<head>`: policy, title, addresses, icon, style.

use super::Context;
use super::html::escape;
use super::islands;
use super::shape::favicon_path;
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
    /// Without the site's name, unless `inline`.
    pub(crate) title: &'a str,
    pub(crate) description: Option<&'a str>,
    pub(crate) section: Section,
    /// The state that the tab's icon shows.
    pub(crate) icon: Impact,
    /// An article, in the eyes of those who preview links.
    pub(crate) article: bool,
    /// Style inline: the home page, which must be there at once.
    pub(crate) inline: bool,
    /// Kept true by the browser as time passes.
    pub(crate) live: bool,
    /// Not for search engines, and with no place of its own: 404.
    pub(crate) lost: bool,
}

impl<'a> Head<'a> {
    pub(crate) fn new(title: &'a str) -> Head<'a> {
        Head {
            title,
            description: None,
            section: Section::Nowhere,
            icon: Impact::Operational,
            article: false,
            inline: false,
            live: false,
            lost: false,
        }
    }
}

/// Everything up to `</head>`.
pub(crate) fn push_head(out: &mut String, cx: &Context, head: &Head) {
    let (words, meta, assets) = (cx.words, &cx.site.meta, cx.assets);
    let (locale, root, dir) = (escape(cx.locale), escape(cx.root), words.dir());
    let bundle = islands::bundle(cx);
    *out += &format!(
        "<!doctype html><html lang=\"{locale}\" dir=\"{dir}\" data-root=\"{root}\"{bundle}><head>\
         <meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
    );
    let csp = if head.inline {
        &assets.csp_home
    } else {
        &assets.csp
    };
    if !csp.is_empty() {
        let csp = escape(csp);
        *out += &format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{csp}\">");
    }
    let own_title = escape(head.title);
    let site = escape(&meta.title);
    let title = if head.inline {
        own_title.into_owned()
    } else {
        [&own_title, " – ", &site].concat()
    };
    let description = description(cx, head);
    let description = escape(&description);
    let kind = if head.article { "article" } else { "website" };
    *out += &format!(
        "<title>{title}</title><meta name=\"description\" content=\"{description}\">\
         <meta property=\"og:type\" content=\"{kind}\">\
         <meta property=\"og:title\" content=\"{title}\">\
         <meta property=\"og:description\" content=\"{description}\">\
         <meta property=\"og:site_name\" content=\"{site}\">"
    );
    if head.lost {
        *out += "<meta name=\"robots\" content=\"noindex\">";
    } else {
        push_addresses(out, cx);
    }
    let version = escape(&assets.generator_version);
    let icon = cx.file(&favicon_path(head.icon));
    let icon = escape(&icon);
    // Elsewhere the icon is the page's own state, not that of the whole site.
    let swap = if head.inline { " data-swap" } else { "" };
    *out += &format!(
        "<meta name=\"generator\" content=\"Allclear {version}\">\
         <meta name=\"color-scheme\" content=\"light dark\">\
         <meta name=\"theme-color\" content=\"#fbfbf9\" media=\"(prefers-color-scheme:light)\">\
         <meta name=\"theme-color\" content=\"#0f1214\" media=\"(prefers-color-scheme:dark)\">\
         <link rel=\"icon\" type=\"image/svg+xml\" href=\"{icon}\"{swap}>"
    );
    if head.inline {
        *out += "<style>";
        *out += &cx.assets.style_home;
        *out += "</style>";
    } else {
        push_sheet(out, &cx.file(&assets.style_href));
    }
    if let Some(custom) = &meta.custom_css {
        push_sheet(out, &cx.file(custom));
    }
    if !assets.boot.is_empty() {
        *out += "<script>";
        *out += &assets.boot;
        *out += "</script>";
    }
    *out += "</head>";
}

fn push_sheet(out: &mut String, href: &str) {
    *out += "<link rel=\"stylesheet\" href=\"";
    *out += &escape(href);
    *out += "\">";
}

fn description(cx: &Context, head: &Head) -> String {
    let meta = &cx.site.meta;
    let own = head.description.filter(|text| !text.is_empty());
    match own.or(meta.description.as_deref()) {
        Some(text) => text.to_owned(),
        None => cx.words.page_description(&meta.title),
    }
}

/// Where this page lies for good, and its twins in other languages.
fn push_addresses(out: &mut String, cx: &Context) {
    let meta = &cx.site.meta;
    if let Some(url) = &meta.url {
        let own = [url.as_str(), &cx.below_root(cx.locale), cx.path].concat();
        let own = escape(&own);
        *out += &format!(
            "<link rel=\"canonical\" href=\"{own}\"><meta property=\"og:url\" content=\"{own}\">"
        );
    }
    if meta.locales.len() < 2 {
        return;
    }
    // Search engines want absolute addresses; where none is configured, relative ones still serve
    // readers' tools.
    let base = meta.url.as_deref().unwrap_or(cx.root);
    for locale in &meta.locales {
        let href = [base, &cx.below_root(locale), cx.path].concat();
        let href = if href.is_empty() { "./" } else { &href };
        let (locale, href) = (escape(locale), escape(href));
        *out += &format!("<link rel=\"alternate\" hreflang=\"{locale}\" href=\"{href}\">");
    }
}
