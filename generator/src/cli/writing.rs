//! What the commands share that write incidents: the site they work on, and the flags for what
//! happens with a file when it is written.

pub(super) mod ask;
pub(super) mod errors;
pub(super) mod finish;
pub(super) mod words;

use super::{CliError, Global};
use crate::author::id::{self, Candidate};
use crate::author::time::{self, Clock};
use crate::check::timeline;
use crate::config;
use crate::content::load::{DIR, Entry};
use crate::project::Project;
use crate::source::SourceFile;
use crate::when;
use ask::Form;
use model::Instant;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Flags for what happens when the file is written
#[derive(clap::Args, Clone, Debug, Default)]
pub(super) struct Afterwards {
    /// Open the file in $VISUAL or $EDITOR
    #[arg(long)]
    pub(super) edit: bool,
    /// Commit this file, and nothing else, to git
    #[arg(long, conflicts_with = "dry_run")]
    pub(super) commit: bool,
    /// Commit it and push
    #[arg(long, conflicts_with = "dry_run")]
    pub(super) push: bool,
    /// Show on stdout what would be written, and write nothing
    #[arg(long, conflicts_with = "edit")]
    pub(super) dry_run: bool,
}

/// The site that is written in.
pub(super) struct Site<'a> {
    pub(super) global: &'a Global,
    pub(super) project: Project,
    pub(super) now: Instant,
    pub(super) form: Form,
}

impl<'a> Site<'a> {
    /// Reads the site. Broken incidents and a config with mistakes don't stand in the way of
    /// telling people what is going on; a folder that is no site does.
    pub(super) fn open(global: &'a Global) -> Result<Site<'a>, CliError> {
        let path = global.dir.join(config::FILE);
        if !path.exists() {
            let message = format!("there is no {} in {}", config::FILE, global.dir.display());
            return Err(CliError::usage(message).hint(
                "run this in a site's folder or name it with `--dir`; `allclear init` makes a new one",
            ));
        }
        let now = global.now();
        Ok(Site {
            global,
            project: Project::load(&global.dir, now),
            now,
            form: Form::new(),
        })
    }

    /// The incidents that can be meant, in the order of their files.
    pub(super) fn candidates(&self) -> Vec<Candidate> {
        let candidate = |entry: &Entry| {
            let incident = entry.incident.as_ref();
            Candidate {
                id: entry.id.clone(),
                title: incident.map_or_else(|| "broken".to_owned(), |i| i.text.title.clone()),
                open: incident
                    .is_some_and(|i| i.kind != model::Kind::Notice && i.is_open(self.now)),
            }
        };
        self.project.entries.iter().map(candidate).collect()
    }

    /// The entry that `wanted` names; the only open one if it is left out.
    pub(super) fn entry(&self, wanted: Option<&str>) -> Result<&Entry, CliError> {
        let candidates = self.candidates();
        let found = match wanted {
            Some(wanted) => id::find(wanted, &candidates).map(|c| c.id.clone()),
            None => match id::only_open(&candidates) {
                Err(id::IdError::Omitted(open)) if open.len() > 1 && self.form.is_possible() => {
                    Ok(self.form.incident(open)?)
                }
                other => other.map(|c| c.id.clone()),
            },
        };
        let id = found.map_err(errors::id)?;
        let entry = self.project.entries.iter().find(|entry| entry.id == id);
        entry.ok_or_else(|| CliError::content(format!("no incident is called `{id}`")))
    }

    /// The file of an entry as it is on the disk, byte for byte.
    pub(super) fn source(&self, entry: &Entry) -> Result<Arc<SourceFile>, CliError> {
        let path = &entry.source.path;
        match std::fs::read_to_string(self.global.dir.join(path)) {
            Ok(text) => Ok(Arc::new(SourceFile::new(path, text))),
            Err(error) => {
                Err(CliError::io(format!("{} cannot be read", path.display())).because(error))
            }
        }
    }

    /// Reads a time of the command line at which something happened: not in the future.
    pub(super) fn time(&self, flag: &str, text: &str) -> Result<time::Written, CliError> {
        let written = self.written(flag, text, self.clock(self.now, true), None)?;
        if written.at > self.now + timeline::TOLERANCE {
            let message = format!(
                "--{flag}: {} lies in the future",
                when::utc_text(written.at)
            );
            let hint =
                "check the date and the zone; what is planned is an `allclear new maintenance`";
            return Err(CliError::usage(message).hint(hint));
        }
        Ok(written)
    }

    /// Reads a time of the command line at which something will happen.
    pub(super) fn plan(&self, flag: &str, text: &str) -> Result<time::Written, CliError> {
        self.written(flag, text, self.clock(self.now, false), None)
    }

    /// Reads the end of what begins at `start`.
    pub(super) fn end(
        &self,
        flag: &str,
        text: &str,
        start: &time::Written,
    ) -> Result<time::Written, CliError> {
        let end = self.written(flag, text, self.clock(start.at, false), Some(&start.text))?;
        match end.at > start.at {
            true => Ok(end),
            false => Err(CliError::usage(format!(
                "--{flag}: {} is not after {}",
                end.text, start.text
            ))),
        }
    }

    fn clock(&self, base: Instant, past: bool) -> Clock {
        Clock {
            now: self.now,
            base,
            past,
            zone: self.project.config.zone,
        }
    }

    fn written(
        &self,
        flag: &str,
        text: &str,
        clock: Clock,
        example: Option<&str>,
    ) -> Result<time::Written, CliError> {
        time::written(text, clock, example).map_err(|error| {
            let relative = if clock.past {
                "`10m ago`"
            } else {
                "`in 2h`, `+2h`"
            };
            let hint = format!("{}; or shorter, `04:46`, {relative}", error.hint());
            CliError::usage(format!("--{flag}: {error}")).hint(hint)
        })
    }
}

/// The words of a flag, or those of stdin for `-`.
pub(super) fn message(flag: Option<&str>) -> Result<Option<String>, CliError> {
    match flag {
        Some("-") => {
            let mut text = String::new();
            let read = std::io::stdin().read_to_string(&mut text);
            read.map_err(|error| CliError::io("stdin cannot be read as UTF-8").because(error))?;
            Ok(Some(text))
        }
        flag => Ok(flag.map(str::to_owned)),
    }
}

/// Where a new incident's file goes, relative to the repository.
pub(super) fn path_of(id: &str) -> PathBuf {
    PathBuf::from(DIR).join(format!("{id}.md"))
}

/// The path as somebody in the current folder would write it.
pub(super) fn shown(global: &Global, path: &Path) -> String {
    let path = match global.dir.as_path() {
        dir if dir == Path::new(".") => path.to_owned(),
        dir => dir.join(path),
    };
    path.to_string_lossy().replace('\\', "/")
}
