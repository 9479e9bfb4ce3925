/** How a dose was decided and worked out: each key is a kind of the answer. */
export const dosesEn = {
  kind: { give: 'Give', hold: 'Hold', refuse: 'No dose' },
  means: {
    give: 'By the rules of this version. The investigator decides.',
    hold: 'Give nothing until the questions are answered.',
    refuse: 'This version gives no further dose to this person.',
    rests: 'Give nothing while doses rest. The rule below says what lets them go on.',
  },
  number: (number: string) => `dose ${number}`,
  dueAt: (moment: string) => `due ${moment}`,
  dueNow: 'due now',
  dueSince: (moment: string) => `due since ${moment}`,
  because: {
    'level kept': (node: string) => `No rule changes the level: it stays ${node}.`,
    'level started': (node: string) => `The first dose is at ${node}.`,
    'level changed': (node: string) => `The level changes: ${node}.`,
    'not eligible': (node: string) => `A criterion is against it: ${node}.`,
    'eligibility open': (node: string) => `A criterion is not known: ${node}.`,
    'not yet': (node: string) => `It is too early: ${node}.`,
    'no weight': () =>
      'The dose cannot be worked out yet: a body measure is not recorded, or not settled.',
    'weight not settled': () =>
      'Several body weights give several doses, and the source does not say which counts.',
    'rule unknown': (node: string) =>
      `A rule cannot be decided: ${node}. Unknown holds, and never raises a dose.`,
    'rule holds': (node: string) => `A rule holds the dose: ${node}.`,
    stopped: (node: string) => `Treatment has ended: ${node}.`,
    'past last day': (node: string) => `The last day of treatment has passed: ${node}.`,
    withdrawn: () => 'Consent was withdrawn.',
    'no consent': () => 'No consent is recorded.',
    'given dose differs': () => 'The last dose given is not the dose of the protocol.',
    'level corrected': () =>
      'What the level was reached by was corrected since: that dose would now be of another level.',
    'below smallest': (node: string) => `The amount is below the least that can be given: ${node}.`,
    'dose not settled': (node: string) =>
      `A record of a dose cannot be counted: ${node}. It may have been given.`,
    'not allocated': () => 'It is not known which group the person is in.',
    'not modelled': (node: string) => `This is not worked out here: ${node}.`,
  },
  step: {
    level: 'Level',
    weight: 'Body weight',
    weightOf: (value: string, at: string) => `${value}, taken ${at}`,
    weightAge: (hours: string) => `${hours} before the dose`,
    which: {
      baseline: 'the first weight',
      current: 'the latest weight',
      only: 'the only weight',
    },
    written: (value: string) => `written as ${value}`,
    surface: 'Body surface',
    surfaceOf: (value: string, formula: string, height: string, at: string) =>
      `${value}, by ${formula}, with a height of ${height}, taken ${at}`,
    formulas: {
      mosteller: 'Mosteller: √(height in cm × weight in kg ÷ 3600)',
      haycock: 'Haycock: 0.024265 × (height in cm)^0.3964 × (weight in kg)^0.5378',
      dubois: 'Du Bois: 0.007184 × (height in cm)^0.725 × (weight in kg)^0.425',
    },
    arithmetic: 'Worked out',
    cap: 'Most in one dose',
    capApplied: (amount: string, by: string) => `${amount} (${by}): the amount is cut to it`,
    capNotReached: (amount: string, by: string) => `${amount} (${by}): not reached`,
    noCap: 'none: the source names none',
    rounding: 'Rounding',
    roundedTo: (step: string, mode: string, by: string) => `${mode} to ${step} (${by})`,
    modes: { down: 'down', 'nearest half up': 'to the nearest, a half goes up,' },
    noRounding: 'none: the source names none',
    amount: 'Dose',
    product: 'To draw up or count out',
    productOf: (amount: string, strength: string) => `${amount} of ${strength}`,
    productCut: (amount: string, strength: string) =>
      `about ${amount} of ${strength} (more digits follow)`,
  },
  options: 'The source does not settle it. Each reading gives:',
  rules: 'Rules looked at',
  did: {
    step: (to: string) => `changes the level to ${to}`,
    start: (to: string) => `starts at ${to}`,
    hold: () => 'holds the dose',
    stop: () => 'ends treatment',
    ask: () => 'asks a person',
    nothing: () => 'changes nothing',
  },
  rest: {
    since: (since: string, verdict: string) =>
      `doses rest since ${since}; what lets them go on: ${verdict}`,
    endsAfter: (end: string) => `If they still rest after ${end}, treatment ends.`,
    ended: (at: string, did: string) => `doses rested until ${at}; ${did}`,
    freed: (at: string) => `doses went on ${at}; nothing newer lets them rest again`,
  },
  looked: (verdict: string, did: string) => `${verdict}; ${did}`,
  reached: (number: string, at: string, rule: string) =>
    `With dose ${number} (${at}), as it was then: ${rule}`,
  prevented: {
    gap: (earliest: string) => `Met, and too soon after the last change: from ${earliest}.`,
    once: () => 'Met, and already used: it acts once.',
  },
  given: (number: string, at: string) => `Dose ${number}, ${at}`,
  shown: 'What the protocol said then',
  now: 'What it says now, with what was recorded since',
}
