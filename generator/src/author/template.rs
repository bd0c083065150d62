//! What a new file starts from: `templates/<kind>.md` of the repository, else the one inside the
//! command, with `{{placeholders}}` filled in.

mod compose;
mod fields;
mod fill;

pub use compose::{ComposeError, compose};
pub use fields::Fields;
pub use fill::{Filled, fill};

use crate::author::init;
use crate::source::SourceFile;
use model::Kind;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The folder of templates in a repository.
pub const DIR: &str = "templates";

/// The template of `kind`.
pub fn load(root: &Path, kind: Kind) -> io::Result<Arc<SourceFile>> {
    let path = PathBuf::from(DIR).join(format!("{}.md", kind.as_str()));
    let text = match std::fs::read_to_string(root.join(&path)) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => init::template(kind).to_owned(),
        Err(error) => {
            let message = format!("{}: {error}", path.display());
            return Err(io::Error::new(error.kind(), message));
        }
    };
    Ok(Arc::new(SourceFile::new(path, text)))
}
