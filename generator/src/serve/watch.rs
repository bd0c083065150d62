//! Which files changed, gathered until the dust has settled.

use super::ServeError;
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

/// Editors write a file in several steps; this long after the last one it is done.
const SETTLED: Duration = Duration::from_millis(60);

/// Folders whose content becomes the site.
const FOLDERS: [&str; 3] = ["incidents", "public", "locales"];

/// Batches of changed paths, relative to the repository. Ends with the watcher.
pub(super) struct Changes {
    root: PathBuf,
    events: Receiver<notify::Result<notify::Event>>,
    watcher: RecommendedWatcher,
    watched: BTreeSet<&'static str>,
}

/// Watches `root`, and the folders in it as they come and go.
pub(super) fn start(root: &Path) -> Result<Changes, ServeError> {
    let failed = |error| ServeError::Watch(root.to_owned(), error);
    // Events carry absolute paths.
    let root = root
        .canonicalize()
        .map_err(|e| failed(notify::Error::io(e)))?;
    let (sender, events) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(sender).map_err(failed)?;
    watcher
        .watch(&root, RecursiveMode::NonRecursive)
        .map_err(failed)?;
    let mut changes = Changes {
        root,
        events,
        watcher,
        watched: BTreeSet::new(),
    };
    changes.watch_folders();
    Ok(changes)
}

impl Changes {
    fn watch_folders(&mut self) {
        for folder in FOLDERS {
            let path = self.root.join(folder);
            if !path.is_dir() {
                self.watched.remove(folder);
            } else if self.watched.insert(folder) {
                // Should it fail, a change of the config still reads everything.
                let _ = self.watcher.watch(&path, RecursiveMode::Recursive);
            }
        }
    }

    fn gather(&self, event: notify::Result<notify::Event>, batch: &mut BTreeSet<PathBuf>) {
        let Ok(event) = event else { return };
        if event.need_rescan() {
            // Events were lost: the config stands for everything.
            batch.insert(PathBuf::from(crate::config::FILE));
        }
        if matches!(event.kind, EventKind::Access(_)) {
            return;
        }
        for path in event.paths {
            if let Ok(relative) = path.strip_prefix(&self.root)
                && concerns_us(relative)
            {
                batch.insert(relative.to_owned());
            }
        }
    }
}

impl Iterator for Changes {
    type Item = Vec<PathBuf>;

    fn next(&mut self) -> Option<Vec<PathBuf>> {
        let mut batch = BTreeSet::new();
        while batch.is_empty() {
            let event = self.events.recv().ok()?;
            self.gather(event, &mut batch);
        }
        while let Ok(event) = self.events.recv_timeout(SETTLED) {
            self.gather(event, &mut batch);
        }
        for folder in FOLDERS {
            // One that went and came again within the batch is another one.
            if batch.contains(Path::new(folder)) {
                self.watched.remove(folder);
            }
        }
        self.watch_folders();
        Some(batch.into_iter().collect())
    }
}

/// Whether a path can change the site: the config, or something in one of the folders that is not
/// an editor's own (`.swp`, `~`, `4913`).
fn concerns_us(path: &Path) -> bool {
    let Some(first) = path.iter().next().and_then(|part| part.to_str()) else {
        return false;
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let own = name.starts_with('.') || name.ends_with('~') || name == "4913";
    (first == crate::config::FILE || FOLDERS.contains(&first)) && !own
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_becomes_the_site_counts() {
        for yes in [
            "allclear.toml",
            "incidents/2026/x.md",
            "public/logo.svg",
            "incidents",
        ] {
            assert!(concerns_us(Path::new(yes)), "{yes}");
        }
        for no in [
            "",
            "dist/index.html",
            "README.md",
            "incidents/.x.md.swp",
            "incidents/x.md~",
        ] {
            assert!(!concerns_us(Path::new(no)), "{no}");
        }
    }
}
