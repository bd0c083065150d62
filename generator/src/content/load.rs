//! All files below `incidents/`, read in parallel.

use super::beside;
use super::incident::{self, Around, Places};
use super::links::{Here, Listing};
use super::markdown::Labels;
use super::walk::walk;
use crate::diagnostic::{Diagnostic, Level};
use crate::source::SourceFile;
use chrono_tz::Tz;
use model::{Incident, Instant, Text};
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The folder of incident files.
pub const DIR: &str = "incidents";

/// What reading a folder needs to know.
pub struct Setup<'a> {
    /// The site's repository.
    pub root: &'a Path,
    /// The site's zone.
    pub zone: Tz,
    /// The site's languages, the first is that of files without a tag.
    pub locales: &'a [String],
    /// The clock.
    pub now: Instant,
    /// Words of Markdown itself, one for each of `locales`.
    pub labels: &'a [Labels],
}

/// One incident file that was read.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The file.
    pub source: Arc<SourceFile>,
    /// The file stem.
    pub id: String,
    /// What it says; `None` if it is broken.
    pub incident: Option<Arc<Incident>>,
    /// Where it says it.
    pub places: Arc<Places>,
    /// What is wrong with the file and its translations.
    pub found: Vec<Diagnostic>,
}

/// A Markdown file below `incidents/` and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
struct File {
    /// Relative to `incidents/`, with `/`.
    path: String,
    id: String,
    /// By language: translations, relative to `incidents/`.
    translations: Vec<(String, String)>,
}

/// The files, not yet read.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// What links can lead to.
    pub listing: Arc<Listing>,
    files: Vec<File>,
    found: Vec<Diagnostic>,
}

impl Index {
    /// Looks at what is there without reading it.
    pub fn scan(root: &Path, locales: &[String], pages: &[String]) -> Index {
        let mut found = Vec::new();
        let all = walk(&root.join(DIR), DIR, &mut found);
        let public = walk(&root.join("public"), "public", &mut found);
        let (markdown, files): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|path| path.ends_with(".md"));
        let files = beside::published(root, files, &mut found);
        let files_listed = classify(markdown, locales, &mut found);
        let listing = Listing {
            files: files.into_iter().collect(),
            incidents: files_listed
                .iter()
                .map(|f| (f.path.clone(), f.id.clone()))
                .collect(),
            ids: files_listed.iter().map(|f| f.id.clone()).collect(),
            public: public.into_iter().collect(),
            pages: pages.iter().cloned().collect(),
        };
        Index {
            listing: Arc::new(listing),
            files: files_listed,
            found,
        }
    }

    /// Whether it lists this file (relative to the repository).
    pub fn knows(&self, path: &Path) -> bool {
        let path = path.to_string_lossy().replace('\\', "/");
        let incident = |path: &str| {
            let translated = |f: &File| f.translations.iter().any(|(_, p)| p == path);
            self.listing.incidents.contains_key(path)
                || self.listing.files.contains(path)
                || self.files.iter().any(translated)
        };
        match path.split_once('/') {
            Some((DIR, rest)) => incident(rest),
            Some(("public", rest)) => self.listing.public.contains(rest),
            _ => false,
        }
    }

    /// Problems of the folder itself.
    pub fn found(&self) -> &[Diagnostic] {
        &self.found
    }

    /// Reads every file, in the order of paths.
    pub fn read(&self, setup: &Setup<'_>) -> Vec<Entry> {
        let files = self.files.par_iter();
        files.map(|file| self.read_one(file, setup)).collect()
    }

    /// Reads those of `changed` (relative to the repository) again into the `entries` of an
    /// earlier reading of the same files.
    pub fn reread(&self, setup: &Setup<'_>, entries: &mut [Entry], changed: &[PathBuf]) {
        let changed: Vec<String> = changed
            .iter()
            .filter_map(|path| path.strip_prefix(DIR).ok())
            .map(|path| path.to_string_lossy().replace('\\', "/"))
            .collect();
        for (file, entry) in self.files.iter().zip(entries) {
            let mut paths =
                std::iter::once(&file.path).chain(file.translations.iter().map(|t| &t.1));
            if paths.any(|path| changed.contains(path)) {
                *entry = self.read_one(file, setup);
            }
        }
    }

    fn read_one(&self, file: &File, setup: &Setup<'_>) -> Entry {
        let dir = file.path.rfind('/').map_or("", |at| &file.path[..at]);
        let none = Labels::default();
        let labels = |locale: usize| setup.labels.get(locale).unwrap_or(&none);
        let context = Around {
            zone: setup.zone,
            now: setup.now,
            listing: &self.listing,
            here: Here { dir, home: "" },
            labels: labels(0),
        };
        let (source, unreadable) = open(setup.root, &file.path);
        if let Some(problem) = unreadable {
            return Entry {
                source,
                id: file.id.clone(),
                incident: None,
                places: Arc::default(),
                found: vec![problem],
            };
        }
        let read = incident::read(Arc::clone(&source), &file.id, &context);
        let mut found = read.found;
        let mut incident = read.value;
        for (tag, path) in &file.translations {
            let locale = setup
                .locales
                .iter()
                .position(|l| l == tag)
                .unwrap_or_default();
            let home = format!("{tag}/");
            let context = Around {
                here: Here { dir, home: &home },
                labels: labels(locale),
                ..context
            };
            let text = translation(setup.root, path, incident.as_ref(), &context, &mut found);
            if let (Some(incident), Some(text)) = (&mut incident, text) {
                incident.translations.push((tag.clone(), text));
            }
        }
        if let Some(incident) = &mut incident {
            let position = |tag: &str| setup.locales.iter().position(|l| l == tag);
            incident.translations.sort_by_key(|(tag, _)| position(tag));
            incident.print = print(incident);
        }
        Entry {
            source,
            id: file.id.clone(),
            incident: incident.map(Arc::new),
            places: Arc::new(read.places),
            found,
        }
    }
}

