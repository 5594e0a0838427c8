//! Running the cases of an attack: panics are caught, time and memory are measured.

use std::cell::RefCell;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::time::{Duration, Instant};

use peak_alloc::PeakAlloc;

use crate::random::Random;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// One case after the other.
pub type Run = Box<dyn Fn(&mut Random, &mut Cases)>;

/// A kind of attack.
pub struct Attack {
    pub name: &'static str,
    /// How many cases there are in full.
    pub full: u64,
    /// How many of them a test runs.
    pub share: u64,
    /// What one case may take of time.
    pub time: Duration,
    /// What it may take of memory beyond its input, in bytes.
    pub memory: usize,
    /// Makes what all cases share; a case makes its input and hands it to [`Cases::hold`].
    pub begin: fn() -> Run,
}

/// What the cases came to.
pub struct Cases {
    time: Duration,
    memory: usize,
    worst_time: (Duration, u64),
    worst_memory: (usize, u64),
    largest: usize,
    case: u64,
    failed: Vec<String>,
    /// How often each outcome was met.
    pub met: std::collections::BTreeMap<&'static str, u64>,
}

impl Cases {
    /// Runs the victim on an input of so many bytes: it must not panic, nor take longer or more memory than it may.
    pub fn hold(&mut self, size: usize, mut victim: impl FnMut() -> Result<&'static str, String>) {
        /// What else goes on in the machine takes time as well.
        const TRIES: usize = 3;
        self.largest = self.largest.max(size);
        for attempt in 1..=TRIES {
            let before = MEMORY.current_usage();
            MEMORY.reset_peak_usage();
            let started = Instant::now();
            let outcome = catch_unwind(AssertUnwindSafe(&mut victim));
            let (time, memory) = (started.elapsed(), MEMORY.peak_usage().saturating_sub(before));
            if time > self.time && attempt < TRIES && outcome.is_ok() {
                continue;
            }
            self.worst_time = self.worst_time.max((time, self.case));
            self.worst_memory = self.worst_memory.max((memory, self.case));
            match outcome {
                Ok(Ok(met)) => *self.met.entry(met).or_default() += 1,
                Ok(Err(why)) => self.fail(&why),
                Err(_) => {
                    let said = LAST_PANIC.take();
                    self.fail(&format!("panic: {said}"));
                }
            }
            if time > self.time {
                self.fail(&format!("{time:?} of {size} bytes"));
            }
            if memory > self.memory {
                self.fail(&format!("{} MB beyond {size} bytes", memory / 1_000_000));
            }
            return;
        }
    }

    /// The number of the case.
    pub const fn case(&self) -> u64 {
        self.case
    }

    fn fail(&mut self, why: &str) {
        let said = format!("case {}: {why}", self.case);
        eprintln!("{said}");
        self.failed.push(said);
    }
}

/// An attack that was run.
pub struct Trial {
    name: &'static str,
    count: u64,
    cases: Cases,
    took: Duration,
}

impl Trial {
    pub fn of(attack: &Attack, range: Range<u64>) -> Self {
        let hook = take_hook();
        set_hook(Box::new(|panic| LAST_PANIC.set(panic.to_string())));
        let mut cases = Cases {
            time: attack.time,
            memory: attack.memory,
            worst_time: Default::default(),
            worst_memory: Default::default(),
            largest: 0,
            case: 0,
            failed: Vec::new(),
            met: std::collections::BTreeMap::new(),
        };
        let run = (attack.begin)();
        let started = Instant::now();
        let count = range.end - range.start;
        for case in range {
            cases.case = case;
            if catch_unwind(AssertUnwindSafe(|| run(&mut Random::of(case), &mut cases))).is_err() {
                let said = LAST_PANIC.take();
                cases.fail(&format!("the attack itself: {said}"));
            }
            if cases.failed.len() >= 20 {
                break;
            }
        }
        set_hook(hook);
        Self { name: attack.name, count, cases, took: started.elapsed() }
    }

    pub fn has_failed(&self) -> bool {
        !self.cases.failed.is_empty()
    }

    pub fn said(&self) -> String {
        let Cases { worst_time, worst_memory, largest, failed, met, .. } = &self.cases;
        let met: Vec<String> = met.iter().map(|(what, times)| format!("{what} {times}")).collect();
        format!(
            "attack {}: {} cases in {:.0?}, {} failed; at most {:.0?} (case {}) and {:.1} MB (case {}), inputs to {:.1} MB; {}",
            self.name,
            self.count,
            self.took,
            failed.len(),
            worst_time.0,
            worst_time.1,
            worst_memory.0 as f64 / 1e6,
            worst_memory.1,
            *largest as f64 / 1e6,
            met.join(", ")
        )
    }
}

thread_local! {
    static LAST_PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}
