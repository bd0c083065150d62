//! `allclear serve`

use super::{CliError, Exit, Global, counted, put, say};
use crate::serve::{self, Event, Settings};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// Preview the site, rebuilt and reloaded on every change
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  allclear serve
  allclear serve --port 0 --drafts       a free port, drafts shown

Errors appear on the page and go away when they are mended.")]
pub(super) struct Args {
    /// The port; 0 takes a free one
    #[arg(long, default_value_t = 4040)]
    port: u16,
    /// The address to listen on; others than 127.0.0.1 let other machines in
    #[arg(long, value_name = "IP", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,
    /// Show drafts too
    #[arg(long)]
    drafts: bool,
}

pub(super) fn run(args: &Args, global: &Global) -> Result<Exit, CliError> {
    let clock = global.clone();
    let settings = Settings {
        root: global.dir.clone(),
        address: SocketAddr::new(args.host, args.port),
        drafts: args.drafts,
        now: Box::new(move || clock.now()),
    };
    serve::serve(&settings, &|event| tell(event, global)).map_err(|error| {
        let hint = match &error {
            serve::ServeError::Listen(..) => {
                "take another with `--port 4041`, or a free one with `--port 0`"
            }
            serve::ServeError::Watch(..) => "is --dir the folder of allclear.toml?",
            _ => "is there room in the folder for temporary files?",
        };
        CliError::io("there is no preview")
            .because(error)
            .hint(hint)
    })?;
    Ok(Exit::Done)
}

fn tell(event: Event<'_>, global: &Global) {
    match event {
        Event::Listening(address) => {
            // The address is what scripts wait for.
            let _ = put(&format!("http://{address}/\n"));
            say("Serving; every change is built and shown. Ctrl-C ends it.\n");
        }
        Event::Built(project, built, took) => {
            global.show(&project.found);
            say(&format!(
                "{} in {:.0} ms: {} written, {} deleted\n",
                counted(built.pages, "page"),
                took.as_secs_f64() * 1_000.0,
                counted(built.files.written, "file"),
                built.files.deleted,
            ));
        }
        Event::Failed(error) => say(&CliError::from(error).render()),
    }
}
