//! The site as files: which there are ([`plan()`]), and what each says ([`Renderer`]). Rendering is
//! pure; writing is [`crate::output`]'s.

pub mod assets;
mod page;
mod plan;

pub use page::Renderer;
pub use plan::{Page, Subject, plan};

/// A print of anything that pages are made from.
pub fn fingerprint(value: &impl std::hash::Hash) -> u64 {
    plan::hash(value)
}
