//! The page's second program: takes notes home, and brings them in. It is loaded when a reader
//! first asks for that, and from then on answers the first program's calls.

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    marginalia::take_home::answer_calls();
}
