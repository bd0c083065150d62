//! A page as a browser's tokenizer sees it, and the facts that tests ask of it, so that a new
//! design breaks no test.

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts, states,
};
use std::cell::RefCell;

/// One element's start.
#[derive(Clone, Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    /// The text up to its end, for elements that tests ask for their words.
    pub(crate) text: String,
    /// Whether it lies inside `<main>`.
    pub(crate) in_main: bool,
}

impl Element {
    pub(crate) fn get(&self, attribute: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(name, _)| name == attribute);
        found.map(|(_, value)| value.as_str())
    }
}

/// All elements of a page, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    pub(crate) elements: Vec<Element>,
    /// What was wrong with the HTML.
    pub(crate) errors: Vec<String>,
    /// All visible words.
    pub(crate) text: String,
}

impl Page {
    pub(crate) fn parse(html: &str) -> Page {
        let sink = Sink::default();
        let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
        let input = BufferQueue::default();
        input.push_back(StrTendril::from_slice(html));
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        let mut page = tokenizer.sink.page.into_inner();
        for element in &mut page.elements {
            element.text = squeeze(&element.text);
        }
        page.text = squeeze(&page.text);
        page
    }

    pub(crate) fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p Element> {
        self.elements.iter().filter(move |e| e.name == name)
    }

    pub(crate) fn title(&self) -> &str {
        self.all("title").next().map_or("", |e| &e.text)
    }

    /// The Content Security Policy of its meta tag.
    pub(crate) fn csp(&self) -> &str {
        let mut metas = self.all("meta");
        let policy = metas.find(|m| {
            m.get("http-equiv")
                .is_some_and(|v| v.eq_ignore_ascii_case("content-security-policy"))
        });
        policy.and_then(|m| m.get("content")).unwrap_or_default()
    }

    /// Ids of all elements.
    pub(crate) fn ids(&self) -> Vec<&str> {
        self.elements.iter().filter_map(|e| e.get("id")).collect()
    }

    /// Every address that the page refers to, with the element and attribute that do.
    pub(crate) fn addresses(&self) -> Vec<(&Element, &'static str, String)> {
        let mut found = Vec::new();
        for element in &self.elements {
            for name in ["href", "src", "action", "poster", "data", "formaction"] {
                if let Some(address) = element.get(name) {
                    found.push((element, name, address.to_owned()));
                }
            }
            for candidate in element.get("srcset").unwrap_or_default().split(',') {
                if let Some(address) = candidate.split_whitespace().next() {
                    found.push((element, "srcset", address.to_owned()));
                }
            }
        }
        found
    }

    /// What a case may expect of a page, a fact a line.
    pub(crate) fn facts(&self) -> String {
        let mut facts: Vec<String> = vec![format!("title: {}", self.title())];
        for element in &self.elements {
            let line = match element.name.as_str() {
                "html" => format!("lang: {}", element.get("lang").unwrap_or("-")),
                "meta" if element.get("http-equiv").is_some_and(|v| v == "refresh") => {
                    format!("refresh: {}", element.get("content").unwrap_or_default())
                }
                "h1" if element.in_main => format!("h1: {}", element.text),
                // Headings of sections are words of the design, those of incidents lead to them.
                "a" if element.in_main => match incident(element) {
                    Some(id) => format!("incident: {id}"),
                    None => continue,
                },
                "time" if element.in_main => {
                    format!("time: {}", element.get("datetime").unwrap_or("-"))
                }
                "img" if element.in_main => format!("img: {}", element.get("src").unwrap_or("-")),
                _ => continue,
            };
            // How often a page says the same is its own business.
            if !facts.contains(&line) {
                facts.push(line);
            }
        }
        facts.join("\n") + "\n"
    }
}

/// The id of the incident that a link leads to.
fn incident(link: &Element) -> Option<&str> {
    let path = link.get("href")?.strip_suffix('/')?;
    let (folder, id) = path.rsplit_once('/')?;
    (folder.rsplit('/').next() == Some("incidents")).then_some(id)
}

/// Words whose text goes to every one of these that is open.
const WITH_TEXT: [&str; 12] = [
    "title", "h1", "h2", "h3", "h4", "h5", "h6", "a", "p", "li", "time", "main",
];

#[derive(Default)]
struct Sink {
    page: RefCell<Page>,
    /// Positions of open elements that collect text.
    open: RefCell<Vec<usize>>,
    in_script: RefCell<bool>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut page = self.page.borrow_mut();
        let mut open = self.open.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let name = tag.name.to_string();
                let in_main = open.iter().any(|&i| page.elements[i].name == "main");
                let attributes = tag.attrs.iter();
                let attributes =
                    attributes.map(|a| (a.name.local.to_string(), a.value.to_string()));
                page.elements.push(Element {
                    name: name.clone(),
                    attributes: attributes.collect(),
                    text: String::new(),
                    in_main,
                });
                if WITH_TEXT.contains(&name.as_str()) {
                    open.push(page.elements.len() - 1);
                }
                if matches!(name.as_str(), "script" | "style") {
                    *self.in_script.borrow_mut() = true;
                    return TokenSinkResult::RawData(states::RawKind::Rawtext);
                }
                if matches!(name.as_str(), "title" | "textarea") {
                    return TokenSinkResult::RawData(states::RawKind::Rcdata);
                }
            }
            Token::TagToken(tag) => {
                let name = tag.name.to_string();
                *self.in_script.borrow_mut() = false;
                if let Some(at) = open.iter().rposition(|&i| page.elements[i].name == name) {
                    open.truncate(at);
                }
            }
            Token::CharacterTokens(text) if !*self.in_script.borrow() => {
                page.text.push_str(&text);
                for &i in open.iter() {
                    page.elements[i].text.push_str(&text);
                }
            }
            Token::ParseError(error) => page.errors.push(format!("line {line}: {error}")),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
