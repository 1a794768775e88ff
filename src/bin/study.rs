//! The page's program for reading and writing with ease. It is loaded when the first note is shown or
//! the reader first does something, and from then on dresses what stands on the page.

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    marginalia::study::begin();
}
