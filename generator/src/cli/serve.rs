//! `allclear serve`

use super::{CliError, Exit, Global};

/// Preview the site, rebuilt and reloaded on every change
#[derive(clap::Args)]
pub(super) struct Args {
    /// The port; 0 takes a free one
    #[arg(long, default_value_t = 4_040)]
    port: u16,
}

pub(super) fn run(args: &Args, global: &Global) -> Result<Exit, CliError> {
    let _ = (args, global);
    Err(CliError::usage("not yet"))
}
