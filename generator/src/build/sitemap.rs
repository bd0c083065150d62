//! `sitemap.xml`, as sitemaps.org describes it; only with a configured address, for the protocol
//! knows absolute addresses only.

use super::files::file;
use crate::render::assets::Asset;
use crate::render::{Page, Subject};
use crate::when;
use chrono::Datelike;
use model::Site;
use percent_encoding::{CONTROLS, utf8_percent_encode};
use std::borrow::Cow;
use std::fmt::Write;

/// The protocol allows 50,000 addresses a file.
const MOST: usize = 45_000;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The sitemap; more than one file and an index of them for a very large site.
pub(super) fn files(site: &Site, pages: &[Page]) -> Vec<Asset> {
    let Some(base) = &site.meta.url else {
        return Vec::new();
    };
    let listed: Vec<&Page> = pages.iter().filter(|p| is_listed(site, p)).collect();
    if listed.len() <= MOST {
        return vec![file("sitemap.xml", sitemap(site, base, &listed))];
    }
    let mut index = open("sitemapindex");
    let mut files = Vec::new();
    for (i, part) in listed.chunks(MOST).enumerate() {
        let name = format!("sitemap-{}.xml", i + 1);
        let _ = writeln!(
            index,
            "<sitemap><loc>{}{name}</loc></sitemap>",
            escape(base)
        );
        files.push(file(&name, sitemap(site, base, part)));
    }
    index.push_str("</sitemapindex>\n");
    files.push(file("sitemap.xml", index));
    files
}

/// Pages that search engines are told of: not those of hidden components.
fn is_listed(site: &Site, page: &Page) -> bool {
    match page.subject {
        Subject::NotFound | Subject::Redirect(..) => false,
        Subject::Component(i) => site.components.get(i).is_some_and(|c| !c.hidden),
        _ => true,
    }
}

fn sitemap(site: &Site, base: &str, pages: &[&Page]) -> String {
    let mut xml = open("urlset");
    let base = escape(base);
    for page in pages {
        let path = page.file.strip_suffix("index.html").unwrap_or(&page.file);
        // The protocol wants addresses as RFC 3986 has them: ids may be of any script.
        let path: Cow<'_, str> = utf8_percent_encode(path, CONTROLS).into();
        let _ = write!(xml, "<url><loc>{base}{}</loc>", escape(&path));
        if let Some(day) = changed(site, page) {
            let _ = write!(xml, "<lastmod>{day}</lastmod>");
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

/// The day of the newest update of an incident.
fn changed(site: &Site, page: &Page) -> Option<String> {
    let Subject::Incident(i) = page.subject else {
        return None;
    };
    let incident = site.incidents.get(i)?;
    let at = incident.update_at(site.now).map(|u| incident.updates[u].at);
    let at = at.or(incident.start()).filter(|at| *at <= site.now)?;
    // chrono's own formatting of 10,000 days would show in the time an edit takes.
    let day = when::utc(at)?.date_naive();
    Some(format!(
        "{:04}-{:02}-{:02}",
        day.year(),
        day.month(),
        day.day()
    ))
}

fn open(element: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{element} xmlns=\"{NAMESPACE}\">\n")
}

fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>']) {
        return Cow::Borrowed(text);
    }
    let text = text.replace('&', "&amp;");
    Cow::Owned(text.replace('<', "&lt;").replace('>', "&gt;"))
}
