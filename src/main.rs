//! Parse, run, print the error, exit.

fn main() -> std::process::ExitCode {
    quorate::cli::main()
}
