//! The repository that `allclear init` writes. It lies in `generator/templates/init/` as it is, so
//! that it can be read and tried there; here its title, address and dates are filled in.

use crate::author::quote;
use crate::config;
use crate::content::load;
use crate::when;
use chrono::{Datelike, Days, NaiveDate};
use chrono_tz::Tz;
use model::{Instant, Kind};
use std::path::Path;
use std::{fs, io};

macro_rules! embedded {
    ($($path:literal),* $(,)?) => {
        [$(($path, include_str!(concat!("../../templates/init/", $path)))),*]
    };
}

/// Every file of the repository: path and text.
const FILES: [(&str, &str); 11] = embedded![
    ".github/workflows/status.yml",
    ".gitignore",
    "README.md",
    "allclear.toml",
    "incidents/2026-01-15-example-outage.md",
    "incidents/example-maintenance.md",
    "public/.gitkeep",
    "templates/incident.md",
    "templates/maintenance.md",
    "templates/notice.md",
    "templates/postmortem.md",
];

/// The embedded template of `kind`.
pub fn template(kind: Kind) -> &'static str {
    match kind {
        Kind::Incident => include_str!("../../templates/init/templates/incident.md"),
        Kind::Maintenance => include_str!("../../templates/init/templates/maintenance.md"),
        Kind::Notice => include_str!("../../templates/init/templates/notice.md"),
    }
}

/// What a new repository is told about its page.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// What the page is called.
    pub title: Option<String>,
    /// Where it will be.
    pub url: Option<String>,
    /// The zone of its times.
    pub zone: Option<Tz>,
}

/// The files of a new repository, path and text. Its samples happened a few days before `now`, or
/// will happen soon after.
pub fn files(site: &Site, now: Instant) -> Vec<(String, String)> {
    let dates = Dates::around(when::date(now, Tz::UTC));
    let fill = |(path, text): &(&str, &str)| {
        let mut text = dates.fill(text);
        match *path {
            "allclear.toml" => text = config(text, site),
            "README.md" => {
                if let Some(title) = &site.title {
                    text = text.replacen(README_TITLE, &format!("# {title}\n"), 1);
                }
            }
            _ => {}
        }
        (dates.fill(path), text)
    };
    FILES.iter().map(fill).collect()
}

/// What is to be written into a folder where somebody has been before.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Path and text of each file.
    pub write: Vec<(String, String)>,
    /// Files that stay as they are.
    pub kept: Vec<String>,
    /// How many lines `.gitignore` gets, if it is there.
    pub ignored: usize,
}

/// Leaves alone what is in `root`, and adds what `.gitignore` lacks.
pub fn beside(root: &Path, files: Vec<(String, String)>) -> io::Result<Plan> {
    let mut plan = Plan::default();
    for (path, text) in files {
        if root.join(&path).symlink_metadata().is_err() {
            plan.write.push((path, text));
        } else if path == IGNORE {
            let old = fs::read_to_string(root.join(&path))?;
            let new = missing(&old, &text);
            match new.is_empty() {
                true => plan.kept.push(path),
                false => {
                    plan.ignored = new.trim_start().lines().count();
                    plan.write.push((path, format!("{old}{new}")));
                }
            }
        } else {
            plan.kept.push(path);
        }
    }
    Ok(plan)
}

/// The lines of `ours` that `theirs` lacks, to be appended to it.
fn missing(theirs: &str, ours: &str) -> String {
    let lacks = |line: &&str| {
        let bare = |line: &str| line.trim().trim_matches('/').to_owned();
        !theirs.lines().any(|their| bare(their) == bare(line))
    };
    let lines: Vec<&str> = ours.lines().filter(lacks).collect();
    if lines.is_empty() {
        return String::new();
    }
    let end = match theirs.is_empty() || theirs.ends_with('\n') {
        true => "",
        false => "\n",
    };
    format!("{end}{}\n", lines.join("\n"))
}

/// Those of `files` that make a site and are in `root` already.
pub fn already_there(root: &Path, files: &[(String, String)]) -> Vec<String> {
    let there = files
        .iter()
        .filter(|(path, _)| path == config::FILE || path.starts_with(load::DIR))
        .filter(|(path, _)| root.join(path).symlink_metadata().is_ok());
    there.map(|(path, _)| path.clone()).collect()
}

const IGNORE: &str = ".gitignore";
const README_TITLE: &str = "# Status page\n";
const TITLE: &str = "title = \"Example status\"\n";
const DESCRIPTION: &str =
    "description = \"What works at Example, what doesn't, and what is planned.\"\n";
const NEW_DESCRIPTION: &str = "description = \"What works, what doesn't, and what is planned.\"\n";
const URL: &str = "url = \"https://example.github.io/status/\"\n";
const ZONE: &str = "timezone = \"UTC\"\n";

fn config(mut text: String, site: &Site) -> String {
    let mut set = |old: &str, key: &str, value: &str| {
        let line = format!("{key} = \"{}\"\n", quote::escaped(value));
        text = text.replacen(old, &line, 1);
    };
    if let Some(title) = &site.title {
        set(TITLE, "title", title);
    }
    if let Some(url) = &site.url {
        set(URL, "url", url);
    }
    if let Some(zone) = site.zone {
        set(ZONE, "timezone", zone.name());
    }
    if site.title.is_some() {
        text = text.replacen(DESCRIPTION, NEW_DESCRIPTION, 1);
    }
    text
}

/// The dates of the samples: those in the embedded files, and those of a new repository.
struct Dates {
    outage: NaiveDate,
    sunday: NaiveDate,
    exception: NaiveDate,
}

const OUTAGE: &str = "2026-01-15";
const SUNDAY: &str = "2026-01-18";
const EXCEPTION: &str = "2026-04-05";

impl Dates {
    fn around(today: NaiveDate) -> Dates {
        let days = |date: NaiveDate, days| date.checked_add_days(Days::new(days)).unwrap_or(date);
        let to_sunday = 7 - u64::from(today.weekday().num_days_from_sunday());
        let sunday = days(today, to_sunday);
        Dates {
            outage: today.checked_sub_days(Days::new(3)).unwrap_or(today),
            sunday,
            exception: days(sunday, 11 * 7),
        }
    }

    fn fill(&self, text: &str) -> String {
        text.replace(OUTAGE, &self.outage.to_string())
            .replace(SUNDAY, &self.sunday.to_string())
            .replace(EXCEPTION, &self.exception.to_string())
    }
}

#[cfg(test)]
mod tests;
