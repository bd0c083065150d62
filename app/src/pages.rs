//! Every page of the site as a function from data to a whole document.

mod accent;
mod context;
mod head;
mod html;
mod islands;
mod said;
mod shape;
mod shell;
mod times;

mod entry;
mod picture;
mod strip;
mod timeline;
mod verdict;
mod year;

mod component;
mod home;
mod incident;
mod incidents;
mod maintenance;
mod month;
mod not_found;
mod postmortems;
mod redirect;

pub use accent::accent;
pub use context::{Assets, Civil, Clock, Context, Month, STRIP_DAYS, YEAR_EDGES};
pub use shape::{favicon, favicons};

pub use component::component;
pub use home::home;
pub use incident::incident;
pub use incidents::incidents;
pub use maintenance::maintenance;
pub use month::month;
pub use not_found::not_found;
pub use postmortems::postmortems;
pub use redirect::redirect;
