//! A site's repository, read: config, incident files, and every problem in them.

use crate::check;
use crate::config::{self, Config};
use crate::content::load::{Earlier, Entry, Index, Setup};
use crate::content::markdown::Labels;
use crate::diagnostic::{self, Diagnostic, Level};
use crate::source::SourceFile;
use model::Instant;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// All that a build reads.
#[derive(Clone, Debug)]
pub struct Project {
    /// The repository.
    pub root: PathBuf,
    /// `allclear.toml`.
    pub config: Arc<Config>,
    /// The files that are there.
    pub index: Index,
    /// The incident files, in the order of paths; broken ones included.
    pub entries: Vec<Entry>,
    /// Every problem, in order.
    pub found: Vec<Diagnostic>,
}

/// Pages that every site has, as far as links may lead to them.
const PAGES: [&str; 4] = ["incidents/", "maintenance/", "postmortems/", "history/"];

impl Project {
    /// Reads the repository at `root`. Never fails: what is broken is in [`Project::found`].
    pub fn load(root: &Path, now: Instant) -> Project {
        Project::load_with(root, now, &Earlier::default())
    }

    /// Reads it again after `changed` files (relative to `root`); the others are taken over. Any
    /// change to the config, or to which files there are, reads everything.
    pub fn reload(&self, changed: &[PathBuf], now: Instant) -> Project {
        if changed.iter().any(|path| path == Path::new(config::FILE)) {
            return Project::load(&self.root, now);
        }
        let changed = changed
            .iter()
            .map(|p| p.to_string_lossy().replace('\\', "/"));
        let earlier = Earlier::new(&self.entries, changed);
        let fresh = Project::load_with(&self.root, now, &earlier);
        if fresh.index.listing == self.index.listing {
            fresh
        } else {
            Project::load(&self.root, now)
        }
    }

    fn load_with(root: &Path, now: Instant, earlier: &Earlier<'_>) -> Project {
        let (config, mut found) = read_config(root);
        let mut pages: Vec<String> = PAGES.map(str::to_owned).into();
        pages.extend(
            config
                .components
                .iter()
                .map(|c| format!("components/{}/", c.id)),
        );
        let index = Index::scan(root, &config.meta.locales, &pages);
        let locales = config.meta.locales.iter();
        let labels: Vec<Labels> = locales.map(|locale| labels(locale)).collect();
        let setup = Setup {
            root,
            zone: config.zone,
            locales: &config.meta.locales,
            now,
            labels: &labels,
        };
        let entries = index.read(&setup, earlier);
        found.extend(index.found().iter().cloned());
        found.extend(entries.iter().flat_map(|e| e.found.iter().cloned()));
        found.extend(check::run(&config, &index, &entries, now));
        diagnostic::sort(&mut found);
        Project {
            root: root.to_owned(),
            config: Arc::new(config),
            index,
            entries,
            found,
        }
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

fn labels(_locale: &str) -> Labels {
    Labels::default()
}
