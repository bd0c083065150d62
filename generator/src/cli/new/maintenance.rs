//! `allclear new maintenance`

use super::{Common, New};
use crate::author::template::Fields;
use crate::cli::writing::Site;
use crate::cli::{CliError, Exit};
use model::Kind;

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
    // What was said is judged before anything is asked.
    let given = args
        .starts
        .as_deref()
        .map(|text| site.plan("starts", text))
        .transpose()?;
    if let (Some(starts), Some(text)) = (&given, &args.ends) {
        site.end("ends", text, starts)?;
    }
    let title = common.title(site, Kind::Maintenance)?;
    if components.is_empty() && common.asks(site) {
        let ids = site.form.components(config)?;
        components = ids.into_iter().map(|id| (id, None)).collect();
    }
    let starts = match given {
        Some(starts) => starts,
        None => site.form.time("starts", "When does it begin?", |text| {
            site.plan("starts", text)
        })?,
    };
    let read = |text: &str| site.end("ends", text, &starts);
    let ends = match &args.ends {
        Some(text) => read(text)?,
        None => site.form.time("ends", "When does it end?", read)?,
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