/// A print of an incident without the occurrences that only the passing of time adds: what is
/// news must be somebody's doing.
fn print(incident: &mut Incident) -> u64 {
    let windows = std::mem::take(&mut incident.windows);
    let print = crate::render::fingerprint(&(&*incident, windows.first()));
    incident.windows = windows;
    print
}

fn translation(
    root: &Path,
    path: &str,
    base: Option<&Incident>,
    context: &Around<'_>,
    found: &mut Vec<Diagnostic>,
) -> Option<Text> {
    let (source, unreadable) = open(root, path);
    if let Some(problem) = unreadable {
        found.push(problem);
        return None;
    }
    // A broken original has no updates to match, but the translation's own problems still count.
    let stand_in = Incident::default();
    let read = incident::read_translation(source, base.unwrap_or(&stand_in), context);
    let unmatched = |d: &Diagnostic| base.is_none() && d.code == "translation-unmatched";
    found.extend(read.found.into_iter().filter(|d| !unmatched(d)));
    read.value
}

/// Reads a file's text; one that can't be read or is not UTF-8 is a diagnostic.
pub fn open(root: &Path, path: &str) -> (Arc<SourceFile>, Option<Diagnostic>) {
    let shown = PathBuf::from(DIR).join(path);
    let text = match std::fs::read(root.join(&shown)) {
        Ok(bytes) => String::from_utf8(bytes).map_err(|error| {
            let good = error.utf8_error().valid_up_to();
            let line = error.as_bytes()[..good]
                .iter()
                .filter(|b| **b == b'\n')
                .count()
                + 1;
            (
                "not-utf8",
                format!("this file is not UTF-8: line {line} has a byte that means nothing"),
                "save it as UTF-8",
            )
        }),
        Err(error) => Err((
            "unreadable",
            format!("this file cannot be read: {error}"),
            "check its permissions",
        )),
    };
    match text {
        Ok(text) => (Arc::new(SourceFile::new(shown, clean(text))), None),
        Err((code, message, hint)) => {
            let source = Arc::new(SourceFile::new(shown, ""));
            let problem = Diagnostic {
                level: Level::Error,
                code,
                message,
                hint: Some(hint.to_owned()),
                source: Arc::clone(&source),
                span: 0..0,
            };
            (source, Some(problem))
        }
    }
}

