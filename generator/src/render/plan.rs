//! Which pages there are, and a fingerprint of all that each is made from, so that only what
//! changed is rendered again.

use app::pages::Month;
use model::{Incident, Kind, Site};
use std::hash::{DefaultHasher, Hash, Hasher};

/// What a page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The verdict.
    Home,
    /// The index of incidents.
    Incidents,
    /// One incident, maintenance or notice: its position in [`Site::incidents`].
    Incident(usize),
    /// One month: its position among the months.
    Month(usize),
    /// One component: its position in [`Site::components`].
    Component(usize),
    /// The index of maintenance.
    Maintenance,
    /// The index of postmortems.
    Postmortems,
    /// Where a page used to be: the incident, and which of its aliases.
    Redirect(usize, usize),
    /// `404.html`.
    NotFound,
}

/// A page of the site in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// What it is about.
    pub subject: Subject,
    /// Position of its language in the site's `locales`.
    pub locale: usize,
    /// Below the home page of its language, with a slash at the end: `""`, `"incidents/x/"`.
    pub path: String,
    /// The file below the site's root.
    pub file: String,
    /// Of all that it is made from; equal prints mean equal bytes.
    pub fingerprint: u64,
}

/// The way from the root to a language's home page: `""` for the first, `"zh-CN/"` for others.
pub(super) fn home(site: &Site, locale: usize) -> String {
    match locale {
        0 => String::new(),
        _ => format!("{}/", site.meta.locales[locale]),
    }
}

/// Of an incident, and what its pages say that depends on the clock.
type Print = (u64, Option<i64>);

/// Every page of the site; `shell` stands for what all pages share (config, assets, version).
pub fn plan(site: &Site, months: &[Month], midnights_end: i64, shell: u64) -> Vec<Page> {
    let mut pages = Vec::with_capacity(site.incidents.len() * site.meta.locales.len() + 64);
    let prints: Vec<Print> = site
        .incidents
        .iter()
        .map(|i| (i.print, clock_of(site, i)))
        .collect();
    let whole = of_site(site, midnights_end, &prints);
    let some = |wanted: &dyn Fn(&Incident) -> bool| {
        let all = site.incidents.iter().zip(&prints);
        let wanted = all.filter(|(i, _)| wanted(i)).map(|(_, print)| print);
        hash(&(whole, wanted.collect::<Vec<_>>()))
    };
    let all = some(&|_| true);
    let maintenance = some(&|i| i.kind == Kind::Maintenance);
    let postmortems = some(&|i| i.text.postmortem.is_some());
    let components: Vec<u64> = (0..site.components.len())
        .map(|i| of_component(site, i, whole, &prints))
        .collect();
    for locale in 0..site.meta.locales.len() {
        let home = home(site, locale);
        let mut add = |subject: Subject, path: String, of: u64| {
            // Not the subject: a new incident shifts the positions of all older ones.
            let fingerprint = hash(&(shell, locale, of));
            pages.push(Page {
                subject,
                locale,
                file: [home.as_str(), &path, "index.html"].concat(),
                path,
                fingerprint,
            });
        };
        add(Subject::Home, String::new(), all);
        add(Subject::Incidents, "incidents/".to_owned(), all);
        add(Subject::Maintenance, "maintenance/".to_owned(), maintenance);
        add(Subject::Postmortems, "postmortems/".to_owned(), postmortems);
        for (i, component) in site.components.iter().enumerate() {
            let path = format!("components/{}/", component.id);
            add(Subject::Component(i), path, components[i]);
        }
        for (i, month) in months.iter().enumerate() {
            let neighbour = |m: Option<&Month>| m.map(|m| (m.year, m.month));
            let around = (
                neighbour(months.get(i + 1)),
                neighbour(i.checked_sub(1).and_then(|i| months.get(i))),
            );
            let mut of = DefaultHasher::new();
            around.hash(&mut of);
            for &incident in &month.incidents {
                prints[incident].hash(&mut of);
            }
            let path = format!("history/{}/{:02}/", month.year, month.month);
            add(Subject::Month(i), path, of.finish());
        }
        for (i, incident) in site.incidents.iter().enumerate() {
            let title = |i: Option<usize>| {
                let neighbour = i.and_then(|i| site.incidents.get(i))?;
                Some((
                    &neighbour.id,
                    &neighbour.text_in(&site.meta.locales[locale]).0.title,
                ))
            };
            let around = (title(i.checked_sub(1)), title(Some(i + 1)));
            let of = hash(&(prints[i], around));
            add(
                Subject::Incident(i),
                format!("incidents/{}/", incident.id),
                of,
            );
            for (n, alias) in incident.aliases.iter().enumerate() {
                // One old path leads to one page, that of the first language.
                if locale == 0
                    && let Some(path) = crate::check::aliases::normal(alias)
                {
                    add(
                        Subject::Redirect(i, n),
                        format!("{path}/"),
                        hash(&(&incident.id, alias)),
                    );
                }
            }
        }
    }
    pages.push(Page {
        subject: Subject::NotFound,
        locale: 0,
        path: String::new(),
        file: "404.html".to_owned(),
        fingerprint: hash(&(shell, "404", whole)),
    });
    pages
}

/// What an incident's page says that depends on the clock: nothing once it is over.
fn clock_of(site: &Site, incident: &Incident) -> Option<i64> {
    let over = match incident.kind {
        Kind::Maintenance => incident.end().is_some_and(|end| end <= site.now),
        Kind::Incident | Kind::Notice => {
            !incident.is_open(site.now) && incident.start().is_some_and(|s| s <= site.now)
        }
    };
    (!over).then_some(site.now.0)
}

/// What a component's page shows beside the states of all: the incidents that hit it.
fn of_component(site: &Site, component: usize, whole: u64, prints: &[Print]) -> u64 {
    let hits = site.hits(component).iter().map(|hit| prints[hit.incident]);
    hash(&(whole, hits.collect::<Vec<_>>()))
}

fn of_site(site: &Site, midnights_end: i64, prints: &[Print]) -> u64 {
    let open = prints.iter().filter_map(|(_, clock)| *clock);
    let states = (0..site.components.len()).map(|i| site.state(i, site.now));
    let states: Vec<_> = states.collect();
    hash(&(
        midnights_end,
        open.max(),
        states,
        &site.components,
        &site.meta,
    ))
}

/// A print of anything. Equal within one build of this program, which is as long as it is used.
pub(super) fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
