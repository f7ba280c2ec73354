/** A number that models and checks compare with, through the `settings` table. */
export interface Threshold {
  readonly name: string;
  readonly value: number;
  readonly unit:
    | 'accounts'
    | 'terminals'
    | 'names'
    | 'failures'
    | 'services'
    | 'repeats'
    | 'seconds'
    | 'minutes'
    | 'hours'
    | 'days'
    | 'weeks'
    | 'requests'
    | 'megabytes'
    | 'percent';
  /** What it decides. */
  readonly meaning: string;
  /** What a configuration may set it to: never so far that a rule can no longer apply, or that silence counts as evidence. */
  readonly least: number;
  readonly most: number;
}

/** Allowed values, by unit, where a threshold states none of its own. */
const RANGES: Readonly<Record<Threshold['unit'], readonly [number, number]>> = {
  accounts: [2, 1000],
  terminals: [2, 1000],
  names: [1, 1000],
  failures: [1, 10_000],
  services: [2, 1000],
  repeats: [5, 1000],
  seconds: [1, 600],
  minutes: [1, 1440],
  hours: [1, 168],
  days: [1, 366],
  weeks: [1, 104],
  requests: [1, 100_000],
  megabytes: [1, 1_000_000],
  percent: [1, 100],
};

/** The thresholds of a run that changes none. Every name must be in `settings` before the models are built. */
export const DEFAULT_THRESHOLDS: readonly Threshold[] = [
  threshold('spray_accounts', 5, 'accounts', 'so many different accounts failing at one place within spray_minutes are a spray'),
  threshold('spray_minutes', 60, 'minutes', 'span in which a spray, many terminals and unknown names are counted'),
  threshold(
    'slow_spray_accounts',
    8,
    'accounts',
    'so many accounts failing within slow_spray_hours at one place where they never log on are a slow spray',
  ),
  threshold('slow_spray_hours', 48, 'hours', 'span in which a slow spray is counted'),
  threshold('slow_spray_percent', 5, 'percent', 'where many accounts log on, a slow spray needs so many in a hundred of their number'),
  threshold('moved_minutes', 10, 'minutes', 'who logs on elsewhere so soon after a failure has moved there, and is not counted for a slow spray'),
  threshold(
    'spread_accounts',
    10,
    'accounts',
    'so many accounts failing within spread_seconds, over spread_terminals places where they never log on, are a spray',
  ),
  threshold('spread_terminals', 3, 'terminals', 'so many places make a spray that is spread over them'),
  threshold('spread_seconds', 60, 'seconds', 'span in which a spray over several places is counted'),
  threshold(
    'slow_spread_accounts',
    20,
    'accounts',
    'so many accounts failing within slow_spray_hours, over spread_terminals user terminals where they never log on, are a spray, too',
  ),
  threshold(
    'stranger_failures',
    10,
    'failures',
    'who fails more often at one place in a day is a program with an old password, and not counted for such sprays',
  ),
  threshold('many_terminals', 3, 'terminals', 'one account failing at so many places within spray_minutes is reviewed'),
  threshold('many_failures', 10, 'failures', 'an episode of so many failures is reviewed'),
  threshold('many_retries', 100, 'failures', 'an episode of so many failures is reviewed even where a changed password explains them'),
  threshold('unknown_names', 3, 'names', 'so many different names that the directory lacks, at one place within spray_minutes, are reviewed'),
  threshold('folded_accounts', 200, 'accounts', 'so many accounts of sprays at one place are one finding instead of one each'),
  threshold(
    'folded_places',
    200,
    'terminals',
    'so many places at which one account failed within spray_minutes of others are one finding instead of one each',
  ),
  threshold(
    'folded_unknown_places',
    5000,
    'terminals',
    'failures at so many places that nobody knows are one finding, where none of the other reasons takes them together',
    [2, 100_000],
  ),
  threshold('success_minutes', 30, 'minutes', 'a success so soon after the last failure makes it a mistyped password'),
  threshold('episode_minutes', 30, 'minutes', 'an attempt so soon after the one before belongs to the same episode'),
  threshold('password_changed_hours', 72, 'hours', 'a password changed so recently explains wrong passwords'),
  threshold('early_minutes', 60, 'minutes', 'so long before and after the working hours is not yet outside them', [0, 720]),
  threshold('holder_hours', 12, 'hours', "a computer's own logon tells who held an address so long before and after"),
  threshold('shared_hours', 72, 'hours', 'an address that several computers shared twice is shared between, where no longer pause lies there'),
  threshold(
    'lease_hours',
    192,
    'hours',
    'a DHCP lease that nothing ends lasts so long after its last renewal; the log does not say, and 8 days is what Windows gives',
    [1, 2160],
  ),
  threshold(
    'seen_minutes',
    60,
    'minutes',
    'an account seen at a terminal by its address so short before or after supports a logon that only names that terminal',
  ),
  threshold('continued_hours', 10, 'hours', 'a logon at a server continues a reach from an admin terminal so long'),
  threshold(
    'coverage_slack_hours',
    12,
    'hours',
    'a log that starts so late or ends so early still covers the period: a quiet night is no gap',
    [1, 72],
  ),
  threshold(
    'use_hours',
    8,
    'hours',
    'a start of a program, or a request to a proxy, so soon after the one before is the same use of an admin terminal',
    [1, 168],
  ),
  threshold('clock_minutes', 5, 'minutes', 'a clock set by more, beyond what Kerberos tolerates, makes the times around uncertain'),
  threshold('directory_days', 30, 'days', 'a directory snapshot that is so much older than the last record may lack administrators'),
  threshold('baseline_weeks', 8, 'weeks', 'so many weeks of the store before the period say what was normal'),
  threshold('baseline_days', 10, 'days', 'with fewer days of records in those weeks nothing is called new'),
  threshold('home_days', 8, 'days', 'an account that logged on at a terminal on so many days of those weeks is at home there'),
  threshold(
    'home_places',
    3,
    'terminals',
    'who is at home somewhere uses no more terminals; a terminal of somebody is used by no more accounts',
    [1, 1000],
  ),
  threshold('fast_members', 5, 'accounts', 'so many accounts, terminals, failures or changes within fast_seconds are faster than hands'),
  threshold('fast_seconds', 10, 'seconds', 'span in which what is faster than hands is counted; six times as long for machines visited'),
  threshold(
    'fast_machines',
    10,
    'terminals',
    'one account visiting so many machines from one place within six times fast_seconds is faster than hands',
  ),
  threshold('brute_force_failures', 10, 'failures', 'so many failures of one account at one place within brute_force_minutes are guesses'),
  threshold('brute_force_minutes', 10, 'minutes', 'span in which guesses, weak service tickets and names of one address are counted'),
  threshold(
    'roasted_services',
    5,
    'services',
    'one account asking for weakly encrypted tickets to so many services within brute_force_minutes gathers them to break them',
  ),
  threshold('many_names', 5, 'names', 'one address giving so many names of itself within brute_force_minutes invents them'),
  threshold('regular_repeats', 12, 'repeats', 'so many pauses of one length, one after the other, are those of a program'),
  threshold('regular_tolerance_seconds', 5, 'seconds', 'pauses that differ by no more are of one length'),
  threshold('night_hours', 20, 'hours', 'activity in so many hours of a day leaves no night', [12, 24]),
  threshold('night_days', 2, 'days', 'so many days without a night are those of a program', [1, 31]),
  threshold(
    'session_days',
    7,
    'days',
    'an account that had no session, or was given no ticket, for so long needs none by a network logon; a ticket may be renewed for seven days',
    [1, 31],
  ),
  threshold('log_cleared_minutes', 10, 'minutes', 'a log cleared so shortly before or after adds to a suspicion'),
  threshold('program_hours', 96, 'hours', 'signs of a program so close together are one finding: a weekend lies between'),
  threshold('program_places', 20, 'terminals', 'an account that shows the rhythm of a program at so many places is one finding', [2, 10_000]),
  threshold('silence_hours', 24, 'hours', 'a filtered log that is silent for longer has a gap'),
  threshold('rare_terminals', 2, 'terminals', 'a destination that no more terminals ask for is rare', [1, 1000]),
  threshold(
    'common_percent',
    30,
    'percent',
    'a destination that so many in a hundred terminals ask for is common, and suspicious only where an indicator names it',
  ),
  threshold(
    'few_percent',
    2,
    'percent',
    'a regular interval to a destination that no more in a hundred terminals, and no more than three times rare_terminals, ask for is reviewed where it goes on with nobody there',
  ),
  threshold('beacon_requests', 20, 'requests', 'a regular interval is one of so many calls', [5, 100_000]),
  threshold('beacon_hours', 4, 'hours', 'spread over so many hours of the clock', [2, 168]),
  threshold('beacon_seconds', 10, 'seconds', 'at least so far apart'),
  threshold('beacon_percent', 80, 'percent', 'so many in a hundred of the gaps lie within a fifth of the middle one', [50, 100]),
  threshold('upload_megabytes', 50, 'megabytes', 'so much sent to a rare destination in one day is reviewed'),
  threshold('address_hours', 2, 'hours', 'a rare address asked for without a name in so many hours of the clock is noted'),
  threshold('absent_hours', 12, 'hours', 'nobody is at a terminal where so long no person has logged on'),
  threshold('unattended_hours', 3, 'hours', 'a rare destination asked for in so many hours of the clock with nobody there is noted'),
  threshold('refused_requests', 50, 'requests', 'so many requests to a rare destination, nine in ten refused, are noted'),
  threshold('proxy_baseline_days', 5, 'days', 'with fewer days of the proxy log before the period no destination is called new'),
];

function threshold(name: string, value: number, unit: Threshold['unit'], meaning: string, [least, most] = RANGES[unit]): Threshold {
  return { name, value, unit, meaning, least, most };
}
