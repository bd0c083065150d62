//! The files of a site that are not pages.

use super::sitemap;
use crate::content::links::FILES;
use crate::output::{Output, OutputError};
use crate::project::Project;
use crate::render::Page;
use crate::render::assets::Asset;
use model::live::Live;
use model::{Instant, Site};
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// What the browser polls: the state of everything by the clock.
pub(super) const STATUS: &str = "data/status.json";

/// A file that is copied as it is.
pub(super) struct Copy {
    from: PathBuf,
    /// Below the site's root.
    pub to: String,
}

impl Copy {
    /// Copies it.
    pub(super) fn write(&self, output: &Output) -> Result<(), OutputError> {
        let bytes = std::fs::read(&self.from).map_err(|source| OutputError {
            action: "read",
            path: self.from.clone(),
            source,
        })?;
        output.write(&self.to, &bytes)
    }
}

/// `public/` as it is, and what lies beside incidents below `files/`.
pub(super) fn copies(project: &Project) -> Vec<Copy> {
    let listing = &project.index.listing;
    let public = listing.public.iter().map(|path| Copy {
        from: project.root.join("public").join(path),
        to: path.clone(),
    });
    let beside = listing.files.iter().map(|path| Copy {
        from: project.root.join("incidents").join(path),
        to: format!("{FILES}/{path}"),
    });
    let beside = beside.filter(|copy| !listing.public.contains(&copy.to));
    public.chain(beside).collect()
}

/// Small files that say something about the site as a whole.
pub(super) fn generated(site: &Site, pages: &[Page]) -> Vec<Asset> {
    let mut files = vec![
        file(".nojekyll", String::new()),
        file("robots.txt", robots(site)),
    ];
    files.extend(sitemap::files(site, pages));
    files
}

/// The state of everything, for open pages; `built_at` is the time it claims.
pub(super) fn status(site: &Site, built_at: Instant) -> Asset {
    // A plain structure of strings and numbers cannot fail to serialise.
    let json = serde_json::to_string(&site.live(built_at)).unwrap_or_default();
    file(STATUS, json)
}

/// When the site in `out` says it was made.
pub(super) fn built_at(out: &Path) -> Option<Instant> {
    let text = std::fs::read_to_string(out.join(STATUS)).ok()?;
    let live: Live = serde_json::from_str(&text).ok()?;
    Some(live.generated_at)
}

fn robots(site: &Site) -> String {
    let mut text = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(url) = &site.meta.url {
        text.push_str(&format!("Sitemap: {url}sitemap.xml\n"));
    }
    text
}

pub(super) fn file(path: &str, text: String) -> Asset {
    Asset {
        path: path.to_owned(),
        bytes: Cow::Owned(text.into_bytes()),
    }
}
