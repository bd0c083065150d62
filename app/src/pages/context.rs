//! What a page is made from, besides its own subject.

use crate::words::Words;
use model::{Instant, Site};

/// How many edges of days [`Context::midnights`] should hold: a year in whole weeks and a day,
/// for the year of a component; the strips take the last [`STRIP_DAYS`] of them.
pub const YEAR_EDGES: usize = 53 * 7 + 1;

/// Days in a component's strip.
pub const STRIP_DAYS: usize = 90;

/// An instant as the clock on a wall shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Civil {
    /// With the century.
    pub year: i32,
    /// From 1.
    pub month: u32,
    /// From 1.
    pub day: u32,
    /// From 0 to 23.
    pub hour: u32,
    /// From 0 to 59.
    pub minute: u32,
    /// 1 is Monday.
    pub weekday: u32,
    /// "UTC", "CET".
    pub zone: String,
}

/// The site's time zone. No time-zone table is in this crate.
pub trait Clock: Sync {
    /// The instant in the site's zone.
    fn civil(&self, at: Instant) -> Civil;

    /// The instant as a machine reads it, in UTC: "2026-08-14T14:05:00Z".
    fn rfc3339(&self, at: Instant) -> String;
}

/// Where the files that all pages share lie, and what a page may load.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// The style that the home page has inline.
    pub style_home: String,
    /// Its path below the root.
    pub style_href: String,
    /// The inline script that sets the theme and loads the bundle.
    pub boot: String,
    /// The Content Security Policy of pages that link the style sheet.
    pub csp: String,
    /// The policy of the home page, whose style is inline.
    pub csp_home: String,
    /// The bundle's glue, below the root.
    pub bundle_js: Option<String>,
    /// The bundle, below the root.
    pub bundle_wasm: Option<String>,
    /// For `<meta name="generator">`.
    pub generator_version: String,
}

/// A month and what began in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// With the century.
    pub year: i32,
    /// From 1.
    pub month: u32,
    /// Positions in [`Site::incidents`], newest first.
    pub incidents: Vec<usize>,
}

/// Everything that a page function needs.
pub struct Context<'a> {
    /// The whole site at its instant.
    pub site: &'a Site,
    /// In the language of the page.
    pub words: &'a Words,
    /// The language of the page.
    pub locale: &'a str,
    /// The way to the site's root: `""`, `"../"`, …; on 404 the absolute base path.
    pub root: &'a str,
    /// The way to the home page of this locale: `root` or `root` + `"zh-CN/"`; may be `""`.
    pub home: &'a str,
    /// Where this page lies below the home page of its locale: `""`, `"incidents/x/"`.
    pub path: &'a str,
    /// Shared files.
    pub assets: &'a Assets,
    /// The site's zone.
    pub clock: &'a dyn Clock,
    /// Edges of days in the site's zone, ascending, the last one being the end of today:
    /// [`YEAR_EDGES`] of them. With fewer, strips and years are shorter.
    pub midnights: &'a [Instant],
    /// All months with something in them, newest first.
    pub months: &'a [Month],
    /// When the published files were made, as they say.
    pub built_at: Instant,
}

impl Context<'_> {
    /// The edges of the last `days` days.
    pub(crate) fn last_days(&self, days: usize) -> &[Instant] {
        let from = self.midnights.len().saturating_sub(days + 1);
        &self.midnights[from..]
    }

    /// The address of a page below this locale's home; never empty, for `href=""` is the page
    /// itself only by accident of where it lies.
    pub(crate) fn to(&self, path: &str) -> String {
        match (self.home, path) {
            ("", "") => "./".to_owned(),
            (home, path) => [home, path].concat(),
        }
    }

    /// Where the pages of a locale lie below the root: `""` for the first, else `"zh-CN/"`.
    pub(crate) fn below_root(&self, locale: &str) -> String {
        match self.site.meta.locales.first() {
            Some(first) if first != locale => [locale, "/"].concat(),
            _ => String::new(),
        }
    }

    /// The address of a file below the root.
    pub(crate) fn file(&self, path: &str) -> String {
        [self.root, path].concat()
    }

    /// The address of an incident, a maintenance or a notice.
    pub(crate) fn incident(&self, id: &str) -> String {
        [self.home, "incidents/", id, "/"].concat()
    }

    /// The address of a component.
    pub(crate) fn component(&self, id: &str) -> String {
        [self.home, "components/", id, "/"].concat()
    }

    /// What readers call a component; its id if the config does not know it.
    pub(crate) fn name<'c>(&'c self, id: &'c str) -> &'c str {
        self.site.component(id).map_or(id, |c| &c.name)
    }
}
