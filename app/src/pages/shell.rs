//! What stands around every page: head, header, footer. Plain text rather than views, for it is
//! the same on all pages of one depth, and there are thousands of them.

use super::Context;
use super::head::push_head;
use super::html::{escape, settle};
use super::islands;
use super::shape::symbols;
use crate::words::autonym;
use leptos::prelude::*;

pub(crate) use super::head::{Head, Section};

/// A whole document around the content of `<main>`.
pub(crate) fn document(cx: &Context, head: &Head, main: AnyView) -> String {
    let main = main.to_html();
    let style = if head.inline {
        cx.assets.style_home.len()
    } else {
        0
    };
    let mut out = String::with_capacity(main.len() + style + 8_192);
    push_head(&mut out, cx, head);
    out += "<body>";
    push_header(&mut out, cx, head);
    if head.live {
        settle(&islands::live_status(cx), &mut out);
    }
    out += "<main id=\"main\">";
    settle(&main, &mut out);
    out += "</main>";
    push_footer(&mut out, cx);
    let symbols = symbols(&out, head.live);
    out += &symbols;
    out += "</body></html>\n";
    out
}

/// The mark of a site that brings no logo: calm lies low, trouble stands up.
const MARK: &str = "<svg class=\"mark\" viewBox=\"0 0 28 28\" aria-hidden=\"true\">\
    <rect width=\"28\" height=\"28\" rx=\"8\"/><path d=\"M7.5 21v-5m4.5 5v-5m4.5 5V7m4.5 14v-5\"/></svg>";

fn push_header(out: &mut String, cx: &Context, head: &Head) {
    let (words, meta) = (cx.words, &cx.site.meta);
    let home = cx.to("");
    let (skip, home, title) = (escape(words.skip()), escape(&home), escape(&meta.title));
    let logo = match &meta.logo {
        Some(logo) => {
            let src = cx.file(logo);
            format!(
                "<img src=\"{}\" alt=\"\" width=\"28\" height=\"28\">",
                escape(&src)
            )
        }
        None => MARK.to_owned(),
    };
    let nav = escape(words.nav());
    *out += &format!(
        "<a class=\"skip\" href=\"#main\">{skip}</a><header class=\"top wrap\">\
         <a class=\"brand\" href=\"{home}\">{logo}<span>{title}</span></a>\
         <nav aria-label=\"{nav}\"><ul>"
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
        let href = cx.to(path);
        let (href, name) = (escape(&href), escape(name));
        *out += &format!("<li><a href=\"{href}\"{here}>{name}</a></li>");
    }
    push_links(out, cx, &meta.links);
    *out += "</ul></nav>";
    push_languages(out, cx, head);
    push_menu(out, cx);
    *out += "</header>";
}

/// The way to this page in the other languages: one is a plain link, more of them are a menu
/// under the name of the present one.
fn push_languages(out: &mut String, cx: &Context, head: &Head) {
    let locales = &cx.site.meta.locales;
    if locales.len() < 2 {
        return;
    }
    // A page that isn't there has no twin in another language either.
    let path = if head.lost { "" } else { cx.path };
    let label = escape(cx.words.language());
    let menu = locales.len() > 2;
    if menu {
        let (tag, name) = (escape(cx.locale), escape(autonym(cx.locale)));
        *out += &format!(
            "<details class=\"menu langs\"><summary><span class=\"visually-hidden\">{label}: </span>\
             <span lang=\"{tag}\">{name}</span></summary><div><ul>"
        );
    }
    for locale in locales.iter().filter(|locale| menu || *locale != cx.locale) {
        let href = [cx.root, &cx.below_root(locale), path].concat();
        let href = escape(if href.is_empty() { "./" } else { &href });
        let (tag, name) = (escape(locale), escape(autonym(locale)));
        let link = format!("href=\"{href}\" lang=\"{tag}\" hreflang=\"{tag}\"");
        *out += &if menu {
            let here = if locale == cx.locale {
                " aria-current=\"true\""
            } else {
                ""
            };
            format!("<li><a {link}{here}>{name}</a></li>")
        } else {
            format!("<a class=\"lang\" {link}>{name}</a>")
        };
    }
    if menu {
        *out += "</ul></div></details>";
    }
}

/// What a reader can choose for this site; without JavaScript there is nothing.
fn push_menu(out: &mut String, cx: &Context) {
    let words = cx.words;
    let label = escape(words.preferences());
    *out += &format!(
        "<details class=\"menu\" data-needs-js><summary aria-label=\"{label}\" title=\"{label}\">\
         <svg viewBox=\"0 0 20 20\" aria-hidden=\"true\"><path d=\"M3 6h5m4 0h5M3 14h9m4 0h1\"/>\
         <circle cx=\"10\" cy=\"6\" r=\"2\"/><circle cx=\"14\" cy=\"14\" r=\"2\"/></svg></summary><div>"
    );
    *out += &islands::preferences(cx);
    *out += "</div></details>";
}

fn push_footer(out: &mut String, cx: &Context) {
    let (words, meta) = (cx.words, &cx.site.meta);
    *out += "<footer class=\"foot wrap\"><p>";
    *out += &islands::local_times(cx);
    if let Some(text) = &meta.footer_text {
        *out += " ";
        *out += &escape(text);
    }
    *out += "</p><ul>";
    push_links(out, cx, &meta.footer_links);
    *out += &format!("<li>{}</li></ul></footer>", escape(words.footer_made()));
}

fn push_links(out: &mut String, cx: &Context, links: &[model::site::Link]) {
    for link in links {
        let url = &link.url;
        let outside = url.contains(':') || url.starts_with(['/', '#']);
        let href = if outside { url.clone() } else { cx.file(url) };
        let (href, name) = (escape(&href), escape(&link.name));
        *out += &format!("<li><a href=\"{href}\">{name}</a></li>");
    }
}
