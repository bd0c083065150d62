//! `[site]`: what the page says of itself.

use super::Config;
use crate::suggest;
use crate::tree::decode::{At, Table};
use chrono_tz::Tz;
use model::site::Link;

pub(super) fn read(root: &Table<'_>, config: &mut Config) {
    let Some(site) = root.table("site") else {
        root.report.error_hint(
            "site-missing",
            0..0,
            "there is no `[site]`",
            "begin with `[site]` and `title = \"…\"`",
        );
        return;
    };
    let meta = &mut config.meta;
    match site.string("title") {
        Some(title) => meta.title = title.value,
        None => site.report.error_hint(
            "title-missing",
            site.span.clone(),
            "the site has no `title`",
            "add `title = \"Example status\"`",
        ),
    }
    meta.description = site.string("description").map(|at| at.value);
    meta.url = site.string("url").and_then(|at| url(&site, at));
    if let Some(At { value, span }) = site.string("timezone") {
        match Tz::from_str_insensitive(&value) {
            Ok(zone) => {
                config.zone = zone;
                zone.name().clone_into(&mut meta.timezone);
            }
            Err(_) => {
                let names = chrono_tz::TZ_VARIANTS.iter().map(|tz| tz.name());
                let hint = match suggest::nearest(&value, names) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "use an IANA name such as `Europe/Berlin`".to_owned(),
                };
                let message = format!("unknown time zone `{value}`");
                site.report.error_hint("unknown-zone", span, message, hint);
            }
        }
    }
    let locales = locales(&site, config);
    let meta = &mut config.meta;
    if !locales.is_empty() {
        meta.locales = locales;
    }
    let mut file = |key| {
        let at = site.string(key)?;
        config.named_files.push((key, at.clone()));
        Some(at.value)
    };
    meta.logo = file("logo");
    meta.custom_css = file("custom_css");
    meta.accent = site.string("accent").and_then(|at| accent(&site, at));
    meta.links = links(&site);
    if let Some(footer) = site.table("footer") {
        meta.footer_text = footer.string("text").map(|at| at.value);
        meta.footer_links = links(&footer);
        footer.finish();
    }
    site.finish();
}

fn url(site: &Table<'_>, at: At<String>) -> Option<String> {
    let rest = ["https://", "http://"]
        .iter()
        .find_map(|scheme| at.value.strip_prefix(scheme));
    if rest.is_none_or(|rest| rest.is_empty() || rest.contains(['?', '#', ' '])) {
        site.report.error_hint(
            "bad-url",
            at.span,
            format!("`{}` is no address of a site", at.value),
            "write `https://example.github.io/status/`",
        );
        return None;
    }
    Some(format!("{}/", at.value.trim_end_matches('/')))
}

fn locales(site: &Table<'_>, config: &mut Config) -> Vec<String> {
    let mut locales: Vec<String> = Vec::new();
    for At { value, span } in site.strings("locales") {
        let tag = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if value.is_empty() || !value.chars().all(tag) {
            site.report.error_hint(
                "bad-locale",
                span,
                format!("`{value}` is no language tag"),
                "write `en`, `de` or `zh-CN`",
            );
        } else if locales.contains(&value) {
            let message = format!("`{value}` is there twice");
            site.report.error("duplicate-locale", span, message);
        } else {
            config.locale_places.push(At {
                value: value.clone(),
                span,
            });
            locales.push(value);
        }
    }
    locales
}

fn accent(site: &Table<'_>, at: At<String>) -> Option<String> {
    let digits = at.value.strip_prefix('#').unwrap_or_default();
    if digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Some(at.value.to_ascii_lowercase());
    }
    site.report.error_hint(
        "bad-color",
        at.span,
        format!("`{}` is no colour", at.value),
        "write `#3b6cf6`",
    );
    None
}

fn links(table: &Table<'_>) -> Vec<Link> {
    let links = table.tables("link").into_iter().filter_map(|link| {
        let name = link.string("name");
        let url = link.string("url");
        if name.is_none() || url.is_none() {
            link.report.error_hint(
                "link-incomplete",
                link.span.clone(),
                "a link needs a `name` and a `url`",
                "add `name = \"Website\"` and `url = \"https://example.org\"`",
            );
        }
        let url = url.filter(|at| allowed(&link, at));
        link.finish();
        Some(Link {
            name: name?.value,
            url: url?.value,
        })
    });
    links.collect()
}

/// Whether a link may be published; says why not.
pub(super) fn allowed(table: &Table<'_>, at: &At<String>) -> bool {
    let outside = ["https://", "http://", "mailto:", "tel:"];
    let fine = outside.iter().any(|s| at.value.starts_with(s)) || !at.value.contains(':');
    if !fine {
        table.report.error_hint(
            "forbidden-link",
            at.span.clone(),
            format!("`{}` is not published as a link", at.value),
            "use `https:`, `mailto:`, `tel:` or a path",
        );
    }
    fine
}
