//! Incident files: from text to [`model::Incident`], with every problem found on the way.

pub mod load;

mod beside;
pub mod body;
pub mod front_matter;
pub mod heading;
pub mod incident;
pub mod links;
pub mod markdown;
pub mod recurrence;
pub mod sanitise;
mod slips;
pub mod split;
pub mod walk;
