//! `allclear new incident`

use super::{Common, New};
use crate::author::template::Fields;
use crate::author::time;
use crate::cli::writing::{Site, words};
use crate::cli::{CliError, Exit};
use crate::when;
use model::{Kind, Severity, State};

/// Something is broken
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  allclear new incident \"Sign-in fails\" --component dashboard=major_outage --severity critical
  allclear new incident \"API is slow\" --component api=degraded --at \"10m ago\" --push
  tail -n 5 notes.md | allclear new incident \"API is slow\" --severity minor --message -")]
pub(super) struct Args {
    #[command(flatten)]
    common: Common,
    /// How bad it is as a whole [default: what the worst impact says]
    #[arg(long, value_name = "WORD", value_parser = words::severity())]
    severity: Option<Severity>,
    /// Where it stands: investigating, identified, monitoring, resolved [default: investigating]
    #[arg(long, value_name = "STATE", value_parser = words::state)]
    state: Option<State>,
    /// When it began: a time, `04:46`, `10m ago` [default: now]
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    at: Option<String>,
}

/// What is said when nobody says anything: true of every incident that has just begun.
const FIRST_WORDS: &str = "We are looking into it.";

pub(super) fn run(args: &Args, site: &Site<'_>) -> Result<Exit, CliError> {
    let common = &args.common;
    let config = &site.project.config;
    let state = args
        .state
        .map(|state| words::state_of(Kind::Incident, state))
        .transpose()?;
    let mut components = common.components(config)?;
    let at = match &args.at {
        Some(text) => site.time("at", text)?,
        None => {
            let at = time::whole_minute(site.now);
            let text = when::utc_text(at);
            time::Written { at, text }
        }
    };
    let title = common.title(site, Kind::Incident)?;
    if components.is_empty() && common.asks(site) {
        let ids = site.form.components(config)?;
        components = ids.into_iter().map(|id| (id, None)).collect();
    }
    let worst = components.iter().filter_map(|(_, impact)| *impact).max();
    let severity = match (args.severity, worst) {
        (Some(severity), _) => severity,
        (None, Some(worst)) => Severity::from_impact(worst),
        (None, None) => site.form.severity()?,
    };
    let state = match state {
        Some(state) => state,
        None if common.asks(site) => site.form.state(Kind::Incident, State::Investigating)?,
        None => State::Investigating,
    };
    let suggestion = if state == State::Investigating {
        FIRST_WORDS
    } else {
        ""
    };
    let message = common.message(site, suggestion)?;
    let new = New {
        at: at.at,
        subject: format!("{title}: {}", state.heading().to_lowercase()),
        fields: Fields {
            kind: Kind::Incident,
            title,
            severity: Some(severity),
            components,
            state: Some(state),
            time: at.text,
            message,
            tags: common.tag.clone(),
            draft: common.draft,
            ..Fields::default()
        },
        common,
    };
    super::write(site, &new)
}
