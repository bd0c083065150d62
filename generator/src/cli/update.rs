//! `allclear update`

use super::writing::finish::{self, Finished};
use super::writing::{Afterwards, Site, errors, message, shown, words};
use super::{CliError, Exit, Global, put, say};
use crate::author::document::Document;
use crate::author::edit::{self, EditError, NewUpdate};
use crate::author::quote::Setting;
use crate::author::{diff, file, time};
use crate::content::load::Entry;
use crate::source::SourceFile;
use crate::when;
use model::{Affected, Incident, Instant, Kind, Severity, State};
use std::sync::Arc;

/// Add an update to an incident, a maintenance or a notice
///
/// It goes where the file's own order wants it; no other byte of the file changes.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  allclear update sign-in-fails --state identified --message \"A certificate has expired.\"
  allclear update sign-in --state monitoring --set dashboard=degraded --push
  allclear update database-upgrade --state cancelled --message \"We do it next week.\"
  allclear update                        asks, about the one that is open")]
pub(super) struct Args {
    /// Its id, or any unmistakable part of it [default: the only one that is open]
    id: Option<String>,
    /// Where it stands from now on [default: where it stood]
    #[arg(long, value_name = "STATE", value_parser = words::state)]
    state: Option<State>,
    /// What readers should know, in Markdown; `-` reads it from stdin
    #[arg(long, short, value_name = "TEXT")]
    message: Option<String>,
    /// How a component is from now on. Again for each component
    #[arg(long, value_name = "ID=IMPACT", value_delimiter = ',')]
    set: Vec<String>,
    /// How bad it has turned out to be, as a whole
    #[arg(long, value_name = "WORD", value_parser = words::severity())]
    severity: Option<Severity>,
    /// When: a time, `04:46`, `10m ago` [default: now]
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    at: Option<String>,
    #[command(flatten)]
    afterwards: Afterwards,
}

pub(super) fn run(args: &Args, global: &Global) -> Result<Exit, CliError> {
    let site = Site::open(global)?;
    let changes = args
        .set
        .iter()
        .map(|text| words::change(text, &site.project.config));
    let mut impacts = changes.collect::<Result<Vec<_>, _>>()?;
    let target = Target::find(&site, args.id.as_deref())?;
    let at = target.at(&site, args.at.as_deref())?;
    let current = target.state(at);
    let state = args
        .state
        .map(|state| words::state_of(target.document.kind, state))
        .transpose()?;
    let said = message(args.message.as_deref())?;
    let ask = state.is_none() && said.is_none() && !args.afterwards.edit;
    let state = match (state, current) {
        (Some(state), _) => state,
        (None, _) if ask && site.form.is_possible() => site
            .form
            .state(target.document.kind, target.likely(current))?,
        (None, Some(current)) => current,
        (None, None) => {
            site.form
                .need("--state", "--state monitoring, or another")?;
            site.form.state(target.document.kind, target.likely(None))?
        }
    };
    if ask && impacts.is_empty() && !state.is_final() && site.form.is_possible() {
        impacts = site.form.changes(&target.hit(at))?;
    }
    if state == State::Completed && current == Some(State::Scheduled) {
        return Err(not_begun(&site, &target));
    }
    if state.is_final() && !impacts.is_empty() {
        let message = format!("--set has no effect on a `{}` update", state.as_str());
        return Err(CliError::usage(message).hint("it ends all impact by itself; leave --set out"));
    }
    let message = match said {
        Some(message) => message,
        None if args.afterwards.edit => String::new(),
        None => site.form.message("")?,
    };
    let update = NewUpdate {
        state,
        at,
        impacts,
        auto: false,
        message,
    };
    target.write(&site, &args.afterwards, &update, args.severity)
}

/// The file that gets an update.
pub(super) struct Target {
    pub(super) document: Document,
    pub(super) incident: Option<Arc<Incident>>,
    pub(super) id: String,
}

impl Target {
    /// Finds and reads it.
    pub(super) fn find(site: &Site<'_>, wanted: Option<&str>) -> Result<Target, CliError> {
        let entry: &Entry = site.entry(wanted)?;
        let source = site.source(entry)?;
        let path = source.display_path();
        let document = Document::read(source, site.project.config.zone);
        let document = document
            .map_err(|found| errors::edit(EditError::Broken { path, found }, site.global))?;
        Ok(Target {
            document,
            incident: entry.incident.clone(),
            id: entry.id.clone(),
        })
    }

    /// The time of the new update.
    pub(super) fn at(&self, site: &Site<'_>, text: Option<&str>) -> Result<Instant, CliError> {
        let latest = self
            .document
            .latest()
            .map(|section| section.heading.when.at);
        let Some(text) = text else {
            return Ok(time::after(latest, site.now));
        };
        let at = site.time("at", text)?.at;
        match self.start() {
            // Short forms know no seconds.
            Some(start) if at == time::whole_minute(start) => Ok(start),
            Some(start) if at < start => Err(CliError::usage(format!(
                "`--at` is before it began, {}",
                when::utc_text(start)
            ))
            .hint("check the date and the zone; if it began earlier, change the file itself")),
            _ => Ok(at),
        }
    }

