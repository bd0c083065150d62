//! Files that the config names must be in `public/`.

use crate::config::{self, Config};
use crate::content::load::Index;
use crate::diagnostic::{Diagnostic, Level};
use crate::source::SourceFile;
use crate::suggest;
use crate::tree::decode::At;
use std::sync::Arc;

pub(super) fn check(config: &Config, index: &Index) -> Vec<Diagnostic> {
    let source = Arc::new(SourceFile::new(config::FILE, config.source.as_str()));
    let public = &index.listing.public;
    let missing = config.named_files.iter();
    let missing = missing.filter(|(_, path)| !public.contains(&path.value));
    let problem = |(key, At { value, span }): &(&str, At<String>)| {
        let near = suggest::nearest(value, public.iter().map(String::as_str));
        Diagnostic {
            level: Level::Error,
            code: "file-missing",
            message: format!("`{key}` is `{value}`, but there is no `public/{value}`"),
            hint: near.map(|near| format!("did you mean `{near}`?")),
            source: Arc::clone(&source),
            span: span.clone(),
        }
    };
    let mut found: Vec<Diagnostic> = missing.map(problem).collect();
    found.extend(shadows(config, index));
    found
}

/// A page in `public/` takes the place of ours without a word in the build.
fn shadows(config: &Config, index: &Index) -> impl Iterator<Item = Diagnostic> {
    let listing = &index.listing;
    let is_page = |path: &str| {
        let first = path.split('/').next().unwrap_or_default();
        let translated = config.meta.locales.iter().skip(1).any(|l| l == first);
        let path = if translated {
            &path[first.len()..]
        } else {
            path
        };
        let path = path.trim_matches('/');
        let mut parts = path.split('/');
        let month = parts.next() == Some("history")
            && path.contains('/')
            && parts.all(|part| part.bytes().all(|b| b.is_ascii_digit()));
        let incident = path.strip_prefix("incidents/");
        path.is_empty()
            || month
            || listing.pages.contains(&format!("{path}/"))
            || incident.is_some_and(|id| listing.ids.contains(id))
    };
    let pages = listing.public.iter().filter(move |file| {
        let page = file.strip_suffix("index.html");
        page.is_some_and(|page| (page.is_empty() || page.ends_with('/')) && is_page(page))
    });
    pages.map(|file| Diagnostic {
        level: Level::Warning,
        code: "public-shadows-page",
        message: format!("this takes the place of the site's own `{file}`"),
        hint: Some("rename it, unless you want just that".to_owned()),
        source: Arc::new(SourceFile::new(format!("public/{file}"), "")),
        span: 0..0,
    })
}
