//! Where sites are built while they are measured: folders that go away in the end.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::workspace;

/// Linux' file system in memory.
const MEMORY: &str = "/dev/shm";

/// A folder for everything, and in it any number of fresh ones.
pub(crate) struct Room {
    dir: TempDir,
    fresh: usize,
}

impl Room {
    /// On the disk that holds `target/`.
    pub(crate) fn on_disk() -> Result<Self> {
        let dir = workspace::target().join("bench");
        fs::create_dir_all(&dir).with_context(|| format!("cannot make {}", dir.display()))?;
        Self::below(&dir)
    }

    /// In memory, if this system has a place for it.
    pub(crate) fn in_memory() -> Option<Self> {
        let dir = Path::new(MEMORY);
        dir.is_dir().then(|| Self::below(dir).ok()).flatten()
    }

    fn below(dir: &Path) -> Result<Self> {
        let dir = tempfile::Builder::new()
            .prefix("allclear-bench-")
            .tempdir_in(dir);
        let dir = dir.context("cannot make a temporary folder")?;
        Ok(Self { dir, fresh: 0 })
    }

    /// A path in here.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// A path at which nothing is yet.
    pub(crate) fn fresh(&mut self) -> PathBuf {
        self.fresh += 1;
        self.path(&format!("fresh-{}", self.fresh))
    }
}
