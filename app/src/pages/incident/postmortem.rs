//! The postmortem, with its contents beside it.

use crate::pages::Context;
use crate::pages::html::escape;
use crate::pages::said::In;
use leptos::prelude::*;
use model::Postmortem;

/// Headings from which on a postmortem gets a table of contents.
const CONTENTS_FROM: usize = 3;

/// Words in a minute of reading.
const READING_SPEED: usize = 220;

pub(super) fn postmortem_view(
    cx: &Context,
    postmortem: &Postmortem,
    language: &In<Option<&Postmortem>>,
) -> AnyView {
    let (lang, dir) = (language.lang.clone(), language.dir());
    let words = cx.words;
    let contents = (postmortem.toc.len() >= CONTENTS_FROM).then(|| {
        let mut items = String::new();
        for entry in &postmortem.toc {
            let class = if entry.level > 2 {
                " class=\"sub\""
            } else {
                ""
            };
            let parts = [
                "<li",
                class,
                "><a href=\"#",
                &escape(&entry.id),
                "\">",
                &escape(&entry.title),
                "</a></li>",
            ];
            items += &parts.concat();
        }
        view! {
            <nav class="toc" aria-label=words.contents().to_owned()>
                <ol dir=dir lang=lang.clone() inner_html=items></ol>
            </nav>
        }
    });
    view! {
        <article class="postmortem" aria-labelledby="postmortem">
            {contents}
            <div>
                <h2 id="postmortem">{words.postmortem().to_owned()}</h2>
                <p class="byline">{reading_time(cx, postmortem)}</p>
                <div class="prose" dir=dir lang=lang inner_html=postmortem.html.at(cx.root)></div>
            </div>
        </article>
    }
    .into_any()
}

pub(in crate::pages) fn reading_time(cx: &Context, postmortem: &Postmortem) -> String {
    cx.words
        .reading_time(postmortem.words.div_ceil(READING_SPEED).max(1))
}