/// The character that stands for the way to the root in stored HTML is nobody's to write; the
/// replacement is as long, so places stay true.
fn clean(text: String) -> String {
    if text.contains(model::html::ROOT) {
        text.replace(model::html::ROOT, "\u{fffd}")
    } else {
        text
    }
}

/// Tells incidents from translations, and refuses what cannot be an id.
fn classify(paths: Vec<String>, locales: &[String], found: &mut Vec<Diagnostic>) -> Vec<File> {
    let mut files: Vec<File> = Vec::new();
    let mut tagged = Vec::new();
    for path in paths {
        let name = path.rsplit('/').next().unwrap_or(&path);
        let stem = name.trim_end_matches(".md");
        if stem.eq_ignore_ascii_case("readme") {
            continue;
        }
        if let Some((base, tag)) = stem.rsplit_once('.')
            && locales.iter().any(|l| l == tag)
        {
            let base = format!("{}{base}.md", &path[..path.len() - name.len()]);
            tagged.push((base, tag.to_owned(), path));
            continue;
        }
        if !stem
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
            || stem.starts_with('.')
            || stem.is_empty()
        {
            let hint = "use letters, digits, `-`, `_` and `.`: the name is part of an address";
            let message = format!("`{stem}` cannot be the id of an incident");
            found.push(about(
                &path,
                Level::Error,
                "bad-id",
                message,
                hint.to_owned(),
            ));
            continue;
        }
        files.push(File {
            id: stem.to_owned(),
            path,
            translations: Vec::new(),
        });
    }
    let originals: HashMap<String, usize> = files
        .iter()
        .enumerate()
        .map(|(i, f)| (f.path.clone(), i))
        .collect();
    for (base, tag, path) in tagged {
        match originals.get(&base).map(|&i| &mut files[i]) {
            Some(file) if tag != locales[0] => file.translations.push((tag, path)),
            Some(_) => {
                let message = format!("`{tag}` is the language of files without a tag");
                let hint = format!("put the text into `{base}`");
                found.push(about(
                    &path,
                    Level::Error,
                    "needless-translation",
                    message,
                    hint,
                ));
            }
            None => {
                let message = "this translates a file that is not there".to_owned();
                let hint = format!("write `{base}` first");
                found.push(about(
                    &path,
                    Level::Error,
                    "translation-without-original",
                    message,
                    hint,
                ));
            }
        }
    }
    unknown_locales(&mut files, found);
    unique_ids(&files, found);
    files
}

/// `outage.fr.md` in a site that lacks French: beside `outage.md` it is a translation into a
/// language that is not published, alone it is probably not meant to be an incident of its own.
fn unknown_locales(files: &mut Vec<File>, found: &mut Vec<Diagnostic>) {
    let paths: Vec<String> = files.iter().map(|f| f.path.clone()).collect();
    files.retain(|file| {
        let stem = file.path.trim_end_matches(".md");
        let Some((base, tag)) = stem.rsplit_once('.') else {
            return true;
        };
        if app::words::autonym(tag) == tag {
            return true;
        }
        let message = format!("`{tag}` is not one of the site's `locales`");
        let hint = format!(
            "add it to `locales` in allclear.toml, or rename `{}`",
            file.path
        );
        let alone = !paths.contains(&format!("{base}.md"));
        let level = if alone { Level::Warning } else { Level::Error };
        found.push(about(&file.path, level, "unknown-locale", message, hint));
        alone
    });
}

fn unique_ids(files: &[File], found: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    for file in files {
        match first.get(file.id.as_str()) {
            None => {
                first.insert(&file.id, &file.path);
            }
            Some(other) => {
                let message = format!("`{}` is also the id of `{other}`", file.id);
                let hint = "rename one of the two: the id is the file's name, wherever it lies";
                found.push(about(
                    &file.path,
                    Level::Error,
                    "duplicate-id",
                    message,
                    hint.to_owned(),
                ));
            }
        }
    }
}

/// A problem of a file as a whole.
pub(super) fn about(
    path: &str,
    level: Level,
    code: &'static str,
    message: String,
    hint: String,
) -> Diagnostic {
    Diagnostic {
        level,
        code,
        message,
        hint: Some(hint),
        source: Arc::new(SourceFile::new(PathBuf::from(DIR).join(path), "")),
        span: 0..0,
    }
}
