//! `allclear new maintenance`

use super::{Common, New};
use crate::author::template::Fields;
use crate::cli::writing::Site;
use crate::cli::{CliError, Exit};
use model::{Instant, Kind};

/// Work is planned
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  allclear new maintenance \"Database upgrade\" --component database \\
      --starts \"2026-12-06 02:00 UTC\" --ends +90m --message \"Half an hour of it read-only.\"
  allclear new maintenance \"Weekly care\" --starts \"2026-12-06 02:00 UTC\" --ends +30m \\
      --repeat \"FREQ=WEEKLY;BYDAY=SU\" --message \"It stays up.\"")]
pub(super) struct Args {
    #[command(flatten)]
    common: Common,
    /// When it begins: a time, `in 2h`
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    starts: Option<String>,
    /// When it ends: a time, or `+90m` from its beginning
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    ends: Option<String>,
    /// How it recurs: a rule of RFC 5545, such as FREQ=WEEKLY;BYDAY=SU
    #[arg(long, value_name = "RULE")]
    repeat: Option<String>,
}

pub(super) fn run(args: &Args, site: &Site<'_>) -> Result<Exit, CliError> {
    let common = &args.common;
    let config = &site.project.config;
    let mut components = common.components(config)?;
    let ends_of = |text: &str, starts: Instant| {
        let ends = site.time("ends", text, starts)?;
        match ends.at > starts {
            true => Ok(ends),
            false => Err(CliError::usage("--ends is not after --starts")),
        }
    };
    let read = |flag, text: &str, base| {
        let written = site.time(flag, text, base);
        written.map_err(|_| format!("`{text}` is not a time"))
    };
    // What was said is judged before anything is asked.
    let given = args
        .starts
        .as_deref()
        .map(|text| site.time("starts", text, site.now));
    let given = given.transpose()?;
    if let (Some(starts), Some(text)) = (&given, &args.ends) {
        ends_of(text, starts.at)?;
    }
    let title = common.title(site, Kind::Maintenance)?;
    if components.is_empty() && common.asks(site) {
        let ids = site.form.components(config)?;
        components = ids.into_iter().map(|id| (id, None)).collect();
    }
    let starts = match given {
        Some(starts) => starts,
        None => {
            let valid = |text: &str| read("starts", text, site.now).map(|_| ());
            let text = site.form.time("starts", "When does it begin?", valid)?;
            site.time("starts", &text, site.now)?
        }
    };
    let ends = match &args.ends {
        Some(text) => ends_of(text, starts.at)?,
        None => {
            let valid = |text: &str| match read("ends", text, starts.at)?.at > starts.at {
                true => Ok(()),
                false => Err("that is not after it begins".to_owned()),
            };
            let text = site.form.time("ends", "When does it end?", valid)?;
            ends_of(&text, starts.at)?
        }
    };
    let message = common.message(site, "")?;
    let new = New {
        at: starts.at,
        subject: format!("Maintenance: {title}"),
        fields: Fields {
            kind: Kind::Maintenance,
            title,
            components,
            time: starts.text.clone(),
            starts: Some(starts.text),
            ends: Some(ends.text),
            repeat: args.repeat.clone(),
            message,
            tags: common.tag.clone(),
            draft: common.draft,
            ..Fields::default()
        },
        common,
    };
    super::write(site, &new)
}
