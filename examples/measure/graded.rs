//! The score, on texts that people have graded.

use std::collections::BTreeMap;
use std::path::Path;

use alongside::language::{Counts, WordKind, reading_level, sentences, words};
use alongside::toolkit::Language;

/// `OneStopEnglish`: the same texts at three levels, each level in a folder.
pub fn one_stop(folder: &Path, files: &dyn Fn(&Path, &str) -> Vec<std::path::PathBuf>, show: bool) {
    let mut texts: BTreeMap<String, [Option<f64>; 3]> = BTreeMap::new();
    for (grade, name) in ["Ele-Txt", "Int-Txt", "Adv-Txt"].iter().enumerate() {
        for path in files(&folder.join(name), "txt") {
            let stem = path.file_stem().unwrap().to_string_lossy().to_lowercase();
            let base = stem.rsplit_once('-').map_or(stem.as_str(), |(base, _)| base).to_owned();
            let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
            let counts = count(text.trim_start_matches('\u{feff}'));
            let level = reading_level(counts, &Language::english());
            if show {
                println!("onestop\t{grade}\t{base}\t{}", serde_json::to_string(&level).unwrap());
            }
            texts.entry(base).or_default()[grade] = level.and_then(|level| level.score);
        }
    }
    let all: Vec<(f64, f64)> = texts.values().flat_map(|scores| (0..3).filter_map(|grade| Some((grade as f64, scores[grade]?)))).collect();
    let triples: Vec<[f64; 3]> = texts.values().filter_map(|scores| Some([scores[0]?, scores[1]?, scores[2]?])).collect();
    let ordered = triples.iter().filter(|[easy, middle, hard]| easy < middle && middle < hard).count();
    println!("OneStopEnglish: Spearman {:.3} over {} texts; {ordered} of {} triples in order", spearman(&all), all.len(), triples.len());
}

fn count(text: &str) -> Counts {
    let english = Language::english();
    let lines = text.lines().map(str::trim).filter(|line| !matches!(*line, "" | "Elementary" | "Intermediate" | "Advanced"));
    let of_line = |line: &str| {
        let folded: Vec<String> = words(line)
            .into_iter()
            .filter(|word| word.kind != WordKind::Literal)
            .map(|word| line[word.range].to_lowercase().replace('’', "'"))
            .collect();
        Counts::of(sentences(line, &english).len(), folded.iter().map(String::as_str), &english)
    };
    lines.map(of_line).sum()
}

/// Spearman's rank correlation.
fn spearman(pairs: &[(f64, f64)]) -> f64 {
    let ranks = |values: Vec<f64>| -> Vec<f64> {
        let rank = |value: &f64| {
            let below = values.iter().filter(|other| *other < value).count();
            let above = values.iter().filter(|other| *other > value).count();
            f64::midpoint(below as f64 + 1.0, (values.len() - above) as f64)
        };
        values.iter().map(rank).collect()
    };
    let (a, b) = (ranks(pairs.iter().map(|pair| pair.0).collect()), ranks(pairs.iter().map(|pair| pair.1).collect()));
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let (mean_a, mean_b) = (mean(&a), mean(&b));
    let sum = |f: &dyn Fn(f64, f64) -> f64| a.iter().zip(&b).map(|(x, y)| f(x - mean_a, y - mean_b)).sum::<f64>();
    sum(&|x, y| x * y) / (sum(&|x, _| x * x) * sum(&|_, y| y * y)).sqrt()
}
