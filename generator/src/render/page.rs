//! From a planned page to its bytes.

use super::plan::{Page, Subject, home};
use crate::assemble::{self, WallClock};
use crate::config::Config;
use app::pages::{self, Assets, Context, Month};
use app::words::Words;
use model::{Instant, Site};

/// Renders pages of one site at one instant; can be shared between threads.
pub struct Renderer<'a> {
    site: &'a Site,
    words: &'a [Words],
    assets: &'a Assets,
    clock: WallClock,
    midnights: Vec<Instant>,
    months: Vec<Month>,
    base_path: String,
    /// When the published files were made, as they say.
    pub built_at: Instant,
}

impl<'a> Renderer<'a> {
    /// Prepares what all pages need; `words` are those of the site's locales, in order.
    pub fn new(
        site: &'a Site,
        config: &Config,
        words: &'a [Words],
        assets: &'a Assets,
    ) -> Renderer<'a> {
        let midnights = assemble::midnights(site.now, config.zone, pages::YEAR_EDGES);
        Renderer {
            site,
            words,
            assets,
            clock: WallClock(config.zone),
            midnights,
            months: assemble::months(site, config.zone),
            base_path: base_path(site.meta.url.as_deref()),
            built_at: site.now,
        }
    }

    /// The months with something in them, newest first.
    pub fn months(&self) -> &[Month] {
        &self.months
    }

    /// The end of today in the site's zone.
    pub fn today_ends(&self) -> Instant {
        self.midnights.last().copied().unwrap_or_default()
    }

    /// The whole document.
    pub fn page(&self, page: &Page) -> String {
        let home_below_root = home(self.site, page.locale);
        let root = match page.subject {
            Subject::NotFound => self.base_path.clone(),
            _ => {
                "../".repeat(home_below_root.matches('/').count() + page.path.matches('/').count())
            }
        };
        let home = format!("{root}{home_below_root}");
        let cx = Context {
            site: self.site,
            words: &self.words[page.locale],
            locale: &self.site.meta.locales[page.locale],
            root: &root,
            home: &home,
            path: &page.path,
            assets: self.assets,
            clock: &self.clock,
            midnights: &self.midnights,
            months: &self.months,
            built_at: self.built_at,
        };
        let incidents = &self.site.incidents;
        match page.subject {
            Subject::Home => pages::home(&cx),
            Subject::Incidents => pages::incidents(&cx),
            Subject::Incident(i) => {
                let newer = i.checked_sub(1).map(|i| &*incidents[i]);
                let older = incidents.get(i + 1).map(|i| &**i);
                pages::incident(&cx, &incidents[i], newer, older)
            }
            Subject::Month(i) => pages::month(&cx, &self.months[i]),
            Subject::Component(i) => pages::component(&cx, i),
            Subject::Maintenance => pages::maintenance(&cx),
            Subject::Postmortems => pages::postmortems(&cx),
            Subject::Redirect(i, _) => {
                pages::redirect(&cx, &format!("{home}incidents/{}/", incidents[i].id))
            }
            Subject::NotFound => pages::not_found(&cx),
        }
    }
}

/// The path of the site's address: `/status/` for `https://example.github.io/status/`.
pub(super) fn base_path(url: Option<&str>) -> String {
    let path = url
        .and_then(|url| url.split_once("://"))
        .and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..]));
    path.unwrap_or("/").to_owned()
}
