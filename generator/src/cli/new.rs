//! `allclear new`

mod incident;
mod maintenance;
mod notice;

use super::writing::finish::{self, Finished};
use super::writing::{Afterwards, Site, errors, message, path_of, shown, words};
use super::{CliError, Exit, Global, put, say};
use crate::author::template::{self, Fields};
use crate::author::{file, id};
use crate::config::Config;
use crate::content::incident::Around;
use crate::content::links::Here;
use crate::content::load::Entry;
use crate::content::markdown::Labels;
use crate::diagnostic::{self, Diagnostic};
use crate::source::SourceFile;
use crate::{content, when};
use model::{Impact, Instant};
use std::sync::Arc;

/// Write a new incident, maintenance or notice
///
/// What the flags leave out is asked for on a terminal. New files start from templates/ in your
/// repository, if there is one.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  allclear new incident \"Sign-in fails\" --component dashboard=major_outage --severity critical
  allclear new maintenance \"Database upgrade\" --component database --starts 02:00 --ends +90m
  allclear new notice \"We are moving\" --message \"This page moves on Friday.\" --pin")]
pub(super) struct Args {
    #[command(subcommand)]
    kind: KindArgs,
}

#[derive(clap::Subcommand)]
enum KindArgs {
    Incident(incident::Args),
    Maintenance(maintenance::Args),
    Notice(notice::Args),
}

/// What all three kinds have
#[derive(clap::Args)]
struct Common {
    /// One short sentence: what readers notice
    title: Option<String>,
    /// Who is hit, and how hard: operational, degraded_performance, partial_outage, major_outage,
    /// under_maintenance, or the first word of these. Again for each component
    #[arg(long, value_name = "ID[=IMPACT]", value_delimiter = ',')]
    component: Vec<String>,
    /// What readers should know, in Markdown; `-` reads it from stdin
    #[arg(long, short, value_name = "TEXT")]
    message: Option<String>,
    /// A free word, such as a cause. Again for each tag
    #[arg(long, value_name = "WORD", value_delimiter = ',')]
    tag: Vec<String>,
    /// Keep it off the page for now
    #[arg(long)]
    draft: bool,
    /// The name of the file, without .md [default: the date and the title]
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    #[command(flatten)]
    afterwards: Afterwards,
}

pub(super) fn run(args: &Args, global: &Global) -> Result<Exit, CliError> {
    let site = Site::open(global)?;
    match &args.kind {
        KindArgs::Incident(args) => incident::run(args, &site),
        KindArgs::Maintenance(args) => maintenance::run(args, &site),
        KindArgs::Notice(args) => notice::run(args, &site),
    }
}

impl Common {
    fn title(&self, site: &Site<'_>, kind: model::Kind) -> Result<String, CliError> {
        let title = match &self.title {
            Some(title) => title.clone(),
            None => site.form.title(kind)?,
        };
        match title.trim() {
            "" => Err(CliError::usage("the title is empty")),
            title => Ok(title.split_whitespace().collect::<Vec<_>>().join(" ")),
        }
    }

    fn components(&self, config: &Config) -> Result<Vec<(String, Option<Impact>)>, CliError> {
        let mut components: Vec<(String, Option<Impact>)> = Vec::new();
        for text in &self.component {
            let (id, impact) = words::component(text, config)?;
            if components.iter().any(|(other, _)| *other == id) {
                return Err(CliError::usage(format!("--component {id} is there twice")));
            }
            components.push((id, impact));
        }
        Ok(components)
    }

    /// Whether questions are asked at all: somebody who gives the words wants none.
    fn asks(&self, site: &Site<'_>) -> bool {
        site.form.is_possible() && self.message.is_none() && !self.afterwards.edit
    }

    /// The words; on a terminal they are asked for, and `suggestion` is what Enter takes.
    fn message(&self, site: &Site<'_>, suggestion: &str) -> Result<String, CliError> {
        match message(self.message.as_deref())? {
            Some(message) => Ok(message),
            None if self.afterwards.edit => Ok(suggestion.to_owned()),
            None if !site.form.is_possible() && !suggestion.is_empty() => Ok(suggestion.to_owned()),
            None => site.form.message(suggestion),
        }
    }

