//! What a reader cares about: "API", "Website".

use serde::{Deserialize, Serialize};

/// A component of the service.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Component {
    /// Stable, used in files and URLs: `[a-z0-9_-]+`.
    pub id: String,
    /// What readers see.
    pub name: String,
    /// The heading it stands under; `None` for those that come first, without one.
    pub group: Option<String>,
    /// One line under the name.
    pub description: Option<String>,
    /// Where the component itself lives.
    pub link: Option<String>,
    /// Ids of the components it cannot work without.
    pub depends_on: Vec<String>,
    /// Known to files, but shown on no list: renamed or retired ones.
    pub hidden: bool,
    /// What the visitor's browser may probe, if anything.
    pub browser: Option<BrowserProbe>,
}

/// A probe that visitors may run from their own browser.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct BrowserProbe {
    /// An absolute `http:` or `https:` address.
    pub url: String,
    /// Whether the service lets other sites read its answer (CORS), so that the status can be
    /// seen and not only that something answered.
    pub cors: bool,
    /// When to give up, in milliseconds.
    pub timeout_ms: u32,
}
