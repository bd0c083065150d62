//! What stands where a page used to be.

use super::Context;
use super::html::escape;

/// A page at an old path that leads to `to`, relative to it or absolute.
pub fn redirect(cx: &Context, to: &str) -> String {
    let words = cx.words;
    let (to, title) = (escape(to), escape(words.redirect()));
    format!(
        "<!doctype html><html lang=\"{}\" dir=\"{}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\
         <meta http-equiv=\"refresh\" content=\"0; url={to}\">\
         <meta name=\"robots\" content=\"noindex\">\
         <meta name=\"color-scheme\" content=\"light dark\">\
         <link rel=\"canonical\" href=\"{to}\"><title>{title}</title></head>\
         <body><main><h1>{title}</h1><p>{} <a href=\"{to}\">{to}</a></p></main></body></html>\n",
        escape(cx.locale),
        words.dir(),
        escape(words.redirect_note()),
    )
}
