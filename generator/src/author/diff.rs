//! The difference of two texts, as `diff -u` shows it.

use std::fmt::Write;

/// Lines around a change that are shown with it.
const CONTEXT: usize = 3;

/// A unified diff of one file; `old` is `None` if the file is new. Empty if nothing changes.
pub fn unified(path: &str, old: Option<&str>, new: &str) -> String {
    let before: Vec<&str> = old.unwrap_or_default().split_inclusive('\n').collect();
    let after: Vec<&str> = new.split_inclusive('\n').collect();
    let steps = steps(&before, &after);
    let hunks = hunks(&steps);
    if hunks.is_empty() {
        return String::new();
    }
    let mut out = match old {
        Some(_) => format!("--- a/{path}\n"),
        None => "--- /dev/null\n".to_owned(),
    };
    // Writing to a String cannot fail.
    let _ = writeln!(out, "+++ b/{path}");
    for hunk in hunks {
        let count = |without: char| hunk.iter().filter(|s| s.sign != without).count();
        let (Some(first), olds, news) = (hunk.first(), count('+'), count('-')) else {
            continue;
        };
        let start = |at: usize, lines: usize| if lines == 0 { at } else { at + 1 };
        let _ = writeln!(
            out,
            "@@ -{},{olds} +{},{news} @@",
            start(first.old, olds),
            start(first.new, news)
        );
        for step in hunk {
            let _ = write!(out, "{}{}", step.sign, step.line);
            if !step.line.ends_with('\n') {
                out.push_str("\n\\ No newline at end of file\n");
            }
        }
    }
    out
}

/// One line of the diff and where it stands in both texts.
struct Step<'a> {
    sign: char,
    line: &'a str,
    old: usize,
    new: usize,
}

fn steps<'a>(before: &[&'a str], after: &[&'a str]) -> Vec<Step<'a>> {
    let pairs = before.iter().zip(after);
    let head = pairs.take_while(|(a, b)| a == b).count();
    let pairs = before[head..].iter().rev().zip(after[head..].iter().rev());
    let tail = pairs.take_while(|(a, b)| a == b).count();
    let (olds, news) = (before.len() - tail, after.len() - tail);
    let common = common(&before[head..olds], &after[head..news]);
    let mut steps = Vec::new();
    let (mut old, mut new) = (0, 0);
    while old < before.len() || new < after.len() {
        let (i, j) = (old.wrapping_sub(head), new.wrapping_sub(head));
        let inside = old >= head && new >= head && (old < olds || new < news);
        let same = old < olds && new < news && before[old] == after[new];
        let sign = if !inside || same {
            ' '
        } else if old < olds && (new == news || common[i + 1][j] >= common[i][j + 1]) {
            '-'
        } else {
            '+'
        };
        let line = if sign == '+' { after[new] } else { before[old] };
        steps.push(Step {
            sign,
            line,
            old,
            new,
        });
        old += usize::from(sign != '+');
        new += usize::from(sign != '-');
    }
    steps
}

/// How many lines the rests of both texts have in common, for each pair of places. Files of
/// incidents are short enough for the plain square.
fn common(before: &[&str], after: &[&str]) -> Vec<Vec<usize>> {
    let mut table = vec![vec![0; after.len() + 1]; before.len() + 1];
    for i in (0..before.len()).rev() {
        for j in (0..after.len()).rev() {
            table[i][j] = if before[i] == after[j] {
                table[i + 1][j + 1] + 1
            } else {
                table[i + 1][j].max(table[i][j + 1])
            };
        }
    }
    table
}

/// The changes with their context; those whose contexts meet are one.
fn hunks<'a, 'b>(steps: &'b [Step<'a>]) -> Vec<&'b [Step<'a>]> {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for (i, _) in steps
        .iter()
        .enumerate()
        .filter(|(_, step)| step.sign != ' ')
    {
        let (start, end) = (
            i.saturating_sub(CONTEXT),
            (i + CONTEXT + 1).min(steps.len()),
        );
        match ranges.last_mut() {
            Some(last) if start <= last.1 => last.1 = end,
            _ => ranges.push((start, end)),
        }
    }
    ranges
        .into_iter()
        .map(|(start, end)| &steps[start..end])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(old: &str, new: &str, expected: &str) {
        assert_eq!(unified("x.md", Some(old), new), expected);
    }

    #[test]
    fn changes_are_shown_with_what_is_around_them() {
        check("a\nb\n", "a\nb\n", "");
        check(
            "1\n2\n3\n4\n5\n",
            "1\n2\n3\n4\n5\nnew\n",
            "--- a/x.md\n+++ b/x.md\n@@ -3,3 +3,4 @@\n 3\n 4\n 5\n+new\n",
        );
        check(
            "old\n2\n3\n4\n5\n6\n7\n8\n9\n",
            "new\n2\n3\n4\n5\n6\n7\n8\n9\nend\n",
            "--- a/x.md\n+++ b/x.md\n@@ -1,4 +1,4 @@\n-old\n+new\n 2\n 3\n 4\n\
             @@ -7,3 +7,4 @@\n 7\n 8\n 9\n+end\n",
        );
    }

    #[test]
    fn a_missing_line_end_is_told() {
        check(
            "a",
            "a\nb\n",
            "--- a/x.md\n+++ b/x.md\n@@ -1,1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n",
        );
    }

    #[test]
    fn a_new_file_comes_from_nowhere() {
        let shown = unified("x.md", None, "a\n");
        assert_eq!(shown, "--- /dev/null\n+++ b/x.md\n@@ -0,0 +1,1 @@\n+a\n");
    }
}
