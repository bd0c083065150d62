//! A site's repository, read: config, incident files, and every problem in them.

use crate::check;
use crate::config::{self, Config};
use crate::content::load::{self, Entry, Index, Setup};
use crate::content::markdown::Labels;
use crate::diagnostic::{self, Diagnostic, Level, Report};
use crate::source::SourceFile;
use crate::suggest;
use crate::tree::decode::At;
use app::words::{Words, WordsError};
use model::Instant;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// All that a build reads.
#[derive(Clone)]
pub struct Project {
    /// The repository.
    pub root: PathBuf,
    /// `allclear.toml`.
    pub config: Arc<Config>,
    /// A print of the site's own catalogues: pages are made of them too.
    pub words_print: u64,
    /// The words of each of the site's locales, in order.
    pub words: Arc<Vec<Words>>,
    /// The files that are there.
    pub index: Index,
    /// The incident files, in the order of paths; broken ones included.
    pub entries: Vec<Entry>,
    /// Every problem, in order.
    pub found: Vec<Diagnostic>,
    /// Those of the config and the catalogues.
    config_found: Vec<Diagnostic>,
}

/// Pages that every site has, as far as links may lead to them.
const PAGES: [&str; 3] = ["incidents/", "maintenance/", "postmortems/"];

impl Project {
    /// Reads the repository at `root`. Never fails: what is broken is in [`Project::found`].
    pub fn load(root: &Path, now: Instant) -> Project {
        let (mut config, mut found) = read_config(root);
        unknown_locales(root, &mut config, &mut found);
        let (words, words_print, broken) = words(root, &config.meta.locales);
        found.extend(broken);
        let mut pages: Vec<String> = PAGES.map(str::to_owned).into();
        pages.extend(
            config
                .components
                .iter()
                .map(|c| format!("components/{}/", c.id)),
        );
        let mut project = Project {
            root: root.to_owned(),
            index: Index::scan(root, &config.meta.locales, &pages),
            config: Arc::new(config),
            words: Arc::new(words),
            words_print,
            entries: Vec::new(),
            found: Vec::new(),
            config_found: found,
        };
        project.read_entries(now, None);
        project
    }

    /// Reads `changed` files (relative to the repository) again. Any change to the config, to a
    /// catalogue, or to which files there are, reads everything.
    pub fn reload(&mut self, changed: &[PathBuf], now: Instant) {
        let content = |path: &Path| path.starts_with(load::DIR) || path.starts_with("public");
        let known = |path: &Path| self.index.knows(path) && self.root.join(path).is_file();
        if changed.iter().all(|path| content(path) && known(path)) {
            self.read_entries(now, Some(changed));
        } else {
            *self = Project::load(&self.root, now);
        }
    }

    /// Reads the `changed` incident files; all of them for `None`.
    fn read_entries(&mut self, now: Instant, changed: Option<&[PathBuf]>) {
        let labels: Vec<Labels> = self.words.iter().map(labels).collect();
        let setup = Setup {
            root: &self.root,
            zone: self.config.zone,
            locales: &self.config.meta.locales,
            now,
            labels: &labels,
        };
        match changed {
            Some(changed) => self.index.reread(&setup, &mut self.entries, changed),
            None => self.entries = self.index.read(&setup),
        }
        let entries = &self.entries;
        let mut found = self.config_found.clone();
        found.extend(self.index.found().iter().cloned());
        found.extend(entries.iter().flat_map(|e| e.found.iter().cloned()));
        found.extend(check::run(&self.config, &self.index, entries, now));
        diagnostic::sort(&mut found);
        self.found = found;
    }

    /// How many problems are errors.
    pub fn errors(&self) -> usize {
        self.found
            .iter()
            .filter(|d| d.level == Level::Error)
            .count()
    }

    /// How many problems are warnings.
    pub fn warnings(&self) -> usize {
        self.found.len() - self.errors()
    }
}

fn read_config(root: &Path) -> (Config, Vec<Diagnostic>) {
    let unreadable = |message: String, hint: &str| {
        let problem = Diagnostic {
            level: Level::Error,
            code: "unreadable",
            message,
            hint: Some(hint.to_owned()),
            source: Arc::new(SourceFile::new(config::FILE, "")),
            span: 0..0,
        };
        (Config::default(), vec![problem])
    };
    match std::fs::read_to_string(root.join(config::FILE)) {
        Ok(text) => config::read(Arc::new(SourceFile::new(config::FILE, text))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => unreadable(
            "there is no such file here".to_owned(),
            "run this in a site's folder or name it with `--dir`; `allclear init` makes a new one",
        ),
        Err(error) => unreadable(format!("it cannot be read: {error}"), "save it as UTF-8"),
    }
}

/// The catalogues of the site's languages, with the site's own `locales/<tag>.ftl` on top.
fn words(root: &Path, locales: &[String]) -> (Vec<Words>, u64, Vec<Diagnostic>) {
    let mut texts = Vec::new();
    let mut found = Vec::new();
    let mut all = Vec::with_capacity(locales.len());
    for locale in locales {
        let path = PathBuf::from("locales").join(format!("{locale}.ftl"));
        let own = std::fs::read_to_string(root.join(&path)).ok();
        texts.push(own.clone());
        match Words::new(locale, own.as_deref()) {
            Ok(words) => all.push(words),
            Err(error) => {
                let source = SourceFile::new(path, own.as_deref().unwrap_or_default());
                let report = Report::new(Arc::new(source));
                let start = match &error {
                    WordsError::Syntax { line, .. } => line_start(own.as_deref(), *line),
                    _ => 0,
                };
                report.error("bad-catalogue", start..start + 1, error.to_string());
                found.extend(report.into_vec());
                all.extend(Words::new("en", None));
            }
        }
    }
    (all, crate::render::fingerprint(&texts), found)
}

fn line_start(text: Option<&str>, line: usize) -> usize {
    let lines = text.unwrap_or_default().split_inclusive('\n');
    lines.take(line.saturating_sub(1)).map(str::len).sum()
}

fn labels(words: &Words) -> Labels {
    Labels {
        alerts: [
            words.alert_note(),
            words.alert_tip(),
            words.alert_important(),
            words.alert_warning(),
            words.alert_caution(),
        ]
        .map(str::to_owned),
        tasks: [words.task_done(), words.task_open()].map(str::to_owned),
    }
}

/// A language needs a catalogue: ours, or one that the site brings.
fn unknown_locales(root: &Path, config: &mut Config, found: &mut Vec<Diagnostic>) {
    let source = Arc::new(SourceFile::new(config::FILE, config.source.as_str()));
    let report = Report::new(source);
    for At { value, span } in std::mem::take(&mut config.locale_places) {
        let own = root.join("locales").join(format!("{value}.ftl"));
        if !app::words::LOCALES.contains(&value.as_str()) && !own.is_file() {
            let all = app::words::LOCALES.iter().copied();
            let hint = match suggest::nearest(&value, all) {
                Some(near) => format!("did you mean `{near}`?"),
                None => {
                    format!("there are `en` and `zh-CN`; bring your own as `locales/{value}.ftl`")
                }
            };
            let message = format!("there is no catalogue for `{value}`");
            report.error_hint("unknown-locale", span, message, hint);
            config.meta.locales.retain(|l| *l != value);
        }
    }
    if config.meta.locales.is_empty() {
        config.meta.locales.push("en".to_owned());
    }
    found.extend(report.into_vec());
}
