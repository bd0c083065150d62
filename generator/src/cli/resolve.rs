//! `allclear resolve`

use super::update::{Target, name, not_begun};
use super::writing::{Afterwards, Site, message};
use super::{CliError, Exit, Global};
use crate::author::edit::NewUpdate;
use model::{Kind, State};

/// Say that an incident is over, or a maintenance done
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  allclear resolve sign-in-fails --message \"A new certificate is in place.\"
  allclear resolve sign-in --at \"04:46\" --push
  allclear resolve                       the one that is open")]
pub(super) struct Args {
    /// Its id, or any unmistakable part of it [default: the only one that is open]
    id: Option<String>,
    /// What readers should know, in Markdown; `-` reads it from stdin
    #[arg(long, short, value_name = "TEXT")]
    message: Option<String>,
    /// When: a time, `04:46`, `10m ago` [default: now]
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    at: Option<String>,
    #[command(flatten)]
    afterwards: Afterwards,
}

pub(super) fn run(args: &Args, global: &Global) -> Result<Exit, CliError> {
    let site = Site::open(global)?;
    let target = Target::find(&site, args.id.as_deref())?;
    let at = target.at(&site, args.at.as_deref())?;
    let (state, suggestion) = match target.document.kind {
        Kind::Incident => (State::Resolved, "This incident has been resolved."),
        Kind::Notice => (State::Resolved, "This is over."),
        Kind::Maintenance => (State::Completed, "The maintenance is complete."),
    };
    let over = [site.now, at].map(|at| target.state(at)).into_iter();
    let over = over.flatten().find(|state| state.is_final());
    match over.or(target.state(at)) {
        Some(now) if now.is_final() => {
            let message = format!("{} is already {}", name(&site, &target), now.as_str());
            let hint = format!("`allclear update {} --message …` adds a note", target.id);
            return Err(CliError::content(message).hint(hint));
        }
        Some(State::Scheduled) => return Err(not_begun(&site, &target)),
        _ => {}
    }
    let message = match message(args.message.as_deref())? {
        Some(message) => message,
        None if args.afterwards.edit || !site.form.is_possible() => suggestion.to_owned(),
        None => site.form.message(suggestion)?,
    };
    let update = NewUpdate {
        state,
        at,
        impacts: Vec::new(),
        auto: false,
        message,
    };
    target.write(&site, &args.afterwards, &update, None)
}