    fn id(&self, site: &Site<'_>, title: &str, at: Instant) -> Result<String, CliError> {
        let taken = |id: &str| {
            site.project
                .entries
                .iter()
                .any(|e| e.id.eq_ignore_ascii_case(id))
        };
        let config = &site.project.config;
        let Some(id) = &self.id else {
            let date = when::date(at, config.zone);
            let free = |id: &str| taken(id) || site.global.dir.join(path_of(id)).exists();
            return Ok(id::fresh(date, title, free));
        };
        if let Some(hint) = id::problem(id, &config.meta.locales) {
            return Err(CliError::usage(format!("`{id}` cannot be an id")).hint(hint));
        }
        if taken(id) {
            let error = CliError::usage(format!("there is an incident `{id}` already"));
            return Err(error.hint("choose another `--id`, or leave it out"));
        }
        Ok(id.clone())
    }
}

/// What is to be written, and how to tell people about it.
struct New<'a> {
    fields: Fields,
    /// When it begins, for its id.
    at: Instant,
    /// The first line of a commit's message.
    subject: String,
    common: &'a Common,
}

/// Writes the file, unless something is wrong with it.
fn write(site: &Site<'_>, new: &New<'_>) -> Result<Exit, CliError> {
    let common = new.common;
    let afterwards = &common.afterwards;
    let editor = finish::editor(afterwards)?;
    finish::repository(site, afterwards)?;
    let id = common.id(site, &new.fields.title, new.at)?;
    twice(site, &new.fields);
    let path = path_of(&id);
    let template = template::load(&site.global.dir, new.fields.kind)
        .map_err(|error| CliError::io("the template cannot be read").because(error))?;
    let zone = site.project.config.zone;
    let source = template::compose(&template, &new.fields, &path, zone)
        .map_err(|error| errors::compose(error, site.global))?;
    let found = problems(site, &source, &id);
    if diagnostic::has_errors(&found) {
        site.global.show(&found);
        let message = format!("{} would have errors", shown(site.global, &path));
        return Err(CliError::content(message).hint("nothing was written"));
    }
    if afterwards.dry_run {
        put(&source.text)?;
        return Ok(Exit::Done);
    }
    file::create(&site.global.dir.join(&path), &source.text).map_err(errors::file)?;
    let finished = Finished {
        path: &path,
        done: done(&new.fields),
        line: source.text.lines().count().max(1),
        subject: new.subject.clone(),
        message: &new.fields.message,
    };
    finish::finish(site, afterwards, editor, &finished)
}

/// Warns of an open one with the same title: somebody runs a command again that failed halfway, or
/// two people were awake.
fn twice(site: &Site<'_>, fields: &Fields) {
    let same = site.project.entries.iter().find(|entry| {
        entry.incident.as_ref().is_some_and(|other| {
            other.kind == fields.kind
                && other.kind != model::Kind::Notice
                && other.is_open(site.now)
                && other.text.title.to_lowercase() == fields.title.to_lowercase()
        })
    });
    if let Some(Entry { id, .. }) = same {
        say(&format!(
            "warning: `{id}` has the same title and is open\n  hint: `allclear update {id}` adds to it; delete the new file if it is the same\n",
        ));
    }
}

/// What is wrong with the file, as far as it can be seen before it is there.
fn problems(site: &Site<'_>, source: &Arc<SourceFile>, id: &str) -> Vec<Diagnostic> {
    let around = Around {
        zone: site.project.config.zone,
        now: site.now,
        listing: &site.project.index.listing,
        here: Here::default(),
        labels: &Labels::default(),
    };
    content::incident::read(Arc::clone(source), id, &around).found
}

/// `new incident: Sign-in fails (major; api, dashboard)`.
fn done(fields: &Fields) -> String {
    let mut facts = Vec::new();
    facts.extend(fields.state.map(|state| state.heading().to_lowercase()));
    facts.extend(fields.severity.map(|severity| severity.as_str().to_owned()));
    if let (Some(starts), Some(ends)) = (&fields.starts, &fields.ends) {
        facts.push(format!("{starts} to {ends}"));
    }
    let ids: Vec<&str> = fields
        .components
        .iter()
        .map(|(id, _)| id.as_str())
        .collect();
    if !ids.is_empty() {
        facts.push(ids.join(" and "));
    }
    if fields.draft {
        facts.push("a draft: not on the page yet".to_owned());
    }
    let facts = match facts.is_empty() {
        true => String::new(),
        false => format!(" ({})", facts.join("; ")),
    };
    format!("new {}: {}{facts}", fields.kind.as_str(), fields.title)
}
