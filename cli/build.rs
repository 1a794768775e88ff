//! Has the program made anew when what goes into it was (`src/shell.rs`).

fn main() {
    println!("cargo::rerun-if-env-changed=MARGINALIA_SHELL");
    if let Ok(folder) = std::env::var("MARGINALIA_SHELL") {
        println!("cargo::rerun-if-changed={folder}");
    }
}
