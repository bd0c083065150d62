//! `allclear build`

use super::{CliError, Exit, Global, counted, put, say};
use crate::build::{self, Memory, Options};
use crate::output::{FOREIGN, OutputError};
use crate::project::Project;
use crate::render::assets::BUNDLE;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

/// Build the static site
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  allclear build
  allclear build --out public_html --base-url https://example.org/status/
  allclear build --now 2026-08-14T14:42:00Z       reproducible output

A content error stops the build before anything is written.")]
pub(super) struct Args {
    /// The folder to write to; below --dir unless absolute
    #[arg(long, value_name = "DIR", default_value = "dist")]
    out: PathBuf,
    /// The address of the site, instead of `site.url`
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// Publish drafts too
    #[arg(long)]
    drafts: bool,
    /// Replace files in the folder that no build wrote
    #[arg(long)]
    force: bool,
    /// Say what was done as JSON, on stdout
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, global: &Global) -> Result<Exit, CliError> {
    let begun = Instant::now();
    let now = global.now();
    let out = global.dir.join(&args.out);
    out_of_the_way(&global.dir, &out)?;
    let mut project = Project::load(&global.dir, now);
    global.show(&project.found);
    if project.errors() > 0 {
        return Err(broken(&project));
    }
    if let Some(url) = &args.base_url {
        set_base_url(&mut project, url)?;
    }
    if BUNDLE.is_none() {
        say(
            "note: this allclear carries no WebAssembly bundle, so the site has no islands; \
             `cargo xtask dist` makes one that does\n",
        );
    }
    let options = Options {
        out,
        drafts: args.drafts,
        now,
        force: args.force,
    };
    let built = build::build(&project, &options, &mut Memory::default()).map_err(refused)?;
    let (files, seconds) = (built.files, begun.elapsed().as_secs_f64());
    say(&format!(
        "{} and {} in {seconds:.2} s: {} written, {} unchanged, {} deleted in {}\n",
        counted(built.incidents, "incident"),
        counted(built.pages, "page"),
        counted(files.written, "file"),
        files.unchanged,
        files.deleted,
        options.out.display(),
    ));
    if args.json {
        let summary = serde_json::json!({
            "out": options.out,
            "incidents": built.incidents,
            "pages": built.pages,
            "written": files.written,
            "unchanged": files.unchanged,
            "deleted": files.deleted,
            "warnings": project.warnings(),
        });
        put(&format!("{summary:#}\n"))?;
    }
    Ok(Exit::Done)
}

/// A file that another wrote is for the caller to decide on.
fn refused(error: OutputError) -> CliError {
    if error.action != FOREIGN {
        return error.into();
    }
    CliError::usage(format!("{error}: no build wrote it"))
        .hint("name another folder, or say `--force` to replace such files")
}

/// Refuses a folder in which the site would mix with what it is made from.
fn out_of_the_way(root: &Path, out: &Path) -> Result<(), CliError> {
    let (root, out) = (resolved(root), resolved(out));
    let sources = ["incidents", "public", "templates", "locales"];
    let folders = sources.map(|name| resolved(&root.join(name)));
    let mixed = |folder: &PathBuf| out.starts_with(folder) || folder.starts_with(&out);
    if root.starts_with(&out) || folders.iter().any(mixed) {
        let message = format!("`{}` holds what the site is made from", out.display());
        return Err(CliError::usage(message).hint("name a folder of its own, such as `dist`"));
    }
    Ok(())
}

/// `path` without links and `..`, as far as it exists.
fn resolved(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut found = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                found.pop();
            }
            part => found.push(part),
        }
        if let Ok(real) = found.canonicalize() {
            found = real;
        }
    }
    found
}

/// Names every broken file.
fn broken(project: &Project) -> CliError {
    let mut files: Vec<String> = project
        .found
        .iter()
        .filter(|d| d.level == crate::diagnostic::Level::Error)
        .map(|d| d.source.display_path())
        .collect();
    files.dedup();
    let message = format!(
        "nothing was built: {} in {}",
        counted(project.errors(), "error"),
        files.join(", ")
    );
    CliError::content(message).hint("`allclear check` shows them again")
}

/// Takes `url` instead of the config's.
pub(super) fn set_base_url(project: &mut Project, url: &str) -> Result<(), CliError> {
    if crate::config::origin(url).is_none() || url.contains(['?', '#']) {
        return Err(CliError::usage(format!("`{url}` is no address of a site"))
            .hint("write `https://example.github.io/status/`"));
    }
    let config = Arc::make_mut(&mut project.config);
    config.meta.url = Some(format!("{}/", url.trim_end_matches('/')));
    Ok(())
}
