//! `allclear man`

use super::{CliError, Exit, command, put};

/// Print the man page (roff)
#[derive(clap::Args)]
#[command(after_help = "\
Example:
  allclear man | man -l -")]
pub(super) struct Args {}

pub(super) fn run(_: &Args) -> Result<Exit, CliError> {
    let mut page = Vec::new();
    let main = clap_mangen::Man::new(command());
    main.render(&mut page)
        .map_err(|e| CliError::io("cannot make the man page").because(e))?;
    put(&String::from_utf8_lossy(&page))?;
    Ok(Exit::Done)
}
