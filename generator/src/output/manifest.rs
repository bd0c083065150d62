//! The list of files that a build put into the folder: `.allclear-files`, a path a line, sorted.

use std::path::Path;

/// Its name in the output folder.
pub(super) const NAME: &str = ".allclear-files";

/// Paths below the output folder, with `/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest(Vec<String>);

impl Manifest {
    /// Reads the list of `dir`; without one it is empty. Lines that lead out of the folder are
    /// none of ours.
    pub(super) fn read(dir: &Path) -> Manifest {
        let text = std::fs::read_to_string(dir.join(NAME)).unwrap_or_default();
        let inside = |path: &&str| {
            let mut parts = path.split('/');
            !path.is_empty() && parts.all(|part| !matches!(part, "" | "." | ".."))
        };
        Manifest::of(text.lines().filter(inside).map(str::to_owned))
    }

    /// The list of `paths`.
    pub(super) fn of(paths: impl IntoIterator<Item = String>) -> Manifest {
        let mut paths: Vec<String> = paths.into_iter().collect();
        paths.sort_unstable();
        paths.dedup();
        Manifest(paths)
    }

    /// This list and `other`; `None` if this one names all of them already.
    pub(super) fn with(&self, other: &Manifest) -> Option<Manifest> {
        if self == other || other.0.iter().all(|path| self.contains(path)) {
            return None;
        }
        Some(Manifest::of(self.0.iter().chain(&other.0).cloned()))
    }

    /// Whether it names `path`.
    pub(super) fn contains(&self, path: &str) -> bool {
        self.0
            .binary_search_by(|known| known.as_str().cmp(path))
            .is_ok()
    }

    /// Its paths below the folder `path`.
    pub(super) fn below(&self, path: &str) -> impl Iterator<Item = &str> {
        let folder = format!("{path}/");
        let from = self.0.partition_point(|p| *p < folder);
        let paths = self.0[from..].iter().map(String::as_str);
        paths.take_while(move |p| p.starts_with(&folder))
    }

    /// Its paths, sorted.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// As the file says it.
    pub(super) fn text(&self) -> String {
        let mut text = String::with_capacity(self.0.len() * 40);
        for path in &self.0 {
            text.push_str(path);
            text.push('\n');
        }
        text
    }
}
