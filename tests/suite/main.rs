//! Whole-product tests: the real command on real folders. `tests/README.md` teaches adding a case.
//!
//! One binary, so that the command is linked once; one module a feature.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

mod author;
mod broken;
mod cases;
mod formats;

mod build;
mod crash;
mod hostile;
mod links;
mod safety;
mod serve;
