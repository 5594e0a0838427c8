//! What the operating system brings: packages of its package manager, and fonts.

use std::fs;
use std::process::Command;

use crate::run::{answer, on_path, run};

/// Debian's package manager, asked to renew its lists once at most.
#[derive(Default)]
pub struct Apt {
    lists_are_new: bool,
}

impl Apt {
    /// True if the packages are installed afterwards. False also where there is no apt-get or no right to use it.
    pub fn install(&mut self, packages: &[&str]) -> bool {
        let Some(as_root) = as_root() else { return false };
        if !self.lists_are_new {
            self.lists_are_new = run(&mut apt_get(as_root, &["update"])).is_ok();
        }
        let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
        arguments.extend(packages);
        run(&mut apt_get(as_root, &arguments)).is_ok()
    }
}

/// How a program is run as root: as it is, or through sudo where that asks for no password.
#[derive(Clone, Copy)]
enum AsRoot {
    Directly,
    Sudo,
}

fn as_root() -> Option<AsRoot> {
    on_path("apt-get")?;
    if answer(Command::new("id").arg("-u")).as_deref() == Some("0") {
        return Some(AsRoot::Directly);
    }
    answer(Command::new("sudo").args(["-n", "true"])).map(|_| AsRoot::Sudo)
}

fn apt_get(as_root: AsRoot, arguments: &[&str]) -> Command {
    let mut command = match as_root {
        AsRoot::Directly => Command::new("env"),
        AsRoot::Sudo => {
            let mut command = Command::new("sudo");
            command.args(["-n", "env"]);
            command
        }
    };
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]).args(arguments);
    command
}

/// Whether this is Debian itself, whose packages others do not all have.
pub fn is_debian() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|release| release.lines().any(|line| line == "ID=debian"))
}

/// Fonts with Chinese characters, without which pictures of the page show boxes.
/// They are no condition: the tests run without them, and those that need them say so.
pub fn chinese_fonts(apt: &mut Apt) {
    if !cfg!(target_os = "linux") || has_chinese_fonts() {
        return;
    }
    println!("setting up fonts with Chinese characters…");
    apt.install(&["fontconfig", "fonts-noto-cjk"]);
    if !has_chinese_fonts() {
        println!("warning: no font with Chinese characters was found. Install one, such as Noto Sans CJK.");
    }
}

fn has_chinese_fonts() -> bool {
    answer(Command::new("fc-list").arg(":lang=zh")).is_some_and(|fonts| !fonts.is_empty())
}
