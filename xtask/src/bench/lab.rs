//! What all measurements share: the program, the sites, and the full builds.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::Args;
use super::room::Room;
use super::site::{NOW, Site};
use super::usage::Usage;
use crate::{shell, workspace};

/// How many incidents "10,000 incidents" are.
pub(crate) const MANY: usize = 10_000;

/// A tenth of them.
pub(crate) const FEW: usize = MANY / 10;

/// The program, how often to run it, and where.
pub(crate) struct Lab {
    /// The program, as an absolute path.
    pub(crate) bin: PathBuf,
    /// How often to measure.
    pub(crate) runs: usize,
    /// How many edits are one measurement.
    pub(crate) edits: usize,
    /// Whether Hugo is wanted.
    pub(crate) hugo: bool,
    /// Where the sites lie: in memory if that can be.
    pub(crate) room: Room,
    many: Vec<Usage>,
}

impl Lab {
    /// Finds or builds the program.
    pub(crate) fn new(args: &Args) -> Result<Self> {
        let bin = match &args.bin {
            Some(path) => path.clone(),
            None => dist()?,
        };
        let bin = bin
            .canonicalize()
            .with_context(|| format!("there is no {}", bin.display()))?;
        Ok(Self {
            bin,
            runs: if args.quick { 1 } else { 3 },
            edits: if args.quick { 5 } else { 20 },
            hugo: args.hugo,
            room: Room::in_memory().map_or_else(Room::on_disk, Ok)?,
            many: Vec::new(),
        })
    }

    /// The repository with `incidents` incidents, written when it is first asked for.
    pub(crate) fn site(&self, incidents: usize) -> Result<PathBuf> {
        let dir = self.room.path(&format!("site-{incidents}"));
        if !dir.exists() {
            Site { incidents }.write(&dir)?;
        }
        Ok(dir)
    }

    /// `allclear`, at work in `dir` with the clock fixed.
    pub(crate) fn allclear(&self, subcommand: &str, dir: &Path) -> Command {
        let mut command = Command::new(&self.bin);
        command.arg(subcommand).arg("--dir").arg(dir);
        command.args(["--now", NOW]);
        command
    }

    /// One full build of `dir` into `out`.
    pub(crate) fn build(&self, dir: &Path, out: &Path) -> Result<Usage> {
        Usage::of(self.allclear("build", dir).arg("--out").arg(out))
    }

    /// Full builds of [`MANY`] incidents, made when they are first asked for.
    pub(crate) fn many(&mut self) -> Result<Vec<Usage>> {
        if self.many.is_empty() {
            let site = self.site(MANY)?;
            for _ in 0..self.runs {
                let used = self.build_and_forget(&site)?;
                self.many.push(used);
            }
        }
        Ok(self.many.clone())
    }

    /// One full build of `dir`, of which only the cost is kept.
    pub(crate) fn build_and_forget(&mut self, dir: &Path) -> Result<Usage> {
        let out = self.room.fresh();
        let used = self.build(dir, &out)?;
        fs::remove_dir_all(&out)?;
        Ok(used)
    }
}

/// A release build that carries the bundle. Made by a process of its own: see [`Usage::memory`].
fn dist() -> Result<PathBuf> {
    let this = env::current_exe().context("where is this program?")?;
    shell::read(Command::new(this).arg("dist"))?;
    let built = workspace::allclear("release");
    let name = built.file_name().context("allclear has a name")?;
    Ok(workspace::target().join("dist").join(name))
}