    /// When an incident began, even if the file is broken. What is planned may be talked about
    /// before it begins.
    fn start(&self) -> Option<Instant> {
        if self.document.kind != Kind::Incident {
            return None;
        }
        let first = || {
            self.document
                .updates
                .iter()
                .map(|s| s.heading.when.at)
                .min()
        };
        let known = self.incident.as_ref().and_then(|i| i.start());
        known.or_else(first)
    }

    /// Where it stands at `at`; `None` for a notice that has no updates.
    pub(super) fn state(&self, at: Instant) -> Option<State> {
        match (&self.incident, self.document.kind) {
            (_, Kind::Notice) => self.document.state(),
            (Some(incident), _) => Some(incident.state(at)),
            (None, kind) => self.document.state().or(State::of(kind).first().copied()),
        }
    }

    /// The state that is likely to come after `current`.
    fn likely(&self, current: Option<State>) -> State {
        let states = State::of(self.document.kind);
        let next = current
            .filter(|state| !state.is_final())
            .map_or(0, |state| state.rank() + 1);
        // Cancelling is never the likely thing.
        let last = if self.document.kind == Kind::Maintenance {
            3
        } else {
            states.len() - 1
        };
        states[next.min(last)]
    }

    /// Who is hit at `at`, and how hard.
    fn hit(&self, at: Instant) -> Vec<Affected> {
        let Some(incident) = &self.incident else {
            return Vec::new();
        };
        let affected = |component: &str| Affected {
            component: component.to_owned(),
            impact: incident.impact_on(component, at).unwrap_or_default(),
        };
        incident.touches().into_iter().map(affected).collect()
    }

    /// Warns of an update that says what the last one says: a command that failed halfway and was
    /// run again.
    fn twice(&self, update: &NewUpdate) {
        let Some(last) = self.document.latest() else {
            return;
        };
        let words = self.document.words(last);
        let same = words
            .split_whitespace()
            .eq(update.message.split_whitespace());
        if last.heading.state == update.state && same && !words.trim().is_empty() {
            say(&format!(
                "warning: the last update, {}, says just the same\n  hint: delete one of them if you ran this command twice\n",
                when::utc_text(last.heading.when.at)
            ));
        }
    }

    /// Writes the update, and the severity if that changes.
    pub(super) fn write(
        self,
        site: &Site<'_>,
        afterwards: &Afterwards,
        update: &NewUpdate,
        severity: Option<Severity>,
    ) -> Result<Exit, CliError> {
        let editor = finish::editor(afterwards)?;
        finish::repository(site, afterwards)?;
        self.twice(update);
        let failed = |error| errors::edit(error, site.global);
        let old = Arc::clone(&self.document.source);
        let mut document = self.document;
        if let Some(severity) = severity {
            let setting = Setting::Text(severity.as_str().to_owned());
            if let Some(edit) = edit::set(&document, "severity", &setting).map_err(failed)? {
                document = reread(&document, edit.apply(document.text())).map_err(failed)?;
            }
        }
        let edit = edit::insert(&document, update).map_err(failed)?;
        let new = edit.apply(document.text());
        if afterwards.dry_run {
            put(&diff::unified(&old.display_path(), Some(&old.text), &new))?;
            return Ok(Exit::Done);
        }
        let path = site.global.dir.join(&old.path);
        file::replace(&path, &old.text, &new).map_err(errors::file)?;
        let state = update.state.heading().to_lowercase();
        let changes: Vec<String> = update
            .impacts
            .iter()
            .map(|a| {
                format!(
                    "; {} is now {}",
                    a.component,
                    super::writing::ask::words(a.impact)
                )
            })
            .collect();
        let line = new[..edit.range.start + edit.text.trim_end().len()]
            .lines()
            .count();
        let finished = Finished {
            path: &old.path,
            done: format!("{}: {state}{}", document.title, changes.concat()),
            line: line.max(1),
            subject: format!("{}: {state}", document.title),
            message: &update.message,
        };
        finish::finish(site, afterwards, editor, &finished)
    }
}

fn reread(document: &Document, text: String) -> Result<Document, EditError> {
    let path = document.source.display_path();
    let source = Arc::new(SourceFile::new(&document.source.path, text));
    Document::read(source, document.zone).map_err(|found| EditError::Broken { path, found })
}

/// What has not begun cannot be complete.
pub(super) fn not_begun(site: &Site<'_>, target: &Target) -> CliError {
    let hint = format!(
        "`allclear update {} --state cancelled` calls it off",
        target.id
    );
    CliError::content(format!("{} has not begun", name(site, target))).hint(hint)
}

/// The path of a target, for messages.
pub(super) fn name(site: &Site<'_>, target: &Target) -> String {
    shown(site.global, &target.document.source.path)
}
