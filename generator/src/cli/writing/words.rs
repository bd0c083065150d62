//! Words of the command line that must be known: components, impacts, states, severities.

use crate::cli::CliError;
use crate::config::Config;
use crate::suggest;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use model::{Affected, Component, Impact, Kind, Severity, State};

/// `--severity`.
pub(in crate::cli) fn severity() -> impl TypedValueParser<Value = Severity> {
    let parser = PossibleValuesParser::new(Severity::ALL.map(Severity::as_str));
    parser.map(|word| Severity::parse(&word).unwrap_or_default())
}

/// `--state`, of any kind.
pub(in crate::cli) fn state(word: &str) -> Result<State, String> {
    let all = State::INCIDENT.into_iter().chain(State::MAINTENANCE);
    State::parse(word).ok_or_else(|| suggest::hint(word, all.map(State::as_str)))
}

/// `--state`, of this kind.
pub(in crate::cli) fn state_of(kind: Kind, state: State) -> Result<State, CliError> {
    let states = State::of(kind);
    if states.contains(&state) {
        return Ok(state);
    }
    let message = format!("{} has no state `{}`", kind.with_article(), state.as_str());
    Err(CliError::usage(message).hint(suggest::hint(
        state.as_str(),
        states.iter().map(|s| s.as_str()),
    )))
}

/// `--component id` or `--component id=impact`.
pub(in crate::cli) fn component(
    text: &str,
    config: &Config,
) -> Result<(String, Option<Impact>), CliError> {
    let (id, impact) = match text.split_once('=') {
        Some((id, word)) => (id, Some(impact(word)?)),
        None => (text, None),
    };
    match (known(id.trim(), config), text.split_once(':')) {
        (Ok(id), _) => Ok((id, impact)),
        (Err(_), Some((id, word))) if known(id.trim(), config).is_ok() => {
            let (id, word) = (id.trim(), word.trim());
            let error = CliError::usage(format!("unknown component `{text}`"));
            Err(error.hint(format!("write `{id}={word}`")))
        }
        (Err(error), _) => Err(error),
    }
}

/// `--set component=impact`.
pub(in crate::cli) fn change(text: &str, config: &Config) -> Result<Affected, CliError> {
    match component(text, config)? {
        (component, Some(impact)) => Ok(Affected { component, impact }),
        (component, None) => Err(CliError::usage(format!("--set {text} names no impact"))
            .hint(format!("write `--set {component}=operational`"))),
    }
}

/// The id of a component, given as id or as name.
fn known(word: &str, config: &Config) -> Result<String, CliError> {
    let components = || config.components.iter();
    let by_id = components().find(|c| c.id == word);
    let by_name = || components().find(|c| c.name.eq_ignore_ascii_case(word));
    if let Some(Component { id, .. }) = by_id.or_else(by_name) {
        return Ok(id.clone());
    }
    let hint = suggest::hint(word, components().map(|c| c.id.as_str()));
    Err(CliError::usage(format!("unknown component `{word}`")).hint(hint))
}

/// An impact, or its first word: `major` is `major_outage`.
fn impact(word: &str) -> Result<Impact, CliError> {
    let word = word.trim();
    let known = Impact::parse(word).or_else(|| {
        let mut all = Impact::WRITABLE.into_iter();
        all.find(|impact| impact.as_str().split('_').next() == Some(word))
    });
    known.ok_or_else(|| {
        let all = Impact::WRITABLE.iter().map(|i| i.as_str());
        let hint = match suggest::nearest(word, all.clone()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                let all = suggest::hint("", all);
                format!("{all}; the first word will do, as in `major`")
            }
        };
        CliError::usage(format!("`{word}` is no impact")).hint(hint)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let component = |id: &str, name: &str| Component {
            id: id.to_owned(),
            name: name.to_owned(),
            ..Component::default()
        };
        let config = Config {
            components: vec![component("api", "Public API"), component("web", "Website")],
            ..Config::default()
        };
        let shown = match super::component(text, &config) {
            Ok((id, None)) => id,
            Ok((id, Some(impact))) => format!("{id}={}", impact.as_str()),
            Err(error) => error.render(),
        };
        assert_eq!(shown, expected);
    }

    #[test]
    fn components_go_by_id_or_name() {
        check("api", "api");
        check("api=partial_outage", "api=partial_outage");
        check("web=major", "web=major_outage");
        check("public api=operational", "api=operational");
    }

    #[test]
    fn slips_get_a_hint() {
        check(
            "apo",
            "error: unknown component `apo`\n  hint: did you mean `api`?\n",
        );
        check(
            "api=major_outrage",
            "error: `major_outrage` is no impact\n  hint: did you mean `major_outage`?\n",
        );
        check(
            "api:major",
            "error: unknown component `api:major`\n  hint: write `api=major`\n",
        );
        check(
            "api=down",
            "error: `down` is no impact\n  hint: it can be `operational`, `degraded_performance`, \
             `partial_outage`, `major_outage`, `under_maintenance`; the first word will do, as in \
             `major`\n",
        );
    }
}
