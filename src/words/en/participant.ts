/** What one version of a protocol says of one participant: each key is a kind of the answer. */
export const participantEn = {
  verdict: {
    met: 'met',
    'not met': 'not met',
    unknown: 'not known',
    'not applicable': 'does not apply',
  },
  yesNo: {
    yes: 'yes',
    no: 'no',
    unknown: 'not known',
    none: 'none',
    notApplicable: 'does not apply',
  },
  node: {
    status: { stated: 'Stated', inferred: 'Inferred', silent: 'Silent' },
    means: {
      stated: 'The source says so.',
      inferred: 'The source does not say so. This is our reading, with its reason.',
      silent: 'The source says nothing. A person is asked, and nothing is filled in.',
    },
    setBy: (by: string, on: string, reason: string) =>
      `Set by ${by}${on && `, ${on}`}${reason && `: ${reason}`}. It is theirs, not the protocol’s.`,
    byVersion: 'by the protocol',
    byOperator: (by: string) => `set by ${by}, not by the protocol`,
  },
  eligibility: {
    answers: {
      yes: 'Every criterion is met by what is recorded. The investigator decides.',
      no: 'What is recorded speaks against it.',
      unknown: 'Not known yet. Something must be answered first.',
      notYet: 'Not yet. Time alone will change this.',
    },
    short: { yes: 'Criteria met', no: 'Criteria not met', unknown: 'Not known', notYet: 'Not yet' },
    earliest: (day: string) => `Earliest: ${day}.`,
    by: (names: string) => `Because of: ${names}.`,
    byMany: (n: number, names: string) => `Because of ${n} criteria, first: ${names}.`,
    confirm: (names: string) => `Nothing was said of these. Presumed clear, to confirm: ${names}.`,
    judgedFor: (moment: string) => `Judged for ${moment}.`,
    modes: {
      'self-check': 'Self-check: an exclusion of which nothing was said is presumed clear.',
      enrolment: 'Enrolment: what is not recorded is not known, and it blocks.',
    },
    kinds: { inclusion: 'Must be so', exclusion: 'Must not be so' },
    effects: {
      for: 'Fits',
      against: 'Against',
      open: 'Not known',
      'not yet': 'Not yet',
      none: 'Decides nothing',
    },
    presumed: 'presumed clear, to confirm',
    lapsed: (ground: string) =>
      `Before, this was against it: ${ground}. It does not count any more.`,
    turnsMet: (when: string) => `It will be met on ${when}.`,
  },
  ground: {
    signs: {
      '<': { met: 'is below', notMet: 'is not below' },
      '<=': { met: 'is at most', notMet: 'is above' },
      '>': { met: 'is above', notMet: 'is not above' },
      '>=': { met: 'is at least', notMet: 'is below' },
      '=': { met: 'is', notMet: 'is not' },
      '!=': { met: 'is not', notMet: 'is' },
    },
    cannotCompare: 'cannot be compared with',
    compare: (item: string, left: string, sign: string, right: string) =>
      `${item && `${item}: `}${left} ${sign} ${right}`,
    day: (number: string) => `day ${number}`,
    noValue: 'no value',
    item: (item: string, value: string) => `${item}: ${value}`,
    exists: {
      met: (item: string) => `${item}: recorded`,
      notMet: (item: string) => `${item}: none`,
      unknown: (item: string) => `${item}: not recorded`,
    },
    judgement: {
      met: (item: string) => `${item}: a person judged yes`,
      notMet: (item: string) => `${item}: a person judged no`,
      unknown: (item: string) => `${item}: nobody has judged yet`,
    },
    doubt: {
      met: 'The words can be read in several ways. Every reading is met.',
      notMet: 'The words can be read in several ways. No reading is met.',
      unknown: 'The words can be read in several ways. They give different answers.',
    },
    readings: {
      met: (item: string) => `${item}: the readings agree`,
      notMet: (item: string) => `${item}: no reading is so`,
      unknown: (item: string) => `${item}: the readings do not decide it`,
    },
    at: (moment: string) => ` (${moment})`,
    definition: (name: string) => `what counts as ${name}`,
  },
  otherUnit: (item: string, unit: string) =>
    `${item}: its unit measures something else than ${unit}, so it is not used`,
  missing: {
    because: {
      'not recorded': (item: string, when: string) => `${item}: not recorded${when}`,
      'not known': (item: string, when: string) =>
        `${item}: what was recorded does not tell it${when}`,
      contradictory: (item: string) => `${item}: two records contradict one another`,
      'readings disagree': (item: string, when: string) =>
        `${item}: the readings give different answers${when}`,
      'window open': (item: string, when: string) => `${item}: may still be recorded${when}`,
      'moment not exact': (item: string) => `${item}: its moment is not exact enough`,
      'site not listed': (item: string) => `${item}: measured where the protocol gives no limit`,
      'not computable': (item: string) => `${item}: it cannot be worked out`,
      'unit not convertible': (item: string) => `${item}: its unit cannot be converted`,
      'not comparable': (item: string) => `${item}: the values cannot be compared`,
      'not defined': (item: string) => `${item}: the source does not define it`,
    },
    onDay: (day: string) => ` on ${day}`,
    between: (from: string, until: string) => ` from ${from} until ${until}`,
    from: (from: string) => ` from ${from}`,
    until: (until: string) => ` until ${until}`,
  },
  visit: {
    standing: {
      notDefined: 'Not placed by this version',
      waiting: 'Waits for what comes before',
      upcoming: 'To come',
      due: 'Due now',
      overdue: 'Overdue',
      begun: 'Begun',
      done: 'Done',
      early: 'Done too early',
      late: 'Done too late',
      missed: 'Missed',
      notNeeded: 'Not needed',
      unscheduled: 'At any time',
    },
    due: (when: string) => `due ${when}`,
    window: (from: string, until: string) => `from ${from} until ${until}`,
    noWindow: 'no window: nothing is early or late',
    doneAt: (when: string) => `done ${when}`,
    open: (items: string) => `still to record: ${items}`,
    occurrence: (number: string) => `number ${number}`,
  },
  stop: {
    going: 'Treatment has not been ended by a rule.',
    stopped: (rule: string, at: string) => `Treatment has ended${at && ` ${at}`}: ${rule}.`,
  },
  endpoint: {
    level: { primary: 'Primary', secondary: 'Secondary', exploratory: 'Exploratory' },
    answers: {
      success: 'Success',
      failure: 'Failure',
      unknown: 'Not known',
      notDefined: 'Not defined by this version',
      excluded: 'Not counted',
    },
    pending: 'not final yet',
    readyAt: (moment: string) => `final from ${moment}`,
    because: {
      missing: 'a value is missing',
      withdrawn: 'consent was withdrawn',
      'does not apply': 'it does not apply to this person',
      'rule for missing': 'the protocol’s rule for a missing value',
      'rule for withdrawal': 'the protocol’s rule for a withdrawal',
    },
    member: {
      yes: 'In this set',
      no: 'Not in this set',
      unknown: 'Not known whether in this set',
      notDefined: 'The source names this set and does not define it',
    },
  },
  safety: {
    expedited: {
      '7 days': 'Report within 7 calendar days',
      '15 days': 'Report within 15 calendar days',
      none: 'No expedited report',
      unknown: 'Not known whether an expedited report is due',
    },
    day0: (day: string) => `Day 0 (the sponsor was told): ${day}`,
    due: (day: string) => `Due: ${day}`,
    followUpDue: (day: string) => `Follow-up due: ${day}`,
    ifUnexpectedDue: (day: string) => `If it is unexpected, due: ${day}`,
    missing: (items: string) => `Still to judge: ${items}`,
    also: (days: string, day: string) => `The older clock of ${days} days goes on, due: ${day}`,
    reported: (day: string) => `The authority was told: ${day}`,
    missingNames: {
      serious: 'is it serious',
      related: 'is it related to the treatment',
      unexpected: 'was it expected',
      fatalOrLifeThreatening: 'was it fatal, or did it threaten life',
      sponsorAware: 'when the sponsor was told',
    } as Readonly<Record<string, string>>,
    law: 'These clocks are the law’s, whatever the protocol says.',
  },
  deviation: {
    types: {
      'dose differs': 'A dose was given that the protocol does not name',
      'dose above highest': 'A dose was given above the highest of the protocol',
      'dose missed': 'A dose was not given',
      'dose too early': 'A dose was given too early',
      'dose after end': 'A dose was given after the end of treatment',
      'dose on hold': 'A dose was given while doses were on hold',
      'dose without consent': 'A dose was given without a recorded consent',
      'not taken before': 'It was to be recorded before, and was not',
      'visit missed': 'A visit was missed',
      'visit early': 'A visit was too early',
      'visit late': 'A visit was too late',
      'not eligible': 'The person was treated, and a criterion is against it',
      'after withdrawal': 'Something was recorded after withdrawal',
      'corrected after use': 'A record was corrected after a dose was given by it',
    },
    found: (value: string) => `found: ${value}`,
    expected: (value: string) => `by the protocol: ${value}`,
  },
  question: {
    blocks: 'A decision waits for this.',
    otherUnit: (said: string) => `${said}. What is the value in that unit?`,
    types: {
      missing: (about: string, when: string) => `Please record${when}: ${about}.`,
      contradictory: (about: string) =>
        `Two records contradict one another: ${about}. Which is right?`,
      'readings disagree': (about: string) =>
        `The readings give different answers: ${about}. Which one counts?`,
      'in the future': (about: string) =>
        `A record lies in the future: ${about}. Is its date right?`,
      'recorded twice': (about: string) =>
        `Recorded twice: ${about}. Are these two, or one written twice?`,
      'not plausible': (about: string) => `The value is not plausible: ${about}. Is it right?`,
      'not understood': (about: string) => `A record cannot be read: ${about}. What was meant?`,
      'moment not exact': (about: string) => `When exactly was it: ${about}?`,
      'not comparable': (about: string) =>
        `The values cannot be compared: ${about}. Can they be had by the same method?`,
      silent: (about: string) => `The source says nothing of this: ${about}. What applies?`,
      doubt: (about: string) =>
        `The words have more than one meaning: ${about}. Which one applies?`,
      judgement: (about: string) => `A person must judge: ${about}.`,
      weight: () => 'Which body weight counts: the first one, or the latest?',
      cap: (about: string) =>
        `The source names no highest dose, and this one is large: ${about}. May it be given?`,
      'no rule': (about: string) => `The protocol has no rule for what to do next: ${about}.`,
      'given dose differs': (about: string) =>
        `The dose given is not the protocol’s: ${about}. At which level does it go on?`,
      'level corrected': (about: string) =>
        `What the level was reached by was corrected since: ${about}. At which level does it go on?`,
      'missing value': (about: string) => `How is a missing value counted: ${about}?`,
      withdrawal: (about: string) => `How is a withdrawal counted: ${about}?`,
      version: (about: string) =>
        `Does the new version apply to those who are already in: ${about}?`,
      reconsent: (about: string) => `Consent is due again (${about}): have they signed?`,
      expectedness: (about: string) =>
        `Was it expected by the reference safety information: ${about}?`,
      severity: (about: string) =>
        `Grade, seriousness and outcome do not fit: ${about}. Grade 4 threatens life, grade 5 is death. Which is right?`,
      window: (about: string) => `How far from its day may it be: ${about}?`,
    },
  },
  note: {
    types: {
      silent: (about: string) => `The source says nothing of ${about}.`,
      inferred: (about: string) => `${about}: read by us, not said by the source.`,
      note: (about: string) => about,
      'recorded twice': (about: string) => `Recorded twice, counted once: ${about}.`,
      elsewhere: (about: string) =>
        `Another source of this study says something on this: ${about}.`,
      setting: (about: string) => `Set by the operator, not by the protocol: ${about}.`,
    },
  },
  setAside: {
    corrected: (item: string) => `${item}: a correction took its place`,
    'in the future': (item: string) => `${item}: it lies in the future`,
    'recorded twice': (item: string) => `${item}: the same record came twice`,
    'unknown item': (item: string) => `${item}: this protocol does not record it`,
    'not understood': (item: string) => `${item}: it could not be read`,
    'unit not convertible': (item: string) => `${item}: its unit cannot be converted`,
    'not plausible': (item: string) => `${item}: the value is not plausible`,
    'moment not understood': (item: string) => `${item}: its moment could not be read`,
    contradictory: (item: string) => `${item}: records contradict one another`,
  },
  version: {
    because: {
      'only version': 'It is the only version.',
      'in force at consent': 'It was in force when consent was given.',
      'amendment applies': 'The amendment says that it applies to those already in.',
      'in force now': 'It is in force now.',
      'none in force': 'None was in force at that time. This is the first.',
    },
    pending: (version: string, from: string) =>
      `Version ${version} is in force from ${from}. It does not say whether it applies to this person.`,
    reconsent: {
      'not needed': 'No new consent is needed.',
      due: 'New consent is due.',
      done: 'New consent was given.',
      unknown: 'It is not known whether new consent is needed.',
    },
  },
}
