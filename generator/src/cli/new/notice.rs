//! `allclear new notice`

use super::{Common, New};
use crate::author::template::Fields;
use crate::author::time;
use crate::cli::writing::Site;
use crate::cli::{CliError, Exit};
use crate::when;
use model::Kind;

/// Something is to be announced
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  allclear new notice \"We are moving\" --message \"This page moves on Friday.\" --pin
  allclear new notice \"Closed over the holidays\" --message - --until \"2026-12-31 23:00 UTC\" < text.md")]
pub(super) struct Args {
    #[command(flatten)]
    common: Common,
    /// When it is shown from: a time, `in 2h` [default: now]
    #[arg(
        long,
        visible_alias = "starts",
        value_name = "TIME",
        allow_hyphen_values = true
    )]
    at: Option<String>,
    /// When it is no longer shown: a time, or `+48h` from its beginning
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    until: Option<String>,
    /// Keep it on top of the page
    #[arg(long)]
    pin: bool,
}

pub(super) fn run(args: &Args, site: &Site<'_>) -> Result<Exit, CliError> {
    let common = &args.common;
    let components = common.components(&site.project.config)?;
    let at = match &args.at {
        Some(text) => site.plan("at", text)?,
        None => {
            let at = time::whole_minute(site.now);
            let text = when::utc_text(at);
            time::Written { at, text }
        }
    };
    let until = args
        .until
        .as_deref()
        .map(|text| site.end("until", text, &at))
        .transpose()?;
    let title = common.title(site, Kind::Notice)?;
    let message = common.message(site, "")?;
    let new = New {
        at: at.at,
        subject: format!("Notice: {title}"),
        fields: Fields {
            kind: Kind::Notice,
            title,
            components,
            time: at.text,
            message,
            until: until.map(|until| until.text),
            pin: args.pin,
            tags: common.tag.clone(),
            draft: common.draft,
            ..Fields::default()
        },
        common,
    };
    super::write(site, &new)
}
