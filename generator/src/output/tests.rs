use super::*;

fn build(dir: &Path, files: &[(&str, &str)]) -> Written {
    let planned = files.iter().map(|(path, _)| (*path).to_owned()).collect();
    let output = Output::open(dir, planned).unwrap();
    for (path, text) in files {
        output.write(path, text.as_bytes()).unwrap();
    }
    output.finish().unwrap()
}

fn counts(written: usize, unchanged: usize, deleted: usize) -> Written {
    Written {
        written,
        unchanged,
        deleted,
    }
}

fn tree(dir: &Path) -> Vec<String> {
    let mut found = Vec::new();
    crate::content::walk::walk(dir, "", &mut found)
}

#[test]
fn a_second_build_writes_nothing_and_a_third_only_what_changed() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    let files = [("index.html", "a"), ("incidents/x/index.html", "b")];
    assert_eq!(build(dir, &files), counts(2, 0, 0));
    assert_eq!(build(dir, &files), counts(0, 2, 0));
    let changed = [("index.html", "a"), ("incidents/y/index.html", "b")];
    assert_eq!(build(dir, &changed), counts(1, 1, 1));
    assert_eq!(tree(dir), ["incidents/y/index.html", "index.html"]);
    assert!(!dir.join("incidents/x").exists());
}

#[test]
fn files_of_others_stay() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    std::fs::write(dir.join("CNAME"), "status.example.org").unwrap();
    build(dir, &[("index.html", "a")]);
    build(dir, &[("other.html", "a")]);
    assert_eq!(tree(dir), ["CNAME", "other.html"]);
}

#[test]
fn a_build_that_died_is_healed_by_the_next() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    build(dir, &[("index.html", "old"), ("gone.html", "old")]);
    // It dies after one page, with another half written.
    let planned = ["index.html", "new.html"].map(str::to_owned).to_vec();
    let output = Output::open(dir, planned).unwrap();
    output.write("new.html", b"new").unwrap();
    std::fs::write(part(&dir.join("index.html")), "ha").unwrap();
    assert!(dir.join(UNDER_WAY).exists());
    drop(output);
    assert_eq!(std::fs::read(dir.join("index.html")).unwrap(), b"old");
    assert_eq!(std::fs::read(dir.join("gone.html")).unwrap(), b"old");
    // The next build has yet another plan, and still knows of all that is there.
    build(dir, &[("index.html", "newer")]);
    assert_eq!(tree(dir), ["index.html"]);
    assert!(!dir.join(UNDER_WAY).exists());
}

#[test]
fn a_list_cannot_make_us_delete_outside() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    std::fs::create_dir(&out).unwrap();
    std::fs::write(dir.path().join("precious"), "x").unwrap();
    std::fs::write(out.join(manifest::NAME), "../precious\n/etc/hosts\n").unwrap();
    build(&out, &[("index.html", "a")]);
    assert!(dir.path().join("precious").exists());
}
