//! `[[component]]`: what readers care about.

use super::Config;
use super::monitor::{self, Monitor};
use super::site::allowed;
use crate::suggest;
use crate::tree::decode::{At, Table, wrong};
use crate::tree::{Scalar, Value};
use model::Component;

pub(super) fn read(root: &Table<'_>, config: &mut Config) {
    let tables = root.tables("component");
    let mut dependencies = Vec::new();
    for table in &tables {
        let id = table.string("id");
        let name = table.string("name");
        let depends_on = table.strings("depends_on");
        let link = table.string("link").filter(|at| allowed(table, at));
        let mut component = Component {
            name: name.map(|at| at.value).unwrap_or_default(),
            group: table.string("group").map(|at| at.value),
            description: table.string("description").map(|at| at.value),
            link: link.map(|at| at.value),
            depends_on: depends_on.iter().map(|at| at.value.clone()).collect(),
            hidden: table.bool("hidden").unwrap_or_default(),
            ..Component::default()
        };
        down_when(table);
        locations(table);
        let monitors = table.tables("monitor");
        match id {
            Some(id) if valid_id(table, &id, config) => component.id = id.value,
            Some(_) => {}
            None => table.report.error_hint(
                "id-missing",
                table.span.clone(),
                "this component has no `id`",
                "add `id = \"api\"`; files and addresses use it",
            ),
        }
        if component.name.is_empty() {
            component.name.clone_from(&component.id);
        }
        let monitors: Vec<Monitor> = monitors
            .into_iter()
            .filter_map(|m| monitor::read(m, &component.id))
            .collect();
        component.browser = monitors.iter().find_map(|m| m.browser.clone());
        duplicate_monitors(table, &monitors, config);
        config.monitors.extend(monitors);
        dependencies.push(depends_on);
        if !component.id.is_empty() {
            config.components.push(component);
        }
    }
    cycles(root, config, &dependencies);
    for (table, depends_on) in tables.into_iter().zip(dependencies) {
        known_dependencies(&table, depends_on, config);
        table.finish();
    }
}

fn valid_id(table: &Table<'_>, id: &At<String>, config: &Config) -> bool {
    let fine = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
    if id.value.is_empty() || !id.value.chars().all(fine) {
        table.report.error_hint(
            "bad-id",
            id.span.clone(),
            format!("`{}` cannot be an id", id.value),
            "use small letters, digits, `-` and `_`",
        );
        return false;
    }
    if config.components.iter().any(|c| c.id == id.value) {
        let message = format!("two components have the id `{}`", id.value);
        table.report.error("duplicate-id", id.span.clone(), message);
        return false;
    }
    true
}

fn known_dependencies(table: &Table<'_>, depends_on: Vec<At<String>>, config: &Config) {
    for At { value, span } in depends_on {
        if !config.components.iter().any(|c| c.id == value) {
            let ids = config.components.iter().map(|c| c.id.as_str());
            table.report.error_hint(
                "unknown-component",
                span,
                format!("unknown component `{value}`"),
                suggest::hint(&value, ids),
            );
        }
    }
}

/// A component that needs itself, however far round, explains nothing.
fn cycles(root: &Table<'_>, config: &Config, dependencies: &[Vec<At<String>>]) {
    let reaches = |from: &str, to: &str| {
        let mut seen = vec![from];
        let mut i = 0;
        while i < seen.len() {
            let here = config.components.iter().find(|c| c.id == seen[i]);
            for next in here.iter().flat_map(|c| &c.depends_on) {
                if next == to {
                    return true;
                }
                if !seen.contains(&next.as_str()) {
                    seen.push(next);
                }
            }
            i += 1;
        }
        false
    };
    let circular = config.components.iter().find(|c| reaches(&c.id, &c.id));
    if let Some(component) = circular {
        // Any arc into it that closes the circle will do.
        let id = &component.id;
        let mut arcs = dependencies.iter().flatten();
        let place = arcs.find(|at| at.value == *id).map(|at| at.span.clone());
        root.report.error_hint(
            "dependency-cycle",
            place.unwrap_or_default(),
            format!("`{id}` depends on itself"),
            "take one of the `depends_on` of the circle out",
        );
    }
}

fn duplicate_monitors(table: &Table<'_>, monitors: &[Monitor], config: &Config) {
    for (i, monitor) in monitors.iter().enumerate() {
        let earlier = config.monitors.iter().chain(&monitors[..i]);
        if earlier.into_iter().any(|m| m.id == monitor.id) {
            table.report.error_hint(
                "duplicate-id",
                monitor.span.clone(),
                format!("two monitors have the id `{}`", monitor.id),
                "give one of them an `id` of its own",
            );
        }
    }
}

/// `"any"`, `"all"` or `{ at_least = 2 }`.
fn down_when(table: &Table<'_>) {
    let Some(node) = table.get("down_when") else {
        return;
    };
    match &node.value {
        Value::Scalar(text, Scalar::Quoted) if text == "any" || text == "all" => {}
        Value::Table(_) => at_least(table, "down_when"),
        _ => wrong(table.report, node, "\"any\", \"all\" or `{ at_least = 2 }`"),
    }
}

fn locations(table: &Table<'_>) {
    if table.get("locations").is_some() {
        at_least(table, "locations");
    }
}

fn at_least(table: &Table<'_>, key: &'static str) {
    if let Some(inner) = table.table(key) {
        if let Some(number) = inner.int("at_least")
            && number.value < 1
        {
            inner
                .report
                .error("out-of-range", number.span, "at least 1");
        }
        inner.finish();
    }
}
