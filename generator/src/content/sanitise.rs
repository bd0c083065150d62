//! Raw HTML in Markdown, made harmless: the one place where it is let in.

use super::links::{Listing, Target};
use super::markdown::ID;
use ammonia::Builder;
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
pub fn clean(html: &str, listing: &Arc<Listing>, dir: &str) -> String {
    let listing = Arc::clone(listing);
    let dir = dir.to_owned();
    Builder::default()
        .add_generic_attributes(&["class", "id", "role", "aria-label", "tabindex"])
        .add_tag_attributes("img", &["loading"])
        .rm_tags(&["map", "area"])
        .link_rel(Some("noopener nofollow"))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .attribute_filter(move |element, attribute, value| {
            attribute_value(&listing, &dir, element, attribute, value)
        })
        .clean(html)
        .to_string()
}

fn attribute_value<'v>(
    listing: &Listing,
    dir: &str,
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
            Some(Cow::Borrowed(value))
        }
        ("a", "href") if value.starts_with('#') => Some(Cow::Borrowed(value)),
        ("a", "href") => match listing.resolve(value, dir) {
            Target::Outside(address) | Target::Inside(address) => Some(Cow::Owned(address)),
            _ => None,
        },
        // No request to a third party.
        ("img", "src") => match listing.resolve(value, dir) {
            Target::Inside(address) => Some(Cow::Owned(address)),
            _ => None,
        },
        (_, "src" | "srcset" | "href" | "cite" | "longdesc" | "background" | "style") => None,
        _ => Some(Cow::Borrowed(value)),
    }
}
