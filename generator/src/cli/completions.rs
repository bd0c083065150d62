//! `allclear completions`

use super::{CliError, Exit, command, put};
use clap_complete::Shell;

/// Print shell completions
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  allclear completions bash > ~/.local/share/bash-completion/completions/allclear
  allclear completions zsh > \"${fpath[1]}/_allclear\"")]
pub(super) struct Args {
    /// For which shell
    shell: Shell,
}

pub(super) fn run(args: &Args) -> Result<Exit, CliError> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command(), "allclear", &mut script);
    put(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Done)
}
