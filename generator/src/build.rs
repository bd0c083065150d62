//! A whole build: from a repository that was read to a folder that can be published.

mod files;
mod sitemap;

use crate::assemble;
use crate::output::{self, Output, OutputError, Written};
use crate::project::Project;
use crate::render::assets::{Asset, assets};
use crate::render::{self, Page, Renderer, Subject};
use model::{Instant, Site};
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Where and how to build.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder to write to.
    pub out: PathBuf,
    /// Publish drafts too.
    pub drafts: bool,
    /// The clock.
    pub now: Instant,
    /// Take the place of files that no earlier build wrote.
    pub force: bool,
}

/// What a build made.
#[derive(Clone, Copy, Debug, Default)]
pub struct Built {
    /// Incidents, maintenances and notices published.
    pub incidents: usize,
    /// Pages of the site.
    pub pages: usize,
    /// What happened to files.
    pub files: Written,
}

/// What an earlier build of the same process made of what, so that the next one renders only what
/// is made from something else.
#[derive(Default)]
pub struct Memory(HashMap<String, u64>);

impl Memory {
    fn knows(&self, page: &Page) -> bool {
        self.0.get(&page.file) == Some(&page.fingerprint)
    }

    fn learn(&mut self, pages: &[Page]) {
        for page in pages {
            match self.0.get_mut(&page.file) {
                Some(fingerprint) => *fingerprint = page.fingerprint,
                None => {
                    self.0.insert(page.file.clone(), page.fingerprint);
                }
            }
        }
        if self.0.len() > pages.len() {
            // Pages are gone; what is not planned must not be taken for written.
            self.0 = pages
                .iter()
                .map(|p| (p.file.clone(), p.fingerprint))
                .collect();
        }
    }
}

/// Builds the site of `project` into `options.out`. What is broken is left out; whether that may
/// be published is the caller's choice.
///
/// # Errors
/// A file or folder cannot be written.
pub fn build(
    project: &Project,
    options: &Options,
    memory: &mut Memory,
) -> Result<Built, OutputError> {
    let site = assemble::site(project, options.now, options.drafts);
    let (shared, asset_files) = assets(&project.config);
    let mut renderer = Renderer::new(&site, &project.config, &project.words, &shared);
    let shell = render::fingerprint(&(
        &shared.csp,
        &shared.boot,
        &shared.style_href,
        &project.config.source,
        project.words_print,
    ));
    let mut pages = render::plan(&site, renderer.months(), renderer.today_ends().0, shell);
    // What the owner puts into `public/` takes the place of ours.
    let public = &project.index.listing.public;
    pages.retain(|page| !public.contains(&page.file));
    let first: Vec<Asset> = asset_files
        .into_iter()
        .chain(files::generated(&site, &pages))
        .filter(|asset| !public.contains(&asset.path))
        .collect();
    let copies = files::copies(project);
    let planned = plan(&first, &copies, &pages);
    if !options.force {
        output::refuse_foreign(&options.out, &planned)?;
    }
    let output = Output::open(&options.out, planned)?;

    first
        .par_iter()
        .try_for_each(|a| output.write(&a.path, &a.bytes))?;
    copies.par_iter().try_for_each(|copy| copy.write(&output))?;

    let (known, new): (Vec<&Page>, Vec<&Page>) = pages.iter().partition(|p| memory.knows(p));
    known.iter().for_each(|_| output.keep());
    let says_when = |page: &&Page| matches!(page.subject, Subject::Home | Subject::Component(_));
    let (stamped, plain): (Vec<&Page>, Vec<&Page>) = new.into_iter().partition(says_when);
    plain
        .par_iter()
        .try_for_each(|page| output.write(&page.file, renderer.page(page).as_bytes()))?;
    write_stamped(&site, &stamped, &mut renderer, &output, &options.out)?;
    memory.learn(&pages);
    Ok(Built {
        incidents: site.incidents.len(),
        pages: pages.len(),
        files: output.finish()?,
    })
}

/// Writes the files that say when they were made. If nothing else has changed and they say the
/// same but for that time, they keep it: the site is as old as its content.
fn write_stamped(
    site: &Site,
    pages: &[&Page],
    renderer: &mut Renderer<'_>,
    output: &Output,
    out: &Path,
) -> Result<(), OutputError> {
    let render = |renderer: &Renderer<'_>| -> Vec<Asset> {
        let mut files: Vec<Asset> = pages
            .par_iter()
            .map(|page| Asset {
                path: page.file.clone(),
                bytes: Cow::Owned(renderer.page(page).into_bytes()),
            })
            .collect();
        files.push(files::status(site, renderer.built_at));
        files
    };
    if output.written() == 0
        && let Some(earlier) = files::built_at(out)
        && earlier <= site.now
    {
        renderer.built_at = earlier;
        let files = render(renderer);
        if files.iter().all(|f| output.says(&f.path, &f.bytes)) {
            files.iter().for_each(|_| output.keep());
            return Ok(());
        }
        renderer.built_at = site.now;
    }
    let files = render(renderer);
    files
        .iter()
        .try_for_each(|f| output.write(&f.path, &f.bytes))
}

fn plan(first: &[Asset], copies: &[files::Copy], pages: &[Page]) -> Vec<String> {
    let assets = first.iter().map(|a| a.path.clone());
    let copies = copies.iter().map(|c| c.to.clone());
    let pages = pages.iter().map(|p| p.file.clone());
    let all = assets.chain(copies).chain(pages);
    all.chain([files::STATUS.to_owned()]).collect()
}
