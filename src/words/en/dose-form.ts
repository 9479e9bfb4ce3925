/** Giving a dose, and confirming one that another person prepared. */
export const doseFormEn = {
  title: 'Dose',
  nextTitle: 'Next dose',
  back: 'To the participant',
  units: { mg: 'milligrams', mL: 'millilitres', g: 'grams' },
  about: 'about',
  last: (amount: string, at: string) => `The last dose was ${amount}, on ${at}.`,
  lastUnread: (at: string) => `The last dose was on ${at}.`,
  unrounded: (exact: string) =>
    `Worked out exactly, it is ${exact}. No rounding is set for this study, so this number is only near to it. An investigator chooses how much to give, types it and writes why.`,
  of: (strength: string) => `of ${strength}`,
  nothing: 'Give nothing.',
  notNow: 'Nothing is given now.',
  worked: 'How it is worked out',
  rules: 'Rules looked at',
  missing: 'What is missing',
  record: 'Record it',
  questions: 'To be answered first',
  choose: 'Several doses are possible. A person chooses one and says why.',
  option: (n: number) => `Possible dose ${n}`,
  version: (version: string) => `Version ${version} of the protocol`,
  noRegimen: 'This version of the protocol gives no medicine.',
  form: {
    title: 'Record the dose that was given',
    prepareTitle: 'Prepare the dose',
    prepareText:
      'Two people give a dose in this study. You prepare it. A second person checks and confirms it. Only then is it recorded.',
    late: 'Record a dose of an earlier day',
    number: 'Number on the label or wristband',
    numberHint: 'Read it there, do not copy it from this page. Like 01-003.',
    amount: 'Amount given',
    amountPrepared: 'Amount prepared',
    amountHint: 'Digits alone, as you read them on the syringe.',
    unit: 'Unit',
    when: 'When was it given?',
    now: 'Just now',
    nowPrepared: 'When the second person confirms',
    at: 'At this time:',
    day: 'Day',
    time: 'Time',
    clock: (zone: string) => `By the clocks of the site (${zone}).`,
    offset: 'The clocks showed this time twice. Which one?',
    offsets: [
      (offset: string) => `the first (UTC${offset})`,
      (offset: string) => `the second (UTC${offset})`,
    ],
    more: 'Lot number and place',
    lot: 'Lot number of the product',
    route: 'Where or how it was given',
    reason: 'Why another dose, or so soon',
    reasonHint:
      'Only if you gave another dose than the one above, chose one of several, or gave it very soon.',
    button: 'Record this dose',
    prepare: 'Ready for the second person',
    readOnly: 'You can read this page. Who gives doses records them.',
  },
  same: {
    link: 'It was given all the same',
    title: 'A dose that was given all the same',
    text: 'For an investigator alone: a dose that was given although it should not have been. Nothing stops it here. It is kept as it happened, with your reason, and it shows as a deviation.',
    reason: 'Why was it given?',
    reasonHint: 'This stays in the record.',
    button: 'Record what happened',
  },
  recorded: {
    title: 'Recorded',
    line: (number: string, amount: string) => `Dose ${number}: ${amount}`,
    amount: (amount: string) => `Dose: ${amount}`,
    drawn: (volume: string) => `drawn up: ${volume}`,
    at: (moment: string) => `given on ${moment}`,
    by: (name: string) => `recorded by ${name}`,
    both: (one: string, other: string) => `prepared by ${one}, confirmed by ${other}`,
    reason: (reason: string) => `reason: ${reason}`,
    lot: (lot: string) => `lot ${lot}`,
    deviations: 'This raised:',
    undo: 'Is this wrong? Nothing is deleted. Correct it with a reason, and the old value stays to read.',
    correct: 'Look at it or correct it',
  },
  order: {
    title: 'A dose to confirm',
    waits: (amount: string) => `${amount} is prepared and waits for a second person.`,
    see: 'Check and confirm it',
    by: (name: string, at: string) => `Prepared by ${name} on ${at}.`,
    until: (at: string) => `It can be confirmed until ${at}.`,
    own: 'You prepared this dose. Another person must confirm it, with an account of their own.',
    check: 'Check the syringe against this page: the number, the dose and the volume.',
    confirm: 'Confirm: this dose is given',
    back: 'Take it back',
    backText: 'Taken back: nothing was recorded.',
    states: {
      waiting: 'Waits for a second person.',
      confirmed: 'Confirmed. The dose is recorded.',
      'taken back': 'Taken back. Nothing was recorded.',
      expired: 'Too old: more than two hours have passed. Nothing was recorded. Prepare it again.',
      void: 'Void: what this dose rests on has changed since it was prepared. Nothing was recorded. Prepare it again.',
    },
    now: 'To the next dose as it is now',
  },
  changed: {
    title: 'Somebody else recorded something meanwhile. Nothing was recorded by you.',
    text: 'Look at the dose again: it may be another one now. What you typed is still there.',
  },
  locked: 'The data are closed. Nothing was recorded.',
  nothingDone: 'Nothing was recorded.',
  problems: {
    noNumber: 'Type the number that stands on the label or the wristband.',
    otherChild: (page: string, typed: string) =>
      `This page is that of ${page}, you typed ${typed}. Nothing was recorded.`,
    notThisChild: (page: string) =>
      `This page is that of ${page}, and you typed something else. Nothing was recorded.`,
    regimen: 'The protocol does not know this medicine. Open the page again.',
    tooLong: 'A text is too long. Write it shorter.',
    future: 'This time has not come yet. Type when the dose was given.',
    amount: {
      empty: 'Type the amount.',
      notANumber: 'Type the amount in digits alone, such as 28.5, and choose its unit beside it.',
      comma: 'This can be read in two ways. Write it without a comma between three digits.',
      notAboveZero: 'The amount must be more than 0.',
    },
    unit: 'This unit cannot be turned into the unit of the protocol. Choose another one.',
    dayFirst: (given: string) =>
      `This can be read in two ways. If you mean ${given}, write it as year-month-day, like 2026-11-26.`,
    moment: {
      noMoment: 'Type the day and the time, or choose “Just now”.',
      notADay: 'Type the day as year, month, day: 2026-11-30.',
      noSuchDay: 'There is no such day.',
      dayForTime: 'Type the whole day.',
      notATime: 'Type the time as hours and minutes: 08:30.',
      noSuchTime: 'There is no such time.',
      skipped: 'The clocks skipped this time when they went forward.',
      twice: 'The clocks showed this time twice. Choose which one it was.',
      other: 'This time cannot be read.',
    },
    noConsent: 'No consent is recorded before this time. Nothing is given before consent.',
    noOwnConsent:
      'This person may be of age and has not signed consent of their own. The study has set that doses wait for it.',
    notSigned: 'No investigator has signed yet that this person may take part.',
    signatureVoid:
      'The investigator’s signature does not hold any more, because something that it covers changed. It must be signed again first.',
    signedLater: (at: string) =>
      `An investigator signed on ${at}, after this time. Nothing is given before the signature.`,
    needsSecond: 'A second person confirms each dose in this study. Prepare it here first.',
    noReason: 'Write why it was given.',
    notJudged: 'The protocol says nothing of such a dose.',
    twice: (amount: string, at: string) =>
      `A dose of ${amount} is already recorded, given on ${at}, less than a minute apart. This may be the same one, sent twice.`,
    hold: (why: string) => `The dose is on hold: give nothing. ${why}`,
    refuse: (why: string) => `No dose is given. ${why}`,
    beforeFact: (item: string, at: string, recorded: string) =>
      `The dose rests on this: ${item}, on ${at}, recorded on ${recorded}. It cannot have been given by it before that.`,
    otherThen: (said: string, due: string) =>
      due === ''
        ? `At that time the protocol said something else: ${said}.`
        : `The dose that is shown is for ${due}. Before that the protocol says something else: ${said}. Wait until the dose is due, or ask an investigator.`,
    millilitres: (typed: string, due: string, volume: string) =>
      `You typed ${typed}. The dose is ${due}, which is ${volume} in the syringe. Did you type millilitres?`,
    milligrams: (typed: string, due: string, volume: string) =>
      `You typed ${typed}. The dose is ${due}, which is ${volume} in the syringe. Did you type milligrams?`,
    tenTimes: (typed: string, due: string) =>
      `${typed} is ten times ${due} or more. Look at the point and at the unit.`,
    aboveHighest: (typed: string, highest: string) =>
      `${typed} is more than the highest dose of the protocol for this person: ${highest}.`,
    notPlausible: (typed: string) => `${typed} cannot be a dose. Look at the number and the unit.`,
    deviation: (said: string) => `This would not be as the protocol says: ${said}.`,
    conversion: (volume: string, strength: string, amount: string, due: string) =>
      `${volume} of ${strength} is ${amount}. The dose is ${due}. If that is so, send it again.`,
    differs: (typed: string, due: string) =>
      `The dose is ${due}, and you typed ${typed}. Look again. If it was given so, write why.`,
    roundedByInvestigator: (due: string) =>
      `The dose comes to ${due}, and nobody has said how this study rounds it. An investigator chooses the amount, records it and writes why. The manager of the study can also set how to round, under “Settings”.`,
    soon: (last: string, due: string) =>
      `The last dose was given on ${last}. The next is due on ${due}: this is very soon. If it was given so, write why.`,
    several: (due: string) => `Several doses are possible: ${due}. Write why you chose this one.`,
    noOrder: 'There is no such prepared dose.',
    ownOrder: 'You prepared this dose. Another person must confirm it.',
    orderSettled: 'This dose was confirmed or taken back before.',
    orderExpired: 'This was prepared more than two hours ago. Prepare it again.',
    orderVoid:
      'What this dose rests on has changed since it was prepared. It is void. Prepare it again.',
    orderWaits: 'A dose is already prepared and waits. Confirm it or take it back first.',
  },
  or: ' or ',
}
