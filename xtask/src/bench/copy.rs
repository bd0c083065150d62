//! Full builds against the least that any program must do: writing the same files.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result};

use super::lab::{Lab, MANY};
use super::report::{Must, Row};
use super::room::Room;
use super::site::Site;
use super::spread::Spread;

/// In memory and on disk.
pub(crate) fn rows(lab: &Lab) -> Result<Vec<Row>> {
    let memory = "full build on tmpfs against writing its files";
    let memory = match Room::in_memory() {
        Some(room) => row(lab, memory, room, Must::AtMost(8.0))?,
        None => Row::missing(memory, "there is no tmpfs here", "×", Must::AtMost(8.0)),
    };
    let disk = "full build on disk against writing its files";
    let disk = row(lab, disk, Room::on_disk()?, Must::AtMost(1.5))?;
    Ok(vec![memory, disk])
}

fn row(lab: &Lab, measure: &str, mut room: Room, must: Must) -> Result<Row> {
    let site = room.path("site");
    Site { incidents: MANY }.write(&site)?;
    let (mut builds, mut writes, mut about) = (Vec::new(), Vec::new(), String::new());
    let mut cpu = Vec::new();
    for _ in 0..lab.runs {
        let (built, written) = (room.fresh(), room.fresh());
        let used = lab.build(&site, &built)?;
        builds.push(used.wall);
        cpu.push(used.cpu());
        let tree = Tree::read(&built)?;
        fs::remove_dir_all(&built)?;
        writes.push(tree.write(&written)?);
        fs::remove_dir_all(&written)?;
        about = tree.to_string();
    }
    let ratios = builds
        .iter()
        .zip(&writes)
        .map(|(build, write)| build / write);
    let row = Row::new(measure, Spread::of(ratios), "×", must);
    let [build, write, cpu] = [builds, writes, cpu].map(|seconds| Spread::of(seconds).median);
    Ok(row.note(format!(
        "{build:.2} s ({cpu:.2} s of CPU) against {write:.2} s from 2 threads for {about}"
    )))
}

/// Files, in the order of their paths.
struct Tree(Vec<(PathBuf, Vec<u8>)>);

impl Tree {
    fn read(dir: &Path) -> Result<Self> {
        let (mut files, mut dirs) = (Vec::new(), vec![dir.to_owned()]);
        while let Some(at) = dirs.pop() {
            for entry in fs::read_dir(&at)? {
                let path = entry?.path();
                if path.is_dir() {
                    dirs.push(path);
                } else {
                    let bytes = fs::read(&path)?;
                    files.push((path.strip_prefix(dir)?.to_owned(), bytes));
                }
            }
        }
        files.sort();
        Ok(Self(files))
    }

    /// Writes all files below `dir` from two threads; the seconds it took.
    fn write(&self, dir: &Path) -> Result<f64> {
        let (one, other) = self.0.split_at(self.0.len() / 2);
        let begun = Instant::now();
        fs::create_dir(dir)?;
        thread::scope(|scope| {
            let thread = scope.spawn(|| write(dir, one));
            write(dir, other)?;
            thread.join().expect("a thread that only writes")
        })?;
        Ok(begun.elapsed().as_secs_f64())
    }
}

impl std::fmt::Display for Tree {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let bytes: usize = self.0.iter().map(|(_, bytes)| bytes.len()).sum();
        write!(f, "{} files of {:.0} MB", self.0.len(), bytes as f64 / 1e6)
    }
}

fn write(dir: &Path, files: &[(PathBuf, Vec<u8>)]) -> Result<()> {
    let mut made: Option<&Path> = None;
    for (path, bytes) in files {
        let parent = path.parent().context("a file lies in a folder")?;
        if made != Some(parent) {
            make(&dir.join(parent))?;
            made = Some(parent);
        }
        fs::write(dir.join(path), bytes)?;
    }
    Ok(())
}

/// As few system calls as can be: most folders are new, and in one that is there.
fn make(dir: &Path) -> Result<()> {
    match fs::create_dir(dir) {
        Err(error) if error.kind() == ErrorKind::NotFound => fs::create_dir_all(dir)?,
        Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error.into()),
        _ => {}
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Room, Tree};
    use std::path::PathBuf;

    #[test]
    fn a_tree_is_written_as_it_was_read() {
        let file = |path: &str| (PathBuf::from(path), path.as_bytes().to_vec());
        let tree = Tree(["a/b/c/1", "a/b/d/2", "a/b/d/3", "e"].map(file).to_vec());
        let mut room = Room::on_disk().expect("a room");
        let dir = room.fresh();
        assert!(tree.write(&dir).expect("written") > 0.0);
        assert_eq!(Tree::read(&dir).expect("read").0, tree.0);
    }
}
