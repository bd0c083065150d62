//! The `allclear` command; everything is in the library.

fn main() -> generator::cli::Exit {
    generator::cli::main()
}
