//! Allclear's plain data and arithmetic, compiled into both sides, so that page, API, badge and
//! browser can never disagree.
//!
//! Nothing here reads a clock, a file, the environment or a socket: `now` is always an argument,
//! and every time is a UTC [`Instant`]. Zones are parsed and recurrences are expanded before data
//! gets here.

pub mod time;

pub mod impact;
pub mod severity;
pub mod state;

pub mod component;
pub mod html;
pub mod incident;
pub mod maintenance;
pub mod text;

pub mod live;
pub mod site;
pub mod strip;

pub use component::{BrowserProbe, Component};
pub use html::Html;
pub use impact::Impact;
pub use incident::{Affected, Auto, Incident, Kind, Update};
pub use severity::Severity;
pub use site::Site;
pub use state::State;
pub use text::{Postmortem, Text, TocEntry};
pub use time::{Instant, Span};
