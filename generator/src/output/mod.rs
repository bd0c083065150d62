//! The one place that writes the site.
//!
//! Every file is written beside its place and renamed, so that a reader sees the old
//! page or the new one and never half of either. The list of files is extended before the first
//! new file appears and shortened after the last old one is gone, so that whatever moment a build
//! dies at, the next one knows what is there and heals the rest. Files that no list names are
//! somebody else's and stay.

mod manifest;

use manifest::Manifest;
use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A folder that is there while a build is under way. One that died leaves it behind, and then
/// what it was writing may lie about, too.
const UNDER_WAY: &str = ".allclear-tmp";

/// What a file is called, with its own name in front, until it is whole. It lies beside its place:
/// renaming within a folder needs no lock of the whole file system, and a folder of its own would
/// be what all threads wait for.
const PART: &str = ".allclear-part";

/// A file system operation that failed, and on what.
#[derive(Debug, thiserror::Error)]
#[error("cannot {action} {}", path.display())]
pub struct OutputError {
    /// Such as "write".
    pub action: &'static str,
    /// The file or folder.
    pub path: PathBuf,
    /// Why.
    #[source]
    pub source: io::Error,
}

/// What [`OutputError::action`] says of a file that another wrote.
pub const FOREIGN: &str = "take the place of";

/// Refuses to write over a file of somebody else in a folder that no build has written to yet.
///
/// # Errors
/// The first of the `planned` files that is there already.
pub fn refuse_foreign(dir: &Path, planned: &[String]) -> Result<(), OutputError> {
    let empty = std::fs::read_dir(dir).map_or(true, |mut entries| entries.next().is_none());
    if empty || dir.join(manifest::NAME).is_file() {
        return Ok(());
    }
    let there = |path: &&String| dir.join(path).symlink_metadata().is_ok();
    match planned.iter().filter(there).min() {
        Some(path) => {
            let source = io::Error::new(io::ErrorKind::AlreadyExists, "no build wrote it");
            Err(failed(FOREIGN, &dir.join(path), source))
        }
        None => Ok(()),
    }
}

/// What a build did to the folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that are new or changed.
    pub written: usize,
    /// Files that were as they should be.
    pub unchanged: usize,
    /// Files of an earlier build that nobody needs any more.
    pub deleted: usize,
}

/// A folder that a site is being written to; can be shared between threads.
pub struct Output {
    dir: PathBuf,
    under_way: PathBuf,
    before: Manifest,
    planned: Manifest,
    folders: Mutex<HashSet<PathBuf>>,
    written: AtomicUsize,
    unchanged: AtomicUsize,
    deleted: AtomicUsize,
}

impl Output {
    /// Opens `dir` for a site of exactly the `planned` files (paths with `/`).
    pub fn open(dir: &Path, planned: Vec<String>) -> Result<Output, OutputError> {
        let under_way = dir.join(UNDER_WAY);
        create_dir(dir)?;
        let before = Manifest::read(dir);
        if under_way.exists() {
            remove_leftovers(dir, &before, &under_way)?;
        }
        let planned = Manifest::of(planned);
        let list_to_write = before.with(&planned);
        let output = Output {
            dir: dir.to_owned(),
            under_way,
            before,
            planned,
            folders: Mutex::default(),
            written: AtomicUsize::new(0),
            unchanged: AtomicUsize::new(0),
            deleted: AtomicUsize::new(0),
        };
        if let Some(both) = list_to_write {
            output.replace(manifest::NAME, both.text().as_bytes())?;
            output.make_room()?;
        }
        Ok(output)
    }

    /// Deletes files of ours whose place a folder takes, and folders whose place a file takes.
    /// All else is deleted last.
    fn make_room(&self) -> Result<(), OutputError> {
        for path in self.planned.paths().filter(|p| !self.before.contains(p)) {
            let above = path.match_indices('/').map(|(at, _)| &path[..at]);
            let in_the_way = above.filter(|folder| self.before.contains(folder));
            for file in in_the_way.chain(self.before.below(path)) {
                if !self.planned.contains(file) {
                    self.delete(file)?;
                }
            }
        }
        Ok(())
    }

    /// Deletes a file, and the folders that are empty without it.
    fn delete(&self, path: &str) -> Result<(), OutputError> {
        use io::ErrorKind::{NotADirectory, NotFound};
        let file = self.dir.join(path);
        match std::fs::remove_file(&file) {
            Ok(()) => {
                self.deleted.fetch_add(1, Ordering::Relaxed);
            }
            Err(e) if matches!(e.kind(), NotFound | NotADirectory) => {}
            // It has made room for a folder of the same name.
            Err(_) if file.is_dir() => return Ok(()),
            Err(source) => return Err(failed("delete", &file, source)),
        }
        self.remove_empty_folders(path);
        Ok(())
    }

