//! Reads the data block of a page, and `/data/status.json`: what serde writes of
//! [`model::live::Live`]. Compiled for the browser only, whose own parser does the work.

use crate::islands::browser::{items, json, property};
use model::live::{Live, LiveComponent};
use model::{Impact, Instant};
use wasm_bindgen::JsValue;

/// Reads JSON; `None` if it is none of ours.
pub(super) fn parse(text: &str) -> Option<Live> {
    let data = json(text)?;
    let components = property(&data, "components");
    Some(Live {
        generated_at: instant(&property(&data, "generated_at"))?,
        components: items(&components).filter_map(|c| component(&c)).collect(),
        news: property(&data, "news").as_string().unwrap_or_default(),
    })
}

fn component(data: &JsValue) -> Option<LiveComponent> {
    let hits = items(&property(data, "hits")).filter_map(|hit| {
        let mut hit = items(&hit);
        let start = instant(&hit.next()?)?;
        let end = instant(&hit.next()?);
        let word = hit.next()?.as_string()?;
        let impact = Impact::ALL.into_iter().find(|i| i.as_str() == word)?;
        Some((start, end, impact, hit.next()?.is_truthy()))
    });
    Some(LiveComponent {
        id: property(data, "id").as_string()?,
        hits: hits.collect(),
    })
}

fn instant(data: &JsValue) -> Option<Instant> {
    data.as_f64().map(|seconds| Instant(seconds as i64))
}
