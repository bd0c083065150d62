//! Raw HTML in Markdown, made harmless: the one place where it is let in.

use super::links::{Here, Listing, Target};
use super::markdown::ID;
use ammonia::Builder;
use pulldown_cmark::CowStr;
use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

/// Classes that the Markdown side itself writes.
const CLASSES: [&str; 14] = [
    "alert-title",
    "center",
    "done",
    "footnote-definition",
    "footnote-reference",
    "markdown-alert-caution",
    "markdown-alert-important",
    "markdown-alert-note",
    "markdown-alert-tip",
    "markdown-alert-warning",
    "right",
    "scroll",
    "task",
    "anchor",
];

/// Removes every element, attribute and address that could do harm, load something from elsewhere
/// or break the page; links are resolved as in Markdown.
pub fn clean(html: &str, listing: &Arc<Listing>, here: Here<'_>) -> String {
    let listing = Arc::clone(listing);
    let (dir, home) = (here.dir.to_owned(), here.home.to_owned());
    let clean = Builder::default()
        .add_generic_attributes(&["class", "id", "role", "aria-label", "tabindex"])
        .add_tag_attributes("img", &["loading"])
        .rm_tags(&["map", "area"])
        .link_rel(Some("noopener nofollow"))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .attribute_filter(move |element, attribute, value| {
            let here = Here {
                dir: &dir,
                home: &home,
            };
            attribute_value(&listing, here, element, attribute, value)
        })
        .clean(html)
        .to_string();
    without_empty_images(clean)
}

/// Raw HTML whose headings are none: a page has one heading of the first level, and skips none
/// below. Markdown's own are given their level by us.
pub fn without_headings<'t>(html: &CowStr<'t>) -> CowStr<'t> {
    let bytes = html.as_bytes();
    let is_heading = |at: usize| {
        let name = at + 1 + usize::from(bytes.get(at + 1) == Some(&b'/'));
        let ends = bytes
            .get(name + 2)
            .is_none_or(|b| !b.is_ascii_alphanumeric());
        let level = bytes
            .get(name + 1)
            .is_some_and(|b| (b'1'..=b'6').contains(b));
        let found = bytes
            .get(name)
            .is_some_and(|b| b.eq_ignore_ascii_case(&b'h'))
            && level
            && ends;
        found.then_some(name)
    };
    let found = html.match_indices('<').filter_map(|(at, _)| is_heading(at));
    let mut out = String::new();
    let mut done = 0;
    for name in found {
        out.push_str(&html[done..name]);
        out.push_str("div");
        done = name + 2;
    }
    if done == 0 {
        return html.clone();
    }
    out.push_str(&html[done..]);
    out.into()
}

/// An image that lost its address shows nothing and is no valid HTML; its words stay.
fn without_empty_images(html: String) -> String {
    if !html.contains("<img") {
        return html;
    }
    let mut out = String::with_capacity(html.len());
    let mut rest = html.as_str();
    while let Some(at) = rest.find("<img") {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let end = tag_end(tag);
        let (tag, after) = tag.split_at(end);
        if tag.contains(" src=\"") {
            out.push_str(tag);
        } else if let Some((_, alt)) = tag.split_once(" alt=\"") {
            let alt = alt.split('"').next().unwrap_or_default();
            out.push_str(&alt.replace('<', "&lt;"));
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Where the tag at the start of `html` ends. The sanitiser writes values in double quotes.
fn tag_end(html: &str) -> usize {
    let mut quoted = false;
    for (i, byte) in html.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return i + 1,
            _ => {}
        }
    }
    html.len()
}

fn attribute_value<'v>(
    listing: &Listing,
    here: Here<'_>,
    element: &str,
    attribute: &str,
    value: &'v str,
) -> Option<Cow<'v, str>> {
    match (element, attribute) {
        (_, "id") => {
            let ours = value.starts_with(ID) || value.starts_with("fn-");
            ours.then_some(Cow::Borrowed(value))
        }
        (_, "class") => value
            .split(' ')
            .all(|class| CLASSES.contains(&class) || class.starts_with("language-"))
            .then_some(Cow::Borrowed(value)),
        (_, "role") => matches!(value, "img" | "doc-noteref").then_some(Cow::Borrowed(value)),
        (_, "tabindex") => (value == "0").then_some(Cow::Borrowed(value)),
        // Only links and images carry addresses to readers; `cite` and the like are dropped.
        ("a", "href") | ("img", "src") if value.starts_with(model::html::ROOT) => {
            Listing::is_resolved(value).then_some(Cow::Borrowed(value))
        }
        ("a", "href") if value.starts_with('#') => Some(Cow::Borrowed(value)),
        ("a", "href") => match listing.resolve(value, here) {
            Target::Outside(address) | Target::Inside(address) => Some(Cow::Owned(address)),
            _ => None,
        },
        // No request to a third party.
        ("img", "src") => match listing.resolve(value, here) {
            Target::Inside(address) => Some(Cow::Owned(address)),
            _ => None,
        },
        (_, "src" | "srcset" | "href" | "cite" | "longdesc" | "background" | "style") => None,
        _ => Some(Cow::Borrowed(value)),
    }
}