    /// Makes the file at `path` say `bytes`; touches nothing if it already does.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), OutputError> {
        if self.says(path, bytes) {
            self.unchanged.fetch_add(1, Ordering::Relaxed);
            return Ok(());
        }
        self.replace(path, bytes)?;
        self.written.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    /// Counts a planned file that needs no look, because it was made from the same.
    pub fn keep(&self) {
        self.unchanged.fetch_add(1, Ordering::Relaxed);
    }

    /// Whether the file at `path` says `bytes`.
    pub fn says(&self, path: &str, bytes: &[u8]) -> bool {
        if !self.before.contains(path) {
            return false;
        }
        let file = self.dir.join(path);
        let length = std::fs::metadata(&file).map(|m| m.len());
        length.is_ok_and(|l| l == bytes.len() as u64)
            && std::fs::read(&file).is_ok_and(|old| old == bytes)
    }

    /// How many files have been written so far.
    pub fn written(&self) -> usize {
        self.written.load(Ordering::Relaxed)
    }

    /// Deletes what an earlier build left and this one does not need, and settles the list.
    pub fn finish(self) -> Result<Written, OutputError> {
        let same = self.before == self.planned;
        for path in self.before.paths().filter(|_| !same) {
            if !self.planned.contains(path) {
                self.delete(path)?;
            }
        }
        if !same {
            self.replace(manifest::NAME, self.planned.text().as_bytes())?;
        }
        // Nothing to do if no file was written.
        let _ = std::fs::remove_dir(&self.under_way);
        Ok(Written {
            written: self.written.into_inner(),
            unchanged: self.unchanged.into_inner(),
            deleted: self.deleted.into_inner(),
        })
    }

    fn remove_empty_folders(&self, path: &str) {
        let mut folder = Path::new(path).parent();
        while let Some(inner) = folder.filter(|f| !f.as_os_str().is_empty()) {
            // Fails where something is left in it, and then so would its parents.
            if std::fs::remove_dir(self.dir.join(inner)).is_err() {
                break;
            }
            folder = inner.parent();
        }
    }

    fn replace(&self, path: &str, bytes: &[u8]) -> Result<(), OutputError> {
        let target = self.dir.join(path);
        self.folder(&self.under_way)?;
        if let Some(parent) = target.parent() {
            self.folder(parent)?;
        }
        let staged = part(&target);
        std::fs::write(&staged, bytes).map_err(|e| failed("write", &staged, e))?;
        std::fs::rename(&staged, &target).map_err(|e| failed("write", &target, e))
    }

    fn folder(&self, folder: &Path) -> Result<(), OutputError> {
        let known = |set: &HashSet<PathBuf>| set.contains(folder);
        if self.folders.lock().is_ok_and(|set| known(&set)) {
            return Ok(());
        }
        match std::fs::create_dir(folder) {
            Ok(()) => {}
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => {}
            Err(_) => create_dir(folder)?,
        }
        if let Ok(mut set) = self.folders.lock() {
            set.insert(folder.to_owned());
        }
        Ok(())
    }
}

/// What a build that died left half written.
fn remove_leftovers(dir: &Path, list: &Manifest, under_way: &Path) -> Result<(), OutputError> {
    let paths = list.paths().chain([manifest::NAME]);
    for file in paths.map(|path| part(&dir.join(path))) {
        match std::fs::remove_file(&file) {
            // A part of the way may be a file by now.
            Err(e) if file.exists() => return Err(failed("delete", &file, e)),
            _ => {}
        }
    }
    match std::fs::remove_dir_all(under_way) {
        Err(e) if e.kind() != io::ErrorKind::NotFound => Err(failed("delete", under_way, e)),
        _ => Ok(()),
    }
}

/// What `target` is called until it is whole.
fn part(target: &Path) -> PathBuf {
    let mut name = target.as_os_str().to_owned();
    name.push(PART);
    PathBuf::from(name)
}

fn create_dir(dir: &Path) -> Result<(), OutputError> {
    std::fs::create_dir_all(dir).map_err(|e| failed("create", dir, e))
}

fn failed(action: &'static str, path: &Path, source: io::Error) -> OutputError {
    OutputError {
        action,
        path: path.to_owned(),
        source,
    }
}

#[cfg(test)]
mod tests;
