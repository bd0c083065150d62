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
    missing.map(problem).collect()
}
