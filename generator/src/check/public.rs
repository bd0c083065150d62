//! Files that the config names must be in `public/`.

use crate::config::{self, Config};
use crate::content::load::Index;
use crate::diagnostic::{Diagnostic, Level};
use crate::source::SourceFile;
use crate::suggest;
use std::sync::Arc;

pub(super) fn check(config: &Config, index: &Index) -> Vec<Diagnostic> {
    let meta = &config.meta;
    let named = [("logo", &meta.logo), ("custom_css", &meta.custom_css)];
    let missing = named.into_iter().filter_map(|(key, path)| {
        let path = path.as_ref()?;
        let public = &index.listing.public;
        if public.contains(path) {
            return None;
        }
        let near = suggest::nearest(path, public.iter().map(String::as_str));
        Some(Diagnostic {
            level: Level::Error,
            code: "file-missing",
            message: format!("`{key}` is `{path}`, but there is no `public/{path}`"),
            hint: near.map(|near| format!("did you mean `{near}`?")),
            source: Arc::new(SourceFile::new(config::FILE, "")),
            span: 0..0,
        })
    });
    missing.collect()
}
