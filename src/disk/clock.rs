//! The clock, the only one.

use jiff::civil::Date;

/// The day of the build: that of `SOURCE_DATE_EPOCH` (seconds since 1970, for builds that can be repeated), else today in UTC.
pub fn today() -> Date {
    let fixed = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.trim().parse::<i64>().ok());
    let seconds = fixed.unwrap_or_else(|| {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        i64::try_from(since.as_secs()).unwrap_or(0)
    });
    let timestamp = jiff::Timestamp::from_second(seconds).unwrap_or_default();
    jiff::tz::Offset::UTC.to_datetime(timestamp).date()
}
