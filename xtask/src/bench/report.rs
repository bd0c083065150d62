//! The figures as a table and as JSON.

use std::fmt::Write as _;
use std::fs;
use std::thread;

use serde_json::{Value, json};

use super::spread::Spread;

/// What a figure must be.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Must {
    AtMost(f64),
    AtLeast(f64),
}

/// One figure.
pub(crate) struct Row {
    /// What was measured.
    pub(crate) measure: String,
    /// The figure, or why there is none.
    pub(crate) measured: Result<Spread, String>,
    pub(crate) unit: &'static str,
    pub(crate) must: Must,
    /// What else a reader should know.
    pub(crate) note: Option<String>,
}

impl Row {
    /// A figure that was measured.
    pub(crate) fn new(
        measure: impl Into<String>,
        measured: Spread,
        unit: &'static str,
        must: Must,
    ) -> Self {
        Self {
            measure: measure.into(),
            measured: Ok(measured),
            unit,
            must,
            note: None,
        }
    }

    /// A figure that could not be measured, and why.
    pub(crate) fn missing(
        measure: impl Into<String>,
        why: impl Into<String>,
        unit: &'static str,
        must: Must,
    ) -> Self {
        Self {
            measure: measure.into(),
            measured: Err(why.into()),
            unit,
            must,
            note: None,
        }
    }

    /// Adds what else a reader should know.
    pub(crate) fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    fn verdict(&self) -> &'static str {
        let Ok(Spread { median, .. }) = self.measured else {
            return "-";
        };
        let holds = match self.must {
            Must::AtMost(limit) => median <= limit,
            Must::AtLeast(limit) => median >= limit,
        };
        if holds { "ok" } else { "MISSED" }
    }

    fn cells(&self) -> [String; 5] {
        let (sign, limit) = match self.must {
            Must::AtMost(limit) => ('≤', limit),
            Must::AtLeast(limit) => ('≥', limit),
        };
        let (measured, range) = match &self.measured {
            Ok(s) if s.min < s.max => (
                format!("{} {}", number(s.median), self.unit),
                format!("{}–{}", number(s.min), number(s.max)),
            ),
            Ok(s) => (format!("{} {}", number(s.median), self.unit), String::new()),
            Err(_) => ("-".into(), String::new()),
        };
        let must = format!("{sign} {} {}", number(limit), self.unit);
        [
            self.measure.clone(),
            measured,
            range,
            must,
            self.verdict().into(),
        ]
    }

    fn notes(&self) -> Option<&str> {
        let why = self.measured.as_ref().err();
        why.or(self.note.as_ref()).map(String::as_str)
    }
}

/// What else the machine was doing when the measuring began.
pub(crate) struct Machine {
    cores: usize,
    load: Option<f64>,
}

impl Machine {
    /// Looks at this machine.
    pub(crate) fn look() -> Self {
        let load = fs::read_to_string("/proc/loadavg").ok();
        Self {
            cores: thread::available_parallelism().map_or(1, usize::from),
            load: load.and_then(|text| text.split(' ').next()?.parse().ok()),
        }
    }

    /// What to mind when reading the figures.
    pub(crate) fn warning(&self) -> Option<String> {
        let load = self.load.filter(|load| *load > 1.0)?;
        Some(format!(
            "the load was {load} before anything was measured: trust CPU more than time, and neither much"
        ))
    }
}

/// The figures for people.
pub(crate) fn table(machine: &Machine, rows: &[Row]) -> String {
    let head = ["measure", "median", "min–max", "must", ""].map(String::from);
    let cells: Vec<[String; 5]> = [head]
        .into_iter()
        .chain(rows.iter().map(Row::cells))
        .collect();
    let width = |column: usize| {
        let widths = cells.iter().map(|row| row[column].chars().count());
        widths.max().unwrap_or_default()
    };
    let [a, b, c, d] = [width(0), width(1), width(2), width(3)];
    let mut text = String::new();
    for [measure, measured, range, must, verdict] in &cells {
        let line = format!("{measure:<a$}  {measured:>b$}  {range:>c$}  {must:>d$}  {verdict}");
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text.push('\n');
    for row in rows {
        if let Some(note) = row.notes() {
            let _ = writeln!(text, "{}: {note}", row.measure);
        }
    }
    let load = machine
        .load
        .map_or_else(|| "unknown".into(), |l| l.to_string());
    let _ = writeln!(text, "{} cores, load {load} at the start", machine.cores);
    if let Some(warning) = machine.warning() {
        let _ = writeln!(text, "warning: {warning}");
    }
    text
}

/// The figures for programs.
pub(crate) fn json(machine: &Machine, rows: &[Row]) -> Value {
    let figures: Vec<Value> = rows
        .iter()
        .map(|row| {
            let (must, limit) = match row.must {
                Must::AtMost(limit) => ("at_most", limit),
                Must::AtLeast(limit) => ("at_least", limit),
            };
            let spread = row.measured.as_ref().ok();
            json!({
                "measure": row.measure,
                "unit": row.unit,
                "median": spread.map(|s| s.median),
                "min": spread.map(|s| s.min),
                "max": spread.map(|s| s.max),
                must: limit,
                "ok": spread.map(|_| row.verdict() == "ok"),
                "note": row.notes(),
            })
        })
        .collect();
    json!({ "cores": machine.cores, "load": machine.load, "figures": figures })
}

/// Three digits that count; whole numbers from a hundred on, with commas.
fn number(value: f64) -> String {
    let decimals = match value.abs() {
        v if v >= 99.95 => 0,
        v if v >= 9.995 => 1,
        v if v >= 0.9995 => 2,
        _ => 3,
    };
    let text = format!("{value:.decimals$}");
    if decimals > 0 {
        let text = text.trim_end_matches('0').trim_end_matches('.');
        return text.to_owned();
    }
    let mut grouped = String::new();
    for (i, digit) in text.chars().enumerate() {
        if i > 0 && (text.len() - i) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::{Must, Row, Spread, number};

    #[test]
    fn numbers_have_as_many_digits_as_people_read() {
        let numbers = [0.2, 0.0714, 1.5, 8.0, 34.567, 300.0, 84_999.6, 1_234_567.0].map(number);
        let expected = [
            "0.2",
            "0.071",
            "1.5",
            "8",
            "34.6",
            "300",
            "85,000",
            "1,234,567",
        ];
        assert_eq!(numbers, expected);
    }

    #[test]
    fn the_median_decides_and_the_limit_itself_holds() {
        let verdict = |must| Row::new("x", Spread::of([1.0, 2.0, 9.0]), "×", must).verdict();
        assert_eq!(verdict(Must::AtMost(2.0)), "ok");
        assert_eq!(verdict(Must::AtMost(1.9)), "MISSED");
        assert_eq!(verdict(Must::AtLeast(2.0)), "ok");
        assert_eq!(verdict(Must::AtLeast(2.1)), "MISSED");
        let missing = Row::missing("x", "no such tool", "×", Must::AtMost(1.0));
        assert_eq!(missing.verdict(), "-");
    }
}
