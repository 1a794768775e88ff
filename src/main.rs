//! The program in the browser: mounts the reader's parts into the page.

/// Rust's own allocator for wasm is five times the code.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    if let Err(error) = marginalia::reader::start() {
        marginalia::reader::early::failed(&error.to_string());
    }
}
