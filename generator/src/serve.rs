//! A preview that follows every change: watch, read what changed, build what depends on it, tell
//! the open pages. A broken file never ends it: the page shows what is wrong until it is mended.

mod http;
mod watch;

use crate::build::{self, Memory, Options};
use crate::diagnostic::{self, Format, Level, Style};
use crate::output::OutputError;
use crate::project::Project;
use model::Instant;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch as channel;

/// How to serve.
pub struct Settings {
    /// The site's repository.
    pub root: PathBuf,
    /// Where to listen.
    pub address: SocketAddr,
    /// Show drafts too.
    pub drafts: bool,
    /// The clock, asked before every build.
    pub now: Box<dyn Fn() -> Instant>,
}

/// What open pages hear.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct News {
    /// Grows with every build that changed a file.
    pub version: u64,
    /// The errors as text; `None` if all is well.
    pub problems: Option<String>,
}

/// Why serving cannot begin.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The port is taken or forbidden.
    #[error("cannot listen on {0}")]
    Listen(SocketAddr, #[source] std::io::Error),
    /// The file system tells of no changes.
    #[error("cannot watch {0}")]
    Watch(PathBuf, #[source] notify::Error),
    /// There is no room for the preview.
    #[error("cannot make a folder for the preview")]
    Folder(#[source] std::io::Error),
    /// Building failed for a reason other than content.
    #[error(transparent)]
    Output(#[from] OutputError),
}

/// What happened, for whoever tells people.
pub enum Event<'a> {
    /// The preview can be opened.
    Listening(SocketAddr),
    /// A build is done: the repository as read, what was built, how long it took.
    Built(&'a Project, build::Built, Duration),
    /// A build failed for a reason other than content; the next change tries again.
    Failed(OutputError),
}

/// Serves until the process is ended.
///
/// # Errors
/// The port, the watcher or the folder for the preview cannot be had.
pub fn serve(settings: &Settings, tell: &dyn Fn(Event<'_>)) -> Result<(), ServeError> {
    let folder = tempfile::tempdir().map_err(ServeError::Folder)?;
    let listener = http::listen(settings.address)?;
    let address = listener.local_addr().unwrap_or(settings.address);
    let changes = watch::start(&settings.root)?;
    let now = &settings.now;
    let mut preview = Preview {
        project: Project::load(&settings.root, now()),
        memory: Memory::default(),
        url: format!("http://{address}/"),
        out: folder.path().to_owned(),
        drafts: settings.drafts,
        version: 0,
    };
    let (sender, receiver) = channel::channel(News::default());
    preview.build(now(), &sender, tell);
    http::spawn(listener, folder.path().to_owned(), receiver);
    tell(Event::Listening(address));
    for changed in changes {
        preview.project.reload(&changed, now());
        preview.build(now(), &sender, tell);
    }
    Ok(())
}

/// The state between two builds.
struct Preview {
    project: Project,
    memory: Memory,
    url: String,
    out: PathBuf,
    drafts: bool,
    version: u64,
}

impl Preview {
    fn build(&mut self, now: Instant, sender: &channel::Sender<News>, tell: &dyn Fn(Event<'_>)) {
        let begun = std::time::Instant::now();
        // The preview lives at this address, whatever the config says.
        Arc::make_mut(&mut self.project.config).meta.url = Some(self.url.clone());
        let options = Options {
            out: self.out.clone(),
            drafts: self.drafts,
            now,
            // The folder is this process's own.
            force: true,
        };
        match build::build(&self.project, &options, &mut self.memory) {
            Ok(built) => {
                if built.files.written + built.files.deleted > 0 {
                    self.version += 1;
                }
                tell(Event::Built(&self.project, built, begun.elapsed()));
            }
            Err(error) => {
                self.memory = Memory::default();
                tell(Event::Failed(error));
            }
        }
        let news = News {
            version: self.version,
            problems: problems(&self.project),
        };
        sender.send_if_modified(|old| {
            let changed = *old != news;
            *old = news;
            changed
        });
    }
}

/// The errors as a page can show them.
fn problems(project: &Project) -> Option<String> {
    let errors: Vec<_> = project
        .found
        .iter()
        .filter(|d| d.level == Level::Error)
        .cloned()
        .collect();
    let style = Style {
        color: false,
        width: 90,
    };
    (!errors.is_empty()).then(|| diagnostic::render(&errors, Format::Text, style))
}
