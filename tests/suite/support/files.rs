//! Folders as maps from path to bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Every file below `dir` (hidden ones too) by its path with `/`.
pub(crate) fn read_all(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(dir).unwrap().to_str().unwrap();
                files.insert(name.replace('\\', "/"), fs::read(&path).unwrap());
            }
        }
    }
    files
}

/// Copies every file below `from` to the same place below `to`.
pub(crate) fn copy_all(from: &Path, to: &Path) {
    for (path, bytes) in read_all(from) {
        write(&to.join(path), bytes);
    }
}

/// Writes a file and the folders above it.
pub(crate) fn write(path: &Path, bytes: impl AsRef<[u8]>) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}
