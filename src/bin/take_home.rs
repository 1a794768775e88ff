//! The page's second program: takes notes home, and brings them in. It is loaded when a reader
//! first asks for that, and from then on answers the first program's calls.

fn main() {
    marginalia::take_home::answer_calls();
}
