//! "Did you mean …?"

/// The candidate that `word` was most likely meant to be, if one is near enough.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = word.to_lowercase();
    candidates
        .into_iter()
        .map(|c| (strsim::damerau_levenshtein(&lower, &c.to_lowercase()), c))
        .filter(|(distance, c)| *distance <= allowance(word.len().max(c.len())))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// More candidates than this are named in the documentation, not in a hint.
const MOST: usize = 12;

/// A third of the word may be wrong.
fn allowance(length: usize) -> usize {
    (length / 3).max(1)
}

/// A hint for a word that is none of `candidates`: the nearest, else all of them.
pub fn hint<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str> + Clone) -> String {
    if let Some(near) = nearest(word, candidates.clone()) {
        return format!("did you mean `{near}`?");
    }
    let all: Vec<_> = candidates.into_iter().map(|c| format!("`{c}`")).collect();
    if all.len() > MOST {
        return format!("it can be {}, …", all[..MOST].join(", "));
    }
    if all.is_empty() {
        "there is none to choose from".to_owned()
    } else {
        format!("it can be {}", all.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognised_and_a_stranger_is_not() {
        let known = ["mockoon", "website", "api"];
        assert_eq!(nearest("mockon", known), Some("mockoon"));
        assert_eq!(nearest("Website", known), Some("website"));
        assert_eq!(nearest("aip", known), Some("api"));
        assert_eq!(nearest("database", known), None);
        assert_eq!(
            hint("x-ray", known),
            "it can be `mockoon`, `website`, `api`"
        );
    }
}
