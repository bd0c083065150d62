//! `allclear init`

use super::writing::{ask::Form, errors};
use super::{CliError, Exit, Global, counted, put, say};
use crate::author::init::{self, Plan, Site};
use crate::author::{file, git};
use crate::{config, when};
use chrono_tz::Tz;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Make a new site: config, two sample incidents, templates, workflow
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  allclear init my-status
  allclear init my-status --title \"Example status\" --url https://status.example.com/ --git
  allclear init --timezone Europe/Berlin        in this folder")]
pub(super) struct Args {
    /// The folder; made if it isn't there [default: --dir]
    #[arg(value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    folder: Option<PathBuf>,
    /// What the page is called
    #[arg(long)]
    title: Option<String>,
    /// Where the page will be
    #[arg(long)]
    url: Option<String>,
    /// The zone of its times, such as Europe/Berlin
    #[arg(long, value_name = "ZONE", value_parser = zone)]
    timezone: Option<Tz>,
    /// Replace files that are there; without it, what is there is kept
    #[arg(long)]
    force: bool,
    /// Make it a git repository, unless it lies in one
    #[arg(long)]
    git: bool,
}

pub(super) fn run(args: &Args, global: &Global) -> Result<Exit, CliError> {
    let folder = args.folder.as_ref().unwrap_or(&global.dir);
    let mut site = Site {
        title: args.title.clone(),
        url: args.url.clone(),
        zone: args.timezone,
    };
    refuse(folder, &init::files(&site, global.now()), args.force)?;
    let form = Form::new();
    if form.is_possible() && site.title.is_none() && site.url.is_none() {
        site.title = Some(form.line("What is the page called?", "Example status")?);
        let url = form.line("Where will it be?", "https://example.github.io/status/")?;
        site.url = Some(url);
    }
    if let Some(title) = &mut site.title {
        *title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    match &site.title {
        Some(title) if title.is_empty() => return Err(CliError::usage("the title is empty")),
        _ => {}
    }
    if let Some(url) = &mut site.url {
        *url = address(url)?;
    }
    let files = init::files(&site, global.now());
    let plan = match args.force {
        true => Plan {
            write: files,
            ..Plan::default()
        },
        false => init::beside(folder, files)
            .map_err(|error| CliError::io("the .gitignore cannot be read").because(error))?,
    };
    for (path, text) in &plan.write {
        file::write(&folder.join(path), text).map_err(errors::file)?;
    }
    let repository = args.git.then(|| git::init(folder)).transpose();
    let repository = repository.map_err(|error| {
        CliError::io("the site is there, but not a git repository").because(error)
    })?;
    put(&format!("{}\n", folder.display()))?;
    say(&next_steps(folder, &plan, repository == Some(true)));
    Ok(Exit::Done)
}

/// A site is not made where there is one.
fn refuse(folder: &Path, files: &[(String, String)], force: bool) -> Result<(), CliError> {
    let there = init::already_there(folder, files);
    if there.is_empty() || force {
        return Ok(());
    }
    let is = if there.len() == 1 { "is" } else { "are" };
    let message = format!(
        "{} {is} there already in {}: {}",
        counted(there.len(), "file"),
        match folder == Path::new(".") {
            true => "this folder".to_owned(),
            false => folder.display().to_string(),
        },
        there.join(", ")
    );
    Err(CliError::content(message)
        .hint("nothing was written; --force replaces all that init writes, README.md too"))
}

fn address(url: &str) -> Result<String, CliError> {
    let url = url.trim();
    if config::origin(url).is_none() || url.contains(['?', '#']) {
        return Err(CliError::usage(format!("`{url}` is no address of a site"))
            .hint("write `https://example.github.io/status/`"));
    }
    Ok(format!("{}/", url.trim_end_matches('/')))
}

fn zone(name: &str) -> Result<Tz, String> {
    Tz::from_str_insensitive(name).map_err(|_| match when::nearest_zone(name) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "use an IANA name such as `Europe/Berlin`".to_owned(),
    })
}

fn next_steps(folder: &Path, plan: &Plan, repository: bool) -> String {
    let mut out = format!("{} written", counted(plan.write.len(), "file"));
    out.push_str(if repository {
        ", in a new git repository\n"
    } else {
        "\n"
    });
    if plan.ignored > 0 {
        let lines = counted(plan.ignored, "line");
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{lines} added to .gitignore");
    }
    if !plan.kept.is_empty() {
        let _ = writeln!(out, "kept as it was: {}", plan.kept.join(", "));
    }
    out.push_str("\nnext:\n");
    let mut step = |command: &str, what: &str| {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "  {command:34} {what}");
    };
    if folder != Path::new(".") {
        step(&format!("cd {}", folder.display()), "");
    }
    step(
        "allclear serve",
        "look at it; edit allclear.toml and watch the page change",
    );
    step("allclear new incident", "when something breaks");
    step("allclear check", "before you push");
    out.push_str(
        "\nBefore it can be published, say where the allclear command comes from: under `env` in\n\
         .github/workflows/status.yml.\n",
    );
    if !plan.kept.iter().any(|path| path == "README.md") {
        out.push_str("README.md says how to put it on GitHub Pages, or anywhere else.\n");
    }
    out.lines()
        .map(|line| format!("{}\n", line.trim_end()))
        .collect()
}
