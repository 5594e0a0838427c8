//! Running other programs.

use std::env;
use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::error::Error;

/// cargo, of the toolchain that runs this program.
pub fn cargo(arguments: &[&str], folder: &Path) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")));
    command.args(arguments).current_dir(folder);
    command
}

/// Runs it to its end with its output on the terminal.
pub fn run(command: &mut Command) -> Result<(), Error> {
    let status = command.status().map_err(not_started(command))?;
    if status.success() { Ok(()) } else { Err(Error::Failed { program: shown(command), code: status.code() }) }
}

/// Starts it with its output on the terminal, and does not wait for it.
pub fn start(command: &mut Command) -> Result<Child, Error> {
    command.spawn().map_err(not_started(command))
}

/// Runs it with its output on the terminal, and returns what it wrote to standard output.
/// Errors as [`run`] does, with what was written until then.
pub fn run_and_read(command: &mut Command) -> (Result<(), Error>, String) {
    let mut child = match command.stdout(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(source) => return (Err(not_started(command)(source)), String::new()),
    };
    let mut text = String::new();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            // A closed terminal is no reason to stop counting.
            let _ = writeln!(io::stdout(), "{line}");
            text.push_str(&line);
            text.push('\n');
        }
    }
    let result = match child.wait() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Error::Failed { program: shown(command), code: status.code() }),
        Err(source) => Err(not_started(command)(source)),
    };
    (result, text)
}

/// What a program answers on standard output, without a trace on the terminal.
/// None where it does not exist or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first program of this name on PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let file = program_file(name);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

/// `name` with the ending that programs have on this system.
pub fn program_file(name: &str) -> String {
    format!("{name}{}", env::consts::EXE_SUFFIX)
}

/// PATH with these folders in front.
pub fn path_with(folders: &[PathBuf]) -> OsString {
    let path = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(env::split_paths(&path));
    // A folder whose name holds the separator cannot be put on a PATH; the programs are then looked for as before.
    env::join_paths(all).unwrap_or(path)
}

fn not_started(command: &Command) -> impl Fn(io::Error) -> Error + use<> {
    let program = shown(command);
    move |source| Error::NotStarted { program: program.clone(), source }
}

/// The program's name and arguments, without the folder it is in.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let arguments = command.get_args().map(|argument| argument.to_string_lossy().into_owned());
    std::iter::once(program).chain(arguments).collect::<Vec<_>>().join(" ")
}
